import Storage

extension Migration {
  /// The last entry that changed each table; one that nobody has changed since has no row.
  static let createTableHeads = Migration("2026-11-22 create table heads") { _ in
    ["CREATE TABLE journal_table_heads (record_table TEXT NOT NULL PRIMARY KEY, entry BIGINT NOT NULL)"]
  }
}
