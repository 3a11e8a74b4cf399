import Evidence
import JournalStore
import Kernel
import Ledgers
import Storage

/// The only SQL that knows the tables of the ledgers; each says by its declaration what its columns are.
enum LedgerRows {
  static func find(_ id: ID<LedgerRecord>, in ledger: Ledger, _ db: any Reading) throws -> LedgerRecord? {
    try db.row("SELECT \(columns(ledger)) FROM \(SQL(name: ledger.code)) WHERE id = \(id)")
      .map { try record($0, ledger) }
  }

  /// The record that counts as the same one as `values`.
  static func twin(of values: LedgerRecord.Values, in ledger: Ledger, _ db: any Reading) throws -> LedgerRecord? {
    let matches = try ledger.identity.map { name -> SQL in
      "\(SQL(name: name)) = \(try sqlValue(values[name], ledger.field(name)))"
    }
    return try db.row(
      """
      SELECT \(columns(ledger)) FROM \(SQL(name: ledger.code))
      WHERE withdrawn_on IS NULL AND \(SQL.joined(matches, by: " AND "))
      """
    ).map { try record($0, ledger) }
  }

  static func page(
    _ filter: LedgerFilter, after cursor: LedgerCursor?, limit: Int, in ledger: Ledger, _ db: any Reading
  ) throws -> [LedgerRecord] {
    var conditions = conditions(filter, ledger)
    let order: SQL
    if let day = dayColumn(ledger) {
      order = "\(day) DESC, id DESC"
      if let cursor { conditions.append("(\(day), id) < (\(cursor.day), \(cursor.id))") }
    } else {
      order = "id DESC"
      if let cursor { conditions.append("id < \(cursor.id)") }
    }
    return try db.rows(
      """
      SELECT \(columns(ledger)) FROM \(SQL(name: ledger.code)) \(whereAll(conditions))
      ORDER BY \(order) LIMIT \(limit)
      """
    ).map { try record($0, ledger) }
  }

  static func count(_ filter: LedgerFilter, in ledger: Ledger, _ db: any Reading) throws -> Int {
    try db.count("SELECT COUNT(*) FROM \(SQL(name: ledger.code)) \(whereAll(conditions(filter, ledger)))")
  }

  static func forEach(
    _ filter: LedgerFilter, in ledger: Ledger, _ db: any Reading, _ visit: (LedgerRecord) throws -> Void
  ) throws {
    try db.forEach(
      """
      SELECT \(columns(ledger)) FROM \(SQL(name: ledger.code)) \(whereAll(conditions(filter, ledger))) ORDER BY id
      """
    ) { try visit(record($0, ledger)) }
  }

  /// How many records of each choice of `field` there are.
  static func counts(
    of field: String, _ filter: LedgerFilter, in ledger: Ledger, _ db: any Reading
  ) throws -> [(code: String, count: Int)] {
    let conditions = conditions(filter, ledger) + ["\(SQL(name: field)) IS NOT NULL"]
    return try db.rows(
      """
      SELECT \(SQL(name: field)), COUNT(*) FROM \(SQL(name: ledger.code)) \(whereAll(conditions))
      GROUP BY \(SQL(name: field)) ORDER BY 2 DESC, 1
      """
    ).map { row in
      var columns = row.columns
      return (try columns.text(), try columns.int())
    }
  }

  /// The names of those organisations of `ledger` whose codes are among `codes`.
  static func names(of codes: Set<String>, in ledger: Ledger, _ db: any Reading) throws -> [String: String] {
    guard !codes.isEmpty else { return [:] }
    var names: [String: String] = [:]
    let title = SQL(name: ledger.title)
    for row in try db.rows(
      """
      SELECT code, \(title) FROM \(SQL(name: ledger.code)) WHERE code IN \(SQL.list(codes.sorted()))
      ORDER BY CASE WHEN withdrawn_on IS NULL THEN 1 ELSE 0 END, id
      """)
    {
      var columns = row.columns
      names[try columns.text()] = try columns.text()
    }
    return names
  }

  /// The codes of organisations with exactly this code or name; two are enough to know that there are several.
  static func codes(of text: String, in ledger: Ledger, _ db: any Reading) throws -> [String] {
    try db.rows(
      """
      SELECT code FROM \(SQL(name: ledger.code))
      WHERE withdrawn_on IS NULL AND (code = \(text) OR \(SQL(name: ledger.title)) = \(text)) ORDER BY code LIMIT 2
      """
    ).map { row in
      var columns = row.columns
      return try columns.text()
    }
  }

  static func values(_ record: LedgerRecord, _ ledger: Ledger) throws -> [SQLValue] {
    try [record.id.sqlValue] + ledger.fields.map { try sqlValue(record.values[$0.name], $0) }
      + [
        .integer(Int64(record.grade.rawValue)), record.document.sqlValue, .text(record.stage.rawValue),
        record.remark.sqlValue, record.withdrawnOn.sqlValue, record.withdrawnFor.sqlValue,
      ]
  }

  static func columns(_ ledger: Ledger) -> SQL {
    .joined((["id"] + ledger.fields.map(\.name) + Ledger.ending + ["entry"]).map { SQL(name: $0) }, by: ", ")
  }

