import Hummingbird
import Kernel
import Markup
import Premises
import PremisesStore
import Web

/// The forms by which tenants come and go.
struct MovePages: Sendable {
  let desk: PremisesDesk
  let links: PremisesLinks
  let world: World

  @Sendable func showMoveIn(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let book = try await desk.book(by: context.account)
    return try moveInPage(try book.room(try context.id()), book, today: world.today(), state)
  }

  @Sendable func moveIn(_ form: Form, _ context: PortalContext) async throws -> Response {
    let room: ID<Room> = try context.id()
    var check = FormCheck()
    let tenant = try check.take("tenant") { try SocialCreditCode(form.required("tenant")) }
    let name = try check.take("tenant-name") { try WrittenField.tenantName.require(form.text("tenant-name")) }
    let stay = try Self.stay(form, &check)
    let contract = try check.take("contract") { try WrittenField.contract.require(form.text("contract")) }
    let decision = try check.take("decision") { try WrittenField.decision.require(form.text("decision")) }
    try check.verify()
    guard let tenant, let name, let stay, let contract, let decision else { throw WebRefusal.malformedForm }
    let entry = MoveIn(
      room: room, tenant: tenant, tenantName: name, stay: stay, contract: contract, decision: decision,
      matter: form.optional("matter"), lateReason: form.optional("late-reason"))
    try await desk.moveIn(entry, by: context.account)
    return .seeOther(PremisesPath.room(room), context)
  }

  @Sendable func showMoveOut(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let (book, stay) = try await find(context)
    if stay.departure != nil, let last = stay.stay.last { throw MoveRefusal.leftAlready(last) }
    return try moveOutPage(stay, book, today: world.today(), state)
  }

  @Sendable func moveOut(_ form: Form, _ context: PortalContext) async throws -> Response {
    let (_, stay) = try await find(context)
    var check = FormCheck()
    let last = try check.take("last") { try Self.requiredDay(form, "last") }
    let reason = try check.take("reason") { try form.choice("reason", of: DepartureReason.self) }
    let decision = try check.take("decision") { try WrittenField.decision.require(form.text("decision")) }
    try check.verify()
    guard let last, let reason, let decision, let seen = form.revision() else { throw WebRefusal.malformedForm }
    let entry = MoveOut(
      last: last, reason: reason, decision: decision, matter: form.optional("matter"),
      dispute: form.optional("dispute"),
      lateReason: form.optional("late-reason"))
    try await desk.moveOut(stay.id, entry, seen: seen, by: context.account)
    return .seeOther(PremisesPath.room(stay.room), context)
  }

  @Sendable func showCorrect(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let (book, stay) = try await find(context)
    return try correctPage(stay, book, state)
  }

  @Sendable func correct(_ form: Form, _ context: PortalContext) async throws -> Response {
    let (_, found) = try await find(context)
    var check = FormCheck()
    let stay = try Self.stay(form, &check)
    let contract = try check.take("contract") { try WrittenField.contract.require(form.text("contract")) }
    let reason = try check.take("reason") { try WrittenField.reason.require(form.text("reason")) }
    try check.verify()
    guard let stay, let contract, let reason, let seen = form.revision() else { throw WebRefusal.malformedForm }
    let correction = OccupancyCorrection(stay: stay, contract: contract, dispute: form.optional("dispute"))
    try await desk.correct(found.id, to: correction, because: reason, seen: seen, by: context.account)
    return .seeOther(PremisesPath.room(found.room), context)
  }

  @Sendable func showWithdraw(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let (book, stay) = try await find(context)
    return try withdrawPage(stay, book, state)
  }

  @Sendable func withdraw(_ form: Form, _ context: PortalContext) async throws -> Response {
    let (_, stay) = try await find(context)
    guard let seen = form.revision() else { throw WebRefusal.malformedForm }
    try await desk.withdraw(stay.id, because: form.text("reason"), seen: seen, by: context.account)
    return .seeOther(PremisesPath.room(stay.room), context)
  }

  private func find(_ context: PortalContext) async throws -> (PremisesBook, Occupancy) {
    let book = try await desk.book(by: context.account)
    return (book, try book.occupancy(try context.id()))
  }

  private static func stay(_ form: Form, _ check: inout FormCheck) throws -> Stay? {
    let first = try check.take("first") { try requiredDay(form, "first") }
    let last = try check.take("last") { try form.day("last") }
    guard let first, let last else { return nil }
    return try check.take("last") { try Stay(from: first, to: last) }
  }

  static func requiredDay(_ form: Form, _ name: String) throws(FieldFault) -> Day {
    guard let day = try form.day(name) else { throw .missing }
    return day
  }
}
