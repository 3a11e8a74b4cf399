import Access
import Hummingbird
import Kernel
import Learning
import LearningStore
import Markup
import Web

/// What the staff does with lectures.
struct StaffForms: Sendable {
  let desk: LearningDesk

  @Sendable func showPlan(_ state: FormState, _: Request, _: PortalContext) async throws -> Page { planPage(state) }

  @Sendable func plan(_ form: Form, _ context: PortalContext) async throws -> Response {
    let texts = LectureDraft.Field.allCases.map { ($0.rawValue, form.text($0.rawValue)) }
    let lecture = try await desk.plan(
      LectureDraft(texts: Dictionary(uniqueKeysWithValues: texts)), by: context.account)
    return .seeOther(LecturePath.show(lecture.id), context, saying: .lecturePlanned)
  }

  @Sendable func roll(_: Request, _ context: PortalContext) async throws -> Page {
    rollPage(try await desk.roll(of: try context.id(), by: context.account), now: desk.now)
  }

  @Sendable func screen(_: Request, _ context: PortalContext) async throws -> Page {
    let roll = try await desk.roll(of: try context.id(), by: context.account)
    return try screenPage(roll, origin: context.site.origin, context)
  }

  @Sendable func showDoor(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    doorPage(try await desk.roll(of: try context.id(), by: context.account), state)
  }

  @Sendable func door(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Lecture> = try context.id()
    do {
      try await desk.signIn(ticket: form.text("ticket"), at: id, by: context.account)
    } catch let refusal as LearningRefusal {
      throw FormRefusal([FieldRefusal(refusal, in: "ticket")])
    }
    return .seeOther(LecturePath.act("door", id), context, saying: .ticked)
  }

  @Sendable func tick(_: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Lecture> = try context.id()
    try await desk.tick(try context.id("booking"), by: context.account)
    return .seeOther(LecturePath.act("roll", id), context, saying: .ticked)
  }

  @Sendable func showPostpone(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    postponePage(try await desk.find(try context.id(), by: context.account).lecture, state)
  }

  @Sendable func postpone(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Lecture> = try context.id()
    guard let day = Day(form.text("held_on")) else { throw FormRefusal([LearningRefusal.inThePast]) }
    guard let hour = HourOfDay(form.text("begins")) else { throw FormRefusal([LearningRefusal.wrongTime]) }
    try await desk.postpone(
      id, to: hour.on(day), because: form.text("reason"), seen: form.revision(), by: context.account)
    return .seeOther(LecturePath.act("roll", id), context, saying: .lectureChanged)
  }

  @Sendable func showMerge(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    mergePage(try await desk.find(try context.id(), by: context.account).lecture, state)
  }

  @Sendable func merge(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Lecture> = try context.id()
    try await desk.merge(
      id, into: form.text("into"), because: form.text("reason"), seen: form.revision(), by: context.account)
    return .seeOther(LecturePath.show(id), context, saying: .lectureChanged)
  }

  @Sendable func showCancel(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    cancelPage(try await desk.find(try context.id(), by: context.account).lecture, state)
  }

  @Sendable func cancel(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Lecture> = try context.id()
    try await desk.cancel(id, because: form.text("reason"), seen: form.revision(), by: context.account)
    return .seeOther(LecturePath.act("roll", id), context, saying: .lectureChanged)
  }

  @Sendable func showWithdraw(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let (id, booking): (ID<Lecture>, ID<Booking>) = (try context.id(), try context.id("booking"))
    let roll = try await desk.roll(of: id, by: context.account)
    guard let found = roll.bookings.first(where: { $0.id == booking }) else { throw LearningRefusal.unknownBooking }
    return withdrawPage(roll.lecture, found, state)
  }

  @Sendable func withdraw(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Lecture> = try context.id()
    try await desk.withdraw(
      try context.id("booking"), at: id, because: form.text("reason"), by: context.account)
    return .seeOther(LecturePath.act("roll", id), context, saying: .bookingWithdrawn)
  }

  @Sendable func showErasure(_ state: FormState, _: Request, _: PortalContext) async throws -> Page {
    erasureFormPage(state)
  }

  @Sendable func erase(_ form: Form, _ context: PortalContext) async throws -> Response {
    try await desk.eraseLearner(
      numbered: form.text("number"), because: form.text("reason"), by: context.account)
    return .seeOther(LecturePath.list, context, saying: .learnerErased)
  }

  @Sendable func showSeats(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    seatsPage(try await desk.find(try context.id(), by: context.account), state)
  }

  @Sendable func seats(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Lecture> = try context.id()
    try await desk.setCapacity(
      id, to: Int(form.text("capacity")) ?? 0, seen: form.revision(), by: context.account)
    return .seeOther(LecturePath.act("roll", id), context, saying: .seatsSet)
  }

  @Sendable func showTest(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    setTestPage(try await desk.roll(of: try context.id(), by: context.account), state)
  }

  @Sendable func test(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Lecture> = try context.id()
    try await desk.setTest(
      form.text("questions"), passMark: Int(form.text("pass_mark")) ?? 0, tries: Int(form.text("tries")) ?? 0, of: id,
      seen: form.revision(), by: context.account)
    return .seeOther(LecturePath.act("roll", id), context, saying: .testSet)
  }
}
