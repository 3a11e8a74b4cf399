import Enterprises
import EnterprisesStore
import Kernel
import Ledgers
import LedgersStore
import Matters
public import MattersStore
import Protection
import Storage

extension KeptProcedure {
  /// A problem of a visit: filing opens its record in the ledger of problems, closing closes it.
  public static var problemVisit: KeptProcedure {
    KeptProcedure(
      ProblemVisit.self,
      check: { step, taken, db in
        switch step {
        case nil: try taken.problemFaults(db)
        case .begin, .answer, .confirm, .insist, .finish: []
        }
      },
      effect: { step, taken, work in
        switch step {
        case nil: try taken.openProblem(work)
        case .confirm: try taken.closeProblem(["confirmed": "是"], work)
        case .finish: try taken.closeProblem(["closed_for": taken.reason ?? ""], work)
        case .begin, .answer, .insist: break
        }
      })
  }
}

extension StepTaken {
  /// The record has the matter's own id.
  private var problem: ID<LedgerRecord> { ID(matter.id.number) }

  fileprivate func problemFaults(_ db: any Reading) throws -> [any Refusal] {
    guard let firm = matter.organisation, let day = answers[ProblemVisit.visitedOn] else {
      return [ProblemVisitRefusal.noEnterprise]
    }
    var faults: [any Refusal] = []
    if try !EnterpriseFacts.wasVisited(firm, on: day, in: db) { faults.append(ProblemVisitRefusal.noVisit(day)) }
    if answers[ProblemVisit.dueOn] ?? matter.due?.day == nil { faults.append(ProblemVisitRefusal.noDay) }
    return faults
  }

  fileprivate func openProblem(_ work: StepWork) throws {
    let due = answers[ProblemVisit.dueOn] ?? matter.due?.day
    let draft = LedgerDraft(
      texts: [
        "problem": answers[ProblemVisit.problem] ?? "", "enterprise": matter.organisation?.description ?? "",
        "raised_on": today.description, "keeper": answers[ProblemVisit.keeper] ?? "",
        "due_on": due?.description ?? "",
      ], document: matter.number.description)
    try work.ledgers.add(draft, to: .problems, as: problem, in: work.recording, work.db)
  }

  fileprivate func closeProblem(_ texts: [String: String], _ work: StepWork) throws {
    let outcome = before["answer"]?[ProblemVisit.outcome] ?? ""
    let closing = ["closed_on": today.description, "outcome": outcome].merging(texts) { $1 }
    try work.ledgers.set(closing, of: problem, in: .problems, in: work.recording, work.db)
  }
}

/// Why a problem is not taken in.
enum ProblemVisitRefusal: Refusal, Equatable {
  case noEnterprise
  case noVisit(Day)
  case noDay

  var kind: RefusalKind { .invalid }

  var code: String {
    switch self {
    case .noEnterprise: "problem-visits.no-enterprise"
    case .noVisit: "problem-visits.no-visit"
    case .noDay: "problem-visits.no-day"
    }
  }

  var field: String? {
    switch self {
    case .noEnterprise: nil
    case .noVisit: "visited_on"
    case .noDay: "due_on"
    }
  }

  var phrase: Phrase {
    switch self {
    case .noEnterprise: Phrase(zh: "请写明受访企业的统一社会信用代码", en: "Please give the credit code of the enterprise")
    case .noVisit(let day):
      Phrase(
        zh: "没有 \(day) 对该企业的走访记录；请先在“走访记录”中登记",
        en: "No visit to this enterprise on \(day) is on record; please enter it under “Visits” first")
    case .noDay:
      Phrase(
        zh: "请填写办理期限：本区尚未规定服务时限", en: "Please say when it is due: the zone has adopted no time for it yet")
    }
  }
}
