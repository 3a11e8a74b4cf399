/// The schema of a database as text, for comparison with the one that is committed.
///
/// Equal schemas give equal bytes. It is neither a backup nor meant to be run.
public enum SchemaDump {
  /// Every table, index, view and trigger, by the name of its table.
  public static func text(of database: some Database) async throws -> String {
    let parts =
      switch database.dialect {
      case .sqlite: try await database.read(sqliteParts)
      case .postgres: try await database.read(postgresParts)
      }
    return parts.map { $0 + ";\n" }.joined(separator: "\n")
  }

  private static func sqliteParts(in db: any Reading) throws -> [String] {
    try texts(
      """
      SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      ORDER BY tbl_name, CASE type WHEN 'table' THEN 0 WHEN 'view' THEN 1 WHEN 'index' THEN 2 ELSE 3 END, name
      """, in: db)
  }

  private static func postgresParts(in db: any Reading) throws -> [String] {
    let tables = try texts(
      """
      SELECT relname FROM pg_class WHERE relnamespace = CAST(current_schema() AS regnamespace) AND relkind IN ('r', 'p')
      ORDER BY relname COLLATE "C"
      """, in: db)
    let views = try texts(
      """
      SELECT 'CREATE VIEW ' || relname || ' AS' || chr(10) || rtrim(pg_get_viewdef(oid, true), ';') FROM pg_class
      WHERE relnamespace = CAST(current_schema() AS regnamespace) AND relkind IN ('v', 'm')
      ORDER BY relname COLLATE "C"
      """, in: db)
    return try tables.flatMap { table in
      let lines = try columns(of: table, in: db) + constraints(of: table, in: db)
      let body = lines.map { "  " + $0 }.joined(separator: ",\n")
      return try ["CREATE TABLE \(table) (\n\(body)\n)"] + indexes(of: table, in: db) + triggers(of: table, in: db)
    } + views
  }

  private static func columns(of table: String, in db: any Reading) throws -> [String] {
    try texts(
      """
      SELECT a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || CASE WHEN l.collname IS NULL OR l.collname = 'default' THEN '' ELSE ' COLLATE "' || l.collname || '"' END
        || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
        || CASE WHEN d.adbin IS NULL THEN ''
           WHEN a.attgenerated = 's' THEN ' GENERATED ALWAYS AS (' || pg_get_expr(d.adbin, d.adrelid) || ') STORED'
           ELSE ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) END
      FROM pg_attribute a
      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      LEFT JOIN pg_collation l ON l.oid = a.attcollation
      WHERE a.attrelid = CAST(CAST(\(table) AS TEXT) AS regclass) AND a.attnum > 0 AND NOT a.attisdropped
      ORDER BY a.attnum
      """, in: db)
  }

  private static func constraints(of table: String, in db: any Reading) throws -> [String] {
    try texts(
      """
      SELECT 'CONSTRAINT ' || conname || ' ' || pg_get_constraintdef(oid, true) FROM pg_constraint
      WHERE conrelid = CAST(CAST(\(table) AS TEXT) AS regclass)
      ORDER BY strpos('pucfx', CAST(contype AS TEXT)), conname COLLATE "C"
      """, in: db)
  }

  /// Those that do not stand behind a constraint.
  private static func indexes(of table: String, in db: any Reading) throws -> [String] {
    try texts(
      """
      SELECT pg_get_indexdef(i.indexrelid, 0, true) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      WHERE i.indrelid = CAST(CAST(\(table) AS TEXT) AS regclass)
        AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
      ORDER BY c.relname COLLATE "C"
      """, in: db)
  }

  private static func triggers(of table: String, in db: any Reading) throws -> [String] {
    try texts(
      """
      SELECT pg_get_triggerdef(oid, true) FROM pg_trigger
      WHERE tgrelid = CAST(CAST(\(table) AS TEXT) AS regclass) AND NOT tgisinternal
      ORDER BY tgname COLLATE "C"
      """, in: db)
  }

  private static func texts(_ sql: SQL, in db: any Reading) throws -> [String] {
    try db.rows(sql).map { row in
      var columns = row.columns
      return try columns.text()
    }
  }
}
