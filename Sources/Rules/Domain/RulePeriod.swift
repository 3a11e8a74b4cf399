public import Kernel

/// One value of a rule and the days it holds (一段效力期间).
public struct RulePeriod: Hashable, Sendable {
  /// Nil exactly if the status is ``RuleStatus/unknown``.
  public let value: RuleValue?
  /// The first day in force; nil if it has held longer than anyone asks.
  public let from: Day?
  /// The last day in force; nil if no end is known.
  public let to: Day?
  public let basis: RuleBasis
  public let note: Phrase?

  public init(value: RuleValue, from: Day?, to: Day?, basis: RuleBasis, note: Phrase? = nil) {
    self.value = value
    self.from = from
    self.to = to
    self.basis = basis
    self.note = note
  }

  /// A period whose value nobody has established.
  public init(unknownFrom from: Day?, to: Day?, note: Phrase? = nil) {
    value = nil
    self.from = from
    self.to = to
    basis = .unknown
    self.note = note
  }

  public var status: RuleStatus { basis.status }

  public func contains(_ day: Day) -> Bool {
    if let from, day < from { return false }
    if let to, day > to { return false }
    return true
  }

  public func overlaps(_ other: RulePeriod) -> Bool {
    if let to, let from = other.from, to < from { return false }
    if let to = other.to, let from, to < from { return false }
    return true
  }
}

/// What a value rests on: its status with what that status owes.
public enum RuleBasis: Hashable, Sendable {
  case sourced(RuleSource)
  case recalled(RecallConfidence, RuleSource?)
  /// Entered from a document that nobody has compared with the text yet.
  case entered(RuleSource)
  case adopted(by: Phrase, on: Day)
  case unknown

  public var status: RuleStatus {
    switch self {
    case .sourced: .sourced
    case .recalled, .entered: .recalled
    case .adopted: .adopted
    case .unknown: .unknown
    }
  }

  public var source: RuleSource? {
    switch self {
    case .sourced(let source): source
    case .recalled(_, let source): source
    case .entered(let source): source
    case .adopted, .unknown: nil
    }
  }

  /// What must stand beside the value wherever it is used; nil for a sourced value.
  public var mark: Phrase? {
    switch self {
    case .sourced: nil
    case .recalled(let confidence, _):
      Phrase(
        zh: "待核：凭记忆录入，\(confidence.phrase.zh)，使用前请对照原文",
        en: "To be verified: recalled with \(confidence.phrase.en); check the original text before relying on it")
    case .entered:
      Phrase(
        zh: "待核：由管理员据所列文件录入，尚未附原文副本，使用前请对照原文",
        en: "To be verified: entered by an administrator from the document named, without a copy of it; "
          + "check the original text before relying on it")
    case .adopted(let who, let day):
      Phrase(zh: "自定：\(who.zh)于 \(day) 确定，不是法定值", en: "Adopted by \(who.en) on \(day); not a legal value")
    case .unknown: Phrase(zh: "未知：尚无依据", en: "Unknown: not established")
    }
  }
}
