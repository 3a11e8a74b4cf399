import Access
import Assembly
import Foundation
import Kernel
import Learning
import LearningStore
import Testing

/// A lecture that is over, with somebody who passed its test, and a topic: together they have every page of lectures.
struct LecturePlaces: Sendable {
  /// By the path of a door that is read.
  let addresses: [String: String]

  init(in zone: Zone) async throws {
    let (console, world) = (zone.console, zone.world)
    let day = world.today().adding(days: -20)
    func desk(_ moment: Date) -> LearningDesk {
      zone.learning.acting(
        in: World(now: { moment }, serial: world.serial, randomBytes: world.randomBytes))
    }
    let before = desk(day.adding(days: -1).start)
    let texts = [
      "title": "示例讲座", "series": "training", "lecturer": "示例讲师", "medium": "onsite", "place": "示例会场",
      "held_on": "\(day)", "begins": "14:00", "minutes": "60", "capacity": "10",
    ]
    let lecture = try await before.plan(LectureDraft(texts: texts), by: console)
    try await before.setTest("示例？\n* 甲\n- 乙", passMark: 60, tries: 1, of: lecture.id, by: console)
    let (booking, code) = try await before.register(
      LearnerDraft(name: "示例学员", identity: "SL1000001"), for: lecture.id, by: console)
    let during = desk(lecture.plan.startsAt)
    try await during.signIn(ticket: code, at: lecture.id, by: console)
    try await during.takeTest([0], booking.id, code, by: console)
    let ticket = try await during.ticket(booking.id, code, by: console)
    let number = try #require(ticket.certificateNumber)
    let proof = try #require(ticket.certificateCode)
    let topic = try await zone.learning.nominate("示例选题", wish: "", by: console)
    let (session, own) = ("/lectures/sessions/\(lecture.id)", "/lectures/tickets/\(booking.id)/\(code)")
    var found = [
      "/lectures/sessions/:id": session, "/lectures/tickets/:id/:code": own,
      "/lectures/sign-in/:id/:room": "/lectures/sign-in/\(lecture.id)/ABCDEFGH",
      "/lectures/sessions/:id/bookings/:booking/withdraw": "\(session)/bookings/\(booking.id)/withdraw",
      "/lectures/topics/:id/answer": "/lectures/topics/\(topic)/answer",
      "/certificates/:number/:code": "/certificates/\(number)/\(proof)",
      "/api/v1/lectures/:id": "/api/v1/lectures/\(lecture.id)",
      "/api/v1/certificates/:number/:code": "/api/v1/certificates/\(number)/\(proof)",
    ]
    for act in ["register", "roll", "screen", "door", "postpone", "merge", "cancel", "seats", "test"] {
      found["/lectures/sessions/:id/\(act)"] = "\(session)/\(act)"
    }
    for act in ["sign-in", "test", "rate", "certificate"] {
      found["/lectures/tickets/:id/:code/\(act)"] = "\(own)/\(act)"
    }
    addresses = found
  }
}
