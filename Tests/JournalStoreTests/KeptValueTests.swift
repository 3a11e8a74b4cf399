import Fixtures
import Journal
import JournalStore
import Kernel
import Storage
import Synchronization
import Testing

@Suite struct `A kept value` {
  private final class Counter: Sendable {
    let runs = Mutex(0)
    func count(_ db: any Reading) throws -> Int {
      runs.withLock { $0 += 1 }
      return try db.count("SELECT count(*) FROM people")
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is computed again when its table changes, and only then`(_ kind: DatabaseKind) async throws {
    try await Ledger.with(kind) { ledger in
      let (kept, counter) = (KeptValue<Int>(of: [Ledger.people]), Counter())
      func people() async throws -> Int {
        try await ledger.database.read { try kept.value(in: $0, compute: counter.count) }
      }
      #expect(try await people() == 0)
      try await ledger.record(on: 1) { try $0.insert(Ledger.person(1), into: Ledger.people) }
      #expect(try await people() == 1)
      try await ledger.record { try $0.insert([.integer(1), .integer(1), .integer(60)], into: Ledger.shares) }
      try await ledger.note()
      #expect(try await people() == 1)
      #expect(counter.runs.withLock { $0 } == 2)
      try await ledger.recordBatch { recording in
        try recording.insert((10...19).map { Ledger.person($0) }, into: Ledger.people)
      }
      #expect(try await people() == 11)
      try await ledger.recordBatch { try $0.deleteAll(from: Ledger.people, where: "id > 12") }
      #expect(try await people() == 4)
      try await ledger.record { try $0.delete([.integer(1)], from: Ledger.people) }
      #expect(try await people() == 3)
    }
  }
}
