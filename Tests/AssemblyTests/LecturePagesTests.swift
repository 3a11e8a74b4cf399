import Access
import AccessStore
import Assembly
import Foundation
import HTTPTypes
import Kernel
import Learning
import LearningStore
import PortalFixtures
import Storage
import Testing

@Suite struct `The pages of lectures` {
  private func lecture(in zone: TestZone, least: String = "") async throws -> Lecture {
    let day = zone.zone.world.today().adding(days: 9)
    return try await zone.zone.learning.plan(
      LectureDraft(texts: [
        "title": "示例讲座", "series": "training", "lecturer": "示例讲师", "medium": "onsite", "place": "示例会场",
        "held_on": "\(day)", "begins": "14:00", "minutes": "60", "capacity": "10", "least": least,
      ]), by: zone.zone.console)
  }

  @Test func `open a registration by what its holder was told to keep`() async throws {
    try await TestZone.with { zone in
      let lecture = try await lecture(in: zone)
      let (booking, code) = try await zone.zone.learning.register(
        LearnerDraft(name: "示例学员", identity: "SL1000001"), for: lecture.id, by: zone.zone.console)
      let visitor = zone.visitor()
      #expect(try await visitor.get("/lectures").text.contains("href=\"/lectures/tickets\""))
      let found = try await visitor.post(
        "/lectures/tickets", [("number", "\(booking.number)"), ("code", groupedCode(code).lowercased())])
      #expect(found.status == .seeOther && found.headers[.location] == "/lectures/tickets/\(booking.id)/\(code)")
      let wrong = try await visitor.post(
        "/en/lectures/tickets", [("number", "\(booking.number)"), ("code", "AAAA-AAAA-AAAA-AAAA")])
      #expect(wrong.headers[.location] == nil && wrong.text.contains("No registration has this code"))
    }
  }

  @Test func `let the staff withdraw one whose ticket was lost, and mark whom no notice finds`() async throws {
    try await TestZone.with { zone in
      let lecture = try await lecture(in: zone)
      let (booking, _) = try await zone.zone.learning.register(
        LearnerDraft(name: "示例学员", identity: "SL1000001"), for: lecture.id, by: zone.zone.console)
      let staff = try await zone.signedIn(.centreStaff)
      let roll = try await staff.get("/lectures/sessions/\(lecture.id)/roll").text
      let link = "/lectures/sessions/\(lecture.id)/bookings/\(booking.id)/withdraw"
      #expect(roll.contains("href=\"\(link)\"") && roll.contains("1 人收不到通知"))
      #expect(try await staff.post(link, [("reason", "")]).text.contains("href=\"#f-reason\""))
      let done = try await staff.post(link, [("reason", "报名码丢失")])
      #expect(done.status == .seeOther)
      #expect(try await !staff.get("/lectures/sessions/\(lecture.id)/roll").text.contains("\(booking.number)"))
      let elsewhere = try await self.lecture(in: zone)
      #expect(
        try await staff.get("/lectures/sessions/\(elsewhere.id)/bookings/\(booking.id)/withdraw").status == .notFound)
    }
  }

  @Test func `say on a ticket what became of the lecture that it was merged into`() async throws {
    try await TestZone.with { zone in
      let (desk, console) = (zone.zone.learning, zone.zone.console)
      let (small, large) = (try await lecture(in: zone), try await lecture(in: zone))
      let (booking, code) = try await desk.register(
        LearnerDraft(name: "示例学员", identity: "SL1000001"), for: small.id, by: console)
      try await desk.merge(small.id, into: "\(large.number)", because: "不足", by: console)
      let path = "/lectures/tickets/\(booking.id)/\(code)"
      #expect(try await zone.visitor().get(path).text.contains("报名已转来"))
      try await desk.cancel(large.id, because: "讲师生病", by: console)
      let cancelled = try await zone.visitor().get(path).text
      #expect(cancelled.contains("讲座已取消") && !cancelled.contains("报名已转来"))
      #expect(!cancelled.contains("入场二维码") && !cancelled.contains("取消报名"))
    }
  }

  @Test(arguments: [
    // A digit too few, one too many, fifteen of an old card, and an X at the end of the wrong count.
    "11010519491231002", "1101051949123100211", "110105491231002", "1101051949123100X",
  ])
  func `take no mistyped identity number for a passport`(_ number: String) async throws {
    try await TestZone.with { zone in
      let lecture = try await lecture(in: zone)
      let draft = LearnerDraft(name: "示例学员", identity: number)
      let refused = await #expect(throws: FormRefusal.self) {
        try await zone.zone.learning.register(draft, for: lecture.id, by: zone.zone.console)
      }
      #expect(refused?.causes.map(\.code) == ["learning.no-person"])
      for passport in ["E12345678", "H0123456789", "123456789"] {
        let other = LearnerDraft(name: "示例学员", identity: passport)
        _ = try await zone.zone.learning.register(other, for: lecture.id, by: zone.zone.console)
      }
    }
  }

  @Test func `leave nothing of who is erased`() async throws {
    try await TestZone.with { zone in
      let lecture = try await lecture(in: zone)
      let login = try await zone.login(.member)
      let member = try await zone.signedIn(.member)
      let taken = try await member.post(
        "/lectures/sessions/\(lecture.id)/register",
        [("whom", "self"), ("name", "示例被删"), ("identity", "SL1000077"), ("employer", "示例单位七七")])
      #expect(taken.status == .seeOther)
      let id = try await zone.zone.database.read { db in
        try db.row("SELECT account FROM lecture_bookings").map { row in
          var row = row.columns
          let id: ID<Account> = try row.id()
          return id
        }
      }
      let account = try #require(id, "\(login.name)")
      try await zone.zone.access.erasePersonal(of: account, because: "本人申请", by: zone.zone.console)
      let texts = try await zone.zone.database.read { db in
        try ["lecture_bookings", "journal_personal"].flatMap { try db.rows("SELECT * FROM \(SQL(name: $0))") }
          .map { "\($0.values)" }
      }
      #expect(!texts.contains { $0.contains("示例被删") || $0.contains("示例单位七七") })
      #expect(try await zone.isIntact())
    }
  }
}
