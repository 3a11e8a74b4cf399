import Access
import Evidence
import Hummingbird
import Kernel
import Ledgers
import Markup
import Matters
import MattersStore
import Web

/// What is done with one matter: its steps, who works on it, notes, and longer time limits.
struct MatterForms: Sendable {
  let room: MatterRoom

  @Sendable func showStep(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let (file, step) = try await asked(context, isRefused: !state.refusals.isEmpty)
    let prepared = try await room.desk.prepare(step.code, on: file.matter.id, by: context.account)
    return stepPage(file, step, prepared, state)
  }

  @Sendable func take(_ form: Form, _ context: PortalContext) async throws -> Response {
    let (file, step) = try await asked(context)
    let files = try await room.receive(
      [(attachmentField, attachment, step.phrase)], from: form)
    let given = StepGiven(
      texts: form.texts(of: step.fields), reason: form.text("step-reason"),
      named: form.all("appointed").compactMap { ID<Account>($0) }, files: files)
    let id = file.matter.id
    try await room.desk.take(step.code, on: id, given, seen: form.revision(), by: context.account)
    // Whoever stood aside sees the matter no more.
    let isStillSeen = (try? await room.desk.find(id, by: context.account)) != nil
    return .seeOther(isStillSeen ? MatterPath.show(id) : MatterPath.own, context, saying: .stepTaken)
  }

  @Sendable func takeOver(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Matter> = try context.id()
    try await room.desk.assign(id, to: context.account.id, seen: form.revision(), by: context.account)
    return .seeOther(MatterPath.show(id), context, saying: .matterAssigned)
  }

  @Sendable func showAssign(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let file = try await staffFile(context)
    return assignPage(file, try await room.desk.assignable(file.matter.id, by: context.account), state)
  }

  @Sendable func assign(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Matter> = try context.id()
    var check = FormCheck()
    let person = try check.take("appointed") {
      guard let person = ID<Account>(try form.required("appointed")) else { throw MatterRefusal.notACandidate }
      return person
    }
    try check.verify()
    guard let person else { throw MatterRefusal.notACandidate }
    try await room.desk.assign(id, to: person, seen: form.revision(), by: context.account)
    return .seeOther(MatterPath.show(id), context, saying: .matterAssigned)
  }

  @Sendable func showRecuse(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    recusePage(try await staffFile(context), state)
  }

  @Sendable func recuse(_ form: Form, _ context: PortalContext) async throws -> Response {
    try await room.desk.recuse(
      try context.id(), because: form.text("step-reason"), seen: form.revision(), by: context.account)
    return .seeOther(MatterPath.queue, context, saying: .stoodAside)
  }

  @Sendable func showNote(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    notePage(try await openFile(context), state)
  }

  @Sendable func note(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Matter> = try context.id()
    try await room.desk.note(
      form.text("note"), isShared: form.text("readers") == "all", on: id, by: context.account)
    return .seeOther(MatterPath.show(id), context, saying: .noteAdded)
  }

  @Sendable func showExtend(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let file = try await openFile(context)
    let code = try context.segment("clock")
    guard let clock = file.extendable.first(where: { $0.code == code }) else { throw MatterRefusal.notRunning }
    return extendPage(file, clock, state)
  }

  @Sendable func extend(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Matter> = try context.id()
    try await room.desk.extend(
      try context.segment("clock"), of: id, because: form.text("step-reason"), seen: form.revision(),
      by: context.account)
    return .seeOther(MatterPath.show(id), context, saying: .clockExtended)
  }

  @Sendable func discard(_: Form, _ context: PortalContext) async throws -> Response {
    try await room.desk.discard(try context.segment("code"), by: context.account)
    return .seeOther(MatterPath.own, context, saying: .draftDiscarded)
  }

  /// The matter and the step of the address, where the account may take it now.
  ///
  /// - Parameter isRefused: whether it was just refused; then what was typed shows again, whatever somebody else has
  ///   done in the meantime.
  private func asked(_ context: PortalContext, isRefused: Bool = false) async throws -> (MatterFile, StepEntry) {
    let file = try await room.desk.find(try context.id(), by: context.account)
    guard let step = file.procedure.step(try context.segment("step")) else { throw MatterRefusal.unknownStep }
    if isRefused || file.steps.contains(where: { $0.code == step.code }) { return (file, step) }
    guard file.procedure.after(step.code, at: file.matter.stage) == nil else {
      throw MatterRefusal.notYours(step: step.phrase)
    }
    let stage = file.procedure.stage(file.matter.stage)?.phrase ?? step.phrase
    throw MatterRefusal.notNow(step: step.phrase, at: stage)
  }

  private func openFile(_ context: PortalContext) async throws -> MatterFile {
    let file = try await room.desk.find(try context.id(), by: context.account)
    guard file.matter.isOpen else { throw MatterRefusal.closed }
    return file
  }

  private func staffFile(_ context: PortalContext) async throws -> MatterFile {
    let file = try await openFile(context)
    guard file.standing.isStaff else { throw MatterRefusal.unknown }
    return file
  }
}

/// The material's code of what comes with a step.
let attachment = "attachment"
let attachmentField = "step-file"
