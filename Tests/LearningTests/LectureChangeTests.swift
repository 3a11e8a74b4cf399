import Fixtures
import Foundation
import Kernel
import Learning
import LearningStore
import Ledgers
import LedgersStore
import Storage
import Testing

@Suite struct `Changing a lecture` {
  private func later(_ day: String, _ hour: String) throws -> Date {
    try #require(HourOfDay(hour)).on(try #require(Day(day)))
  }

  private func attendances(in zone: LearningZone) async throws -> [Bool] {
    try await zone.database.read { db in
      try db.rows("SELECT withdrawn_on FROM attendances ORDER BY id").map { row in
        var row = row.columns
        return try row.optional { try $0.text() } == nil
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `undoes who has signed in, so that they sign in on the new day and count once`(
    _ kind: DatabaseKind
  ) async throws {
    try await LearningZone.with(kind) { zone in
      let lecture = try await zone.lecture()
      let held = try await zone.register(1, for: lecture)
      zone.clock.turn(to: "2026-10-12 13:30")
      try await zone.desk.signIn(ticket: held.code, at: lecture.id, by: Cast.staff)
      #expect(try await attendances(in: zone) == [true])
      try await zone.desk.postpone(
        lecture.id, to: try later("2026-10-14", "14:00"), because: "停电", by: Cast.staff)
      #expect(try await attendances(in: zone) == [false])
      #expect(try await zone.load(lecture) == LectureLoad(seated: 1))
      #expect(
        try await zone.desk.counts(of: 2026, by: Cast.visitor)
          == LearningCounts(lectures: 0, people: 0, attendances: 0, firms: 0, certificates: 0))
      zone.clock.turn(to: "2026-10-14 14:00")
      try await zone.desk.signIn(ticket: held.code, at: lecture.id, by: Cast.staff)
      let records = try await zone.ledgers.page(of: LearningZone.attendances, by: Cast.staff).records
      #expect(records.map { $0.values.day("held_on")?.description } == ["2026-10-14"])
      #expect(try await attendances(in: zone) == [true])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `takes who has signed in along to a lecture that is full`(_ kind: DatabaseKind) async throws {
    try await LearningZone.with(kind) { zone in
      let (small, large) = (try await zone.lecture(), try await zone.lecture("2026-10-13", seats: 1))
      let held = try await zone.register(1, for: small)
      _ = try await zone.register(9, for: large)
      zone.clock.turn(to: "2026-10-12 13:30")
      try await zone.desk.signIn(ticket: held.code, at: small.id, by: Cast.staff)
      try await zone.desk.merge(small.id, into: "\(large.number)", because: "不足", by: Cast.staff)
      #expect(try await zone.stage(held) == .waiting)
      #expect(try await attendances(in: zone) == [false])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `ends everything where it is cancelled: seats, sign-ins, tests and ratings`(_ kind: DatabaseKind) async throws {
    try await LearningZone.with(kind) { zone in
      let lecture = try await zone.lecture(seats: 1, test: true)
      let (one, two) = (try await zone.register(1, for: lecture), try await zone.register(2, for: lecture))
      zone.clock.turn(to: "2026-10-12 13:30")
      try await zone.desk.signIn(ticket: one.code, at: lecture.id, by: Cast.staff)
      try await zone.desk.cancel(lecture.id, because: "讲师生病", by: Cast.staff)
      #expect(try await attendances(in: zone) == [false])
      zone.clock.turn(to: "2026-10-12 14:30")
      let closed = ["learning.not-open"]
      #expect(
        try await refusals { try await zone.desk.takeTest([1, 0], one.id, one.code, by: Cast.visitor) } == closed)
      #expect(try await refusals { try await zone.desk.rate(5, "", one.id, one.code, by: Cast.visitor) } == closed)
      #expect(try await refusals { try await zone.desk.withdraw(one.id, one.code, by: Cast.visitor) } == closed)
      #expect(try await refusals { try await zone.desk.setCapacity(lecture.id, to: 5, by: Cast.staff) } == closed)
      let ticket = try await zone.desk.ticket(one.id, one.code, by: Cast.visitor)
      #expect(!ticket.isLive(at: zone.clock.now) && !ticket.mayTakeTest(at: zone.clock.now))
      #expect(!ticket.mayRate(at: zone.clock.now))
      // Nobody is told of a seat at a lecture that is not held.
      #expect(try await zone.notices() == ["讲座变更：检索入门", "讲座变更：检索入门"])
      #expect(try await zone.stage(two) == .waiting)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `moves one that nobody came to, and none that somebody came to`(_ kind: DatabaseKind) async throws {
    try await LearningZone.with(kind) { zone in
      let (missed, held) = (try await zone.lecture(), try await zone.lecture())
      let guest = try await zone.register(1, for: held)
      zone.clock.turn(to: "2026-10-12 14:00")
      try await zone.desk.signIn(ticket: guest.code, at: held.id, by: Cast.staff)
      func postpone(_ lecture: Lecture) async throws -> [String] {
        let start = try later("2026-10-20", "14:00")
        return try await refusals { try await zone.desk.postpone(lecture.id, to: start, because: "改期", by: Cast.staff) }
      }
      #expect(try await postpone(missed) == ["learning.already-held"])
      zone.clock.turn(to: "2026-10-12 15:30")
      #expect(try await postpone(missed) == [])
      #expect(try await postpone(held) == ["learning.already-held"])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `merges behind who waits there, those with a seat first, and tells each what became of them`(
    _ kind: DatabaseKind
  ) async throws {
    try await LearningZone.with(kind) { zone in
      let (small, large) = (try await zone.lecture(seats: 1), try await zone.lecture("2026-10-13", seats: 2))
      let one = try await zone.register(1, for: small)
      let two = try await zone.register(2, for: small)
      let both = try await zone.register(3, for: small)
      _ = try await zone.register(3, for: large)
      try await zone.desk.merge(small.id, into: "\(large.number)", because: "不足", by: Cast.staff)
      var stages: [Booking.Stage] = []
      for held in [one, two, both] { stages.append(try await zone.stage(held)) }
      #expect(stages == [.seated, .waiting, .withdrawn])
      let head = "PX-2026-00001 已并入 PX-2026-00002，"
      #expect(try await zone.told(1) == [head + "您的报名已转过去，有席位。原因：不足"])
      #expect(try await zone.told(2) == [head + "您的报名已转过去，席位不足，转为候补第 1 位。原因：不足"])
      #expect(try await zone.told(3) == [head + "您在那一场原有报名，以那一份为准。原因：不足"])
      // Later ones queue up behind, whatever their numbers are.
      zone.clock.turn(to: "2026-09-29 09:00")
      let third = try await zone.lecture("2026-10-14", seats: 1)
      let older = try await zone.register(5, for: third)
      let late = try await zone.register(6, for: large)
      zone.clock.turn(to: "2026-09-30 09:00")
      try await zone.desk.merge(third.id, into: "\(large.number)", because: "不足", by: Cast.staff)
      var places: [Int?] = []
      for held in [two, late, older] {
        places.append(try await zone.desk.ticket(held.id, held.code, by: Cast.visitor).place)
      }
      #expect(places == [1, 2, 3])
      #expect(try await zone.told(5).last?.contains("转为候补第 3 位") == true)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `says whom no notice finds`(_ kind: DatabaseKind) async throws {
    try await LearningZone.with(kind) { zone in
      let lecture = try await zone.lecture()
      _ = try await zone.register(1, for: lecture)
      _ = try await zone.register(2, for: lecture, by: Cast.student)
      let (mute, _) = try await zone.desk.register(
        LearnerDraft(name: "学员", identity: "ID3"), for: lecture.id, by: Cast.visitor)
      #expect(try await zone.desk.roll(of: lecture.id, by: Cast.staff).unreached == [mute.id])
    }
  }
}
