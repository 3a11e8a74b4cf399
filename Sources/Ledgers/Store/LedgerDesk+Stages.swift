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
  public func export(
    _ ledger: Ledger, _ filter: LedgerFilter, by account: Account,
    _ visit: @escaping @Sendable (LedgerRecord) throws -> Void
  ) async throws {
    try account.require(ledger.rightToRead(of: account))
    let filter = ledger.narrowed(filter, for: account)
    try await database.read { db in try LedgerRows.forEach(filter, in: ledger, db, visit) }
  }

  /// How many records each choice of `field` has.
  public func counts(
    of field: String, in ledger: Ledger, by account: Account
  ) async throws -> [(code: String, count: Int)] {
    try account.require(ledger.readers)
    return try await database.read { db in try LedgerRows.counts(of: field, in: ledger, db) }
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
