public import Kernel
public import Programme

/// A plan as its page shows it.
public struct PlanFile: Sendable {
  public let plan: Plan
  /// In the order of the plan.
  public let lines: [TaskLine]
  /// The day that lights are computed for.
  public let today: Day

  /// The tasks that meet `filter`.
  public func lines(_ filter: PlanFilter) -> [TaskLine] {
    lines.filter { line in
      let person = line.task.content.person
      return (filter.person == nil || person.name == filter.person)
        && (filter.department == nil || person.department == filter.department)
        && (filter.colour == nil || line.light(on: today).colour == filter.colour)
    }
  }

  /// The overdue ones, the longest overdue first.
  public var overdue: [TaskLine] {
    lines.filter { if case .overdue = $0.light(on: today) { true } else { false } }
      .sorted { $0.task.content.dates.due < $1.task.content.dates.due }
  }

  /// The names that answer for tasks, each once; empty for whom they are not shown to.
  public var people: [String] { Set(lines.map(\.task.content.person.name)).subtracting([""]).sorted() }
  public var departments: [String] { Set(lines.map(\.task.content.person.department)).sorted() }

  /// The tasks whose dates are not those of their newest baseline, or that have none.
  public var moved: [TaskLine] {
    lines.filter { line in
      guard case .open = line.task.stage else { return false }
      let dates = line.task.content.dates
      return line.baseline.map { $0.start != dates.start || $0.due != dates.due } ?? true
    }
  }
}

/// A task with all that was ever said about it.
public struct TaskFile: Sendable {
  public let plan: Plan
  public let line: TaskLine
  /// The oldest first.
  public let baselines: [PlanBaseline]
  /// The newest first.
  public let progress: [ProgressNote]
  /// The newest first.
  public let redatings: [Redating]
  public let today: Day

  public var task: PlanTask { line.task }
}

/// What became of one row of a file of tasks.
public struct ImportedTaskRow: Sendable {
  /// As a person counts the file's rows.
  public let number: Int
  public let title: String
  /// The task that it became; nil where it was refused.
  public let task: ID<PlanTask>?
  public let refusals: [Phrase]
}
