public import Access
public import Kernel
public import Ledgers
public import Storage

/// Which records rest on a document, for the page of that document.
public enum LedgerCitations {
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