  static func record(_ row: Row, _ ledger: Ledger) throws -> LedgerRecord {
    var columns = row.columns
    let id: ID<LedgerRecord> = try columns.id()
    var values = LedgerRecord.Values()
    for field in ledger.fields { values[field.name] = try value(&columns, field) }
    guard let grade = EvidenceGrade(rawValue: try columns.int()) else {
      throw RowFault(column: ledger.fields.count + 1, wanted: "a grade", found: nil)
    }
    let record = LedgerRecord(
      id: id, values: values, grade: grade, document: try columns.optional { try $0.text() },
      stage: try columns.value(), remark: try columns.optional { try $0.text() },
      withdrawnOn: try columns.optional { try $0.day() }, withdrawnFor: try columns.optional { try $0.text() },
      revision: try columns.integer())
    try columns.end()
    return record
  }

  private static func value(_ columns: inout Columns, _ field: LedgerField) throws -> LedgerValue? {
    switch field.sort {
    case .text, .lines, .choice, .creditCode, .organisation, .person: try columns.optional { .text(try $0.text()) }
    case .day: try columns.optional { .day(try $0.day()) }
    case .whole, .hundredths, .money, .share: try columns.optional { .whole(try $0.integer()) }
    case .flag: try columns.optional { .flag(try $0.bool()) }
    // Between commas, so that one code is found by ",code,".
    case .choices: try columns.optional { .codes(try $0.text().split(separator: ",").map(String.init)) }
    }
  }

  private static func sqlValue(_ value: LedgerValue?, _ field: LedgerField?) throws -> SQLValue {
    switch value {
    case nil: .null
    case .text(let text): .text(text)
    case .whole(let whole): .integer(whole)
    case .day(let day): day.sqlValue
    case .flag(let flag): flag.sqlValue
    case .codes(let codes): codes.isEmpty ? .null : .text("," + codes.joined(separator: ",") + ",")
    }
  }

  /// A record without a day stands behind all others.
  private static func dayColumn(_ ledger: Ledger) -> SQL? {
    guard let day = ledger.day else { return nil }
    return ledger.field(day)?.isRequired == true ? SQL(name: day) : "COALESCE(\(SQL(name: day)), '')"
  }

  static func whereAll(_ conditions: [SQL]) -> SQL {
    conditions.isEmpty ? "" : "WHERE \(SQL.joined(conditions, by: " AND "))"
  }

  static func conditions(_ filter: LedgerFilter, _ ledger: Ledger) -> [SQL] {
    var conditions: [SQL] = []
    switch filter.sight {
    case .all: break
    case .openOr(let own):
      let open: SQL = "stage = 'approved' AND withdrawn_on IS NULL"
      if let owner = ledger.owner, let own {
        conditions.append("(\(open) OR \(SQL(name: owner)) = \(own))")
      } else {
        conditions.append(open)
      }
    case .own(let own):
      // Of a ledger about nobody in particular nothing is anybody's own.
      conditions.append(ledger.owner.map { "\(SQL(name: $0)) = \(own)" } ?? "1 = 0")
    }
    if !filter.showsWithdrawn { conditions.append("withdrawn_on IS NULL") }
    if let stage = filter.stage { conditions.append("stage = \(stage.rawValue)") }
    if let hint = filter.hintCondition.sql { conditions.append(hint) }
    if let owner = ledger.owner, let only = filter.owner { conditions.append("\(SQL(name: owner)) = \(only)") }
    if let text = filter.text, !text.isEmpty { conditions.append(search(text, filter, ledger)) }
    return conditions + choices(filter, ledger)
  }

  /// In the title, a part of the identity, or the name of an organisation that the record names.
  private static func search(_ text: String, _ filter: LedgerFilter, _ ledger: Ledger) -> SQL {
    let pattern = "%" + text.lowercased().filter { $0 != "%" && $0 != "_" } + "%"
    var places: [SQL] = []
    for field in ledger.fields where !field.isNumber && !field.isPersonal && !field.isHashed {
      guard !field.isInternal || filter.sight == .all else { continue }
      if case .organisation(let home) = field.sort, let title = filter.titles[home] {
        places.append(
          """
          \(SQL(name: field.name)) IN
          (SELECT code FROM \(SQL(name: home)) WHERE LOWER(\(SQL(name: title))) LIKE \(pattern))
          """)
      }
      if field.name == ledger.title || ledger.identity.contains(field.name) {
        places.append("LOWER(\(SQL(name: field.name))) LIKE \(pattern)")
      }
    }
    return places.isEmpty ? "1 = 0" : "(\(SQL.joined(places, by: " OR ")))"
  }

  private static func choices(_ filter: LedgerFilter, _ ledger: Ledger) -> [SQL] {
    var conditions: [SQL] = []
    for (name, code) in filter.choices.sorted(by: { $0.key < $1.key }) {
      guard let field = ledger.field(name) else { continue }
      switch field.sort {
      case .choices: conditions.append("\(SQL(name: name)) LIKE \("%," + code + ",%")")
      case .flag: conditions.append("\(SQL(name: name)) = \(code == "yes" ? 1 : 0)")
      default: conditions.append("\(SQL(name: name)) = \(code)")
      }
    }
    return conditions
  }
}
