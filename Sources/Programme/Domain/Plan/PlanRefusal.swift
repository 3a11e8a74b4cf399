public import Kernel

/// Why something is not done with a plan or a task.
public enum PlanRefusal: Refusal, Equatable {
  case unknownPlan(Int)
  case unknownTask(ID<PlanTask>)
  case planExists(Int)
  case wrongYear
  case titleMissing
  case startMissing
  case dueMissing
  case dueBeforeStart
  case personMissing
  case departmentMissing
  case targetMissing
  case figureMissing
  case wrongFigure
  case numberMissing
  case tooLong(field: String, limit: Int)
  case titleTaken(String)
  case datesFixed
  case nothingToApprove
  case alreadyApproved
  case notApproved
  case documentMissing
  case reasonMissing
  case noteMissing
  case wrongPercent
  case dayMissing
  case dayInFuture
  case doneBeforeStart
  case evidenceMissing
  case taskClosed
  case sameDates
  case nothingMoved

  public var kind: RefusalKind {
    switch self {
    case .unknownPlan, .unknownTask: .missing
    case .planExists, .nothingToApprove, .alreadyApproved, .notApproved, .taskClosed, .nothingMoved: .conflict
    case .wrongYear, .titleMissing, .startMissing, .dueMissing, .dueBeforeStart, .personMissing, .departmentMissing,
      .targetMissing, .figureMissing, .wrongFigure, .numberMissing, .tooLong, .titleTaken, .datesFixed,
      .documentMissing, .reasonMissing, .noteMissing, .wrongPercent, .dayMissing, .dayInFuture, .doneBeforeStart,
      .evidenceMissing, .sameDates:
      .invalid
    }
  }

  public var code: String {
    switch self {
    case .unknownPlan: "plan.unknown"
    case .unknownTask: "plan.unknown-task"
    case .planExists: "plan.exists"
    case .wrongYear: "plan.wrong-year"
    case .titleMissing: "plan.title-missing"
    case .startMissing: "plan.start-missing"
    case .dueMissing: "plan.due-missing"
    case .dueBeforeStart: "plan.due-before-start"
    case .personMissing: "plan.person-missing"
    case .departmentMissing: "plan.department-missing"
    case .targetMissing: "plan.target-missing"
    case .figureMissing: "plan.figure-missing"
    case .wrongFigure: "plan.wrong-figure"
    case .numberMissing: "plan.number-missing"
    case .tooLong: "plan.too-long"
    case .titleTaken: "plan.title-taken"
    case .datesFixed: "plan.dates-fixed"
    case .nothingToApprove: "plan.nothing-to-approve"
    case .alreadyApproved: "plan.already-approved"
    case .notApproved: "plan.not-approved"
    case .documentMissing: "plan.document-missing"
    case .reasonMissing: "plan.reason-missing"
    case .noteMissing: "plan.note-missing"
    case .wrongPercent: "plan.wrong-percent"
    case .dayMissing: "plan.day-missing"
    case .dayInFuture: "plan.day-in-future"
    case .doneBeforeStart: "plan.done-before-start"
    case .evidenceMissing: "plan.evidence-missing"
    case .taskClosed: "plan.task-closed"
    case .sameDates: "plan.same-dates"
    case .nothingMoved: "plan.nothing-moved"
    }
  }

  public var field: String? {
    switch self {
    case .planExists, .wrongYear: "year"
    case .titleMissing, .titleTaken: "title"
    case .startMissing: "start"
    case .dueMissing, .dueBeforeStart, .datesFixed, .sameDates: "due"
    case .personMissing: "person"
    case .departmentMissing: "department"
    case .targetMissing: "target"
    case .figureMissing, .wrongFigure: "figure"
    case .numberMissing: "number"
    case .tooLong(let field, _): field
    case .documentMissing: "document"
    case .reasonMissing: "reason"
    case .noteMissing: "note"
    case .wrongPercent: "percent"
    case .dayMissing, .dayInFuture, .doneBeforeStart: "on"
    case .evidenceMissing: "evidence"
    case .unknownPlan, .unknownTask, .nothingToApprove, .alreadyApproved, .notApproved, .taskClosed, .nothingMoved: nil
    }
  }
}
