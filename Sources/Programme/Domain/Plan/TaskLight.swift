public import Kernel

/// How a task stands on a day; pages show it in a colour and always in words.
public enum TaskLight: Equatable, Sendable {
  case notStarted
  case onTrack
  /// Due within ``TaskLight/soon`` days.
  case dueSoon(days: Int)
  /// Its present last day is that many days behind the baseline's.
  case slipped(days: Int)
  case overdue(days: Int)
  case doneInTime
  case doneLate(days: Int)
  case cancelled

  /// How near a last day is said to be near.
  ///
  /// Set by this platform.
  public static let soon = 14

  public var colour: Colour {
    switch self {
    case .notStarted, .cancelled: .grey
    case .onTrack, .doneInTime: .green
    case .dueSoon, .slipped, .doneLate: .amber
    case .overdue: .red
    }
  }

  public enum Colour: String, CaseIterable, Sendable {
    case green, amber, red, grey

    public var phrase: Phrase {
      switch self {
      case .green: Phrase(zh: "绿", en: "Green")
      case .amber: Phrase(zh: "黄", en: "Amber")
      case .red: Phrase(zh: "红", en: "Red")
      case .grey: Phrase(zh: "灰", en: "Grey")
      }
    }
  }

  public var phrase: Phrase {
    switch self {
    case .notStarted: Phrase(zh: "未到开始日", en: "Not begun")
    case .onTrack: Phrase(zh: "正常推进", en: "On track")
    case .dueSoon(0): Phrase(zh: "今天到期", en: "Due today")
    case .dueSoon(let days): Phrase(zh: "还剩 \(days) 天", en: "Due in \(counted(days))")
    case .slipped(let days): Phrase(zh: "已推迟 \(days) 天", en: "Slipped \(counted(days))")
    case .overdue(let days): Phrase(zh: "逾期 \(days) 天", en: "Overdue \(counted(days))")
    case .doneInTime: Phrase(zh: "按期完成", en: "Done in time")
    case .doneLate(let days): Phrase(zh: "完成，晚 \(days) 天", en: "Done, \(counted(days)) late")
    case .cancelled: Phrase(zh: "已取消", en: "Cancelled")
    }
  }
}

private func counted(_ days: Int) -> String { days == 1 ? "1 day" : "\(days) days" }

/// A task with the baseline that it is measured by.
public struct TaskLine: Equatable, Sendable {
  public let task: PlanTask
  /// The newest; nil in a draft, and for a task that was added since the last approval.
  public let baseline: PlanBaseline?

  public init(task: PlanTask, baseline: PlanBaseline?) {
    self.task = task
    self.baseline = baseline
  }

  /// Calendar days from the baseline's last day to the present one, or to the day it was done.
  ///
  /// Negative where it is early; nil without a baseline and for a task that was cancelled.
  public var slippage: Int? {
    guard let baseline else { return nil }
    return switch task.stage {
    case .open: task.content.dates.due.number - baseline.due.number
    case .done(let day, _): day.number - baseline.due.number
    case .cancelled: nil
    }
  }

  public func light(on today: Day) -> TaskLight {
    let dates = task.content.dates
    switch task.stage {
    case .cancelled: return .cancelled
    case .done(let day, _):
      let late = day.number - (baseline?.due ?? dates.due).number
      return late > 0 ? .doneLate(days: late) : .doneInTime
    case .open: break
    }
    let left = dates.due.number - today.number
    if left < 0 { return .overdue(days: -left) }
    if let slippage, slippage > 0 { return .slipped(days: slippage) }
    if today < dates.start { return .notStarted }
    return left <= TaskLight.soon ? .dueSoon(days: left) : .onTrack
  }
}
