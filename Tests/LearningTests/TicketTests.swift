import Access
import Fixtures
import Foundation
import Kernel
import Learning
import LearningStore
import Matters
import Storage
import Testing

@Suite struct `A ticket` {
  @Test(arguments: DatabaseKind.all)
  func `opens at the door by the address in its QR code`(_ kind: DatabaseKind) async throws {
    try await LearningZone.with(kind) { zone in
      let lecture = try await zone.lecture()
      let held = try await zone.register(1, for: lecture)
      zone.clock.turn(to: "2026-10-12 14:00")
      let other = "https://zone.example.org/en/lectures/tickets/\(held.id)/AAAABBBBCCCCDDDD"
      #expect(
        try await refusals { try await zone.desk.signIn(ticket: other, at: lecture.id, by: Cast.staff) }
          == ["learning.wrong-ticket"])
      let scanned = "https://zone.example.org/en/lectures/tickets/\(held.id)/\(held.code)"
      try await zone.desk.signIn(ticket: scanned, at: lecture.id, by: Cast.staff)
      #expect(try await zone.load(lecture).signedIn == 1)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `opens by its number and code together`(_ kind: DatabaseKind) async throws {
    try await LearningZone.with(kind) { zone in
      let lecture = try await zone.lecture()
      let (one, two) = (try await zone.register(1, for: lecture), try await zone.register(2, for: lecture))
      let found = try await zone.desk.ticket(numbered: " bm-2026-00001", groupedCode(one.code), by: Cast.visitor)
      #expect(found.booking.id == one.id && found.code == one.code)
      for (number, code) in [
        ("BM-2026-00001", two.code), ("BM-2026-00003", one.code), ("PX-2026-00001", one.code), ("", ""),
      ] {
        #expect(
          try await refusals { try await zone.desk.ticket(numbered: number, code, by: Cast.visitor) }
            == ["learning.wrong-ticket"])
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `that was lost is withdrawn by the staff, and the person registers again`(_ kind: DatabaseKind) async throws {
    try await LearningZone.with(kind) { zone in
      let (lecture, other) = (try await zone.lecture(), try await zone.lecture("2026-10-13"))
      let lost = try await zone.register(1, for: lecture)
      func withdraw(_ id: ID<Lecture>, _ reason: String) async throws -> [String] {
        try await refusals { try await zone.desk.withdraw(lost.id, at: id, because: reason, by: Cast.staff) }
      }
      #expect(try await withdraw(lecture.id, " ") == ["learning.staff-reason-missing"])
      #expect(try await withdraw(other.id, "报名码丢失") == ["learning.wrong-ticket"])
      #expect(try await withdraw(lecture.id, "报名码丢失") == [])
      #expect(try await zone.told(1) == ["您在 PX-2026-00001 的报名已由工作人员取消，仍可重新报名。原因：报名码丢失"])
      #expect(try await zone.register(1, for: lecture).stage == .seated)
      #expect(try await withdraw(lecture.id, "报名码丢失") == ["learning.withdrawn-already"])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `for somebody else is not the account's own`(_ kind: DatabaseKind) async throws {
    try await LearningZone.with(kind) { zone in
      let lecture = try await zone.lecture()
      func register(_ number: Int, isForOther: Bool) async throws -> [String] {
        let draft = LearnerDraft(
          name: "学员", identity: "ID\(number)", email: isForOther ? "p\(number)@example.org" : "", isForOther: isForOther
        )
        return try await refusals { try await zone.desk.register(draft, for: lecture.id, by: Cast.student) }
      }
      #expect(try await register(1, isForOther: true) == [])
      #expect(try await zone.desk.ownBooking(at: lecture.id, by: Cast.student) == nil)
      #expect(try await register(2, isForOther: false) == [])
      #expect(try await register(3, isForOther: false) == ["learning.own-already"])
      #expect(try await register(3, isForOther: true) == [])
      #expect(try await zone.desk.own(by: Cast.student).map(\.booking.number.serial) == [2])
      try await zone.desk.cancel(lecture.id, because: "讲师生病", by: Cast.staff)
      #expect(try await zone.told(1).count == 1)
      #expect(try await zone.told(3).count == 1)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `cannot be had with the key of a person, however it is written`(_ kind: DatabaseKind) async throws {
    try await LearningZone.with(kind) { zone in
      let lecture = try await zone.lecture()
      for key in ["P-000000000000000000000001", " p-000000000000000000000001", "P -000000000000000000000001"] {
        let draft = LearnerDraft(name: "学员", identity: key)
        #expect(
          try await refusals { try await zone.desk.register(draft, for: lecture.id, by: Cast.visitor) }
            == ["learning.no-person"])
      }
    }
  }

  @Test func `asks for no more people than there are seats`() async throws {
    try await LearningZone.with(.memory) { zone in
      let texts = [
        "title": "检索入门", "series": "training", "lecturer": "王老师", "medium": "onsite", "place": "三楼",
        "held_on": "2026-10-12", "begins": "14:00", "minutes": "90", "capacity": "10",
      ]
      func plan(least: String) async throws -> [String] {
        let draft = LectureDraft(texts: texts.merging(["least": least]) { $1 })
        return try await refusals { try await zone.desk.plan(draft, by: Cast.staff) }
      }
      let (above, equal) = (try await plan(least: "11"), try await plan(least: "10"))
      #expect(above == ["learning.least-above-capacity"] && equal == [])
    }
  }
}

@Suite struct `What lectures keep of people` {
  private func everything(in zone: LearningZone) async throws -> [String] {
    try await zone.database.read { db in
      try [
        "journal", "journal_personal", "lecture_bookings", "lecture_claims", "attendances", "notices",
      ].flatMap { table in try db.rows("SELECT * FROM \(SQL(name: table))") }.map { "\($0.values)" }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is blanked by the number of a registration, and what was counted stays counted`(
    _ kind: DatabaseKind
  ) async throws {
    try await LearningZone.with(kind) { zone in
      let lecture = try await zone.lecture()
      let (one, two) = (try await zone.register(71, for: lecture), try await zone.register(72, for: lecture))
      zone.clock.turn(to: "2026-10-12 14:00")
      for held in [one, two] { try await zone.desk.signIn(ticket: held.code, at: lecture.id, by: Cast.staff) }
      try await zone.desk.rate(5, "请联系学员71", one.id, one.code, by: Cast.visitor)
      let before = try await zone.desk.counts(of: 2026, by: Cast.visitor)
      func erase(_ number: String, by account: Account = Cast.guardian) async throws -> [String] {
        try await refusals { try await zone.desk.eraseLearner(numbered: number, because: "本人申请", by: account) }
      }
      #expect(try await erase("BM-2026-00009") == ["learning.unknown-booking"])
      #expect(try await erase("BM-2026-00001", by: Cast.staff).count == 1)
      #expect(try await everything(in: zone).contains { $0.contains("学员71") })
      #expect(try await erase("BM-2026-00001") == [])
      let key = "P-" + String(repeating: "0", count: 20) + "71"
      #expect(
        try await !everything(in: zone).contains {
          $0.contains("学员71") || $0.contains("p71@example.org") || $0.contains(key)
        })
      #expect(try await everything(in: zone).contains { $0.contains("学员72") })
      #expect(try await zone.desk.counts(of: 2026, by: Cast.visitor) == before)
      #expect(
        try await zone.database.read { try $0.count("SELECT COUNT(DISTINCT person) FROM attendances") } == 2)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `forgets addresses two weeks after a lecture, in the journal and in notices, too`(
    _ kind: DatabaseKind
  ) async throws {
    try await LearningZone.with(kind) { zone in
      let (lecture, later) = (try await zone.lecture(), try await zone.lecture("2026-11-20"))
      _ = try await zone.register(71, for: lecture)
      _ = try await zone.register(72, for: later)
      let start = try #require(HourOfDay("15:00")).on(try #require(Day("2026-10-12")))
      try await zone.desk.postpone(lecture.id, to: start, because: "冲突", by: Cast.staff)
      // It ends at half past four.
      zone.clock.turn(to: "2026-10-26 16:30")
      #expect(try await zone.desk.forgetAddresses(by: Cast.zone) == 0)
      zone.clock.turn(to: "2026-10-26 16:31")
      #expect(try await zone.desk.forgetAddresses(by: Cast.zone) == 1)
      #expect(try await zone.desk.forgetAddresses(by: Cast.zone) == 0)
      let texts = try await everything(in: zone)
      #expect(!texts.contains { $0.contains("p71@example.org") } && texts.contains { $0.contains("p72@example.org") })
      #expect(texts.contains { $0.contains("学员71") })
    }
  }
}
