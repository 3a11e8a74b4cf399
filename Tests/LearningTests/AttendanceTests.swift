import Evidence
import Fixtures
import Foundation
import Kernel
import Learning
import LearningStore
import Ledgers
import LedgersStore
import Storage
import Testing

@Suite struct `Coming to a lecture` {
  private func roomCode(_ lecture: Lecture, in zone: LearningZone) async throws -> String {
    try await zone.desk.roll(of: lecture.id, by: Cast.staff).roomCode
  }

  @Test(arguments: DatabaseKind.all)
  func `is signed once, with the code that the room shows now`(_ kind: DatabaseKind) async throws {
    try await LearningZone.with(kind) { zone in
      let lecture = try await zone.lecture(seats: 1)
      let (one, two) = (try await zone.register(1, for: lecture), try await zone.register(2, for: lecture))
      func signIn(_ held: Held, _ room: String) async throws -> [String] {
        try await refusals { try await zone.desk.signIn(held.id, held.code, room: room, by: Cast.visitor) }
      }
      zone.clock.turn(to: "2026-10-12 12:55")
      #expect(try await signIn(one, try await roomCode(lecture, in: zone)) == ["learning.sign-in-not-open"])
      zone.clock.turn(to: "2026-10-12 13:50")
      let room = try await roomCode(lecture, in: zone)
      #expect(room.count == 8)
      #expect(try await signIn(one, "AAAA-AAAA") == ["learning.wrong-code"])
      zone.clock.turn(to: "2026-10-12 14:00")
      #expect(try await signIn(one, room) == ["learning.wrong-code"])
      let fresh = try await roomCode(lecture, in: zone)
      #expect(fresh != room)
      // The code is taken for as long again as it is shown.
      zone.clock.turn(to: "2026-10-12 14:06")
      #expect(try await signIn(two, fresh) == ["learning.only-waiting"])
      #expect(try await signIn(one, fresh.lowercased()) == [])
      #expect(try await signIn(one, fresh) == ["learning.signed-in-already"])
      #expect(
        try await refusals { try await zone.desk.signIn(ticket: one.code, at: lecture.id, by: Cast.staff) }
          == ["learning.signed-in-already"])
      #expect(
        try await refusals { try await zone.desk.withdraw(one.id, one.code, by: Cast.visitor) }
          == ["learning.attended-already"])
      zone.clock.turn(to: "2026-10-12 16:01")
      #expect(
        try await refusals { try await zone.desk.withdraw(two.id, two.code, by: Cast.visitor) } == ["learning.over"])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is one record of the ledger, proven by the person's own act`(_ kind: DatabaseKind) async throws {
    try await LearningZone.with(kind) { zone in
      let lecture = try await zone.lecture()
      let one = try await zone.register(1, for: lecture, firm: firmCode)
      let two = try await zone.register(2, for: lecture)
      zone.clock.turn(to: "2026-10-12 14:00")
      try await zone.desk.signIn(ticket: groupedCode(one.code), at: lecture.id, by: Cast.staff)
      try await zone.desk.tick(two.id, by: Cast.staff)
      let records = try await zone.ledgers.page(of: LearningZone.attendances, by: Cast.staff).records
        .sorted { $0.id < $1.id }
      #expect(records.map(\.grade) == [.g2, .g3])
      #expect(records.map(\.document) == ["BM-2026-00001", "BM-2026-00002"])
      #expect(records.map { $0.values.text("training") } == Array(repeating: "PX-2026-00001 检索入门", count: 2))
      #expect(records.map { $0.values.day("held_on")?.description } == ["2026-10-12", "2026-10-12"])
      #expect(records.map { $0.values.text("firm") } == [firmCode, nil])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `three times is one person and three attendances`(_ kind: DatabaseKind) async throws {
    try await LearningZone.with(kind) { zone in
      for (day, people) in [("2026-10-12", [1, 2]), ("2026-10-13", [1]), ("2026-10-14", [1, 3])] {
        let lecture = try await zone.lecture(day)
        for number in people {
          let held = try await zone.register(number, for: lecture, firm: firmCode)
          zone.clock.turn(to: "\(day) 14:00")
          try await zone.desk.signIn(ticket: held.code, at: lecture.id, by: Cast.staff)
        }
        // Who registers and stays away is not counted.
        _ = try await zone.register(9, for: lecture)
      }
      let counts = try await zone.desk.counts(of: 2026, by: Cast.visitor)
      #expect(counts == LearningCounts(lectures: 3, people: 3, attendances: 5, firms: 1, certificates: 0))
      #expect(
        try await zone.desk.counts(of: 2025, by: Cast.visitor)
          == LearningCounts(lectures: 0, people: 0, attendances: 0, firms: 0, certificates: 0))
      #expect(
        try await zone.database.read { try $0.count("SELECT COUNT(DISTINCT person) FROM attendances") } == 3)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `ends with a test, and passing it with a certificate that anybody can verify`(_ kind: DatabaseKind) async throws
  {
    try await LearningZone.with(kind) { zone in
      let lecture = try await zone.lecture(test: true)
      let (one, two) = (try await zone.register(1, for: lecture), try await zone.register(2, for: lecture))
      func test(_ held: Held, _ answers: [Int?]) async throws -> [String] {
        try await refusals { try await zone.desk.takeTest(answers, held.id, held.code, by: Cast.visitor) }
      }
      #expect(try await test(one, [1, 0]) == ["learning.not-attended"])
      zone.clock.turn(to: "2026-10-12 13:30")
      try await zone.desk.signIn(ticket: one.code, at: lecture.id, by: Cast.staff)
      try await zone.desk.signIn(ticket: two.code, at: lecture.id, by: Cast.staff)
      #expect(try await test(one, [1, 0]) == ["learning.test-not-open"])
      zone.clock.turn(to: "2026-10-12 15:40")
      #expect(try await test(one, [1, nil]) == ["learning.answers-missing"])
      // One of two is 50 %, and 60 % is needed.
      #expect(try await test(one, [1, 1]) == [])
      #expect(try await zone.desk.ticket(one.id, one.code, by: Cast.visitor).certificateNumber == nil)
      #expect(try await test(one, [1, 0]) == [])
      #expect(try await test(one, [1, 0]) == ["learning.certified-already"])
      for wrong in [[0, 1], [0, 0]] { #expect(try await test(two, wrong) == []) }
      #expect(try await test(two, [1, 0]) == ["learning.no-tries-left"])
      let ticket = try await zone.desk.ticket(one.id, one.code, by: Cast.visitor)
      let (number, code) = (try #require(ticket.certificateNumber), try #require(ticket.certificateCode))
      #expect(number == "PX-2026-00001-001" && ticket.booking.score == 100)
      let found = try await zone.desk.verify(number, groupedCode(code), by: Cast.visitor)
      #expect(found.maskedName == "学**" && found.issuedOn.description == "2026-10-12")
      for (number, code) in [
        (number, one.code), (number, ""), ("PX-2026-00001-002", code), ("PX-2026-00002-001", code), ("x", code),
        ("PX-2026-00001", code),
      ] {
        #expect(
          try await refusals { try await zone.desk.verify(number, code, by: Cast.visitor) }
            == ["learning.wrong-certificate"])
      }
      #expect(
        try await refusals {
          try await zone.desk.setTest("甲？\n* 乙\n- 丙", passMark: 60, tries: 1, of: lecture.id, by: Cast.staff)
        } == ["learning.test-taken"])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is rated once, by who was there`(_ kind: DatabaseKind) async throws {
    try await LearningZone.with(kind) { zone in
      let lecture = try await zone.lecture()
      let (one, two) = (try await zone.register(1, for: lecture), try await zone.register(2, for: lecture))
      func rate(_ held: Held, _ rating: Int) async throws -> [String] {
        try await refusals { try await zone.desk.rate(rating, "好", held.id, held.code, by: Cast.visitor) }
      }
      #expect(try await rate(one, 5) == ["learning.not-attended"])
      zone.clock.turn(to: "2026-10-12 14:00")
      for held in [one, two] { try await zone.desk.signIn(ticket: held.code, at: lecture.id, by: Cast.staff) }
      #expect(try await rate(one, 6) == ["learning.wrong-rating"])
      for (held, rating) in [(one, 5), (two, 4)] { #expect(try await rate(held, rating) == []) }
      #expect(try await rate(one, 1) == ["learning.rated-already"])
      // (5 + 4) / 2 = 4.5
      #expect(try await zone.load(lecture).rating == 45)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `leaves no identity number anywhere, and no name in the journal`(_ kind: DatabaseKind) async throws {
    try await LearningZone.with(kind) { zone in
      let lecture = try await zone.lecture()
      let held = try await zone.register(77_345, for: lecture)
      zone.clock.turn(to: "2026-10-12 14:00")
      try await zone.desk.signIn(ticket: held.code, at: lecture.id, by: Cast.staff)
      try await zone.desk.rate(5, "好", held.id, held.code, by: Cast.visitor)
      let texts = try await zone.database.read { db in
        try ["journal", "journal_personal", "lecture_bookings", "attendances", "notices"]
          .flatMap { table in try db.rows("SELECT * FROM \(SQL(name: table))") }.map { "\($0.values)" }
      }
      // Registration, sign-in and rating in the journal, one registration, one record of the ledger.
      #expect(texts.count >= 5)
      #expect(texts.contains { $0.contains("学员77345") })
      #expect(!texts.contains { $0.contains("ID77345") })
      let journal = try await zone.database.read { try $0.rows("SELECT * FROM journal").map { "\($0.values)" } }
      #expect(!journal.contains { $0.contains("学员77345") || $0.contains("p77345@example.org") })
    }
  }
}

/// A credit code of the tests with the check symbol that the standard's own type accepts.
let firmCode: String = {
  let codes = "0123456789ABCDEFGHJKLMNPQRTUWXY".map { symbol -> String in "91320100MA1000001\(symbol)" }
  return codes.first { (try? SocialCreditCode($0)) != nil } ?? ""
}()
