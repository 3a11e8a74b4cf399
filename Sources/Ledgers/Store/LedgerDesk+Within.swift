import Access
public import Journal
public import JournalStore
public import Kernel
public import Ledgers
public import Storage

extension LedgerDesk {
  /// Adds a record as a part of other work: in its transaction, and in its entry of the journal.
  ///
  /// Whether that work may do so is for it to say; the record is the zone's own and counts as one that its keepers add.
  ///
  /// - Parameter id: the record's id; work that gives its own id finds the record again, and adds no second one. One that
  ///   was withdrawn stands again with what it says now.
  /// - Throws: `FormRefusal` with all that is wrong; ``LedgerRefusal/duplicate(_:)``.
  public func add(
    _ draft: LedgerDraft, to ledger: Ledger, as id: ID<LedgerRecord>, in recording: Recording, _ db: any Writing
  ) throws {
    var resolving = LedgerResolving(book: book, personKey: personKey)
    let record = try record(id, draft, over: nil, in: ledger, by: .keeping(ledger), &resolving, db)
    if let twin = try LedgerRows.twin(of: record.values, in: ledger, db) { throw LedgerRefusal.duplicate(twin.id) }
    if try LedgerRows.find(id, in: ledger, db)?.withdrawnOn != nil {
      try recording.update(LedgerRows.values(record, ledger), in: ledger.table)
    } else {
      try recording.insert(LedgerRows.values(record, ledger), into: ledger.table)
    }
  }

  /// Takes a record out of what counts, as a part of other work; nothing where there is none, or none any more.
  public func withdraw(
    _ id: ID<LedgerRecord>, in ledger: Ledger, because reason: String, in recording: Recording, _ db: any Writing
  ) throws {
    guard var record = try LedgerRows.find(id, in: ledger, db), record.withdrawnOn == nil else { return }
    (record.withdrawnOn, record.withdrawnFor) = (world.today(), reason)
    try recording.update(LedgerRows.values(record, ledger), in: ledger.table)
  }

  /// Writes what a record says of a person over, withdrawn or not, as a part of an erasure.
  ///
  /// - Returns: the record as the journal names it; nil where there is none.
  public func blank(
    _ values: [String: LedgerValue], of id: ID<LedgerRecord>, in ledger: Ledger, in recording: Recording,
    _ db: any Writing
  ) throws -> Subject? {
    guard var record = try LedgerRows.find(id, in: ledger, db) else { return nil }
    for (field, value) in values where record.values[field] != nil { record.values[field] = value }
    try recording.update(LedgerRows.values(record, ledger), in: ledger.table)
    return ledger.subject(id)
  }

  /// Writes some fields of a record anew, as a part of other work; the others stay as they are.
  ///
  /// - Throws: ``LedgerRefusal/unknown`` where there is no such record or it was withdrawn; `FormRefusal`.
  public func set(
    _ texts: [String: String], of id: ID<LedgerRecord>, in ledger: Ledger, in recording: Recording, _ db: any Writing
  ) throws {
    guard let old = try LedgerRows.find(id, in: ledger, db), old.withdrawnOn == nil else { throw LedgerRefusal.unknown }
    var draft = LedgerDraft(texts: texts)
    draft.kept = Set(ledger.fields.map(\.name)).subtracting(texts.keys).union(["grade", "document"])
    var resolving = LedgerResolving(book: book, personKey: personKey)
    var record = try record(id, draft, over: old, in: ledger, by: .keeping(ledger), &resolving, db)
    record.stage = old.stage
    try recording.update(LedgerRows.values(record, ledger), in: ledger.table)
  }
}

extension Account {
  /// The zone itself, keeping one ledger.
  fileprivate static func keeping(_ ledger: Ledger) -> Account { .system([ledger.keepers]) }
}
