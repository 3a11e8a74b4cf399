import Access
import Fixtures
import Journal
import JournalStore
import Kernel
import Storage
import Testing

@Suite struct `Personal values` {
  @Test(arguments: DatabaseKind.all)
  func `stand beside the chain and not in it`(_ kind: DatabaseKind) async throws {
    try await Ledger.with(kind) { ledger in
      try await ledger.fill()
      let personal = try await ledger.database.read { try $0.rows("SELECT value FROM journal_personal").map(\.values) }
      #expect(personal.contains([.text("韩梅梅")]))
      #expect(personal.contains([.text("13800000000")]))
      for line in try await ledger.desk.page(by: ledger.clerk) {
        #expect(!line.details.contains("韩梅梅"))
        #expect(!line.details.contains("13800000000"))
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `are gone from the journal once erased, and the chain is intact`(_ kind: DatabaseKind) async throws {
    try await Ledger.with(kind) { ledger in
      try await ledger.record(on: 5) {
        try $0.insert(Ledger.person(5, name: "王小二", phone: "13911112222"), into: Ledger.people)
      }
      try await ledger.record(on: 5) { try $0.delete([.integer(5)], from: Ledger.people) }
      try await ledger.fillBeside()
      try await ledger.desk.erasePersonal(of: Subject(table: "people", number: 5), because: "本人申请", by: ledger.clerk)
      for secret in ["王小二", "13911112222"] { #expect(try await ledger.tables(holding: secret).isEmpty) }
      #expect(try await ledger.tables(holding: "韩梅梅") == ["journal_personal", "people"])
      guard case .intact(4, 1, _) = try await ledger.verdict() else {
        Issue.record("\(try await ledger.verdict())")
        return
      }
      let history = try await ledger.desk.history(of: Subject(table: "people", number: 5), by: ledger.clerk)
      #expect(history.map(\.number) == [4, 2, 1])
    }
  }

  @Test func `are erased by nobody without the right`() async throws {
    try await Ledger.with(.memory) { ledger in
      let subject = Subject(table: "people", number: 1)
      await #expect(throws: AccessRefusal.notPermitted(.erasePersonal)) {
        try await ledger.desk.erasePersonal(of: subject, because: "x", by: .console([]))
      }
      await #expect(throws: AccessRefusal.notPermitted(.verifyJournal)) {
        try await ledger.desk.verify(by: .console([]))
      }
      await #expect(throws: AccessRefusal.notPermitted(.readJournal)) {
        try await ledger.desk.history(of: subject, by: .console([]))
      }
      await #expect(throws: JournalRefusal.unknownEntry(9)) { try await ledger.desk.find(9, by: ledger.clerk) }
    }
  }
}

extension Ledger {
  fileprivate func fillBeside() async throws {
    try await record(on: 6) { try $0.insert(Self.person(6, name: "韩梅梅"), into: Self.people) }
  }

  fileprivate func tables(holding text: String) async throws -> [String] {
    var found: [String] = []
    for table in ["journal", "journal_changes", "journal_head", "journal_personal", "people", "shares"] {
      let rows = try await database.read { try $0.rows("SELECT * FROM \(SQL(name: table))") }
      if "\(rows)".contains(text) { found.append(table) }
    }
    return found
  }
}
