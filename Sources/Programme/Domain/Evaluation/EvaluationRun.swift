public import Access
public import Foundation
public import Kernel

/// One evaluation by one version of a scheme at a cut-off, with everything that went into it.
public struct EvaluationRun: Equatable, Sendable {
  public let id: ID<EvaluationRun>
  public let scheme: ID<SchemeVersion>
  public let cutoff: Day
  public let note: String
  public let runBy: ID<Account>
  public let runAt: Date

  public init(
    id: ID<EvaluationRun>, scheme: ID<SchemeVersion>, cutoff: Day, note: String, runBy: ID<Account>, runAt: Date
  ) {
    self.id = id
    self.scheme = scheme
    self.cutoff = cutoff
    self.note = note
    self.runBy = runBy
    self.runAt = runAt
  }
}

/// One text of a scheme, for ever: what was scored by it stays so.
public struct SchemeVersion: Equatable, Sendable {
  /// Nil for a scheme that came with the program and that nothing was scored by yet.
  public let id: ID<SchemeVersion>?
  /// Of the versions of one code, from 1; nil as the id.
  public let number: Int?
  public let scheme: EvaluationScheme
  /// SHA-256 over the scheme's text, as `sha256sum` gives it of the downloaded file.
  public let hash: String
  /// The document that it was entered by; nil for one that came with the program.
  public let entered: Entered?

  public init(id: ID<SchemeVersion>?, number: Int?, scheme: EvaluationScheme, hash: String, entered: Entered?) {
    self.id = id
    self.number = number
    self.scheme = scheme
    self.hash = hash
    self.entered = entered
  }

  /// Why there is another version.
  public struct Entered: Equatable, Sendable {
    public let document: String
    public let reason: String
    public let at: Date

    public init(document: String, reason: String, at: Date) {
      self.document = document
      self.reason = reason
      self.at = at
    }
  }
}

/// What an indicator is scored from.
public struct IndicatorInput: Equatable, Sendable {
  /// The figure's value; nil where it has none, which is never 0.
  public let reading: FigureReading?
  /// The value as the figure's own page says it, or why there is none.
  public let words: Phrase?
  public let review: Review?

  public init(reading: FigureReading? = nil, words: Phrase? = nil, review: Review? = nil) {
    self.reading = reading
    self.words = words
    self.review = review
  }

  /// What a reviewer said.
  public struct Review: Equatable, Sendable {
    public let score: Score
    public let note: String

    public init(score: Score, note: String) {
      self.score = score
      self.note = note
    }
  }
}

/// What came of one indicator.
public struct IndicatorResult: Equatable, Sendable {
  public let indicator: SchemeIndicator
  public let input: IndicatorInput
  /// Out of a hundred; nil where ``missing`` says why.
  public let score: Score?
  public let missing: Missing?

  public init(_ indicator: SchemeIndicator, _ input: IndicatorInput) {
    self.indicator = indicator
    self.input = input
    (score, missing) = Self.outcome(indicator, input)
  }

  /// What it adds to the total; nil without score or weight.
  public var points: Points? {
    guard let score, let weight = indicator.weight else { return nil }
    return weight.earned(by: score)
  }

  /// What there is no score without.
  public enum Missing: String, CaseIterable, Sendable {
    case rule, figure, review

    public var phrase: Phrase {
      switch self {
      case .rule: Phrase(zh: "评分规则未录入", en: "No scoring rule entered")
      case .figure: Phrase(zh: "指标尚无数据", en: "The figure has no value")
      case .review: Phrase(zh: "评审人未评分", en: "Not scored by a reviewer")
      }
    }
  }

  private static func outcome(_ indicator: SchemeIndicator, _ input: IndicatorInput) -> (Score?, Missing?) {
    guard let rule = indicator.rule else { return (nil, .rule) }
    if indicator.isReviewed { return input.review.map { ($0.score, nil) } ?? (nil, .review) }
    guard let score = input.reading.flatMap(rule.score) else { return (nil, .figure) }
    return (score, nil)
  }
}

/// What came of a whole evaluation.
public struct EvaluationResult: Equatable, Sendable {
  public let scheme: EvaluationScheme
  public let results: [IndicatorResult]

  /// - Parameter inputs: by the indicators' codes.
  public init(_ scheme: EvaluationScheme, inputs: [String: IndicatorInput]) {
    self.scheme = scheme
    results = scheme.indicators.map { IndicatorResult($0, inputs[$0.code] ?? IndicatorInput()) }
  }

  public func results(of heading: SchemeHeading) -> [IndicatorResult] {
    let codes = Set(heading.indicators.map(\.code))
    return results.filter { codes.contains($0.indicator.code) }
  }

  /// The total, or what stands in its way.
  public var total: EvaluationTotal { EvaluationTotal(results) }

  /// The sum under one heading, or what stands in its way.
  public func total(of heading: SchemeHeading) -> EvaluationTotal { EvaluationTotal(results(of: heading)) }
}

/// A sum of points that is refused while it would be of a part only.
public enum EvaluationTotal: Equatable, Sendable {
  case points(Points, of: Points)
  /// The codes of the indicators without weight, and of those without score.
  case refused(withoutWeight: [String], withoutScore: [String])

  init(_ results: [IndicatorResult]) {
    let withoutWeight = results.filter { $0.indicator.weight == nil }.map(\.indicator.code)
    let withoutScore = results.filter { $0.score == nil }.map(\.indicator.code)
    guard withoutWeight.isEmpty, withoutScore.isEmpty, !results.isEmpty else {
      self = .refused(withoutWeight: withoutWeight, withoutScore: withoutScore)
      return
    }
    let zero = Points(hundredths: 0)
    self = .points(
      results.compactMap(\.points).reduce(zero, +), of: results.compactMap(\.indicator.weight).reduce(zero, +))
  }

  public var phrase: Phrase {
    switch self {
    case .points(let points, let whole):
      Phrase(zh: "\(points.text) 分（满分 \(whole.text) 分）", en: "\(points.text) of \(whole.text) points")
    case .refused(let weights, let scores):
      Phrase(
        zh: "不出总分："
          + [
            weights.isEmpty ? nil : "缺权重 \(weights.count) 项（\(weights.joined(separator: "、"))）",
            scores.isEmpty ? nil : "缺得分 \(scores.count) 项（\(scores.joined(separator: "、"))）",
            weights.isEmpty && scores.isEmpty ? "没有指标" : nil,
          ].compactMap(\.self).joined(separator: "；"),
        en: "No total: "
          + [
            weights.isEmpty ? nil : "\(weights.count) without weight (\(weights.joined(separator: ", ")))",
            scores.isEmpty ? nil : "\(scores.count) without score (\(scores.joined(separator: ", ")))",
            weights.isEmpty && scores.isEmpty ? "there are no indicators" : nil,
          ].compactMap(\.self).joined(separator: "; "))
    }
  }
}

/// What was handed in to show that an indicator's value is so.
public struct EvidenceReference: Equatable, Sendable {
  public let id: ID<EvidenceReference>
  public let run: ID<EvaluationRun>
  public let indicator: String
  /// A document's name and number, or a piece of evidence by its id.
  public let reference: String
  /// In hexadecimal digits, where a file was named by its hash.
  public let sha256: String?

  public init(
    id: ID<EvidenceReference>, run: ID<EvaluationRun>, indicator: String, reference: String, sha256: String?
  ) {
    self.id = id
    self.run = run
    self.indicator = indicator
    self.reference = reference
    self.sha256 = sha256
  }
}
