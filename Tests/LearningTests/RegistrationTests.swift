import Fixtures
import Kernel
import Learning
import LearningStore
import Storage
import Testing

@Suite struct `Registering for a lecture` {
  @Test(arguments: DatabaseKind.shared)
  func `gives thirty seats and a waiting list of twenty to fifty who come at once`(_ kind: DatabaseKind) async throws {
    try await LearningZone.with(kind) { zone in
      let lecture = try await zone.lecture(seats: 30)
      let stages = try await withThrowingTaskGroup(of: Booking.Stage.self) { group in
        for number in 1...50 { group.addTask { try await zone.register(number, for: lecture).stage } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(stages.count { $0 == .seated } == 30)
      #expect(stages.count { $0 == .waiting } == 20)
      let load = try await zone.load(lecture)
      #expect(load.seated == 30 && load.waiting == 20)
      // Numbers without gaps, whoever came first.
      let roll = try await zone.desk.roll(of: lecture.id, by: Cast.staff)
      #expect(roll.bookings.map(\.number.serial) == Array(1...50))
      #expect(roll.bookings.prefix(30).allSatisfy { $0.stage == .seated })
    }
  }

  @Test(arguments: DatabaseKind.shared)
  func `keeps one place for one person who presses twice at once`(_ kind: DatabaseKind) async throws {
    try await LearningZone.with(kind) { zone in
      let lecture = try await zone.lecture()
      let found = try await withThrowingTaskGroup(of: [String].self) { group in
        for _ in 1...8 { group.addTask { try await refusals { try await zone.register(7, for: lecture) } } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(found.count { $0.isEmpty } == 1)
      #expect(found.count { $0 == ["learning.registered-already"] } == 7)
      #expect(try await zone.load(lecture).seated == 1)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `gives the seat of who withdraws to the first who waits and tells them`(_ kind: DatabaseKind) async throws {
    try await LearningZone.with(kind) { zone in
      let lecture = try await zone.lecture(seats: 1)
      let first = try await zone.register(1, for: lecture)
      let second = try await zone.register(2, for: lecture)
      let third = try await zone.register(3, for: lecture)
      #expect([first, second, third].map(\.stage) == [.seated, .waiting, .waiting])
      #expect(try await zone.desk.ticket(third.id, third.code, by: Cast.visitor).place == 2)
      try await zone.desk.withdraw(first.id, first.code, by: Cast.visitor)
      #expect(try await zone.stage(second) == .seated)
      #expect(try await zone.stage(third) == .waiting)
      #expect(try await zone.notices() == ["您已获得“检索入门”的名额"])
      #expect(
        try await refusals { try await zone.desk.withdraw(first.id, first.code, by: Cast.visitor) }
          == ["learning.withdrawn-already"])
      // Who withdrew may come again, at the end of the queue.
      #expect(try await zone.register(1, for: lecture).stage == .waiting)
      try await zone.desk.setCapacity(lecture.id, to: 3, by: Cast.staff)
      #expect(try await zone.load(lecture) == LectureLoad(seated: 3, waiting: 0))
      #expect(
        try await refusals { try await zone.desk.setCapacity(lecture.id, to: 2, by: Cast.staff) }
          == ["learning.wrong-number"])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is refused after the end, after cancelling, and without an identity number`(_ kind: DatabaseKind) async throws {
    try await LearningZone.with(kind) { zone in
      let lecture = try await zone.lecture()
      let draft = LearnerDraft(name: " ", identity: "nobody", email: "no address", organisation: "123")
      #expect(
        try await refusals { try await zone.desk.register(draft, for: lecture.id, by: Cast.visitor) } == [
          "learning.missing", "learning.no-person", "learning.no-mail-address", "social-credit-code.length",
        ])
      zone.clock.turn(to: "2026-10-12 15:29")
      #expect(try await zone.register(1, for: lecture).stage == .seated)
      zone.clock.turn(to: "2026-10-12 15:30")
      #expect(try await refusals { try await zone.register(2, for: lecture) } == ["learning.over"])
      let other = try await zone.lecture("2026-11-02")
      try await zone.desk.cancel(other.id, because: "讲师生病", by: Cast.staff)
      #expect(try await refusals { try await zone.register(2, for: other) } == ["learning.not-open"])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `opens by its own code alone`(_ kind: DatabaseKind) async throws {
    try await LearningZone.with(kind) { zone in
      let lecture = try await zone.lecture()
      let (one, other) = (try await zone.register(1, for: lecture), try await zone.register(2, for: lecture))
      #expect(one.code.count == 16 && one.code != other.code)
      for (id, code) in [(one.id, other.code), (one.id, ""), (ID(99), one.code)] {
        #expect(
          try await refusals { try await zone.desk.ticket(id, code, by: Cast.visitor) } == ["learning.wrong-ticket"])
        #expect(
          try await refusals { try await zone.desk.withdraw(id, code, by: Cast.visitor) } == ["learning.wrong-ticket"])
      }
      let grouped = groupedCode(one.code).lowercased()
      #expect(try await zone.desk.ticket(one.id, grouped, by: Cast.visitor).booking.learner.maskedName == "学**")
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `goes along when a lecture is moved or merged, and everybody is told`(_ kind: DatabaseKind) async throws {
    try await LearningZone.with(kind) { zone in
      let (small, large) = (try await zone.lecture("2026-10-12"), try await zone.lecture("2026-10-13", seats: 2))
      let (one, two) = (try await zone.register(1, for: small), try await zone.register(2, for: small))
      _ = try await zone.register(2, for: large)
      let three = try await zone.register(3, for: small)
      zone.clock.turn(to: "2026-09-29 09:00")
      let later = try #require(HourOfDay("16:00")).on(try #require(Day("2026-10-12")))
      try await zone.desk.postpone(small.id, to: later, because: "场地冲突", by: Cast.staff)
      #expect(try await zone.notices().count == 3)
      #expect(
        try await refusals { try await zone.desk.merge(small.id, into: "PX-2026-00009", because: "不足", by: Cast.staff) }
          == ["learning.no-such-target"])
      #expect(
        try await refusals { try await zone.desk.merge(small.id, into: "PX-2026-00002", because: " ", by: Cast.staff) }
          == ["learning.reason-missing"])
      try await zone.desk.merge(small.id, into: "px-2026-00002", because: "人数不足", by: Cast.staff)
      // One seat was left; who was there twice keeps one place.
      #expect(try await zone.load(large) == LectureLoad(seated: 2, waiting: 1))
      #expect(try await zone.stage(one) == .seated)
      #expect(try await zone.stage(two) == .withdrawn)
      #expect(try await zone.stage(three) == .waiting)
      // Three of the move, and each of the merger, who was there twice, too.
      #expect(try await zone.notices().count == 6)
      #expect(try await zone.desk.find(small.id, by: Cast.visitor).lecture.mergedInto == large.id)
    }
  }

  @Test func `leaves nothing behind where a statement fails`() async throws {
    try await LearningZone.with(.file) { zone in
      let lecture = try await zone.lecture(seats: 1)
      let first = try await zone.register(1, for: lecture)
      _ = try await zone.register(2, for: lecture)
      let (statements, _) = try await failEverywhere(on: zone.database) { database in
        try await LearningZone(database, clock: zone.clock).desk.withdraw(first.id, first.code, by: Cast.visitor)
      }
      #expect(statements > 8)
    }
  }
}
