import Storage

/// A table as an archive holds it, found in the database itself: a table that is added later is in the next backup.
struct BackupTable: Sendable, Equatable {
  let name: String
  let columns: [String]
  /// Columns that point into the same table.
  let selfReferences: [String]
  private let needs: Set<String>

  /// Short-lived, or the archive's own business.
  static let leftOut: Set<String> = ["migrations", "sessions", "sign_in_attempts", "leases"]

  var columnList: SQL { .joined(columns.map { SQL(name: $0) }, by: ", ") }

  /// Every table, those first that others point to.
  static func all(in db: any Reading) throws -> [BackupTable] {
    var waiting = try names(in: db).filter { !leftOut.contains($0) }.map { try BackupTable($0, in: db) }
    var placed: Set<String> = leftOut
    var ordered: [BackupTable] = []
    while !waiting.isEmpty {
      let next = waiting.filter { $0.needs.isSubset(of: placed) }
      // Tables that point at each other in a ring come as they are; none does today.
      let chosen = next.isEmpty ? waiting : next
      ordered += chosen
      placed.formUnion(chosen.map(\.name))
      waiting.removeAll { table in chosen.contains(table) }
    }
    return ordered
  }

  private init(_ name: String, in db: any Reading) throws {
    self.name = name
    columns = try Self.columns(of: name, in: db)
    let references = try Self.references(of: name, in: db)
    selfReferences = references.filter { $0.table == name }.map(\.column)
    needs = Set(references.map(\.table)).subtracting([name])
  }

  static func migrations(in db: any Reading) throws -> [String] {
    try texts("SELECT name FROM migrations ORDER BY name", in: db)
  }

  /// The hash of the journal's last entry.
  static func head(in db: any Reading) throws -> String {
    try texts("SELECT hash FROM journal ORDER BY number DESC LIMIT 1", in: db).first
      ?? String(repeating: "0", count: 64)
  }

  static func names(in db: any Reading) throws -> [String] {
    switch db.dialect {
    case .sqlite:
      try texts(
        """
        SELECT name FROM sqlite_master
        WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND sql NOT LIKE 'CREATE VIRTUAL%'
        ORDER BY name
        """, in: db)
    case .postgres:
      try texts(
        """
        SELECT CAST(relname AS TEXT) FROM pg_class
        WHERE relnamespace = CAST(current_schema() AS regnamespace) AND relkind = 'r' ORDER BY relname
        """, in: db)
    }
  }

  private static func columns(of table: String, in db: any Reading) throws -> [String] {
    switch db.dialect {
    case .sqlite: try texts("SELECT name FROM pragma_table_info(\(table)) ORDER BY cid", in: db)
    case .postgres:
      try texts(
        """
        SELECT CAST(attname AS TEXT) FROM pg_attribute
        WHERE attrelid = CAST(CAST(\(table) AS TEXT) AS regclass) AND attnum > 0 AND NOT attisdropped
          AND attgenerated = ''
        ORDER BY attnum
        """, in: db)
    }
  }

  private static func references(of table: String, in db: any Reading) throws -> [(column: String, table: String)] {
    let listing: SQL =
      switch db.dialect {
      case .sqlite: "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(\(table))"
      case .postgres:
        """
        SELECT CAST(a.attname AS TEXT), CAST(f.relname AS TEXT) FROM pg_constraint c
        JOIN pg_class f ON f.oid = c.confrelid
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
        WHERE c.contype = 'f' AND c.conrelid = CAST(CAST(\(table) AS TEXT) AS regclass)
        """
      }
    return try db.rows(listing).map { row in
      var columns = row.columns
      return try (columns.text(), columns.text())
    }
  }

  private static func texts(_ sql: SQL, in db: any Reading) throws -> [String] {
    try db.rows(sql).map { row in
      var columns = row.columns
      return try columns.text()
    }
  }
}
