public import Access
public import Kernel
public import Rules

/// A time limit of a procedure (时限): what it is counted by, while a matter stands where, and who hears when it ends.
public struct Clock<Stage: ProcedureStage>: Sendable {
  let clock: ProcedureClock

  /// - Parameters:
  ///   - code: stable within the procedure.
  ///   - rule: the length: days, working days, months or years, with its source.
  ///   - stages: it begins when a matter comes to one of them, and is kept when the matter leaves them.
  ///   - pauses: where it stands still, such as a request for correction.
  ///   - isLegal: of a legal limit whose length is unknown the step that starts it is refused; a service level of the
  ///     zone's own just does not run.
  ///   - isWait: it is a time that has to pass, such as a publicity: where it runs out nobody was late.
  ///   - extended: the rule that says by how much it may be extended once, and by whom.
  ///   - told: who hears of it when it ends, beside the one who works on the matter.
  ///   - condition: of which applications it runs at all; nil: of every one.
  public init(
    _ code: String, _ words: Phrase, rule: RuleID, while stages: Set<Stage>, pausedIn pauses: Set<Stage> = [],
    isLegal: Bool = false, isWait: Bool = false, extendedBy extended: ClockExtension? = nil,
    tells told: Permission? = nil,
    when condition: FormCondition? = nil
  ) {
    precondition(stages.union(pauses).allSatisfy { $0.end == nil }, "no clock runs on a closed matter: \(code)")
    precondition(stages.isDisjoint(with: pauses), "a clock runs or stands: \(code)")
    clock = ProcedureClock(
      code: code, words: words, rule: rule, stages: Set(stages.map(\.rawValue)), pauses: Set(pauses.map(\.rawValue)),
      isLegal: isLegal, isWait: isWait, extended: extended, told: told, condition: condition)
  }
}

/// A ``Clock`` with the names of its stages.
public struct ProcedureClock: Sendable {
  public let code: String
  public let words: Phrase
  public let rule: RuleID
  public let stages: Set<String>
  public let pauses: Set<String>
  public let isLegal: Bool
  public let isWait: Bool
  public let extended: ClockExtension?
  public let told: Permission?
  public let condition: FormCondition?
}

/// That a time limit may be extended once.
public struct ClockExtension: Sendable {
  /// By how much, in the unit of the limit.
  public let rule: RuleID
  public let approver: Permission

  public init(rule: RuleID, approver: Permission) {
    self.rule = rule
    self.approver = approver
  }
}

/// The length of a time limit.
public struct ClockLimit: Hashable, Sendable {
  public let count: Int
  public let unit: Unit

  public init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// Such as 5 个工作日, 1 month.
  public var phrase: Phrase {
    let words = unit.phrase
    return Phrase(zh: "\(count) \(words.zh)", en: "\(count) \(count == 1 ? String(words.en.dropLast()) : words.en)")
  }

  public enum Unit: String, CaseIterable, Sendable {
    case workingDays, days, months

    public var phrase: Phrase {
      switch self {
      case .workingDays: Phrase(zh: "个工作日", en: "working days")
      case .days: Phrase(zh: "日", en: "days")
      case .months: Phrase(zh: "个月", en: "months")
      }
    }
  }

  /// Where it ends that begins on `start`, with what it stood still added in its own kind of days.
  public func deadline(after start: Day, stopped days: Int, in calendar: WorkingCalendar) -> Deadline {
    switch unit {
    case .workingDays: return calendar.deadline(workingDays: count + days, after: start)
    case .days: return calendar.deadline(days: count + days, after: start)
    case .months:
      guard days > 0 else { return calendar.deadline(months: count, after: start) }
      return calendar.deadline(days: days, after: start.adding(months: count))
    }
  }

  /// How many days of its kind lie between: working days for a limit in working days, else calendar days.
  func days(after start: Day, through end: Day, in calendar: WorkingCalendar) -> Int {
    switch unit {
    case .workingDays: calendar.workingDays(after: start, through: end).days
    case .days, .months: max(0, end.number - start.number)
    }
  }
}
