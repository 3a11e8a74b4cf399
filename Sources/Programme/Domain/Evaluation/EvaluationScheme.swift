public import Kernel

/// A set of indicators that the zone is evaluated by: data that is loaded, never code.
public struct EvaluationScheme: Equatable, Sendable {
  /// Stable through all versions, such as `zone-2023`.
  public let code: String
  public let name: Phrase
  public let year: Int
  /// The document that prescribes it.
  public let source: String
  /// What is not known of it, or set by this platform.
  public let note: Phrase?
  public let headings: [SchemeHeading]

  public init(
    code: String, name: Phrase, year: Int, source: String, note: Phrase?, headings: [SchemeHeading]
  ) {
    self.code = code
    self.name = name
    self.year = year
    self.source = source
    self.note = note
    self.headings = headings
  }

  public var indicators: [SchemeIndicator] { headings.flatMap(\.indicators) }

  /// The codes of the indicators whose weight nobody has entered.
  public var withoutWeight: [String] { indicators.filter { $0.weight == nil }.map(\.code) }

  /// The codes of the indicators of which nobody has said how they are scored.
  public var withoutRule: [String] { indicators.filter { $0.rule == nil }.map(\.code) }

  /// All weights together; nil while one is missing.
  public var fullPoints: Points? {
    guard withoutWeight.isEmpty else { return nil }
    return indicators.compactMap(\.weight).reduce(Points(hundredths: 0), +)
  }

  /// The same scheme with these weights; nil takes a weight away.
  public func weighing(_ weights: [String: Points?]) -> EvaluationScheme {
    EvaluationScheme(
      code: code, name: name, year: year, source: source, note: note,
      headings: headings.map { heading in
        SchemeHeading(
          code: heading.code, name: heading.name,
          indicators: heading.indicators.map { indicator in
            var changed = indicator
            if let weight = weights[indicator.code] { changed.weight = weight }
            return changed
          })
      })
  }
}

/// One of the headings that a scheme's indicators stand under.
public struct SchemeHeading: Equatable, Sendable {
  public let code: String
  public let name: Phrase
  public let indicators: [SchemeIndicator]

  public init(code: String, name: Phrase, indicators: [SchemeIndicator]) {
    self.code = code
    self.name = name
    self.indicators = indicators
  }
}

/// One indicator of a scheme.
public struct SchemeIndicator: Equatable, Sendable {
  /// Unique in the scheme, such as `1.2`.
  public let code: String
  /// In the scheme's own words.
  public let words: Phrase
  /// The figure of the zone that it reads, such as `A01`; nil where a reviewer scores it.
  public let figure: String?
  /// Nil while nobody has entered it.
  public var weight: Points?
  /// Nil while nobody has entered it.
  public let rule: ScoringRule?
  /// What must be shown for it.
  public let evidence: [Phrase]
  public let note: Phrase?

  public init(
    code: String, words: Phrase, figure: String?, weight: Points?, rule: ScoringRule?, evidence: [Phrase],
    note: Phrase?
  ) {
    self.code = code
    self.words = words
    self.figure = figure
    self.weight = weight
    self.rule = rule
    self.evidence = evidence
    self.note = note
  }

  /// Whether a reviewer scores it: its rule says so, or it has a yes-or-no rule and no figure.
  public var isReviewed: Bool {
    switch rule {
    case .manual: true
    case .yesNo: figure == nil
    case .steps, .linear, nil: false
    }
  }
}
