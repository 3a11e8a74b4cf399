public import Access
import Journal
import JournalStore
public import Kernel
public import Ledgers
import Storage

extension LedgerDesk {
  /// Takes the good rows of a table and says of every other one what to change.
  ///
  /// A row that is on record already counts as unchanged; one with the same identity and other content is corrected,
  /// unless it is locked. The same file twice changes nothing.
  ///
  /// - Parameter asTrial: to look only; nothing is written.
  public func take(
    _ rows: [LedgerRow], named name: String, into ledger: Ledger, asTrial isTrial: Bool = false, by account: Account
  ) async throws -> LedgerImportReport {
    try account.require(ledger.rightToWrite(of: account))
    let desk = self
    do {
      return try await database.write { db in
        try db.liftTimeLimit()
        var intake = LedgerIntake(desk: desk, ledger: ledger, account: account, db: db)
        // The journal keeps what each row changed; a thousand of them make an entry.
        for start in stride(from: 0, to: rows.count, by: 1_000) {
          let piece = rows[start..<min(start + 1_000, rows.count)]
          let deed = Deed(
            .importRecords(ledger), by: account,
            facts: ["file": name, "rows": "\(piece.first?.number ?? 0)-\(piece.last?.number ?? 0)"])
          try Recording.write(deed, world: desk.world, in: db) { recording in
            for row in piece { try intake.take(row, recording) }
            try intake.finish(recording)
          }
          // Whenever what was written has doubled.
          let pieces = start / 1_000 + 1
          if pieces & (pieces - 1) == 0 { try db.countAnew(ledger.code) }
        }
        // Leaving the transaction by an error is what takes a trial back.
        guard !isTrial else { throw TrialRun(report: intake.report) }
        return intake.report
      }
    } catch let trial as TrialRun {
      return trial.report
    }
  }
}

/// One row of a table that somebody brings.
public struct LedgerRow: Sendable {
  /// As spreadsheets count: the header is 1.
  public let number: Int
  public let draft: LedgerDraft
  /// What was wrong before the row's fields were read.
  public let faults: [any Refusal]

  public init(number: Int, draft: LedgerDraft, faults: [any Refusal] = []) {
    self.number = number
    self.draft = draft
    self.faults = faults
  }
}

/// What became of a table.
public struct LedgerImportReport: Sendable {
  public var new = 0
  public var updated = 0
  public var unchanged = 0
  public var rejected: [RejectedRow] = []
  /// New and updated rows that should be checked.
  public var flagged: [FlaggedRow] = []
  /// Headers that stand for no field of the ledger.
  public var unknownHeaders: [String] = []

  public var rows: Int { new + updated + unchanged + rejected.count }

  public struct FlaggedRow: Sendable {
    public let number: Int
    public let hints: [LedgerHint]
  }

  public struct RejectedRow: Sendable {
    public let number: Int
    public let refusals: [any Refusal]
    /// What stood in the row.
    public let texts: [String: String]
  }
}

/// Ends a transaction that is only to show what it would do.
private struct TrialRun: Error {
  let report: LedgerImportReport
}

/// The rows of one table on their way into a ledger.
private struct LedgerIntake {
  let desk: LedgerDesk
  let ledger: Ledger
  let account: Account
  let db: any Writing
  /// Where records are checked against each other each must be there before the next is looked at.
  private let isWrittenAtOnce: Bool
  var resolving: LedgerResolving
  var report = LedgerImportReport()
  private var seen: [[LedgerValue?]: Int] = [:]
  private var new: [LedgerRecord] = []
  /// The rows of new and updated records since the last of them were looked over.
  private var written: [ID<LedgerRecord>: Int] = [:]

  init(desk: LedgerDesk, ledger: Ledger, account: Account, db: any Writing) {
    self.desk = desk
    self.ledger = ledger
    self.account = account
    self.db = db
    isWrittenAtOnce = desk.book[ledger.code]?.checks.isEmpty == false || ledger.references.contains(ledger.code)
    resolving = LedgerResolving(book: desk.book, personKey: desk.personKey)
  }

  mutating func take(_ row: LedgerRow, _ recording: Recording) throws {
    do {
      if !row.faults.isEmpty {
        // What else is wrong with the row is said in one go.
        let marked = Set(row.faults.compactMap(\.field))
        let others = ledger.read(row.draft).faults.filter { $0.field.map { !marked.contains($0) } ?? true }
        throw FormRefusal(row.faults + others)
      }
      let old = try onRecord(row.draft)
      if let old { try ledger.requireOwn(old.values, account) }
      let record = try desk.record(
        old?.id ?? desk.world.newID(), row.draft, over: old, in: ledger, by: account, &resolving, db)
      let key = ledger.identity.map { record.values[$0] }
      if let first = seen[key] { throw LedgerRefusal.repeated(row: first) }
      seen[key] = row.number
      try place(record, over: old, recording, row.number)
    } catch let refusal as FormRefusal {
      reject(row, refusal.causes)
    } catch let refusal as any Refusal {
      reject(row, [refusal])
    }
  }

  /// The record that the row speaks of; nil where there is none, or where its identity cannot be read.
  private mutating func onRecord(_ draft: LedgerDraft) throws -> LedgerRecord? {
    var values = LedgerRecord.Values()
    for name in ledger.identity {
      guard let field = ledger.field(name), let value = try? field.read(draft.texts[name] ?? "") else { return nil }
      values[name] = value
    }
    guard try resolving.resolve(&values, of: ledger, in: db).isEmpty else { return nil }
    return try LedgerRows.twin(of: values, in: ledger, db)
  }

  private mutating func place(
    _ record: LedgerRecord, over old: LedgerRecord?, _ recording: Recording, _ number: Int
  ) throws {
    guard let old else {
      if isWrittenAtOnce {
        try recording.insert(LedgerRows.values(record, ledger), into: ledger.table)
      } else {
        new.append(record)
      }
      report.new += 1
      written[record.id] = number
      return
    }
    if old.values == record.values, old.grade == record.grade, old.document == record.document {
      report.unchanged += 1
      return
    }
    if ledger.isApproved, old.stage == .approved { throw LedgerRefusal.locked }
    try recording.update(LedgerRows.values(record, ledger), in: ledger.table)
    report.updated += 1
    written[record.id] = number
  }

  private mutating func reject(_ row: LedgerRow, _ refusals: [any Refusal]) {
    report.rejected.append(
      LedgerImportReport.RejectedRow(number: row.number, refusals: refusals, texts: row.draft.texts))
  }

  /// Writes what waits to be written together.
  mutating func finish(_ recording: Recording) throws {
    try recording.insert(try new.map { try LedgerRows.values($0, ledger) }, into: ledger.table)
    new = []
    let hints = try desk.book[ledger.code]?.hints(where: "id IN \(SQL.list(written.keys))", in: db) ?? [:]
    report.flagged += hints.compactMap { id, hints in
      written[id].map { LedgerImportReport.FlaggedRow(number: $0, hints: hints) }
    }.sorted { $0.number < $1.number }
    written = [:]
  }
}
