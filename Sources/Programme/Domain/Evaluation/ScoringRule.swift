public import Kernel

/// How an indicator comes to its score, as the scheme's file says.
public enum ScoringRule: Equatable, Sendable {
  /// The highest step that the figure reaches; below the first, nothing.
  case steps([ScoringStep])
  /// In proportion between the two; `ceiling` below `floor` where less is better.
  case linear(floor: SchemeNumber, ceiling: SchemeNumber)
  /// All or nothing: a figure above zero, or the reviewer's yes.
  case yesNo
  /// A reviewer gives the score and says why.
  case manual

  public enum Kind: String, CaseIterable, Sendable {
    case steps, linear
    case yesNo = "yes-no"
    case manual
  }

  public var kind: Kind {
    switch self {
    case .steps: .steps
    case .linear: .linear
    case .yesNo: .yesNo
    case .manual: .manual
    }
  }

  public var phrase: Phrase {
    switch self {
    case .steps(let steps):
      Phrase(
        zh: "分档："
          + steps.map { "\($0.isStrict ? "超过" : "达到") \($0.bound.text) 得 \($0.score.text)" }.joined(separator: "；"),
        en: "Steps: "
          + steps.map { "\($0.isStrict ? "above" : "from") \($0.bound.text): \($0.score.text)" }.joined(separator: "; ")
      )
    case .linear(let floor, let ceiling):
      Phrase(
        zh: "按比例：\(floor.text) 得 0，\(ceiling.text) 得 100",
        en: "In proportion: \(floor.text) gives 0, \(ceiling.text) gives 100")
    case .yesNo: Phrase(zh: "有则得 100，无则得 0", en: "100 where it is there, else 0")
    case .manual: Phrase(zh: "评审人评分并说明", en: "A reviewer scores it and says why")
    }
  }

  /// What a figure's value earns; nil where this rule asks a reviewer.
  func score(of reading: FigureReading) -> Score? {
    switch self {
    case .steps(let steps):
      steps.filter { $0.isStrict ? reading.exceeds($0.bound) : reading.reaches($0.bound) }.map(\.score).max() ?? .zero
    case .linear(let floor, let ceiling): reading.share(from: floor, to: ceiling)
    case .yesNo: reading.numerator > 0 ? .full : .zero
    case .manual: nil
    }
  }
}

/// One step of ``ScoringRule/steps(_:)``.
public struct ScoringStep: Equatable, Sendable {
  public let bound: SchemeNumber
  /// Whether the bound itself does not count: 超过, not 达到.
  public let isStrict: Bool
  public let score: Score

  public init(bound: SchemeNumber, isStrict: Bool, score: Score) {
    self.bound = bound
    self.isStrict = isStrict
    self.score = score
  }
}
