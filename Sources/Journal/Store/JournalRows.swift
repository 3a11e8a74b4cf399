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

  /// The last entry that changed each table; none where no entry is known.
  static func tableHeads(in db: any Reading) throws -> [String: Int64] {
    try db.rows("SELECT record_table, entry FROM journal_table_heads").reduce(into: [:]) { heads, row in
      var columns = row.columns
      heads[try columns.text()] = try columns.integer()
    }
  }

  /// One page of entries, newest first, before the entry `last`.
  static func page(
    _ filter: JournalFilter, before last: Int64?, limit: Int, in db: any Reading
  ) throws -> [JournalLine] {
    var conditions: [SQL] = [last.map { "number < \($0)" } ?? "number > 0"]
    if let action = filter.action { conditions.append("action = \(action)") }
    if let actor = filter.actor { conditions.append("actor_name = \(actor)") }
    if let subject = filter.subject { conditions.append("number IN (\(entries(about: subject)))") }
    if let day = filter.day {
      guard let span = try numbers(of: day, in: db) else { return [] }
      // Between two numbers, so that an old day is not sought from the newest entry on.
      conditions.append("number BETWEEN \(span.lowerBound) AND \(span.upperBound)")
      conditions.append("happened_at >= \(day.start) AND happened_at < \(day.adding(days: 1).start)")
    }
    return try db.rows(
      """
      SELECT \(columns) FROM journal WHERE \(.joined(conditions, by: " AND "))
      ORDER BY number DESC LIMIT \(limit)
      """
    ).map { JournalLine(try EntryRow($0)) }
  }

  /// From the lowest to the highest number of a day's entries, by the index over time; nil where the day has none.
  private static func numbers(of day: Day, in db: any Reading) throws -> ClosedRange<Int64>? {
    let row = try db.row(
      """
      SELECT min(number), max(number) FROM journal
      WHERE happened_at >= \(day.start) AND happened_at < \(day.adding(days: 1).start)
      """)
    guard var columns = row?.columns, let first = try columns.optional({ try $0.integer() }),
      let last = try columns.optional({ try $0.integer() })
    else { return nil }
    return first...last
  }

  /// The numbers of the entries that changed the record or were about it.
  private static func entries(about subject: Subject) -> SQL {
    """
    SELECT entry FROM journal_changes
    WHERE record_table = \(subject.table) AND record_key = \(subject.number)
    UNION SELECT number FROM journal
    WHERE subject_table = \(subject.table) AND subject_key = \(subject.number)
    """
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
      WHERE number IN (\(entries(about: subject)))
      ORDER BY number DESC LIMIT 500
      """
    ).map { JournalLine(try EntryRow($0)) }
  }

  /// The last entry of each day in Nanjing, newest first.
  ///
  /// Steps back from day to day by the index over time: what it costs goes by the days, not by the entries.
  static func dailyHeads(limit: Int, in db: any Reading) throws -> [(Day, JournalHead)] {
    var heads: [(Day, JournalHead)] = []
    var next = try db.row("SELECT happened_at, number, hash FROM journal ORDER BY number DESC LIMIT 1")
    while heads.count < limit, let row = next {
      var columns = row.columns
      let day = Day(try columns.date())
      heads.append((day, try JournalHead(number: columns.integer(), hash: columns.text())))
      next = try db.row(
        """
        SELECT happened_at, number, hash FROM journal WHERE happened_at < \(day.start)
        ORDER BY happened_at DESC, number DESC LIMIT 1
        """)
    }
    return heads
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
