public import Kernel

/// Whether a patent right is in force on a day, as far as the register knows.
public enum RightStanding: Equatable, Sendable {
  case inForce
  /// Granted, and no source says what became of it: never taken for certain.
  case unstated
  /// With the day where it is known.
  case ended(Day?)
  case notGranted

  /// - Parameters:
  ///   - status: in the words of a source, of the day of the source.
  ///   - statusDay: since when that holds, where a source says so.
  ///   - endedOn: the day on which the right ended, where a source says so.
  ///   - years: the term from filing.
  public init(
    filedOn: Day?, grantedOn: Day?, status: String?, statusDay: Day?, endedOn: Day?, years: Int, on day: Day
  ) {
    guard let grantedOn, grantedOn <= day else {
      self = .notGranted
      return
    }
    if let end = filedOn?.adding(months: 12 * years), end <= day {
      self = .ended(end)
      return
    }
    if let endedOn {
      self = endedOn <= day ? .ended(endedOn) : .inForce
      return
    }
    switch status.flatMap(StatusWords.init) {
    case .ended: self = statusDay.map { $0 > day } == true ? .inForce : .ended(statusDay)
    case .inForce: self = .inForce
    case nil: self = .unstated
    }
  }

  public var phrase: Phrase {
    switch self {
    case .inForce: Phrase(zh: "有效", en: "In force")
    case .unstated: Phrase(zh: "有效性未说明", en: "Not said whether in force")
    case .ended(let day?): Phrase(zh: "\(day) 失效", en: "Ended on \(day)")
    case .ended(nil): Phrase(zh: "已失效", en: "No longer in force")
    case .notGranted: Phrase(zh: "当日未授权", en: "Not granted by that day")
    }
  }
}

/// What the words of a status say of a granted right.
private enum StatusWords {
  case inForce, ended

  /// The usual words of Chinese registers; nil where none of them occurs.
  init?(_ text: String) {
    let parts = text.split { "|-；;、/ ".contains($0) }.map(String.init)
    if parts.contains(where: Self.isEnd) {
      self = .ended
    } else if parts.contains(where: Self.isLife) {
      self = .inForce
    } else {
      return nil
    }
  }

  private static func isEnd(_ word: String) -> Bool {
    if word.contains("部分无效") || word.contains("恢复") { return false }
    return ["失效", "终止", "届满", "放弃", "无效", "未缴年费", "撤回", "驳回"].contains(where: word.contains)
  }

  private static func isLife(_ word: String) -> Bool {
    ["授权", "有效", "恢复", "权利转移", "专利权的转移", "许可", "质押", "部分无效"].contains(where: word.contains)
  }
}
