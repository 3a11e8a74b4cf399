import Access
import Fixtures
import Foundation
import Kernel
import Matters
import MattersStore
import Stations
import StationsStore
import Storage
import Testing

@Suite struct `Visits that a station hands in` {
  @Test(arguments: DatabaseKind.all)
  func `arrive once each and in order, however often they are sent`(_ kind: DatabaseKind) async throws {
    try await StationZone.with(kind) { zone in
      let desk = try zone.desk()
      var codes: [String] = []
      for sequence in 1...3 {
        let taken = try await desk.take(zone.visit(sequence), at: zone.first, by: zone.worker)
        #expect(!taken.isRepeated && taken.matter.number.description == "CK-2026-0000\(sequence)")
        codes.append(taken.matter.code.grouped)
      }
      // The link broke before the answers came: all of it comes again, and then the rest.
      for sequence in 1...5 {
        let taken = try await desk.take(zone.visit(sequence), at: zone.first, by: zone.worker)
        #expect(taken.isRepeated == (sequence <= 3))
        #expect(taken.matter.number.serial == sequence)
        if sequence <= 3 { #expect(taken.matter.code.grouped == codes[sequence - 1]) }
      }
      #expect(Set(codes).count == 3)
      let queue = try await desk.queue(of: zone.first, isOpen: true, by: zone.worker)
      #expect(queue.matters.map(\.number.serial) == [5, 4, 3, 2, 1])
      #expect(queue.matters.map(\.applicant) == (1...5).reversed().map { "来访人\($0)" })
      #expect(queue.matters.allSatisfy { $0.channel == .station && $0.station == zone.first.description })
      #expect(queue.visits.count == 5 && queue.visits.values.allSatisfy { $0 == .monday - 3_600 })
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.shared)
  func `arrive once each where two tabs send them at once`(_ kind: DatabaseKind) async throws {
    try await StationZone.with(kind) { zone in
      let desk = try zone.desk()
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<4 {
          group.addTask {
            for sequence in 1...5 {
              // Whoever comes too early comes again.
              while (try? await desk.take(zone.visit(sequence), at: zone.first, by: zone.worker)) == nil {}
            }
          }
        }
      }
      let queue = try await desk.queue(of: zone.first, isOpen: nil, by: zone.worker)
      #expect(queue.matters.map(\.number.serial) == [5, 4, 3, 2, 1])
      #expect(queue.matters.map(\.applicant) == (1...5).reversed().map { "来访人\($0)" })
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `wait for those before them`(_ kind: DatabaseKind) async throws {
    try await StationZone.with(kind) { zone in
      let desk = try zone.desk()
      await #expect(throws: StationRefusal.outOfOrder(expected: 1)) {
        try await desk.take(zone.visit(2), at: zone.first, by: zone.worker)
      }
      _ = try await desk.take(zone.visit(1), at: zone.first, by: zone.worker)
      // Another visit in a place that is taken.
      let other = zone.visit(1, key: String(repeating: "f", count: 32))
      #expect(
        try await refusals { try await desk.take(other, at: zone.first, by: zone.worker) } == ["stations.out-of-order"])
      _ = try await desk.take(zone.visit(2), at: zone.first, by: zone.worker)
      // Each login and each browser counts for itself.
      _ = try await desk.take(zone.visit(1), at: zone.first, by: zone.colleague)
      _ = try await desk.take(zone.visit(1, queue: "b"), at: zone.first, by: zone.worker)
      #expect(try await desk.queue(of: zone.first, isOpen: nil, by: zone.worker).count == 4)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `are refused with all that is wrong, and taken in corrected in the same place`(_ kind: DatabaseKind)
    async throws
  {
    try await StationZone.with(kind) { zone in
      let desk = try zone.desk()
      var visit = zone.visit(1, "", code: "91350100M000100Y44")
      visit.applicant = " "
      #expect(
        try await refusals { try await desk.take(visit, at: zone.first, by: zone.worker) }
          == ["stations.applicant-missing", "social-credit-code.check", "ledger.missing"])
      // What follows waits for the correction, and no number is lost.
      #expect(
        try await refusals { try await desk.take(zone.visit(2), at: zone.first, by: zone.worker) }
          == ["stations.out-of-order"])
      let taken = try await desk.take(
        zone.visit(1, code: "91350100M000100Y43"), at: zone.first, by: zone.worker)
      #expect(taken.matter.number.serial == 1)
      let found = try await desk.queue(of: zone.first, isOpen: nil, by: zone.worker).matters
      #expect(found.map { $0.organisation?.description } == ["91350100M000100Y43"])
      // A key that was taken in does not take other words in.
      #expect(
        try await refusals { try await desk.take(zone.visit(1, "另一问题"), at: zone.first, by: zone.worker) }
          == ["stations.changed-since"])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `leave the whole ticket or nothing, wherever it is broken off`(_ kind: DatabaseKind) async throws {
    try await StationZone.with(kind) { zone in
      let taken = try await failEverywhere(on: zone.database) { database in
        try await zone.desk(database).take(zone.visit(1), at: zone.first, by: zone.worker)
      }.result
      #expect(taken.matter.number.description == "CK-2026-00001" && !taken.isRepeated)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `are the station's own, and its staff's`(_ kind: DatabaseKind) async throws {
    try await StationZone.with(kind) { zone in
      let desk = try zone.desk()
      _ = try await desk.take(zone.visit(1), at: zone.first, by: zone.worker)
      #expect(try await desk.queue(of: zone.second, isOpen: nil, by: zone.stranger).count == 0)
      let refused = ["stations.not-staff"]
      #expect(try await refusals { try await desk.queue(of: zone.first, isOpen: nil, by: zone.stranger) } == refused)
      #expect(try await refusals { try await desk.open(zone.first, by: zone.stranger) } == refused)
      #expect(
        try await refusals { try await desk.take(zone.visit(1), at: zone.first, by: zone.stranger) } == refused)
      try await desk.removeStaff(zone.worker.id, from: zone.first, by: zone.keeper)
      #expect(
        try await refusals { try await desk.take(zone.visit(2), at: zone.first, by: zone.worker) } == refused)
      let network = try await desk.network(by: zone.stranger)
      #expect(network.map(\.load.total) == [1, 0] && network.map(\.load.open) == [1, 0])
      #expect(try await desk.mine(by: zone.stranger).map(\.id) == [zone.second])
      #expect(try await desk.mine(by: zone.keeper).count == 2)
    }
  }

  @Test func `are encrypted with a key that each login has of its own, at every sign-in the same`() async throws {
    try await StationZone.with(.memory) { zone in
      let desk = try zone.desk()
      let (own, again) = (
        try await desk.open(zone.first, by: zone.worker), try await desk.open(zone.first, by: zone.worker)
      )
      let other = try await desk.open(zone.first, by: zone.colleague)
      #expect(own.key == again.key && own.login == again.login)
      #expect(own.key != other.key && own.login != other.login)
      #expect(Data(base64Encoded: own.key)?.count == 32)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `of a station's last day arrive the next morning, and later ones do not`(_ kind: DatabaseKind) async throws {
    try await StationZone.with(kind) { zone in
      // Closed from the Monday of the tests on.
      let third = try await zone.station("03", closedOn: "2026-09-28")
      let desk = try zone.desk()
      func take(_ sequence: Int, writtenDown ago: TimeInterval) async throws -> [String] {
        var visit = zone.visit(sequence)
        visit.visitedAt = .monday - ago
        return try await refusals { try await desk.take(visit, at: third, by: zone.keeper) }
      }
      // At noon of Monday; yesterday, then today, then by a clock that goes wrong in either direction.
      #expect(try await take(1, writtenDown: 20 * 3_600) == [])
      #expect(try await take(2, writtenDown: 3_600) == ["stations.closed"])
      #expect(try await take(2, writtenDown: -9 * 86_400) == ["stations.closed"])
      #expect(try await take(2, writtenDown: 90 * 86_400) == [])
      let early = try await zone.station("04", closedOn: "2026-09-25")
      var visit = zone.visit(1, queue: "c")
      visit.visitedAt = .monday - 90 * 86_400
      // Nothing is kept longer than three days: Friday is the earliest that counts.
      #expect(try await refusals { try await desk.take(visit, at: early, by: zone.keeper) } == ["stations.closed"])
    }
  }

  @Test func `are not taken in before a station opens or from the day on which it closes`() {
    func station(_ closedOn: String?) -> Station {
      Station(
        id: ID(1), number: "1", name: "站", place: "", hours: "", openedOn: Day("2026-01-05") ?? Day(number: 0),
        closedOn: closedOn.flatMap { Day($0) })
    }
    func isOpen(_ day: String, closedOn: String? = nil) -> Bool? { Day(day).map { station(closedOn).isOpen(on: $0) } }
    #expect(isOpen("2026-01-04") == false && isOpen("2026-01-05") == true)
    #expect(isOpen("2026-06-29", closedOn: "2026-06-30") == true)
    #expect(isOpen("2026-06-30", closedOn: "2026-06-30") == false)
  }
}
