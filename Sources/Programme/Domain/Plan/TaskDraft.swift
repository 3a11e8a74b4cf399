public import Access
public import Kernel

/// A task as somebody typed it, or as a row of a file has it.
public struct TaskDraft: Equatable, Sendable {
  public var title = ""
  public var clause = ""
  public var start: Day?
  public var due: Day?
  public var person = ""
  public var department = ""
  public var account: ID<Account>?
  public var target = ""
  public var figure = ""
  public var number = ""

  public init() {}

  public init(_ content: TaskContent) {
    title = content.title
    clause = content.clause
    start = content.dates.start
    due = content.dates.due
    person = content.person.name
    department = content.person.department
    account = content.person.account
    target = content.target.text
    figure = content.target.figure?.code ?? ""
    number = content.target.figure?.number.text ?? ""
  }
}

/// What a task is about.
///
/// It cannot be made without a time, a person and a target (三落实).
public struct TaskContent: Equatable, Sendable {
  public let title: String
  /// The clause of the construction plan that it carries out, such as `五（一）1`; may be empty.
  public let clause: String
  public var dates: TaskDates
  public let person: ResponsiblePerson
  public let target: TaskTarget

  public init(title: String, clause: String, dates: TaskDates, person: ResponsiblePerson, target: TaskTarget) {
    self.title = title
    self.clause = clause
    self.dates = dates
    self.person = person
    self.target = target
  }

  /// - Throws: `FormRefusal` with a ``PlanRefusal`` for everything that is missing or wrong.
  public init(_ draft: TaskDraft) throws(FormRefusal) {
    var faults: [PlanRefusal] = []
    if draft.title.isEmpty { faults.append(.titleMissing) }
    let dates = Self.dates(draft, &faults)
    if draft.person.isEmpty { faults.append(.personMissing) }
    if draft.department.isEmpty { faults.append(.departmentMissing) }
    if draft.target.isEmpty { faults.append(.targetMissing) }
    let goal = Self.goal(draft, &faults)
    faults += Self.tooLong(draft)
    guard faults.isEmpty, let dates else { throw FormRefusal(faults) }
    self.init(
      title: draft.title, clause: draft.clause, dates: dates,
      person: ResponsiblePerson(name: draft.person, department: draft.department, account: draft.account),
      target: TaskTarget(text: draft.target, figure: goal))
  }

  private static func dates(_ draft: TaskDraft, _ faults: inout [PlanRefusal]) -> TaskDates? {
    if draft.start == nil { faults.append(.startMissing) }
    if draft.due == nil { faults.append(.dueMissing) }
    guard let start = draft.start, let due = draft.due else { return nil }
    do {
      return try TaskDates(start: start, due: due)
    } catch {
      faults.append(error)
      return nil
    }
  }

  private static func goal(_ draft: TaskDraft, _ faults: inout [PlanRefusal]) -> FigureGoal? {
    guard !draft.figure.isEmpty else {
      if !draft.number.isEmpty { faults.append(.figureMissing) }
      return nil
    }
    let code = draft.figure.uppercased()
    guard isFigureCode(code) else {
      faults.append(.wrongFigure)
      return nil
    }
    guard let number = SchemeNumber(draft.number) else {
      faults.append(.numberMissing)
      return nil
    }
    return FigureGoal(code: code, number: number)
  }

  /// Texts that no table of tasks has room for.
  private static func tooLong(_ draft: TaskDraft) -> [PlanRefusal] {
    let limits: [(String, String, Int)] = [
      ("title", draft.title, 120), ("clause", draft.clause, 60), ("person", draft.person, 40),
      ("department", draft.department, 80), ("target", draft.target, 500),
    ]
    return limits.filter { $0.1.count > $0.2 }.map { .tooLong(field: $0.0, limit: $0.2) }
  }
}

/// Whether `code` could name a figure: a letter, two digits and perhaps a sub-item, such as `A01` or `E09.1`.
public func isFigureCode(_ code: String) -> Bool {
  code.wholeMatch(of: /[A-Z][0-9]{2}(\.[0-9]{1,2})?/) != nil
}
