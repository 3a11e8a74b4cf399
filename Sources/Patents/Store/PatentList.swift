public import Kernel
public import Parties
public import Patents
import Storage

/// Which patents a list shows.
public struct PatentFilter: Equatable, Sendable {
  public var kind: String?
  /// Year of publication, else of filing.
  public var year: Int?
  public var section: String?
  public var province: String?
  public var applicant: ID<Party>?
  /// A number in any writing, or words of title and applicants that must all occur.
  public var text: String?

  public init(
    kind: String? = nil, year: Int? = nil, section: String? = nil, province: String? = nil,
    applicant: ID<Party>? = nil, text: String? = nil
  ) {
    self.kind = kind
    self.year = year
    self.section = section
    self.province = province
    self.applicant = applicant
    self.text = text
  }

  public var isEmpty: Bool { self == PatentFilter() }
}

/// Where the next page of a list starts: after this patent.
public struct PatentCursor: Equatable, Sendable {
  public let sortDay: String
  public let id: ID<Patent>

  public init(sortDay: String, id: ID<Patent>) {
    self.sortDay = sortDay
    self.id = id
  }

  /// Reads what ``text`` wrote.
  public init?(_ text: String) {
    let parts = text.split(separator: "~", omittingEmptySubsequences: false)
    guard parts.count == 2, let id = ID<Patent>(parts[1]) else { return nil }
    self.init(sortDay: String(parts[0]), id: id)
  }

  public var text: String { "\(sortDay)~\(id)" }
}

/// One page of the register.
public struct PatentPage: Sendable {
  public let patents: [Patent]
  public let next: PatentCursor?
  /// How many patents meet the filter, exact up to ``countedTo``.
  public let count: Int
  /// Beyond this many the count stops: the page says "more than".
  public static let countedTo = 1_000
}

/// What the filters offer.
public struct PatentFacets: Sendable {
  public let kinds: [String]
  public let provinces: [String]
  public let sections: [String]
  public let years: ClosedRange<Int>?
  public let total: Int
}

/// The lists over `patents`.
enum PatentLists {
  /// - Parameters:
  ///   - total: how many there are, where it is known; else they are counted.
  ///   - texts: what ``texts(in:)`` gives; only asked for by a search.
  static func page(
    _ filter: PatentFilter, after cursor: PatentCursor?, limit: Int, total: Int?,
    texts: () throws -> TextScan, in db: any Reading
  ) throws -> PatentPage {
    var conditions = conditions(of: filter)
    if let text = filter.text {
      let search = PatentSearch(text)
      let exact = try search.exact(in: db)
      guard !exact.isEmpty else {
        return try page(texts(), search.choices, conditions, after: cursor, limit: limit, in: db)
      }
      conditions.append("id IN \(SQL.list(exact))")
    }
    let older: [SQL] = cursor.map { ["(sort_day, id) < (\($0.sortDay), \($0.id))"] } ?? []
    let ids = try numbers(
      "SELECT id FROM patents \(clause(conditions + older)) ORDER BY sort_day DESC, id DESC LIMIT \(limit + 1)", in: db)
    return try page(ids, limit: limit, count: total ?? count(conditions, in: db), in: db)
  }

  /// What a search looks through, of all patents in the order of the list.
  static func texts(in db: any Reading) throws -> TextScan {
    var texts = TextScan()
    try db.forEach(
      """
      SELECT sort_day, id, title, applicants, publication_number, application_raw FROM patents
      ORDER BY sort_day DESC, id DESC
      """
    ) { row in
      var columns = row.columns
      let place = try TextScan.Place(key: columns.text(), id: columns.integer())
      let text = try PatentSearch.text(
        title: columns.optional { try $0.text() }, applicants: columns.optional { try $0.text() },
        publication: columns.optional { try $0.text() }, application: columns.optional { try $0.text() })
      texts.append(text, at: place)
    }
    return texts
  }

  /// A page of those that a search finds and that meet the other conditions, too.
  private static func page(
    _ texts: TextScan, _ choices: [[String]], _ conditions: [SQL], after cursor: PatentCursor?, limit: Int,
    in db: any Reading
  ) throws -> PatentPage {
    // The list runs backwards: what comes later in it, the cursor is behind.
    let isLater = cursor.map { cursor in
      { (place: TextScan.Place) in
        TextScan.Place(key: cursor.sortDay, id: cursor.id.number).isBehind(key: place.key, id: place.id)
      }
    }
    if conditions.isEmpty {
      let found = texts.find(anyOf: choices, limit: limit + 1, countedTo: PatentPage.countedTo + 1, isLater: isLater)
      return try page(found.ids, limit: limit, count: found.count, in: db)
    }
    let most = PatentPage.countedTo + 1
    let first = try meeting(
      conditions, among: texts.matches(anyOf: choices), limit: max(most, cursor == nil ? limit + 1 : 0), in: db)
    let ids =
      isLater == nil
      ? first : try meeting(conditions, among: texts.matches(anyOf: choices, from: isLater), limit: limit + 1, in: db)
    return try page(ids, limit: limit, count: min(first.count, most), in: db)
  }

