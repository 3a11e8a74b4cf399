import Access
import Evidence
import Hummingbird
import Kernel
import Ledgers
import LedgersStore
import Markup
import Web

/// The forms about the records of one ledger.
struct LedgerForms: Sendable {
  let room: LedgerRoom
  var ledger: Ledger { room.ledger }

  @Sendable func showNew(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    var given: [String: [String]] = [:]
    for field in ledger.fields {
      if let text = context.query.optional(field.name) { given[field.name] = [String(text.prefix(1_000))] }
    }
    if let owner = ledger.owner, given[owner] == nil, !context.account.may(ledger.keepers) {
      given[owner] = context.account.mandate.map { [$0.organisation.description] }
    }
    let offers = try await room.desk.offers(in: ledger, by: context.account)
    return room.newPage(given, offers, state, for: context.account)
  }

  @Sendable func add(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id = try await room.desk.add(
      try await proven(try draft(form), form, over: nil, context), to: ledger, by: context.account)
    let isFiled = ledger.isApproved || !context.account.may(ledger.keepers)
    return .seeOther(room.path.show(id), context, saying: isFiled ? .recordFiled : .recordAdded)
  }

  @Sendable func showCorrect(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let file = try await file(context)
    if file.record.withdrawnOn != nil { throw LedgerRefusal.withdrawn }
    if ledger.isApproved, file.record.stage == .approved { throw LedgerRefusal.locked }
    guard context.account.may(ledger.keepers) || ledger.isOwn(file.record.values, context.account) else {
      throw LedgerRefusal.notYours
    }
    let offers = try await room.desk.offers(in: ledger, for: file.record, by: context.account)
    return room.correctPage(file, offers, state, for: context.account)
  }

  @Sendable func correct(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<LedgerRecord> = try context.id()
    var draft = try draft(form)
    for field in ledger.fields where field.isPersonal || field.isHashed {
      if form.optional(field.name) == nil { draft.kept.insert(field.name) }
    }
    let seen = try seen(form)
    draft = try await proven(draft, form, over: id, context)
    do {
      try await room.desk.correct(
        id, in: ledger, to: draft, because: form.text(Self.reason), seen: seen, by: context.account)
    } catch let refusal as any Refusal where refusal.field == "reason" && ledger.field("reason") == nil {
      throw FieldRefusal(refusal, in: Self.reason)
    }
    return .seeOther(room.path.show(id), context, saying: .recordCorrected)
  }

  /// The field with the reason of a correction; no field of a ledger has a hyphen in its name.
  static let reason = "correction-reason"

  @Sendable func showWithdraw(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let file = try await file(context)
    if file.record.withdrawnOn != nil { throw LedgerRefusal.withdrawn }
    return room.stepPage(.withdraw, file, state, for: context.account)
  }

  @Sendable func withdraw(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<LedgerRecord> = try context.id()
    try await room.desk.withdraw(
      id, in: ledger, because: form.text("reason"), seen: try seen(form), by: context.account)
    return .seeOther(room.path.show(id), context, saying: .recordWithdrawn)
  }

  @Sendable func approve(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<LedgerRecord> = try context.id()
    try await room.desk.approve(id, in: ledger, seen: try seen(form), by: context.account)
    return .seeOther(room.path.show(id), context, saying: .recordApproved)
  }

  @Sendable func showReturn(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let file = try await file(context)
    guard file.record.stage == .filed, file.record.withdrawnOn == nil else { throw LedgerRefusal.notFiled }
    return room.stepPage(.sendBack, file, state, for: context.account)
  }

  @Sendable func sendBack(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<LedgerRecord> = try context.id()
    try await room.desk.sendBack(
      id, in: ledger, because: form.text("reason"), seen: try seen(form), by: context.account)
    return .seeOther(room.path.show(id), context, saying: .recordReturned)
  }

  @Sendable func showReopen(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let file = try await file(context)
    guard file.record.stage == .approved, file.record.withdrawnOn == nil else { throw LedgerRefusal.notLocked }
    return room.stepPage(.reopen, file, state, for: context.account)
  }

  @Sendable func reopen(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<LedgerRecord> = try context.id()
    try await room.desk.reopen(
      id, in: ledger, because: form.text("reason"), seen: try seen(form), by: context.account)
    return .seeOther(room.path.show(id), context, saying: .recordReopened)
  }

  @Sendable func showLook(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    room.stepPage(.look, try await file(context), state, for: context.account)
  }

  @Sendable func look(_ form: Form, _ context: PortalContext) async throws -> Response {
    let file = try await room.desk.look(
      at: try context.id(), in: ledger, because: form.text("reason"), by: context.account)
    return try room.lookedAtPage(file, for: context.account).answer(context)
  }

  private func file(_ context: PortalContext) async throws -> LedgerFile {
    try await room.desk.findToChange(try context.id(), in: ledger, by: context.account)
  }

  private func seen(_ form: Form) throws(WebRefusal) -> Int64 {
    guard let seen = form.revision() else { throw .malformedForm }
    return seen
  }

  /// What was typed, each field as text; only the grade must be one of its choices.
  private func draft(_ form: Form) throws -> LedgerDraft {
    var texts: [String: String] = [:]
    for field in ledger.fields { texts[field.name] = form.all(field.name).joined(separator: ";") }
    var check = FormCheck()
    let grade = try check.take("grade") { () throws -> EvidenceGrade in
      guard let grade = EvidenceGrade(code: form.text("grade")) else { throw FieldFault.notOffered }
      return grade
    }
    let draft = LedgerDraft(texts: texts, grade: grade ?? .g4, document: form.optional("document"))
    guard grade == nil else { return draft }
    // All that is wrong is said in one go.
    for fault in ledger.read(draft).faults { if let field = fault.field { check.refuse(field, fault) } }
    try check.verify()
    return draft
  }
}
