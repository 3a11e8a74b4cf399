import Corpus
import Kernel
import Patents
import Storage

/// The SQL that makes documents of the corpus of the register.
enum CorpusRows {
  private static let columns: SQL = """
    id, title, abstract, first_claim, applicants, inventors, agency, ipc, application_number, application_raw,
    publication_number, filing_day, publication_day, kind, legal_status, province, address
    """

  static func page(after last: Int64, limit: Int, in db: any Reading) throws -> [CorpusDocument] {
    var rows: [CorpusRow] = []
    try db.forEach("SELECT \(columns) FROM patents WHERE id > \(last) ORDER BY id LIMIT \(limit)") {
      rows.append(try CorpusRow($0))
    }
    guard let end = rows.last?.document.id else { return [] }
    return try complete(rows, "s.patent > \(last) AND s.patent <= \(end)", in: db)
  }

  static func find(_ ids: [Int64], in db: any Reading) throws -> [CorpusDocument] {
    var found: [CorpusDocument] = []
    for wanted in ids.chunks(of: chunk) {
      // Always of one length, so that the statement is prepared once.
      let list = SQL.list(
        wanted + Array(repeating: wanted[0], count: (wanted.count > few ? chunk : few) - wanted.count))
      var rows: [CorpusRow] = []
      try db.forEach("SELECT \(columns) FROM patents WHERE id IN \(list)") { rows.append(try CorpusRow($0)) }
      found += try complete(rows, "s.patent IN \(list)", in: db)
    }
    return found
  }

  private static let chunk = 500
  /// A page of hits.
  private static let few = 50

  static func ids(in db: any Reading) throws -> [Int64] {
    var ids: [Int64] = []
    try db.forEach("SELECT id FROM patents") { row in
      var columns = row.columns
      ids.append(try columns.integer())
    }
    return ids
  }

  /// What entries behind `entry` wrote: whatever writes a document writes a source of it in the same entry.
  ///
  /// - Returns: nil where an import was withdrawn that had changed or confirmed documents of others: its sources are gone,
  ///   and nothing tells quickly which documents they spoke of. Likewise where the order of sources changed, which
  ///   counts for what sources say beyond the register's fields.
  static func changed(since entry: Int64, in db: any Reading) throws -> [Int64]? {
    let untold = try db.count(
      """
      SELECT count(*) FROM patent_imports
      WHERE entry > \(entry) AND stage = 'withdrawn' AND unchanged_count + updated_count > 0
      """)
    let reordered = try db.count("SELECT count(*) FROM source_orders WHERE entry > \(entry)")
    guard untold == 0, reordered == 0 else { return nil }
    var ids: [Int64] = []
    try db.forEach("SELECT DISTINCT patent FROM patent_sources WHERE entry > \(entry)") { row in
      var columns = row.columns
      ids.append(try columns.integer())
    }
    return ids
  }

  /// Adds what the sources of the documents say beyond the register's fields.
  private static func complete(
    _ rows: [CorpusRow], _ condition: SQL, in db: any Reading
  ) throws -> [CorpusDocument] {
    var sources: [Int64: CorpusSources] = [:]
    let ranks = (try SourceOrderRows.inEffect(in: db) ?? .shipped).completed(by: .shipped)
    sources.reserveCapacity(rows.count)
    try db.forEach(
      """
      SELECT s.patent, f.format, y.entry, y.said FROM patent_sources AS s
      JOIN patent_files AS f ON f.id = s.file
      LEFT JOIN patent_sayings AS y ON y.file = s.file AND y.line = s.line
      WHERE \(condition)
      """
    ) { row in
      var columns = row.columns
      let patent = try columns.integer()
      let format = try columns.text()
      let entry = try columns.optional { try $0.integer() }
      let said = try columns.optional { try $0.text() }
      try sources[patent, default: CorpusSources()].add(format, ranks[format] ?? 0, entry ?? 0, said)
    }
    return rows.map { $0.completed(by: sources[$0.document.id] ?? CorpusSources()) }
  }
}

/// A row of the register on its way to the index.
private struct CorpusRow {
  private(set) var document: CorpusDocument
  private let firstClaim: String?
  private let place: PlaceInAddress

  init(_ row: Row) throws {
    var columns = row.columns
    func text() throws -> String? { try columns.optional { try $0.text() } }
    func list() throws -> [String] {
      guard let text = try text() else { return [] }
      return text.utf8.contains(0x0A) ? text.split(separator: "\n").map(String.init) : [text]
    }
    document = CorpusDocument(id: try columns.integer())
    document.title = try text() ?? ""
    document.abstract = try text() ?? ""
    firstClaim = try text()
    document.applicants = try list()
    document.inventors = try list()
    document.agencies = try list()
    document.ipc = try list()
    document.applicationNumbers = [try text(), try text()].compactMap(\.self)
    document.publicationNumbers = [try text()].compactMap(\.self)
    document.filingDay = try text().flatMap { Day($0) }
    document.publicationDay = try text().flatMap { Day($0) }
    document.kind = try text()
    document.status = try text()
    document.province = try text()
    place = PlaceInAddress(try text() ?? "")
    try columns.end()
  }

  func completed(by sources: CorpusSources) -> CorpusDocument {
    var document = document
    document.sources = sources.formats
    document.city = sources.city ?? place.city
    document.district = sources.district ?? place.district
    document.cited = sources.cited
    switch (firstClaim, sources.claims) {
    case (let first?, let all?):
      // Mostly it is where one looks first, and a search for it would cost more than everything else here.
      let isThere = ExactText(all).hasPrefix(ExactText(first)) || all.contains(first)
      document.claims = isThere ? all : first + "\n" + all
    case (let text?, nil), (nil, let text?): document.claims = text
    case (nil, nil): break
    }
    return document
  }
}

/// What the sources of one document say beyond the register's fields: of several the newest of the highest rank.
private struct CorpusSources {
  private(set) var formats: [String] = []
  private(set) var claims: String?
  private(set) var city: String?
  private(set) var district: String?
  /// Publications that it cites.
  private(set) var cited: [String] = []
  private var said: [String: (precedence: Int, entry: Int64)] = [:]

  mutating func add(_ format: String, _ precedence: Int, _ entry: Int64, _ text: String?) throws {
    if !formats.contains(format) { formats.append(format) }
    guard let text else { return }
    for saying in try SayingText.sayings(text, named: Self.names) {
      if let last = said[saying.name], (last.precedence, last.entry) > (precedence, entry) { continue }
      said[saying.name] = (precedence, entry)
      switch saying.name {
      case "claims": claims = saying.value
      case "applicant-city": city = PlaceInAddress.short(city: saying.value)
      case "citations": cited = Self.numbers(in: saying.value)
      default: district = saying.value
      }
    }
  }

  /// The publications of a list as exports write it, without their remarks.
  private static func numbers(in text: String) -> [String] {
    text.split { "\n;；|,，、".contains($0) }.compactMap { piece in
      let number = piece.split(whereSeparator: \.isWhitespace).joined()
      let office = number.prefix(2)
      let isNumber = office.utf8.allSatisfy { (0x41...0x5A).contains($0) } && number.count(where: \.isNumber) >= 5
      return isNumber && number.utf8.count <= 32 ? number : nil
    }
  }

  private static let names: Set = ["claims", "applicant-city", "applicant-district", "citations"]
}
