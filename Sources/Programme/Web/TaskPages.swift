import Access
import Hummingbird
import Kernel
import Markup
import Programme
import ProgrammeStore
import Web

/// Translates between the portal and the desk of the programme, for single tasks.
struct TaskPages: Sendable {
  let desk: ProgrammeDesk
  let links: ProgrammeLinks

  @Sendable func show(_: Request, _ context: PortalContext) async throws -> Page {
    let account = context.account
    let file = try await desk.task(try context.id(), by: account)
    var figure: TaskPageFigure?
    if let goal = file.task.content.target.figure {
      figure = TaskPageFigure(
        goal: goal, note: await links.figureNote(goal.code, account), link: links.figure(goal.code))
    }
    return taskPage(
      file, figure: figure, history: links.history(account, file.task.id.subject), mayEdit: account.may(.editPlan))
  }

  @Sendable func showNew(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let plan = try await desk.plan(of: try context.year(), by: context.account).plan
    return newTaskPage(plan, state)
  }

  @Sendable func add(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id = try await desk.addTask(try Self.draft(form), toPlanOf: try context.year(), by: context.account)
    return .seeOther(PlanPath.task(id), context, saying: .taskAdded)
  }

  @Sendable func showEdit(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    editTaskPage(try await open(context), state)
  }

  @Sendable func edit(_ form: Form, _ context: PortalContext) async throws -> Response {
    let (id, seen): (ID<PlanTask>, Int64) = try (context.id(), Self.seen(form))
    var draft = try Self.draft(form)
    if draft.start == nil, draft.due == nil {
      // The dates of an approved plan are not in the form.
      let dates = try await desk.task(id, by: context.account).task.content.dates
      (draft.start, draft.due) = (dates.start, dates.due)
    }
    try await desk.editTask(id, to: draft, because: form.optional("reason"), seen: seen, by: context.account)
    return .seeOther(PlanPath.task(id), context, saying: .taskChanged)
  }

  @Sendable func showRedate(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    redatePage(try await open(context), state)
  }

  @Sendable func redate(_ form: Form, _ context: PortalContext) async throws -> Response {
    let (id, seen): (ID<PlanTask>, Int64) = try (context.id(), Self.seen(form))
    var check = FormCheck()
    let start = try check.take("start") { try form.day("start") } ?? nil
    let due = try check.take("due") { try form.day("due") } ?? nil
    try check.verify()
    try await desk.redateTask(
      id, start: start, due: due, because: form.text("reason"), seen: seen, by: context.account)
    return .seeOther(PlanPath.task(id), context, saying: .taskRedated)
  }

  @Sendable func showProgress(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    progressPage(try await open(context), state)
  }

  @Sendable func progress(_ form: Form, _ context: PortalContext) async throws -> Response {
    let (id, seen): (ID<PlanTask>, Int64) = try (context.id(), Self.seen(form))
    let day = try Self.day(form)
    try await desk.noteProgress(
      id, on: day, percent: Int(form.text("percent")), note: form.text("note"), seen: seen, by: context.account)
    return .seeOther(PlanPath.task(id), context, saying: .progressNoted)
  }

  @Sendable func showFinish(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    finishPage(try await open(context), state)
  }

  @Sendable func finish(_ form: Form, _ context: PortalContext) async throws -> Response {
    let (id, seen): (ID<PlanTask>, Int64) = try (context.id(), Self.seen(form))
    let day = try Self.day(form)
    try await desk.finishTask(id, on: day, evidence: form.text("evidence"), seen: seen, by: context.account)
    return .seeOther(PlanPath.task(id), context, saying: .taskFinished)
  }

  @Sendable func showCancel(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    cancelPage(try await open(context), state)
  }

  @Sendable func cancel(_ form: Form, _ context: PortalContext) async throws -> Response {
    let (id, seen): (ID<PlanTask>, Int64) = try (context.id(), Self.seen(form))
    try await desk.cancelTask(id, because: form.text("reason"), seen: seen, by: context.account)
    return .seeOther(PlanPath.task(id), context, saying: .taskCancelled)
  }

  /// The task of the path, unless it is done or cancelled.
  private func open(_ context: PortalContext) async throws -> TaskFile {
    let file = try await desk.task(try context.id(), by: context.account)
    try file.task.requireOpen()
    return file
  }

  private static func seen(_ form: Form) throws(WebRefusal) -> Int64 {
    guard let seen = form.revision() else { throw .malformedForm }
    return seen
  }

  private static func day(_ form: Form) throws(FieldRefusal) -> Day? {
    do {
      return try form.day("on")
    } catch {
      throw FieldRefusal(error, in: "on")
    }
  }

  private static func draft(_ form: Form) throws -> TaskDraft {
    var check = FormCheck()
    var draft = TaskDraft()
    draft.title = form.text("title")
    draft.clause = form.text("clause")
    draft.start = try check.take("start") { try form.day("start") } ?? nil
    draft.due = try check.take("due") { try form.day("due") } ?? nil
    draft.person = form.text("person")
    draft.department = form.text("department")
    draft.account =
      try check.take("account") { () throws(FieldFault) -> ID<Account>? in
        guard let text = form.optional("account") else { return nil }
        guard let id = ID<Account>(text) else { throw .notOffered }
        return id
      } ?? nil
    draft.target = form.text("target")
    draft.figure = form.text("figure")
    draft.number = form.text("number")
    try check.verify()
    return draft
  }
}
