public import Evidence
public import Kernel

/// One figure of the plan: what is counted, how, and against which target.
public struct Indicator: Sendable {
  public let code: IndicatorCode
  public let name: Phrase
  /// Of the value and of an absolute target, such as 家 or 亿元.
  public let unit: Phrase
  /// Where the plan says so, such as `三（一）`.
  public let clause: String
  public let measure: Measure
  public let target: Target
  /// The reading that the verdict is about.
  public let period: PeriodKind
  /// Other readings of the same sentence, shown beside it without a verdict.
  public let alternatives: [PeriodKind]
  /// What counts once, and what does not count, in words.
  public let counting: Phrase
  /// The weakest evidence that counts; what is weaker is listed as declared only.
  public let minimum: EvidenceGrade
  /// Who answers for the figure.
  public let owner: Phrase
  public let frequency: Phrase
  /// Questions that the plan leaves open, each with the reading taken.
  public let rulings: [Ruling]
  /// The records that the figure needs, said where there are none.
  public let awaits: [Phrase]
  /// What must stand beside the figure.
  public let notes: [Phrase]
  /// The indicator that this one is a part of.
  public let parent: IndicatorCode?
  /// Raised whenever the declaration or its query changes its meaning.
  public let version: Int

  public init(
    _ code: IndicatorCode, name: Phrase, unit: Phrase, clause: String, measure: Measure, target: Target,
    period: PeriodKind, alternatives: [PeriodKind] = [], counting: Phrase, minimum: EvidenceGrade, owner: Phrase,
    frequency: Phrase, rulings: [Ruling] = [], awaits: [Phrase] = [], notes: [Phrase] = [],
    parent: IndicatorCode? = nil, version: Int = 1
  ) {
    self.code = code
    self.name = name
    self.unit = unit
    self.clause = clause
    self.measure = measure
    self.target = target
    self.period = period
    self.alternatives = alternatives
    self.counting = counting
    self.minimum = minimum
    self.owner = owner
    self.frequency = frequency
    self.rulings = rulings
    self.awaits = awaits
    self.notes = notes
    self.parent = parent
    self.version = version
  }

  public var level: IndicatorLevel { code.level }

  /// The option of each ruling that holds: the chosen one, or else the default.
  public func options(chosen: [String: String]) -> [String: String] {
    Dictionary(
      rulings.map { ruling in
        let option = chosen[ruling.code].flatMap { ruling.option($0) }?.code ?? ruling.defaultOption
        return (ruling.code, option)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The declaration as text of one line a fact: equal texts mean the same figure.
  ///
  /// - Parameter options: the option of each ruling that holds.
  public func canonicalText(options: [String: String]) -> String {
    let lines =
      [
        "code \(code)", "version \(version)", "name \(name.zh)", "unit \(unit.zh)", "clause \(clause)",
        "measure \(measure.canonicalText)", "target \(target.canonicalText)", "period \(period.rawValue)",
        "counting \(counting.zh)", "minimum \(minimum.code)",
      ] + options.sorted { $0.key < $1.key }.map { "ruling \($0.key) \($0.value)" }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// A question that the plan leaves open, with the readings on offer (口径裁定).
public struct Ruling: Sendable {
  /// Such as `AMB-03`; one ruling may concern several indicators.
  public let code: String
  public let question: Phrase
  public let options: [RulingOption]
  /// The code of the option that holds until somebody chooses.
  public let defaultOption: String

  /// - Precondition: `defaultOption` is one of `options`.
  public init(_ code: String, question: Phrase, options: [RulingOption], default defaultOption: String) {
    precondition(options.contains { $0.code == defaultOption }, "no such option of \(code): \(defaultOption)")
    self.code = code
    self.question = question
    self.options = options
    self.defaultOption = defaultOption
  }

  public func option(_ code: String) -> RulingOption? { options.first { $0.code == code } }
}

/// One reading of an open question.
public struct RulingOption: Sendable {
  /// Short and stable, such as `district`.
  public let code: String
  public let phrase: Phrase

  public init(_ code: String, _ phrase: Phrase) {
    self.code = code
    self.phrase = phrase
  }
}
