public import Access
public import Kernel

/// The plan of one year (年度推进计划): tasks, each with a time, a person and a target.
///
/// Source: 宁政办发〔2024〕11号，六（三）：制定试验区建设年度推进计划和工作进度表，做到“时间、人员、目标”三落实。
public struct Plan: Equatable, Sendable {
  public let id: ID<Plan>
  public let year: Int
  public var title: String
  /// Nil while it is a draft.
  public var approval: PlanApproval?
  /// How many baselines were set: 0 for a draft, 1 by the approval, more by approved adjustments.
  public var baselines: Int
  public let revision: Int64

  public init(id: ID<Plan>, year: Int, title: String, approval: PlanApproval?, baselines: Int, revision: Int64) {
    self.id = id
    self.year = year
    self.title = title
    self.approval = approval
    self.baselines = baselines
    self.revision = revision
  }

  /// Years that a plan can be made for.
  public static let years = 2_000...2_100

  public var isApproved: Bool { approval != nil }
}

/// Who approved a plan, when, and by which document.
public struct PlanApproval: Equatable, Sendable {
  public let on: Day
  public let document: String
  public let by: ID<Account>

  public init(on: Day, document: String, by: ID<Account>) {
    self.on = on
    self.document = document
    self.by = by
  }
}

/// The dates that a task was approved with.
///
/// An approved adjustment adds another; none is ever removed.
public struct PlanBaseline: Equatable, Sendable {
  public let id: ID<PlanBaseline>
  public let task: ID<PlanTask>
  /// The plan's count of baselines when this one was set: 1 is the approval.
  public let number: Int
  public let start: Day
  public let due: Day
  public let setOn: Day
  /// The approval's document, or why the plan was adjusted.
  public let reason: String

  public init(
    id: ID<PlanBaseline>, task: ID<PlanTask>, number: Int, start: Day, due: Day, setOn: Day, reason: String
  ) {
    self.id = id
    self.task = task
    self.number = number
    self.start = start
    self.due = due
    self.setOn = setOn
    self.reason = reason
  }
}

/// How far a task was on a day, in the words of whoever carries it out.
public struct ProgressNote: Equatable, Sendable {
  public let id: ID<ProgressNote>
  public let task: ID<PlanTask>
  public let on: Day
  public let percent: Int
  public let note: String

  public init(id: ID<ProgressNote>, task: ID<PlanTask>, on: Day, percent: Int, note: String) {
    self.id = id
    self.task = task
    self.on = on
    self.percent = percent
    self.note = note
  }
}

/// A change of a task's present dates; the baseline stays where it is.
public struct Redating: Equatable, Sendable {
  public let id: ID<Redating>
  public let task: ID<PlanTask>
  public let from: TaskDates
  public let to: TaskDates
  public let reason: String
  public let on: Day

  public init(id: ID<Redating>, task: ID<PlanTask>, from: TaskDates, to: TaskDates, reason: String, on: Day) {
    self.id = id
    self.task = task
    self.from = from
    self.to = to
    self.reason = reason
    self.on = on
  }
}
