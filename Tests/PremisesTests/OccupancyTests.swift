import Access
import Fixtures
import Journal
import JournalStore
import Kernel
import Premises
import PremisesStore
import Storage
import Testing

@Suite struct `A room` {
  @Test(arguments: DatabaseKind.all)
  func `is never let to two on one day, and says who is in it until when`(_ kind: DatabaseKind) async throws {
    try await PremisesZone.with(kind) { zone in
      let rooms = try await zone.buildFloor()
      try await zone.moveIn(1, to: rooms[0], "2026-03-01", "2026-06-30")
      // The last day is still in; the day after is free.
      await #expect(throws: MoveRefusal.occupied(by: "机构1", until: day("2026-06-30"), room: "301")) {
        try await zone.moveIn(2, to: rooms[0], "2026-06-30")
      }
      await #expect(throws: MoveRefusal.occupied(by: "机构1", until: day("2026-06-30"), room: "301")) {
        try await zone.moveIn(2, to: rooms[0], "2026-01-01", "2026-03-01")
      }
      try await zone.moveIn(2, to: rooms[0], "2026-07-01")
      await #expect(throws: MoveRefusal.occupied(by: "机构2", until: nil, room: "301")) {
        try await zone.moveIn(3, to: rooms[0], "2030-01-01")
      }
      // Another room, and the days before the first, are free.
      try await zone.moveIn(3, to: rooms[1], "2026-07-01")
      try await zone.moveIn(4, to: rooms[0], "2026-02-01", "2026-02-28")
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `stays with one tenant a day when dates are corrected`(_ kind: DatabaseKind) async throws {
    try await PremisesZone.with(kind) { zone in
      let rooms = try await zone.buildFloor()
      let first = try await zone.moveIn(1, to: rooms[0], "2026-03-01", "2026-06-30")
      let second = try await zone.moveIn(2, to: rooms[0], "2026-07-01")
      let seen = try await zone.desk.book(by: zone.clerk).occupancy(first.id).revision
      let longer = OccupancyCorrection(
        stay: try Stay(from: day("2026-03-01"), to: day("2026-07-01")), contract: "甲", dispute: nil)
      await #expect(throws: MoveRefusal.occupied(by: "机构2", until: nil, room: "301")) {
        try await zone.desk.correct(first.id, to: longer, because: "抄错", seen: seen, by: zone.clerk)
      }
      // A withdrawn entry is in nobody's way.
      let other = try await zone.desk.book(by: zone.clerk).occupancy(second.id)
      try await zone.desk.withdraw(second.id, because: "登记错房间", seen: other.revision, by: zone.clerk)
      try await zone.desk.correct(first.id, to: longer, because: "抄错", seen: seen, by: zone.clerk)
      #expect(try await zone.desk.book(by: zone.clerk).occupant(of: rooms[0].id, on: day("2026-07-01"))?.id == first.id)
      await #expect(throws: PremisesRefusal.withdrawnAlready) { try await zone.moveOut(second.id, "2026-12-31") }
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.shared)
  func `goes to one of many who ask for it at once`(_ kind: DatabaseKind) async throws {
    try await PremisesZone.with(kind) { zone in
      let rooms = try await zone.buildFloor()
      let taken = await withTaskGroup(of: Bool.self) { group in
        for tenant in 1...8 {
          group.addTask {
            do {
              try await zone.moveIn(tenant, to: rooms[0], "2026-12-01")
              return true
            } catch is MoveRefusal {
              return false
            } catch {
              Issue.record(error)
              return false
            }
          }
        }
        return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(taken == 1)
      #expect(try await zone.occupiedRooms("2026-12-01") == 1)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is for letting, and there on every day of the stay`(_ kind: DatabaseKind) async throws {
    try await PremisesZone.with(kind) { zone in
      var rooms = try await zone.buildFloor()
      await #expect(throws: MoveRefusal.notForLetting(.common)) {
        try await zone.moveIn(1, to: rooms[3], "2026-12-01")
      }
      await #expect(throws: MoveRefusal.roomNotThere(room: "301", .since(day("2024-01-01")))) {
        try await zone.moveIn(1, to: rooms[0], "2023-12-31")
      }
      let stay = try await zone.moveIn(1, to: rooms[0], "2026-12-01")
      rooms = try await zone.desk.book(by: zone.clerk).rooms
      var closed = try #require(rooms.first { $0.number == "301" })
      closed.span = try Stay(from: day("2024-01-01"), to: day("2026-12-31"))
      let closing = closed
      await #expect(throws: PremisesRefusal.roomInUse(until: nil)) {
        try await zone.desk.correctRoom(closing, because: "改隔断", by: zone.clerk)
      }
      try await zone.moveOut(stay.id, "2026-12-31")
      try await zone.desk.correctRoom(closing, because: "改隔断", by: zone.clerk)
      let book = try await zone.desk.book(by: zone.clerk)
      #expect(book.states(on: day("2026-12-31")).contains { $0.room.id == closing.id })
      #expect(!book.states(on: day("2027-01-01")).contains { $0.room.id == closing.id })
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is not larger than its floor, and a floor says what its rooms lack`(_ kind: DatabaseKind) async throws {
    try await PremisesZone.with(kind) { zone in
      let rooms = try await zone.buildFloor()
      let box = Outline(x: 0, y: 0, width: 10, height: 10)
      await #expect(throws: PremisesRefusal.roomLargerThanFloor(area("100"))) {
        try await zone.desk.addRoom(
          "305", to: rooms[0].floor, area: area("100.01"), outline: box, use: .office, from: day("2024-01-01"),
          by: zone.clerk)
      }
      await #expect(throws: PremisesRefusal.numberTaken("301")) {
        try await zone.desk.addRoom(
          "301", to: rooms[0].floor, area: area("5"), outline: box, use: .office, from: day("2026-01-01"),
          by: zone.clerk)
      }
      let book = try await zone.desk.book(by: zone.clerk)
      let floor = try book.floor(rooms[0].floor)
      // 30 + 30 + 25 + 10 = 95 of 100.
      #expect(floor.usable - book.roomArea(of: floor.id, on: day("2026-11-22")) == area("5.00"))
      try await zone.desk.addRoom(
        "305", to: floor.id, area: area("5"), outline: box, use: .desk, from: day("2026-11-22"), by: zone.clerk)
      let full = try await zone.desk.book(by: zone.clerk)
      #expect(full.roomArea(of: floor.id, on: day("2026-11-22")) == floor.usable)
      #expect(full.roomArea(of: floor.id, on: day("2026-11-21")) == area("95"))
    }
  }
}

@Suite struct `A tenant` {
  @Test(arguments: DatabaseKind.all)
  func `who leaves counts on its last day and no longer, and earlier days stay as they were`(
    _ kind: DatabaseKind
  ) async throws {
    try await PremisesZone.with(kind) { zone in
      let rooms = try await zone.buildFloor()
      let stay = try await zone.moveIn(1, to: rooms[0], "2026-01-15")
      let days = ["2026-01-14", "2026-01-15", "2026-10-31", "2026-11-22", "2026-11-30", "2026-12-01"]
      var before: [Int] = []
      for text in days { before.append(try await zone.occupiedRooms(text)) }
      #expect(before == [0, 1, 1, 1, 1, 1])
      try await zone.moveOut(stay.id, "2026-11-30")
      var after: [Int] = []
      for text in days { after.append(try await zone.occupiedRooms(text)) }
      #expect(after == [0, 1, 1, 1, 1, 0])
      await #expect(throws: MoveRefusal.leftAlready(day("2026-11-30"))) {
        try await zone.moveOut(stay.id, "2026-12-31")
      }
      let vacant = try await zone.desk.book(by: zone.clerk).vacant(rooms[0], on: day("2026-12-05"))
      #expect(vacant == day("2026-12-01"))
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `does not come or go on a day that is over, unless it is said why`(_ kind: DatabaseKind) async throws {
    try await PremisesZone.with(kind) { zone in
      let rooms = try await zone.buildFloor()
      await #expect(throws: MoveRefusal.lateWithoutReason) {
        try await zone.moveIn(1, to: rooms[0], "2026-11-21", late: nil)
      }
      // Who comes today is let in by a procedure; this door is for what comes late.
      await #expect(throws: MoveRefusal.needsMatter(letters: "RZ")) {
        try await zone.moveIn(1, to: rooms[0], "2026-11-22", late: nil)
      }
      let stay = try await zone.moveIn(1, to: rooms[0], "2026-11-22")
      zone.clock.set(day("2026-12-10"))
      await #expect(throws: MoveRefusal.lateWithoutReason) {
        try await zone.moveOut(stay.id, "2026-12-08", late: nil)
      }
      await #expect(throws: MoveRefusal.needsMatter(letters: "QC")) {
        try await zone.moveOut(stay.id, "2026-12-09", late: nil)
      }
      // Yesterday is over, and today is the first day without it.
      try await zone.moveOut(stay.id, "2026-12-09")
      #expect(try await zone.occupiedRooms("2026-12-09") == 1)
      #expect(try await zone.occupiedRooms("2026-12-10") == 0)
      let other = try await zone.moveIn(2, to: rooms[1], "2026-12-10")
      zone.clock.set(day("2026-12-20"))
      try await zone.moveOut(other.id, "2026-12-15", late: "月底盘点时发现")
      #expect(try await zone.occupiedRooms("2026-12-16") == 0)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is counted once, and its area in every room`(_ kind: DatabaseKind) async throws {
    try await PremisesZone.with(kind) { zone in
      let rooms = try await zone.buildFloor()
      try await zone.moveIn(1, to: rooms[0], "2026-01-01")
      try await zone.moveIn(1, to: rooms[2], "2026-01-01")
      let vacancy = try await zone.desk.book(by: zone.clerk).vacancy(on: day("2026-11-22"))
      #expect(vacancy.tenants == [code(1)])
      // 30 + 25 of the 85 m² that are for letting; the common room of 10 m² is not.
      #expect(vacancy.area == area("85") && vacancy.occupiedArea == area("55") && vacancy.vacantArea == area("30"))
      // 30 / 85 = 35.294… %.
      #expect(vacancy.vacantShare == 3_529)
      #expect(vacancy.rooms == 3 && vacancy.vacantRooms == 1)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `shows its contract to who manages the premises, and to nobody else`(_ kind: DatabaseKind) async throws {
    try await PremisesZone.with(kind) { zone in
      let rooms = try await zone.buildFloor()
      let stay = try await zone.moveIn(1, to: rooms[0], "2026-01-01")
      let wrong = try await zone.moveIn(2, to: rooms[1], "2026-01-01")
      let seen = try await zone.desk.book(by: zone.clerk).occupancy(wrong.id).revision
      try await zone.desk.withdraw(wrong.id, because: "误录", seen: seen, by: zone.clerk)
      let own = try await zone.desk.book(by: zone.clerk).occupancy(stay.id)
      #expect(own.contract == "合同1号" && own.decision == "决定1号")
      let open = try await zone.desk.book(by: zone.visitor)
      let shown = try open.occupancy(stay.id)
      #expect(shown.contract == nil && shown.decision == nil && shown.tenantName == "机构1")
      #expect(open.occupancies.map(\.id) == [stay.id])
      await #expect(throws: AccessRefusal.notSignedIn) { try await zone.desk.establish(by: zone.visitor) }
      await #expect(throws: PremisesRefusal.establishedAlready) { try await zone.desk.establish(by: zone.clerk) }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `stands in the table that reports read with the site of its room`(_ kind: DatabaseKind) async throws {
    try await PremisesZone.with(kind) { zone in
      let centre = try await zone.buildFloor()
      let base = try await zone.buildFloor(at: .lifeTown, named: "创新楼")
      let first = try await zone.moveIn(1, to: centre[0], "2026-01-01")
      try await zone.moveOut(first.id, "2026-11-22")
      try await zone.moveIn(1, to: base[0], "2026-11-23")
      for (on, site) in [("2026-11-22", "centre"), ("2026-11-23", "life-town")] {
        let rows = try await zone.database.read { db in
          try db.rows(
            """
            SELECT site FROM occupancies WHERE tenant = \(code(1).description) AND withdrawn = 0
            AND first_day <= \(day(on)) AND (last_day IS NULL OR last_day >= \(day(on)))
            """
          ).map { row in
            var columns = row.columns
            return try columns.text()
          }
        }
        #expect(rows == [site], "\(on)")
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `moves wholly or not at all`(_ kind: DatabaseKind) async throws {
    try await PremisesZone.with(kind) { zone in
      let rooms = try await zone.buildFloor()
      let (into, stay) = try await failEverywhere(on: zone.database) { faulty in
        try await PremisesDesk(database: faulty, world: zone.world).moveIn(
          MoveIn(
            room: rooms[0].id, tenant: code(1), tenantName: "机构1", stay: .since(day("2026-12-01")), contract: "甲",
            decision: "乙", lateReason: "期初录入"), by: zone.clerk)
      }
      let seen = try await zone.desk.book(by: zone.clerk).occupancy(stay.id).revision
      let (out, _) = try await failEverywhere(on: zone.database) { faulty in
        try await PremisesDesk(database: faulty, world: zone.world).moveOut(
          stay.id, MoveOut(last: day("2026-12-31"), reason: .expired, decision: "丙", lateReason: "期末录入"), seen: seen,
          by: zone.clerk)
      }
      #expect(into > 6 && out > 6)
      #expect(try await zone.isIntact())
    }
  }
}
