import Foundation
import Kernel
import Patents
import Storage

/// The only SQL that knows `trademarks`: each file's record of a mark stands by itself, and reading merges them.
enum TrademarkRows {
  private static let columns: SQL = """
    identity, sort, office, application_number, registration_number, name, applicants, agents, goods,
    filing_day, publication_day, registration_day, renewal_day, end_day, status, status_day, said
    """

  static func values(
    _ mark: TrademarkRecord, identity: String, file: ID<PatentFile>, line: Int, run: ID<PatentImport>, precedence: Int
  ) -> [SQLValue] {
    let classes = mark.goods.map { "\($0.niceClass)" }.joined(separator: ",")
    return [
      file.sqlValue, line.sqlValue, run.sqlValue, .text(identity), .text(mark.sort.rawValue), .text(mark.office),
      mark.applicationNumber.sqlValue, mark.registrationNumber.sqlValue, mark.name.sqlValue, lines(mark.applicants),
      lines(mark.agents), classes.isEmpty ? .null : .text(classes), goods(mark.goods), day(mark.filingDay),
      day(mark.publicationDay), day(mark.registrationDay), day(mark.renewalDay), day(mark.endDay),
      mark.status.sqlValue, day(mark.statusDay), mark.extras.isEmpty ? .null : .text(SayingText.text(mark.extras)),
      precedence.sqlValue,
    ]
  }

  private static func lines(_ texts: [String]) -> SQLValue {
    texts.isEmpty ? .null : .text(texts.map { $0.replacing("\n", with: " ") }.joined(separator: "\n"))
  }

  private static func goods(_ goods: [TrademarkRecord.Goods]) -> SQLValue {
    goods.isEmpty
      ? .null
      : .text(SayingText.text(goods.map { PatentExtra(name: "\($0.niceClass)", value: $0.text ?? "") }))
  }

  private static func day(_ day: Day?) -> SQLValue { day.map { .text($0.description) } ?? .null }

  /// Which of `identities` the register has.
  static func known(_ identities: [String], in db: any Reading) throws -> Set<String> {
    guard !identities.isEmpty else { return [] }
    return Set(
      try db.rows("SELECT DISTINCT identity FROM trademarks WHERE identity IN \(SQL.list(identities))").map { row in
        var columns = row.columns
        return try columns.text()
      })
  }

  /// The lines among `lines` of a file that an earlier run took.
  static func takenLines(_ lines: ClosedRange<Int>, of file: ID<PatentFile>, in db: any Reading) throws -> Set<Int> {
    Set(
      try db.rows(
        """
        SELECT line FROM trademarks
        WHERE file = \(file) AND line BETWEEN \(lines.lowerBound) AND \(lines.upperBound)
        """
      ).map { row in
        var columns = row.columns
        return try columns.int()
      })
  }

  /// The marks in the order of their numbers, each as its best and newest source says it.
  static func page(after identity: String, limit: Int, in db: any Reading) throws -> [TrademarkRecord] {
    var merged: [(identity: String, mark: TrademarkRecord)] = []
    let rows = try db.rows(
      """
      SELECT \(columns) FROM trademarks WHERE identity IN
        (SELECT DISTINCT identity FROM trademarks WHERE identity > \(identity) ORDER BY identity LIMIT \(limit))
      ORDER BY identity, precedence DESC, entry DESC
      """)
    for row in rows {
      var columns = row.columns
      let (identity, mark) = try self.mark(&columns)
      try columns.end()
      if let last = merged.last, last.identity == identity {
        merged[merged.count - 1].mark.fill(from: mark)
      } else {
        merged.append((identity, mark))
      }
    }
    return merged.map(\.mark)
  }

  /// All marks as lists have them.
  static func list(in db: any Reading) throws -> TrademarkList {
    var merged: [(identity: String, mark: TrademarkRecord)] = []
    try db.forEach("SELECT \(columns) FROM trademarks ORDER BY identity, precedence DESC, entry DESC") { row in
      var columns = row.columns
      let (identity, mark) = try self.mark(&columns)
      try columns.end()
      if let last = merged.last, last.identity == identity {
        merged[merged.count - 1].mark.fill(from: mark)
      } else {
        merged.append((identity, mark))
      }
    }
    return TrademarkList(merged.map { TrademarkLine($0.mark, identity: $0.identity) })
  }

  /// Marks with what each row says of them, in the order of `identity`.
  static func dossiers(_ identities: [String], in db: any Reading) throws -> [TrademarkDossier] {
    guard !identities.isEmpty else { return [] }
    var found: [(identity: String, sources: [TrademarkSource])] = []
    try db.forEach(
      """
      SELECT t.identity, t.sort, t.office, t.application_number, t.registration_number, t.name, t.applicants, t.agents,
        t.goods, t.filing_day, t.publication_day, t.registration_day, t.renewal_day, t.end_day, t.status, t.status_day,
        t.said, t.line, t.run, t.precedence, f.format, f.name, f.hash, i.started_at
      FROM trademarks AS t JOIN patent_files AS f ON f.id = t.file JOIN patent_imports AS i ON i.id = t.run
      WHERE t.identity IN \(SQL.list(identities)) ORDER BY t.identity, t.precedence DESC, t.entry DESC
      """
    ) { row in
      var columns = row.columns
      let (identity, mark) = try self.mark(&columns)
      let source = try TrademarkSource(
        mark: mark, line: columns.int(), run: columns.id(), rank: columns.int(), format: columns.text(),
        file: columns.text(), hash: columns.text(), importedAt: columns.date())
      try columns.end()
      if found.last?.identity == identity {
        found[found.count - 1].sources.append(source)
      } else {
        found.append((identity, [source]))
      }
    }
    return found.map { identity, sources in
      var mark = sources[0].mark
      for source in sources.dropFirst() { mark.fill(from: source.mark) }
      return TrademarkDossier(identity: identity, mark: mark, sources: sources)
    }
  }

  private static func mark(_ columns: inout Columns) throws -> (String, TrademarkRecord) {
    let identity = try columns.text()
    let sort: TrademarkRecord.Sort = try columns.value()
    var mark = TrademarkRecord(sort, office: try columns.text())
    func text() throws -> String? { try columns.optional { try $0.text() } }
    mark.applicationNumber = try text()
    mark.registrationNumber = try text()
    mark.name = try text()
    mark.applicants = try text()?.split(separator: "\n").map(String.init) ?? []
    mark.agents = try text()?.split(separator: "\n").map(String.init) ?? []
    mark.goods =
      try text().map { try SayingText.sayings($0) }?.compactMap { goods in
        Int(goods.name).map { TrademarkRecord.Goods(niceClass: $0, text: goods.value.isEmpty ? nil : goods.value) }
      } ?? []
    mark.filingDay = try text().flatMap { Day($0) }
    mark.publicationDay = try text().flatMap { Day($0) }
    mark.registrationDay = try text().flatMap { Day($0) }
    mark.renewalDay = try text().flatMap { Day($0) }
    mark.endDay = try text().flatMap { Day($0) }
    mark.status = try text()
    mark.statusDay = try text().flatMap { Day($0) }
    mark.extras = try text().map { try SayingText.sayings($0) } ?? []
    return (identity, mark)
  }
}