  /// Those of `ids` that meet the conditions, in their order, as many as are wanted.
  private static func meeting(
    _ conditions: [SQL], among ids: TextMatches, limit: Int, in db: any Reading
  ) throws -> [Int64] {
    var rest = ids
    var found: [Int64] = []
    while found.count < limit {
      let chunk = Array(sequence(state: ()) { _ in rest.next() }.prefix(chunkSize))
      if chunk.isEmpty { break }
      // Always of one length, so that the statement is prepared once.
      let padded = chunk + Array(repeating: chunk[0], count: chunkSize - chunk.count)
      let listed: SQL = "id IN \(SQL.list(padded))"
      let met = Set(try numbers("SELECT id FROM patents \(clause([listed] + conditions))", in: db))
      found += chunk.filter(met.contains)
    }
    return Array(found.prefix(limit))
  }

  private static let chunkSize = 1_000

  private static func numbers(_ sql: SQL, in db: any Reading) throws -> [Int64] {
    try db.rows(sql).map { row in
      var columns = row.columns
      return try columns.integer()
    }
  }

  private static func page(_ ids: [Int64], limit: Int, count: Int, in db: any Reading) throws -> PatentPage {
    let patents = try db.rows(
      """
      SELECT \(PatentRows.columns) FROM patents WHERE id IN \(SQL.list(Array(ids.prefix(limit))))
      ORDER BY sort_day DESC, id DESC
      """
    ).map(Patent.init(row:))
    let next = ids.count > limit ? patents.last.map { PatentCursor(sortDay: $0.facts.sortDay, id: $0.id) } : nil
    return PatentPage(patents: patents, next: next, count: count)
  }

  private static func count(_ conditions: [SQL], in db: any Reading) throws -> Int {
    try db.count(
      """
      SELECT count(*) FROM (
        SELECT 1 AS one FROM patents \(clause(conditions)) LIMIT \(PatentPage.countedTo + 1)) AS counted
      """)
  }

  static func facets(in db: any Reading) throws -> PatentFacets {
    let days = try db.row(
      "SELECT min(sort_day), max(sort_day) FROM patents WHERE sort_day > ''")
    var years: ClosedRange<Int>?
    if case .text(let first)? = days?.values.first, case .text(let last)? = days?.values.last,
      let from = Int(first.prefix(4)), let to = Int(last.prefix(4)), from <= to
    {
      years = from...to
    }
    return PatentFacets(
      kinds: try distinct("kind", in: db), provinces: try distinct("province", in: db),
      sections: try distinct("section", in: db), years: years, total: try db.count("SELECT count(*) FROM patents"))
  }

  /// The different values of an indexed column, each found by one step down the index.
  private static func distinct(_ column: SQL, in db: any Reading) throws -> [String] {
    try db.rows(
      """
      WITH RECURSIVE found (value) AS (
        SELECT min(\(column)) FROM patents
        UNION ALL
        SELECT (SELECT min(\(column)) FROM patents WHERE \(column) > found.value) FROM found
        WHERE found.value IS NOT NULL)
      SELECT value FROM found WHERE value IS NOT NULL
      """
    ).map { row in
      var columns = row.columns
      return try columns.text()
    }
  }

  private static func clause(_ conditions: [SQL]) -> SQL {
    conditions.isEmpty ? "" : "WHERE \(.joined(conditions, by: " AND "))"
  }

  private static func conditions(of filter: PatentFilter) -> [SQL] {
    var conditions: [SQL] = []
    if let kind = filter.kind { conditions.append("kind = \(kind)") }
    if let section = filter.section { conditions.append("section = \(section)") }
    if let province = filter.province { conditions.append("province = \(province)") }
    if let year = filter.year { conditions.append("sort_day >= \("\(year)-") AND sort_day < \("\(year).")") }
    if let applicant = filter.applicant {
      conditions.append(
        """
        id IN (SELECT patent FROM patent_names
          WHERE role = \(PatentRole.applicant.rawValue)
            AND name IN (SELECT id FROM party_names WHERE party = \(applicant)))
        """)
    }
    return conditions
  }
}
