import Hummingbird
import Kernel
import Markup
import Premises
import PremisesStore
import Web

/// The forms by which the premises are built up and put right.
struct SpacePages: Sendable {
  let desk: PremisesDesk
  let world: World

  @Sendable func showReassign(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    reassignPage(try await desk.book(by: context.account).site(try context.id()), state)
  }

  @Sendable func reassign(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<PremisesSite> = try context.id()
    var check = FormCheck()
    let stage = try check.take("stage") { try form.choice("stage", of: TenantStage.self) }
    let reason = try check.take("reason") { try WrittenField.reason.require(form.text("reason")) }
    try check.verify()
    guard let stage, let reason, let seen = form.revision() else { throw WebRefusal.malformedForm }
    try await desk.reassign(id, to: stage, because: reason, seen: seen, by: context.account)
    return .seeOther(PremisesPath.site(id), context)
  }

  @Sendable func showBuilding(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    buildingPage(try await desk.book(by: context.account).site(try context.id()), state)
  }

  @Sendable func addBuilding(_ form: Form, _ context: PortalContext) async throws -> Response {
    let site: ID<PremisesSite> = try context.id()
    try await desk.addBuilding(form.text("name"), to: site, by: context.account)
    return .seeOther(PremisesPath.site(site), context)
  }

  @Sendable func showFloor(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let book = try await desk.book(by: context.account)
    let building = try book.building(try context.id())
    return addFloorPage(building, at: try book.site(building.site), state)
  }

  @Sendable func addFloor(_ form: Form, _ context: PortalContext) async throws -> Response {
    var check = FormCheck()
    let number = try check.take("number") { () throws -> Int in
      guard let number = try form.integer("number", in: -9...200), number != 0 else { throw FieldFault.missing }
      return number
    }
    let gross = try check.take("gross") { try Self.area(form.text("gross")) }
    let usable = try check.take("usable") { try Self.area(form.text("usable")) }
    let outline = try check.take("outline") { try Self.outline(form) }
    try check.verify()
    guard let number, let gross, let usable, let outline else { throw WebRefusal.malformedForm }
    let floor = try await desk.addFloor(
      number, to: try context.id(), gross: gross, usable: usable, outline: outline, by: context.account)
    return .seeOther(PremisesPath.floor(floor.id), context)
  }

  @Sendable func showRoom(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let book = try await desk.book(by: context.account)
    let floor = try book.floor(try context.id())
    let building = try book.building(floor.building)
    let trail = floorTrail(of: building, at: try book.site(building.site))
    return addRoomPage(floor, trail: trail, today: world.today(), state)
  }

  @Sendable func addRoom(_ form: Form, _ context: PortalContext) async throws -> Response {
    let floor: ID<Floor> = try context.id()
    var check = FormCheck()
    let number = try check.take("number") { try WrittenField.number.require(form.text("number")) }
    let area = try check.take("area") { try Self.area(form.text("area")) }
    let outline = try check.take("outline") { try Self.outline(form) }
    let use = try check.take("use") { try form.choice("use", of: RoomUse.self) }
    let first = try check.take("first") { try MovePages.requiredDay(form, "first") }
    try check.verify()
    guard let number, let area, let outline, let use, let first else { throw WebRefusal.malformedForm }
    try await desk.addRoom(number, to: floor, area: area, outline: outline, use: use, from: first, by: context.account)
    return .seeOther(PremisesPath.floor(floor), context)
  }

  @Sendable func showCorrectRoom(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    correctRoomPage(try await desk.book(by: context.account).room(try context.id()), state)
  }

  @Sendable func correctRoom(_ form: Form, _ context: PortalContext) async throws -> Response {
    let room = try await desk.book(by: context.account).room(try context.id())
    var check = FormCheck()
    let number = try check.take("number") { try WrittenField.number.require(form.text("number")) }
    let area = try check.take("area") { try Self.area(form.text("area")) }
    let outline = try check.take("outline") { try Self.outline(form) }
    let use = try check.take("use") { try form.choice("use", of: RoomUse.self) }
    let last = try check.take("last") { try form.day("last") }
    let span = try check.take("last") { try Stay(from: room.span.first, to: last ?? nil) }
    let reason = try check.take("reason") { try WrittenField.reason.require(form.text("reason")) }
    try check.verify()
    guard let number, let area, let outline, let use, let span, let reason, let seen = form.revision() else {
      throw WebRefusal.malformedForm
    }
    let corrected = Room(
      id: room.id, floor: room.floor, number: number, area: area, outline: outline, use: use, span: span,
      revision: seen)
    try await desk.correctRoom(corrected, because: reason, by: context.account)
    return .seeOther(PremisesPath.room(room.id), context)
  }

  private static func area(_ text: String) throws(PremisesRefusal) -> FloorArea {
    guard let area = FloorArea(text), area > .zero else { throw .wrongArea }
    return area
  }

  private static func outline(_ form: Form) throws(PremisesRefusal) -> Outline {
    guard let outline = Outline(form.text("outline")) else { throw .wrongOutline }
    return outline
  }
}
