import Access
public import JournalStore
public import Kernel
public import Ledgers
public import Storage

extension LedgerDesk {
  /// Adds a record as a part of other work: in its transaction, and in its entry of the journal.
  ///
  /// Whether that work may do so is for it to say; the record is the zone's own and counts as one that its keepers add.
  ///
  /// - Parameter id: the record's id; work that gives its own id finds the record again, and adds no second one.
  /// - Throws: `FormRefusal` with all that is wrong; ``LedgerRefusal/duplicate(_:)``.
  public func add(
    _ draft: LedgerDraft, to ledger: Ledger, as id: ID<LedgerRecord>, in recording: Recording, _ db: any Writing
  ) throws {
    var resolving = LedgerResolving(book: book, personKey: personKey)
    let record = try record(id, draft, over: nil, in: ledger, by: .keeping(ledger), &resolving, db)
    if let twin = try LedgerRows.twin(of: record.values, in: ledger, db) { throw LedgerRefusal.duplicate(twin.id) }
    try recording.insert(LedgerRows.values(record, ledger), into: ledger.table)
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
