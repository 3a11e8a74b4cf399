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
  /// A number, or words of the title.
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

  /// The part of a title that is looked for, where that is all; a number is found otherwise.
  var titlePart: String? {
    guard let text, self == PatentFilter(text: text), (try? PublicationNumber(text)) == nil,
      (try? ApplicationNumber(text)) == nil
    else { return nil }
    return text
  }
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
  /// - Parameter total: how many there are, where it is known; else they are counted.
  static func page(
    _ filter: PatentFilter, after cursor: PatentCursor?, limit: Int, total: Int?, in db: any Reading
  ) throws -> PatentPage {
    let conditions = conditions(of: filter, in: db.dialect)
    let older: [SQL] = cursor.map { ["(sort_day, id) < (\($0.sortDay), \($0.id))"] } ?? []
    let ids = try db.rows(
      "SELECT id FROM patents \(clause(conditions + older)) ORDER BY sort_day DESC, id DESC LIMIT \(limit + 1)"
    ).map { row in
      var columns = row.columns
      return try columns.integer()
    }
    return try page(ids, limit: limit, count: total ?? count(conditions, in: db), in: db)
  }

  /// The titles of all patents, in the order of the list.
  static func titles(in db: any Reading) throws -> TextScan {
    var titles = TextScan()
    try db.forEach("SELECT sort_day, id, title FROM patents WHERE title IS NOT NULL ORDER BY sort_day DESC, id DESC") {
      row in
      var columns = row.columns
      let place = try TextScan.Place(key: columns.text(), id: columns.integer())
      titles.append(try columns.text(), at: place)
    }
    return titles
  }

  /// A page of those in whose title `part` occurs.
  static func page(
    _ titles: TextScan, containing part: String, after cursor: PatentCursor?, limit: Int, in db: any Reading
  ) throws -> PatentPage {
    let isLater = cursor.map { cursor in
      { (place: TextScan.Place) in (place.key, place.id) < (cursor.sortDay, cursor.id.number) }
    }
    let found = titles.find(part, limit: limit + 1, countedTo: PatentPage.countedTo + 1, isLater: isLater)
    return try page(found.ids, limit: limit, count: found.count, in: db)
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

  private static func conditions(of filter: PatentFilter, in dialect: Dialect) -> [SQL] {
    var conditions: [SQL] = []
    if let kind = filter.kind { conditions.append("kind = \(kind)") }
    if let section = filter.section { conditions.append("section = \(section)") }
    if let province = filter.province { conditions.append("province = \(province)") }
    if let year = filter.year { conditions.append("sort_day >= \("\(year)-") AND sort_day < \("\(year + 1)-")") }
    if let applicant = filter.applicant {
      conditions.append(
        """
        id IN (SELECT patent FROM patent_names
          WHERE role = \(PatentRole.applicant.rawValue)
            AND name IN (SELECT id FROM party_names WHERE party = \(applicant)))
        """)
    }
    if let text = filter.text { conditions.append(matching(text, in: dialect)) }
    return conditions
  }

  /// A number finds its documents by index; anything else must occur in the title.
  private static func matching(_ text: String, in dialect: Dialect) -> SQL {
    if let number = try? PublicationNumber(text) { return "identity = \("P:" + number.description)" }
    if let number = try? ApplicationNumber(text) { return "application_number = \(number.description)" }
    let literal = text.reduce(into: "") { pattern, symbol in
      if "!%_".contains(symbol) { pattern.append("!") }
      pattern.append(symbol)
    }
    let like: SQL =
      switch dialect {
      case .sqlite: "LIKE"
      case .postgres: "ILIKE"
      }
    return "title \(like) \("%" + literal + "%") ESCAPE '!'"
  }
}
