public import Access
public import Kernel

/// One task of a year's plan.
///
/// What it must have it has: a time, a person and a target.
public struct PlanTask: Equatable, Sendable {
  public let id: ID<PlanTask>
  public let plan: ID<Plan>
  /// Its place in the plan, from 1.
  public let place: Int
  public var content: TaskContent
  public var stage: TaskStage
  /// As the newest progress note has it.
  public var percent: Int
  public let revision: Int64

  public init(
    id: ID<PlanTask>, plan: ID<Plan>, place: Int, content: TaskContent, stage: TaskStage, percent: Int,
    revision: Int64
  ) {
    self.id = id
    self.plan = plan
    self.place = place
    self.content = content
    self.stage = stage
    self.percent = percent
    self.revision = revision
  }

  /// - Throws: ``PlanRefusal/taskClosed`` for what is done or cancelled.
  public func requireOpen() throws(PlanRefusal) {
    guard stage == .open else { throw .taskClosed }
  }
}

/// What becomes of a task.
public enum TaskStage: Equatable, Sendable {
  case open
  /// With the note that says by what it shows.
  case done(on: Day, evidence: String)
  case cancelled(because: String)
}

/// The first and the last day of a task.
public struct TaskDates: Equatable, Sendable {
  public let start: Day
  public let due: Day

  /// - Throws: ``PlanRefusal/dueBeforeStart``.
  public init(start: Day, due: Day) throws(PlanRefusal) {
    guard start <= due else { throw .dueBeforeStart }
    self.start = start
    self.due = due
  }

  /// As a record has them.
  public init(recorded start: Day, _ due: Day) {
    self.start = start
    self.due = due
  }
}

/// Who answers for a task.
public struct ResponsiblePerson: Equatable, Sendable {
  /// Empty where the reader may not see it.
  public let name: String
  public let department: String
  public let account: ID<Account>?

  public init(name: String, department: String, account: ID<Account>? = nil) {
    self.name = name
    self.department = department
    self.account = account
  }
}

/// What shows that a task has come to its end.
public struct TaskTarget: Equatable, Sendable {
  public let text: String
  /// A figure of the zone and the number it is to reach, such as A01 and 101.
  public let figure: FigureGoal?

  public init(text: String, figure: FigureGoal? = nil) {
    self.text = text
    self.figure = figure
  }
}

/// A number that a figure of the zone is to reach.
public struct FigureGoal: Equatable, Sendable {
  /// Such as `A01`.
  public let code: String
  public let number: SchemeNumber

  public init(code: String, number: SchemeNumber) {
    self.code = code
    self.number = number
  }
}
