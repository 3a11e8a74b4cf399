import Foundation
import Journal
import Kernel
import Storage

/// The only SQL that knows the tables of the journal.
enum JournalRows {
  static let columns: SQL = """
    number, happened_at, actor, actor_name, action, action_zh, action_en, subject_table, subject_key, reason,
    details, added, superseded, hash
    """

  /// The head, held against other writers until the transaction ends.
  ///
  /// - Throws: ``StorageFault`` if it is gone: the chain must not begin anew.
  static func lockHead(in db: any Writing) throws -> JournalHead {
    guard let head = try head("SELECT number, hash FROM journal_head WHERE id = 1 \(db.dialect.forUpdate)", in: db)
    else { throw StorageFault.failed(code: "journal", message: "the journal has no head") }
    return head
  }

  static func head(in db: any Reading) throws -> JournalHead? {
    try head("SELECT number, hash FROM journal_head WHERE id = 1", in: db)
  }

  private static func head(_ sql: SQL, in db: any Reading) throws -> JournalHead? {
    try db.row(sql).map { row in
      var columns = row.columns
      return try JournalHead(number: columns.integer(), hash: columns.text())
    }
  }

  static func append(
    _ line: EntryRow, changes: [RecordedChange], personal: [PersonalValue], in db: any Writing
  ) throws {
    try db.run(
      """
      INSERT INTO journal (\(columns))
      VALUES (\(line.number), \(line.happenedAt), \(line.actor), \(line.actorName), \(line.action), \(line.actionZh),
        \(line.actionEn), \(line.subjectTable), \(line.subjectKey), \(line.reason), \(line.details), \(line.added),
        \(line.superseded), \(line.hash))
      """)
    try db.insert(
      changes.map { [.text($0.table), .integer($0.key), .integer(line.number)] }, into: "journal_changes",
      columns: ["record_table", "record_key", "entry"], onConflict: "ON CONFLICT DO NOTHING")
    try db.insert(
      personal.map {
        [.integer(line.number), $0.place.sqlValue, .text($0.table), .integer($0.key), .text($0.salt), .text($0.value)]
      }, into: "journal_personal", columns: ["entry", "place", "record_table", "record_key", "salt", "value"])
    let moved = try db.run(
      "UPDATE journal_head SET number = \(line.number), hash = \(line.hash) WHERE id = 1 AND number = \(line.number - 1)"
    )
    guard moved == 1 else { throw StorageFault.failed(code: "journal", message: "the journal's head has moved") }
  }

  /// Keeps which entry changed each table last; in the order of their names, so that two writers cannot block each other.
  static func moveTableHeads(of tables: Set<String>, to entry: Int64, in db: any Writing) throws {
    for table in tables.sorted() {
      try db.run(
        """
        INSERT INTO journal_table_heads (record_table, entry) VALUES (\(table), \(entry))
        ON CONFLICT (record_table) DO UPDATE SET entry = excluded.entry
        """)
    }
  }

  /// The last entry that changed any of `tables`; 0 where none is known.
  static func head(of tables: [String], in db: any Reading) throws -> Int64 {
    Int64(
      try db.count(
        "SELECT coalesce(max(entry), 0) FROM journal_table_heads WHERE record_table IN \(SQL.list(tables))"))
  }

  /// One page of entries, newest first, before the entry `last`.
  static func page(before last: Int64?, action: String?, limit: Int, in db: any Reading) throws -> [JournalLine] {
    let older: SQL = if let last { "number < \(last)" } else { "number > 0" }
    let of: SQL = if let action { "AND action = \(action)" } else { "" }
    return try db.rows("SELECT \(columns) FROM journal WHERE \(older) \(of) ORDER BY number DESC LIMIT \(limit)")
      .map { JournalLine(try EntryRow($0)) }
  }

  static func find(_ number: Int64, in db: any Reading) throws -> JournalLine? {
    try row(number, in: db).map { JournalLine($0) }
  }

  static func row(_ number: Int64, in db: any Reading) throws -> EntryRow? {
    try db.row("SELECT \(columns) FROM journal WHERE number = \(number)").map { try EntryRow($0) }
  }

  /// Every entry that changed or was about the record, newest first.
  static func history(of subject: Subject, in db: any Reading) throws -> [JournalLine] {
    try db.rows(
      """
      SELECT \(columns) FROM journal
      WHERE number IN (
        SELECT entry FROM journal_changes
        WHERE record_table = \(subject.table) AND record_key = \(subject.number)
        UNION SELECT number FROM journal
        WHERE subject_table = \(subject.table) AND subject_key = \(subject.number))
      ORDER BY number DESC LIMIT 500
      """
    ).map { JournalLine(try EntryRow($0)) }
  }

  /// The last entry of each day in Nanjing, newest first.
  static func dailyHeads(limit: Int, in db: any Reading) throws -> [(Day, JournalHead)] {
    try db.rows(
      """
      SELECT happened_at, number, hash FROM journal
      WHERE number IN (
        SELECT max(number) FROM journal GROUP BY (happened_at + 28800000) / 86400000)
      ORDER BY number DESC LIMIT \(limit)
      """
    ).map { row in
      var columns = row.columns
      return try (Day(columns.date()), JournalHead(number: columns.integer(), hash: columns.text()))
    }
  }

  static func personalValues(of entry: Int64, in db: any Reading) throws -> [Int: String] {
    var values: [Int: String] = [:]
    for row in try db.rows("SELECT place, value FROM journal_personal WHERE entry = \(entry)") {
      var columns = row.columns
      values[try columns.int()] = try columns.text()
    }
    return values
  }

  /// - Returns: how many personal values were erased.
  static func erasePersonal(of subject: Subject, in db: any Writing) throws -> Int {
    try db.run(
      """
      DELETE FROM journal_personal
      WHERE record_table = \(subject.table) AND record_key = \(subject.number)
      """)
  }
}

extension JournalLine {
  init(_ row: EntryRow) {
    let subject: Subject? =
      if let table = row.subjectTable, let key = row.subjectKey { Subject(table: table, number: key) } else { nil }
    self.init(
      number: row.number, happenedAt: .init(timeIntervalSince1970: Double(row.happenedAt) / 1_000), actor: row.actor,
      actorName: row.actorName, action: row.action, actionPhrase: Phrase(zh: row.actionZh, en: row.actionEn),
      subject: subject, reason: row.reason, details: row.details, added: RowSum(text: row.added) ?? .none,
      hash: row.hash)
  }
}
