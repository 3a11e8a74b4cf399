import Access
import Fixtures
import Foundation
import Journal
import JournalStore
import Kernel
import Storage
import Testing

@Suite struct `Readers of the journal` {
  @Test(arguments: DatabaseKind.all)
  func `find entries by person, day, action and record`(_ kind: DatabaseKind) async throws {
    try await Ledger.with(kind) { ledger in
      try await ledger.fill()
      func numbers(_ filter: JournalFilter, before last: Int64? = nil, limit: Int = 50) async throws -> [Int64] {
        try await ledger.desk.page(filter, before: last, limit: limit, by: ledger.clerk).map(\.number)
      }
      let today = ledger.world.today()
      #expect(try await numbers(JournalFilter()) == [7, 6, 5, 4, 3, 2, 1])
      #expect(try await numbers(JournalFilter(actor: "console")) == [7, 6, 5, 4, 3, 2, 1])
      #expect(try await numbers(JournalFilter(actor: "nobody")) == [])
      #expect(try await numbers(JournalFilter(day: today), before: 4, limit: 2) == [3, 2])
      #expect(try await numbers(JournalFilter(day: today.adding(days: -1))) == [])
      #expect(try await numbers(JournalFilter(action: "test.change", day: today), limit: 1) == [7])
      // Person 3 came with entry 2 beside person 2, and went with entry 6.
      let third = Subject(table: "people", number: 3)
      #expect(try await numbers(JournalFilter(subject: third)) == [6, 2])
      #expect(try await numbers(JournalFilter(actor: "console", day: today, subject: third), before: 6) == [2])
    }
  }

  @Test func `who are only a record's subject read its own changes and no other's`() async throws {
    try await Ledger.with(.memory) { ledger in
      try await ledger.fill()
      let third = Subject(table: "people", number: 3)
      let desk = JournalDesk(
        database: ledger.database, world: ledger.world, tables: Ledger.tables,
        subjects: { _, subject, _ in subject == third })
      let whole = try await desk.history(of: third, by: ledger.clerk)
      #expect(whole.map(\.number) == [6, 2] && whole[1].details.contains("\"key\":2") && whole[1].added.count == 4)
      let own = try await desk.history(of: third, by: .console([]))
      #expect(own.map(\.number) == [6, 2] && own.map(\.hash) == whole.map(\.hash))
      for line in own {
        #expect(line.details.contains("\"key\":3") && line.details.contains("\"table\":\"people\""))
        #expect(!line.details.contains("\"key\":2") && !line.details.contains("shares"))
        #expect(line.added.count == 0)
      }
      // Entry 2 was about person 2: whose it was and its facts are not for person 3.
      #expect(own[1].subject == nil && !own[1].details.contains("count"))
      await #expect(throws: AccessRefusal.notPermitted(.readJournal)) {
        try await desk.history(of: Subject(table: "people", number: 2), by: .console([]))
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `see the last entry of each day`(_ kind: DatabaseKind) async throws {
    try await Ledger.with(kind) { ledger in
      try await ledger.fill()
      // Entries 1 to 3 the day before yesterday, 4 and 5 yesterday a moment before midnight in Nanjing, the rest today.
      let today = ledger.world.today()
      let midnight = today.start
      try await ledger.tamper("UPDATE journal SET happened_at = \(midnight - 100_000) WHERE number <= 3")
      try await ledger.tamper("UPDATE journal SET happened_at = \(midnight - 0.001) WHERE number IN (4, 5)")
      let heads = try await ledger.desk.dailyHeads(by: ledger.clerk)
      #expect(heads.map(\.0) == [today, today.adding(days: -1), today.adding(days: -2)])
      #expect(heads.map(\.1.number) == [7, 5, 3])
      #expect(try await ledger.desk.dailyHeads(limit: 2, by: ledger.clerk).count == 2)
    }
  }

  @Test func `read no more than they asked for`() async throws {
    try await Ledger.with(.memory) { ledger in
      try await ledger.fill()
      let statements: [SQL] = [
        "SELECT number FROM journal WHERE number < 900 AND actor_name = 'a' ORDER BY number DESC LIMIT 50",
        "SELECT number FROM journal WHERE number < 900 AND action = 'a' ORDER BY number DESC LIMIT 50",
        "SELECT min(number), max(number) FROM journal WHERE happened_at >= 5 AND happened_at < 9",
        "SELECT hash FROM journal WHERE happened_at < 9 ORDER BY happened_at DESC, number DESC LIMIT 1",
      ]
      for sql in statements {
        for row in try await ledger.database.read({ try $0.rows("EXPLAIN QUERY PLAN \(sql)") }) {
          #expect(!"\(row.values)".contains("SCAN"), "\(row.values)")
        }
      }
    }
  }
}
