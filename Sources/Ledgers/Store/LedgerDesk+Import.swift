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
    return try await database.write { db in
      try db.liftTimeLimit()
      let deed = Deed(
        .importRecords(ledger), by: account, facts: ["file": name, "rows": "\(rows.count)"])
      do {
        return try Recording.writeBatch(deed, world: desk.world, in: db) { recording in
          var intake = LedgerIntake(desk: desk, ledger: ledger, account: account, recording: recording, db: db)
          for row in rows { try intake.take(row) }
          try intake.finish()
          guard !isTrial else { throw TrialRun(report: intake.report) }
          return intake.report
        }
      } catch let trial as TrialRun {
        return trial.report
      }
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
  /// Headers that stand for no field of the ledger.
  public var unknownHeaders: [String] = []

  public var rows: Int { new + updated + unchanged + rejected.count }

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
  let recording: Recording
  let db: any Writing
  /// Where records are checked against each other each must be there before the next is looked at.
  private let isWrittenAtOnce: Bool
  var resolving: LedgerResolving
  var report = LedgerImportReport()
  private var seen: [[LedgerValue?]: Int] = [:]
  private var new: [LedgerRecord] = []

  init(desk: LedgerDesk, ledger: Ledger, account: Account, recording: Recording, db: any Writing) {
    self.desk = desk
    self.ledger = ledger
    self.account = account
    self.recording = recording
    self.db = db
    isWrittenAtOnce = desk.book[ledger.code]?.checks.isEmpty == false
    resolving = LedgerResolving(book: desk.book, personKey: desk.personKey)
  }

  mutating func take(_ row: LedgerRow) throws {
    do {
      if !row.faults.isEmpty { throw FormRefusal(row.faults) }
      let record = try desk.record(desk.world.newID(), row.draft, in: ledger, by: account, &resolving, db)
      let key = ledger.identity.map { record.values[$0] }
      if let first = seen.updateValue(row.number, forKey: key) {
        seen[key] = first
        throw LedgerRefusal.repeated(row: first)
      }
      try place(record)
    } catch let refusal as FormRefusal {
      reject(row, refusal.causes)
    } catch let refusal as any Refusal {
      reject(row, [refusal])
    }
  }

  private mutating func place(_ record: LedgerRecord) throws {
    guard let twin = try LedgerRows.twin(of: record.values, in: ledger, db) else {
      if isWrittenAtOnce {
        try recording.insert(LedgerRows.values(record, ledger), into: ledger.table)
      } else {
        new.append(record)
      }
      report.new += 1
      return
    }
    if twin.values == record.values, twin.grade == record.grade, twin.document == record.document {
      report.unchanged += 1
      return
    }
    if ledger.isApproved, twin.stage == .approved { throw LedgerRefusal.locked }
    try ledger.requireOwn(twin.values, account)
    let corrected = LedgerRecord(
      id: twin.id, values: record.values, grade: record.grade, document: record.document, stage: record.stage,
      revision: twin.revision)
    try recording.update(LedgerRows.values(corrected, ledger), in: ledger.table)
    report.updated += 1
  }

  private mutating func reject(_ row: LedgerRow, _ refusals: [any Refusal]) {
    report.rejected.append(
      LedgerImportReport.RejectedRow(number: row.number, refusals: refusals, texts: row.draft.texts))
  }

  /// Writes what waits to be written together.
  mutating func finish() throws {
    try recording.insert(try new.map { try LedgerRows.values($0, ledger) }, into: ledger.table)
    new = []
  }
}
