public import Journal
public import Storage

/// What the journal knows of records, for mechanisms that keep something computed from them.
public enum JournalTrace {
  /// By table, the last entry that changed it: what was computed from a table holds until its number rises.
  public static func heads(in db: any Reading) throws -> [String: Int64] { try JournalRows.tableHeads(in: db) }

  /// The end of the chain; before the first entry its start.
  public static func head(in db: any Reading) throws -> JournalHead { try JournalRows.head(in: db) ?? .start }

  /// The hash of an entry; nil where there is no such entry.
  public static func hash(of entry: Int64, in db: any Reading) throws -> String? {
    try db.row("SELECT hash FROM journal WHERE number = \(entry)").map { row in
      var columns = row.columns
      return try columns.text()
    }
  }

  /// Whether an entry after `entry` says that it changed the record, or took over rows of `entry` in a batch.
  ///
  /// A batch keeps the sum of the rows that it took over, not their names: for a row removed by a batch the answer
  /// is that some row of that entry was.
  public static func hasTrace(of record: Subject, after entry: Int64, in db: any Reading) throws -> Bool {
    try db.count(
      """
      SELECT count(*) FROM journal_changes
      WHERE record_table = \(record.table) AND record_key = \(record.number) AND entry > \(entry)
      """) > 0
      || db.count(
        """
        SELECT count(*) FROM journal WHERE number > \(entry) AND (details LIKE '{"changes":[],%')
          AND (superseded LIKE \("\(entry)=%") OR superseded LIKE \("% \(entry)=%"))
        """) > 0
  }

  /// Whether the journal has an entry of this number.
  public static func hasEntry(_ number: Int64, in db: any Reading) throws -> Bool {
    try db.count("SELECT count(*) FROM journal WHERE number = \(number)") > 0
  }

  /// Who did what an entry tells of, by the number of the account; nil where there is no such entry.
  public static func actor(of entry: Int64, in db: any Reading) throws -> Int64? {
    try db.row("SELECT actor FROM journal WHERE number = \(entry)").map { row in
      var columns = row.columns
      return try columns.integer()
    }
  }
}
