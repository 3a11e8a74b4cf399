import Access
import Fixtures
import Journal
import JournalStore
import Kernel
import Premises
import PremisesStore
import Storage
import Testing

@Suite struct `The sample premises` {
  @Test(arguments: DatabaseKind.all)
  func `have rooms that come to their floors exactly, and nobody in one room with another`(
    _ kind: DatabaseKind
  ) async throws {
    try await kind.withDatabase(journalMigrations + premisesMigrations) { database in
      let zone = PremisesZone(database: database, clock: Clock(), facts: .none)
      let outcome = try await PremisesSeed.demonstration(
        in: database, tenants: Self.tenants, world: zone.world, by: zone.clerk)
      #expect(outcome.floors == 30 && (240...280).contains(outcome.rooms), "\(outcome.rooms)")
      #expect(outcome.occupancies >= 120 && outcome.unplaced.isEmpty)
      let (book, on) = (try await zone.desk.book(by: zone.clerk), day("2026-11-22"))
      #expect(book.sites.count == 3 && book.buildings.count == 4)
      for floor in book.floors {
        #expect(book.roomArea(of: floor.id, on: on) == floor.usable && floor.usable <= floor.gross)
        let rooms = book.rooms(of: floor.id, on: on)
        #expect(rooms.allSatisfy { $0.outline.right <= floor.outline.right && $0.outline.left < $0.outline.right })
        for (place, room) in rooms.enumerated() {
          for other in rooms.dropFirst(place + 1) { #expect(!touches(room.outline, other.outline)) }
        }
      }
      for room in book.rooms {
        let stays = book.stays(in: room.id)
        for (one, next) in zip(stays, stays.dropFirst()) { #expect(!one.stay.overlaps(next.stay)) }
        for stay in stays { #expect(stay.site == (try book.site(of: room.floor).code)) }
      }
      // Every third of the 120 left on 2025-06-30.
      #expect(book.tenants(on: on).count == 80)
      #expect(book.tenants(on: day("2025-06-30")).count == 120)
      #expect(try await zone.isIntact())
      await #expect(throws: PremisesRefusal.establishedAlready) {
        try await PremisesSeed.demonstration(in: database, tenants: [], world: zone.world, by: zone.clerk)
      }
    }
  }

  @Test func `are the same for the same seed`() async throws {
    var drawn: [[String]] = []
    for seed: UInt64 in [1, 1, 2] {
      try await DatabaseKind.memory.withDatabase(journalMigrations + premisesMigrations) { database in
        let zone = PremisesZone(database: database, clock: Clock(), facts: .none)
        try await PremisesSeed.demonstration(
          in: database, tenants: Self.tenants, seed: seed, world: zone.world, by: zone.clerk)
        let book = try await zone.desk.book(by: zone.clerk)
        drawn.append(
          book.rooms.map { "\($0.number) \($0.area) \($0.outline)" }
            + book.occupancies.map { "\($0.tenant) \($0.room) \($0.stay)" })
      }
    }
    #expect(drawn[0] == drawn[1])
    #expect(drawn[0] != drawn[2])
  }

  private static let tenants = (1...120).map { number in
    PremisesSeed.Tenant(
      code(number), "示例机构\(number)", from: day("2024-06-01").adding(days: number),
      to: number.isMultiple(of: 3) ? day("2025-06-30") : nil)
  }

  private func touches(_ one: Outline, _ other: Outline) -> Bool {
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
  }
}

@Suite struct `Random comings and goings` {
  @Test(arguments: DatabaseKind.all, [UInt64(3), 71, 2_026])
  func `never leave two in a room, nor change a count of a day that is over`(
    _ kind: DatabaseKind, _ seed: UInt64
  ) async throws {
    try await PremisesZone.with(kind) { zone in
      let rooms = Array(try await zone.buildFloor().prefix(3))
      var dice = SeededDice(seed: seed)
      var today = day("2026-11-22")
      var counts: [Day: Int] = [:]
      var done = 0
      for _ in 0..<60 {
        if try await step(zone, rooms, today, &dice) { done += 1 }
        let book = try await zone.desk.book(by: zone.clerk)
        for (past, count) in counts { #expect(book.vacancy(on: past).occupiedRooms == count, "\(past)") }
        for room in rooms {
          for ahead in -30...120 {
            let on = today.adding(days: ahead)
            #expect(book.stays(in: room.id).filter { $0.counts(on: on) }.count <= 1, "\(room.number) \(on)")
          }
        }
        let days = dice.roll(below: 4)
        for passed in 0..<days {
          let over = today.adding(days: passed)
          counts[over] = book.vacancy(on: over).occupiedRooms
        }
        today = today.adding(days: days)
        zone.clock.set(today)
      }
      #expect(done > 15, "\(done)")
      #expect(counts.count > 40 && Set(counts.values).count > 1)
      #expect(try await zone.isIntact())
    }
  }

  /// Somebody moves in or out on some day around today; what is refused changes nothing.
  private func step(
    _ zone: PremisesZone, _ rooms: [Room], _ today: Day, _ dice: inout SeededDice
  ) async throws -> Bool {
    let book = try await zone.desk.book(by: zone.clerk)
    let open = book.occupancies.filter { $0.departure == nil && !$0.isWithdrawn }
    let on = today.adding(days: dice.roll(below: 30) - 8)
    // Said to come late, a day that is over would be taken, too.
    let late = on < today ? nil : "随机录入"
    do {
      if !open.isEmpty, dice.roll(below: 2) == 0 {
        let left = open[dice.roll(below: open.count)]
        let isOver = left.stay.last.map { $0 < today } ?? false
        try await zone.moveOut(left.id, on.description, late: isOver ? nil : late)
      } else {
        let last = dice.roll(below: 3) == 0 ? nil : on.adding(days: dice.roll(below: 20)).description
        try await zone.moveIn(
          dice.roll(below: 9) + 1, to: rooms[dice.roll(below: rooms.count)], on.description, last, late: late)
      }
      return true
    } catch is MoveRefusal {
      return false
    }
  }
}
