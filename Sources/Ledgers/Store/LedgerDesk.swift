public import Access
import Evidence
public import Foundation
public import Journal
import JournalStore
public import Kernel
public import Ledgers
public import Storage

/// What the zone does with the records of its ledgers.
public struct LedgerDesk: Sendable {
  public let book: LedgerBook
  let database: any Database
  let world: World
  /// A keyed hash of a person's number, and of such a hash itself; nil for what is no such number.
  let personKey: @Sendable (String) -> String?
  private let counts = KeptCounts()

  public init(
    book: LedgerBook, database: any Database, world: World, personKey: @escaping @Sendable (String) -> String?
  ) {
    self.book = book
    self.database = database
    self.world = world
    self.personKey = personKey
  }

  /// The moment it is, for what the desk's doors hand out.
  public var now: Date { world.now() }

  /// Records, newest first, with how many there are in all; of those who only file, their own.
  public func page(
    of ledger: Ledger, _ filter: LedgerFilter = LedgerFilter(), after cursor: LedgerCursor? = nil, limit: Int = 50,
    by account: Account
  ) async throws -> LedgerPage {
    try account.require(ledger.rightToRead(of: account))
    let filter = narrowed(filter, of: ledger, for: account)
    let book = book
    return try await database.read { db in
      let found = try LedgerRows.page(filter, after: cursor, limit: limit + 1, in: ledger, db)
      let shown = Array(found.prefix(limit))
      return LedgerPage(
        records: shown.map { ledger.sight(of: $0, for: account) }, count: try counts.count(filter, in: ledger, db),
        next: found.count > limit ? shown.last.map { LedgerCursor($0, ledger) } : nil,
        names: try Self.names(for: shown, ledger, book, db))
    }
  }

  func narrowed(_ filter: LedgerFilter, of ledger: Ledger, for account: Account) -> LedgerFilter {
    var filter = ledger.narrowed(filter, for: account)
    for home in ledger.references { filter.titles[home] = book[home]?.ledger.title }
    return filter
  }

  /// A record with the names of the organisations that it names; personal values are masked.
  ///
  /// - Throws: ``LedgerRefusal/unknown``.
  public func find(_ id: ID<LedgerRecord>, in ledger: Ledger, by account: Account) async throws -> LedgerFile {
    try account.require(ledger.rightToRead(of: account))
    let book = book
    return try await database.read { db in
      guard let found = try LedgerRows.find(id, in: ledger, db), ledger.shows(found, to: account) else {
        throw LedgerRefusal.unknown
      }
      let record = ledger.sight(of: found, for: account)
      return LedgerFile(record: record, names: try Self.names(for: [record], ledger, book, db))
    }
  }

  /// A record to be changed: of those who only file, their own.
  ///
  /// - Throws: ``LedgerRefusal/unknown``, also for a record of somebody else.
  public func findToChange(
    _ id: ID<LedgerRecord>, in ledger: Ledger, by account: Account
  ) async throws -> LedgerFile {
    try account.require(ledger.rightToWrite(of: account))
    guard account.may(ledger.readers) || account.mandate != nil else { throw LedgerRefusal.unknown }
    return try await find(id, in: ledger, by: account)
  }

  /// Adds a record; who only files adds one that awaits approval.
  ///
  /// - Throws: `FormRefusal` with all that is wrong; ``LedgerRefusal/duplicate(_:)``.
  @discardableResult
  public func add(_ draft: LedgerDraft, to ledger: Ledger, by account: Account) async throws -> ID<LedgerRecord> {
    try account.require(ledger.rightToWrite(of: account))
    let (desk, id) = (self, world.newID(LedgerRecord.self))
    try await database.write { db in
      let deed = Deed(.addRecord(ledger), by: account, on: ledger.subject(id))
      try Recording.write(deed, world: desk.world, in: db) { recording in
        var resolving = LedgerResolving(book: desk.book, personKey: desk.personKey)
        let record = try desk.record(id, draft, over: nil, in: ledger, by: account, &resolving, db)
        if let twin = try LedgerRows.twin(of: record.values, in: ledger, db) { throw LedgerRefusal.duplicate(twin.id) }
        try recording.insert(LedgerRows.values(record, ledger), into: ledger.table)
      }
    }
    return id
  }

