import Fixtures
import Journal
import JournalStore
import Kernel
import Storage
import Testing

@Suite struct `A recording` {
  @Test(arguments: DatabaseKind.all)
  func `of every kind of change leaves the chain intact`(_ kind: DatabaseKind) async throws {
    try await Ledger.with(kind) { ledger in
      try await ledger.fill()
      guard case .intact(let entries, let records, let head) = try await ledger.verdict() else {
        Issue.record("\(try await ledger.verdict())")
        return
      }
      #expect(entries == 7)
      #expect(records == 13)
      #expect(head.number == 7)
      #expect(try await ledger.verdict(head: head.hash) == .intact(entries: 7, records: 13, head: head))
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `of an update that somebody else came before is refused`(_ kind: DatabaseKind) async throws {
    try await Ledger.with(kind) { ledger in
      try await ledger.fill()
      await #expect(throws: JournalRefusal.changedMeanwhile) {
        try await ledger.record { try $0.update(Ledger.person(1, grade: 9), in: Ledger.people, seen: 1) }
      }
      await #expect(throws: JournalRefusal.changedMeanwhile) {
        try await ledger.record { try $0.delete([.integer(1)], from: Ledger.people, seen: 1) }
      }
      await #expect(throws: JournalRefusal.changedMeanwhile) {
        try await ledger.record { try $0.update(Ledger.person(99), in: Ledger.people) }
      }
      try await ledger.record { try $0.update(Ledger.person(1, grade: 9), in: Ledger.people, seen: 3) }
      #expect(try await ledger.count("SELECT grade FROM people WHERE id = 1") == 9)
      #expect(try await ledger.count("SELECT max(number) FROM journal") == 8)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `of nothing leaves no entry`(_ kind: DatabaseKind) async throws {
    try await Ledger.with(kind) { ledger in
      try await ledger.fill()
      try await ledger.record { recording in
        let isChanged = try recording.update(Ledger.person(2, name: "韩梅梅"), in: Ledger.people)
        #expect(!isChanged)
      }
      #expect(try await ledger.count("SELECT count(*) FROM journal") == 7)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `keeps a change that only a byte comparison sees`(_ kind: DatabaseKind) async throws {
    try await Ledger.with(kind) { ledger in
      try await ledger.record { try $0.insert(Ledger.person(1, name: "Andr\u{E9}"), into: Ledger.people) }
      try await ledger.record { try $0.update(Ledger.person(1, name: "Andre\u{301}"), in: Ledger.people) }
      let row = try await ledger.database.read { try $0.row("SELECT name, entry FROM people") }
      #expect(row?.values == [.text("Andre\u{301}"), .integer(2)])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `of ten thousand rows is one entry, from which rows move on`(_ kind: DatabaseKind) async throws {
    try await Ledger.with(kind) { ledger in
      try await ledger.recordBatch { recording in
        try recording.insert((1...10_000).map { Ledger.person($0) }, into: Ledger.people)
      }
      try await ledger.record { recording in
        for id in Int64(1)...50 { try recording.update(Ledger.person(id * 7, grade: 3), in: Ledger.people, seen: 1) }
      }
      try await ledger.recordBatch { recording in
        for id in Int64(1)...500 { try recording.delete([.integer(id)], from: Ledger.people) }
      }
      guard case .intact(3, 9_500, _) = try await ledger.verdict() else {
        Issue.record("\(try await ledger.verdict())")
        return
      }
      #expect(try await ledger.count("SELECT count(*) FROM journal_changes") == 50)
      #expect(try await ledger.desk.find(1, by: ledger.clerk).added.count == 10_000)
    }
  }

  @Test(arguments: DatabaseKind.shared)
  func `at the same time as others has a number without a gap`(_ kind: DatabaseKind) async throws {
    try await Ledger.with(kind) { ledger in
      try await withThrowingTaskGroup { group in
        for task in Int64(0)..<20 {
          group.addTask {
            for turn in Int64(1)...5 {
              try await ledger.record { try $0.insert(Ledger.person(task * 10 + turn), into: Ledger.people) }
            }
          }
        }
        try await group.waitForAll()
      }
      guard case .intact(100, 100, _) = try await ledger.verdict() else {
        Issue.record("\(try await ledger.verdict())")
        return
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `that fails anywhere leaves nothing`(_ kind: DatabaseKind) async throws {
    try await Ledger.with(kind) { ledger in
      try await ledger.fill()
      let (statements, _) = try await failEverywhere(on: ledger.database) { database in
        try await Ledger(database: database).record(on: 2) { recording in
          try recording.insert(Ledger.person(50), into: Ledger.people)
          try recording.update(Ledger.person(2, grade: 7), in: Ledger.people)
          try recording.delete([.integer(1), .integer(1)], from: Ledger.shares)
        }
      }
      #expect(statements == 12)
      guard case .intact(8, _, _) = try await ledger.verdict() else {
        Issue.record("\(try await ledger.verdict())")
        return
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `without a head to follow is refused`(_ kind: DatabaseKind) async throws {
    try await Ledger.with(kind) { ledger in
      try await ledger.fill()
      try await ledger.tamper("DELETE FROM journal_head")
      await #expect(throws: StorageFault.failed(code: "journal", message: "the journal has no head")) {
        try await ledger.note()
      }
    }
  }

  /// What a batch costs, for the record: no bound, machines differ.
  @Test(arguments: DatabaseKind.shared)
  func `of 100,000 rows tells what it costs`(_ kind: DatabaseKind) async throws {
    try await Ledger.with(kind) { ledger in
      let clock = ContinuousClock()
      let writing = try await clock.measure {
        try await ledger.recordBatch { recording in
          for start in stride(from: Int64(0), to: 100_000, by: 10_000) {
            try recording.insert((start..<start + 10_000).map { Ledger.person($0) }, into: Ledger.people)
          }
        }
      }
      var verdict: JournalVerdict?
      let checking = try await clock.measure { verdict = try await ledger.verdict() }
      print("\(kind): a batch of 100,000 rows: \(writing / 100_000) a row to write, \(checking / 100_000) to check")
      guard case .intact(1, 100_000, _)? = verdict else {
        Issue.record("\(String(describing: verdict))")
        return
      }
    }
  }
}
