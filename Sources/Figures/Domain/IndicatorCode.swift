public import Kernel

/// The number of an indicator, such as `A01`, or of a part of one, such as `E09.1`.
public struct IndicatorCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let level: IndicatorLevel
  /// 1 to 99.
  public let number: Int
  /// Of a part of an indicator, from 1; 0 for the indicator itself.
  public let part: Int

  /// Nil for what is no code.
  public init?(_ text: some StringProtocol) {
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count), let head = halves.first, head.utf8.count == 3, let first = head.first,
      let level = IndicatorLevel(rawValue: String(first)), let number = Self.digits(head.dropFirst()), number > 0
    else { return nil }
    if halves.count == 2 {
      guard let part = Self.digits(halves[1]), part > 0 else { return nil }
      self.part = part
    } else {
      part = 0
    }
    self.level = level
    self.number = number
  }

  public var description: String {
    "\(level.rawValue)\(number < 10 ? "0" : "")\(number)" + (part == 0 ? "" : ".\(part)")
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.level.rawValue, left.number, left.part) < (right.level.rawValue, right.number, right.part)
  }

  private static func digits(_ text: some StringProtocol) -> Int? {
    guard (1...2).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }
}

extension IndicatorCode: ExpressibleByStringLiteral {
  /// For codes that the program itself writes.
  ///
  /// - Precondition: the literal is a code.
  public init(stringLiteral text: String) {
    // A literal of the program itself: a wrong one shows when it is first run.
    guard let code = IndicatorCode(text[...]) else { preconditionFailure("not a code: \(text)") }
    self = code
  }
}

/// What an indicator is about: the first letter of its code.
public enum IndicatorLevel: String, CaseIterable, Sendable {
  case development = "A"
  case policy = "B"
  case industry = "C"
  case demonstration = "D"
  case duties = "E"

  /// The chapters of the plan.
  ///
  /// Source: 宁政办发〔2024〕11号，三（一）至（四）、四至六。
  public var phrase: Phrase {
    switch self {
    case .development: Phrase(zh: "集聚发展水平", en: "Development level")
    case .policy: Phrase(zh: "政策引导", en: "Policy")
    case .industry: Phrase(zh: "产业支撑", en: "Industry support")
    case .demonstration: Phrase(zh: "示范效应", en: "Demonstration")
    case .duties: Phrase(zh: "任务与保障", en: "Measurable duties")
    }
  }
}
