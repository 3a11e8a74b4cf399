public import Access
import Journal
import JournalStore
public import Kernel
public import Ledgers
import Storage

extension LedgerDesk {
  /// Lets a filed record count; of a ledger with approval it is locked from now on.
  public func approve(_ id: ID<LedgerRecord>, in ledger: Ledger, seen: Int64, by account: Account) async throws {
    try account.require(ledger.keepers)
    try await change(id, in: ledger, .approveRecord(ledger), because: nil, seen: seen, by: account) { _, old, _ in
      guard old.stage != .approved else { throw LedgerRefusal.notFiled }
      return old.moved(to: .approved, remark: nil)
    }
  }

  /// Lets every filed record of a ledger count at once.
  ///
  /// - Returns: how many there were.
  @discardableResult
  public func approveAll(in ledger: Ledger, by account: Account) async throws -> Int {
    try account.require(ledger.keepers)
    let (world, desk) = (world, self)
    return try await database.write { db in
      try db.liftTimeLimit()
      let deed = Deed(.approveRecord(ledger), by: account, facts: ["ledger": ledger.code])
      return try Recording.writeBatch(deed, world: world, in: db) { recording in
        var filter = LedgerFilter()
        filter.stage = .filed
        var filed: [LedgerRecord] = []
        try LedgerRows.forEach(filter, in: ledger, db) { filed.append($0) }
        for record in filed {
          try recording.update(LedgerRows.values(record.moved(to: .approved, remark: nil), ledger), in: ledger.table)
        }
        try desk.tellFilers(of: filed, approvedIn: ledger, by: account, with: recording, db)
        return filed.count
      }
    }
  }

  /// Sends a filed record back to who filed it, with a remark.
  public func sendBack(
    _ id: ID<LedgerRecord>, in ledger: Ledger, because reason: String, seen: Int64, by account: Account
  ) async throws {
    try account.require(ledger.keepers)
    let reason = try Reason(reason, orElse: LedgerRefusal.reasonMissing)
    try await change(id, in: ledger, .returnRecord(ledger), because: reason, seen: seen, by: account) { _, old, _ in
      guard old.stage == .filed else { throw LedgerRefusal.notFiled }
      return old.moved(to: .returned, remark: reason.text)
    }
  }

  /// Unlocks an approved record, so that it can be corrected; until it is approved again it does not count.
  public func reopen(
    _ id: ID<LedgerRecord>, in ledger: Ledger, because reason: String, seen: Int64, by account: Account
  ) async throws {
    try account.require(ledger.keepers)
    let reason = try Reason(reason, orElse: LedgerRefusal.reasonMissing)
    try await change(id, in: ledger, .reopenRecord(ledger), because: reason, seen: seen, by: account) { _, old, _ in
      guard ledger.isApproved, old.stage == .approved else { throw LedgerRefusal.notLocked }
      return old.moved(to: .filed, remark: reason.text)
    }
  }

  /// A record with its personal values; the look is noted in the journal.
  public func look(
    at id: ID<LedgerRecord>, in ledger: Ledger, because reason: String, by account: Account
  ) async throws -> LedgerFile {
    try account.require(ledger.keepers)
    let reason = try Reason(reason, orElse: LedgerRefusal.reasonMissing)
    let (world, book) = (world, book)
    return try await database.write { db in
      guard let record = try LedgerRows.find(id, in: ledger, db) else { throw LedgerRefusal.unknown }
      let deed = Deed(.lookAtRecord(ledger), by: account, on: ledger.subject(id), because: reason.text)
      try Recording.note(deed, world: world, in: db)
      return LedgerFile(record: record, names: try LedgerDesk.names(for: [record], ledger, book, db))
    }
  }

  /// Hands every record that `filter` lets through to `visit`, in the order in which they were added.
  ///
  /// - Parameter personal: whether personal values are among it; only who keeps the records may have them, and the
  ///   journal notes it. Otherwise they are masked or gone.
  public func export(
    _ ledger: Ledger, _ filter: LedgerFilter, _ personal: LedgerExport.Personal = .leftOut, by account: Account,
    _ visit: @escaping @Sendable (LedgerRecord) throws -> Void
  ) async throws {
    try account.require(personal == .shown ? ledger.keepers : ledger.rightToRead(of: account))
    let (filter, kept) = (narrowed(filter, of: ledger, for: account), book[ledger.code])
    let each: @Sendable (any Reading, (LedgerRecord) throws -> Void) throws -> Void = { db, visit in
      let all = SQL.joined(LedgerRows.conditions(filter, ledger) + ["1 = 1"], by: " AND ")
      let hints = try kept?.hints(where: all, in: db) ?? [:]
      try LedgerRows.forEach(filter, in: ledger, db) { record in
        var record = record
        record.hints = hints[record.id] ?? []
        try visit(record)
      }
    }
    guard personal == .shown else {
      return try await database.read { db in try each(db) { try visit(ledger.sight(of: $0, for: account)) } }
    }
    let world = world
    try await database.write { db in
      try db.liftTimeLimit()
      try Recording.note(Deed(.exportRecords(ledger), by: account), world: world, in: db)
      try each(db, visit)
    }
  }

  /// How many records each choice of `field` has.
  public func counts(
    of field: String, in ledger: Ledger, by account: Account
  ) async throws -> [(code: String, count: Int)] {
    try account.require(ledger.readers)
    let filter = narrowed(LedgerFilter(), of: ledger, for: account)
    guard ledger.fieldsOpen(to: account).contains(where: { $0.name == field }) else { return [] }
    return try await database.read { db in try LedgerRows.counts(of: field, filter, in: ledger, db) }
  }
}

extension LedgerRecord {
  fileprivate func moved(to stage: LedgerStage, remark: String?) -> LedgerRecord {
    var record = self
    record.stage = stage
    record.remark = remark
    return record
  }
}
