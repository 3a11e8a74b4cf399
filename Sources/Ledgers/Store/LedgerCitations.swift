public import Access
public import Evidence
import EvidenceStore
public import JournalStore
public import Kernel
public import Ledgers
public import Storage

/// Which records rest on a document, for the page of that document.
public enum LedgerCitations {
  /// The evidence on file that a record rests on: its document is the id of it; nil for any other document.
  static func evidence(_ document: String?, in db: any Reading) throws -> EvidenceItem? {
    guard let id = document.flatMap({ ID<EvidenceItem>($0) }) else { return nil }
    return try EvidenceRows.find(id, in: db)
  }

  /// The evidence that each of some records rests on, by table and record.
  ///
  /// - Parameter records: by the ledgers' codes; tables that are no ledgers have none.
  public static func evidence(
    of records: [String: [Int64]], in book: LedgerBook, _ db: any Reading
  ) throws -> [String: [Int64: EvidenceItem]] {
    var cited: [String: [Int64: ID<EvidenceItem>]] = [:]
    for (code, numbers) in records where book[code] != nil {
      for row in try db.rows(
        "SELECT id, document FROM \(SQL(name: code)) WHERE document IS NOT NULL AND id IN \(SQL.list(numbers))")
      {
        var columns = row.columns
        let number = try columns.integer()
        if let id = ID<EvidenceItem>(try columns.text()) { cited[code, default: [:]][number] = id }
      }
    }
    let ids = Set(cited.values.flatMap(\.values)).sorted()
    let items = Dictionary(try EvidenceRows.find(ids, in: db).map { ($0.id, $0) }) { first, _ in first }
    return cited.mapValues { $0.compactMapValues { items[$0] } }
  }

  /// Lets every record that rests on evidence which is withdrawn count as declared only, until it rests on other.
  public static func release(
    _ evidence: ID<EvidenceItem>, from book: LedgerBook, _ recording: Recording, in db: any Reading
  ) throws {
    for kept in book.all {
      let ledger = kept.ledger
      let rows = try db.rows(
        """
        SELECT \(LedgerRows.columns(ledger)) FROM \(SQL(name: ledger.code))
        WHERE document = \(evidence.description) AND withdrawn_on IS NULL AND grade < 4 ORDER BY id
        """)
      for row in rows {
        var record = try LedgerRows.record(row, ledger)
        record.grade = .g4
        try recording.update(LedgerRows.values(record, ledger), in: ledger.table)
      }
    }
  }

  /// Records that name one of `texts` as their document, of the ledgers that the account may read.
  ///
  /// - Parameter texts: the id of a piece of evidence, and its document number.
  public static func records(
    naming texts: [String], in book: LedgerBook, for account: Account, limit: Int = 200, in db: any Reading
  ) throws -> [(ledger: Ledger, record: LedgerRecord)] {
    var found: [(ledger: Ledger, record: LedgerRecord)] = []
    for kept in book.all where account.may(kept.ledger.readers) && found.count < limit {
      let ledger = kept.ledger
      let rows = try db.rows(
        """
        SELECT \(LedgerRows.columns(ledger)) FROM \(SQL(name: ledger.code))
        WHERE document IN \(SQL.list(texts)) AND withdrawn_on IS NULL ORDER BY id LIMIT \(limit - found.count)
        """)
      found += try rows.map { (ledger, try LedgerRows.record($0, ledger)) }
    }
    return found
  }
}