  /// Writes what is right over what was wrong; the old content stays in the journal.
  public func correct(
    _ id: ID<LedgerRecord>, in ledger: Ledger, to draft: LedgerDraft, because reason: String, seen: Int64,
    by account: Account
  ) async throws {
    try account.require(ledger.rightToWrite(of: account))
    let reason = try Reason(reason, orElse: LedgerRefusal.reasonMissing)
    try await change(id, in: ledger, .correctRecord(ledger), because: reason, seen: seen, by: account) {
      desk, old, db in
      if ledger.isApproved, old.stage == .approved { throw LedgerRefusal.locked }
      var resolving = LedgerResolving(book: desk.book, personKey: desk.personKey)
      let record = try desk.record(id, draft, over: old, in: ledger, by: account, &resolving, db)
      if let twin = try LedgerRows.twin(of: record.values, in: ledger, db), twin.id != id {
        throw LedgerRefusal.duplicate(twin.id)
      }
      return record
    }
  }

  /// Takes a record out of what counts; it stays readable, with the reason.
  public func withdraw(
    _ id: ID<LedgerRecord>, in ledger: Ledger, because reason: String, seen: Int64, by account: Account
  ) async throws {
    try account.require(ledger.keepers)
    let reason = try Reason(reason, orElse: LedgerRefusal.reasonMissing)
    try await change(id, in: ledger, .withdrawRecord(ledger), because: reason, seen: seen, by: account) {
      desk, old, _ in
      var record = old
      record.withdrawnOn = desk.world.today()
      record.withdrawnFor = reason.text
      return record
    }
  }

  func change(
    _ id: ID<LedgerRecord>, in ledger: Ledger, _ action: Action, because reason: Reason?, seen: Int64,
    by account: Account,
    _ make: @escaping @Sendable (LedgerDesk, LedgerRecord, any Reading) throws -> LedgerRecord
  ) async throws {
    let desk = self
    try await database.write { db in
      let deed = Deed(action, by: account, on: ledger.subject(id), because: reason?.text)
      try Recording.write(deed, world: desk.world, in: db) { recording in
        guard let old = try LedgerRows.find(id, in: ledger, db), ledger.shows(old, to: account) else {
          throw LedgerRefusal.unknown
        }
        try ledger.requireOwn(old.values, account)
        guard old.withdrawnOn == nil else { throw LedgerRefusal.withdrawn }
        let record = try make(desk, old, db)
        let changed = try recording.update(LedgerRows.values(record, ledger), in: ledger.table, seen: seen)
        if !changed { throw LedgerRefusal.nothingChanged }
      }
    }
  }

  /// Reads, resolves and checks a draft.
  ///
  /// - Parameter old: the record that it corrects.
  /// - Throws: `FormRefusal` with all that is wrong.
  func record(
    _ id: ID<LedgerRecord>, _ draft: LedgerDraft, over old: LedgerRecord?, in ledger: Ledger, by account: Account,
    _ resolving: inout LedgerResolving, _ db: any Reading
  ) throws -> LedgerRecord {
    var (values, faults) = ledger.read(draft, over: old)
    faults += try resolving.resolve(&values, of: ledger, keeping: old == nil ? [] : draft.kept, in: db)
    if !faults.isEmpty { throw FormRefusal(faults) }
    try ledger.requireOwn(values, account)
    let keeps = account.may(ledger.keepers)
    let (grade, document) = ledger.proof(draft, over: old)
    let record = LedgerRecord(
      id: id, values: values, grade: keeps ? grade : Self.declared(grade), document: document,
      stage: keeps && !ledger.isApproved ? .approved : .filed, revision: old?.revision ?? 0)
    let found = try book[ledger.code]?.checks.flatMap { try $0(record, db) } ?? []
    if !found.isEmpty { throw FormRefusal(found) }
    return record
  }

  /// What somebody declares about their own organisation proves no more than a signed declaration.
  private static func declared(_ grade: EvidenceGrade) -> EvidenceGrade { grade.meets(.g3) ? .g3 : .g4 }

  static func names(
    for records: [LedgerRecord], _ ledger: Ledger, _ book: LedgerBook, _ db: any Reading
  ) throws -> [String: String] {
    var names: [String: String] = [:]
    for other in ledger.references.sorted() {
      guard let home = book[other]?.ledger else { continue }
      let fields = ledger.fields.filter { if case .organisation(other) = $0.sort { true } else { false } }
      let codes = Set(records.flatMap { record in fields.compactMap { record.values.text($0.name) } })
      names.merge(try LedgerRows.names(of: codes, in: home, db)) { old, _ in old }
    }
    return names
  }
}

/// A page of a list.
public struct LedgerPage: Sendable {
  public let records: [LedgerRecord]
  public let count: Int
  public let next: LedgerCursor?
  /// The names of organisations by their codes.
  public let names: [String: String]
}

/// A record as its page shows it.
public struct LedgerFile: Sendable {
  public let record: LedgerRecord
  /// The names of organisations by their codes.
  public let names: [String: String]
}
