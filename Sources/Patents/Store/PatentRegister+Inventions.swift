public import Kernel
public import Patents
import Parties
public import Storage

/// A Chinese invention as all its publications in the register have it together, with what sources say beside.
public struct RegisterInvention: Sendable {
  public let number: ApplicationNumber
  /// The publication of the grant, else the first.
  public private(set) var patent: ID<Patent>
  public private(set) var title: String?
  public private(set) var applicants: [String]
  public private(set) var ipc: [String]
  public private(set) var filedOn: Day?
  public private(set) var grantedOn: Day?
  public private(set) var address: String?
  public private(set) var legalStatus: String?
  /// What the newest source that speaks of it says, by the stable names of ``PatentExtraName``.
  public private(set) var said: [String: String] = [:]

  fileprivate init(_ line: InventionLine) {
    number = line.number
    patent = line.patent
    title = line.title
    applicants = line.applicants
    ipc = line.ipc
    filedOn = line.filedOn
    grantedOn = line.grantedOn
    address = line.address
    legalStatus = line.legalStatus
  }

  /// A later publication of the same application: a grant has the word, anything else fills in.
  fileprivate mutating func take(_ line: InventionLine) {
    let isBetter = grantedOn == nil && line.grantedOn != nil
    if isBetter {
      patent = line.patent
      title = line.title ?? title
      if !line.applicants.isEmpty { applicants = line.applicants }
      if !line.ipc.isEmpty { ipc = line.ipc }
      address = line.address ?? address
    } else {
      title = title ?? line.title
      if applicants.isEmpty { applicants = line.applicants }
      if ipc.isEmpty { ipc = line.ipc }
      address = address ?? line.address
    }
    filedOn = filedOn ?? line.filedOn
    grantedOn = grantedOn ?? line.grantedOn
    legalStatus = line.legalStatus ?? legalStatus
  }

  fileprivate mutating func take(_ sayings: [PatentExtra], of names: Set<String>) {
    for saying in sayings where names.contains(saying.name) { said[saying.name] = saying.value }
  }
}

/// A publication of an invention.
private struct InventionLine {
  let patent: ID<Patent>
  let number: ApplicationNumber
  let title: String?
  let applicants: [String]
  let ipc: [String]
  let filedOn: Day?
  let grantedOn: Day?
  let address: String?
  let legalStatus: String?

  static let columns: SQL = """
    id, application_number, title, applicants, ipc, filing_day, grant_day, publication_day, publication_number, address,
    legal_status
    """

  /// Nil where the number is none after all.
  init?(row: Row) throws {
    var columns = row.columns
    patent = try columns.id()
    let text = try columns.text()
    guard let number = try? ApplicationNumber(text) else { return nil }
    self.number = number
    title = try columns.optional { try $0.text() }
    applicants = Self.list(try columns.optional { try $0.text() })
    ipc = Self.list(try columns.optional { try $0.text() })
    filedOn = try columns.optional { try $0.text() }.flatMap { Day($0) }
    let granted = try columns.optional { try $0.text() }.flatMap { Day($0) }
    let published = try columns.optional { try $0.text() }.flatMap { Day($0) }
    let publication = try columns.optional { try $0.text() }
    grantedOn = granted ?? (PatentRegister.isGrant(publication: publication) ? published : nil)
    address = try columns.optional { try $0.text() }
    legalStatus = try columns.optional { try $0.text() }
    try columns.end()
  }

  private static func list(_ text: String?) -> [String] {
    text?.split(separator: "\n").map(String.init) ?? []
  }
}

extension PatentRegister {
  /// Every granted Chinese invention, or one application, in the order of the numbers.
  ///
  /// - Parameters:
  ///   - only: some applications, five hundred at most, granted or not; all granted ones if nil.
  ///   - names: what is wanted of what sources say beside the register's fields.
  /// - Complexity: one pass over the inventions and what was said of them.
  public static func inventions(
    only: [ApplicationNumber]? = nil, saying names: Set<String>, in db: any Reading
  ) throws -> [RegisterInvention] {
    let chosen: SQL = only.map { " AND application_number IN \(SQL.list($0.map(\.description)))" } ?? ""
    let inventions: SQL = "office = 'CN' AND kind = 'invention' AND application_number IS NOT NULL\(chosen)"
    var (found, places): ([RegisterInvention], [ID<Patent>: Int]) = ([], [:])
    try db.forEach(
      "SELECT \(InventionLine.columns) FROM patents WHERE \(inventions) ORDER BY application_number, id"
    ) { row in
      guard let line = try InventionLine(row: row) else { return }
      if found.last?.number == line.number { found[found.count - 1].take(line) } else { found.append(.init(line)) }
      places[line.patent] = found.count - 1
    }
    try db.forEach(
      """
      SELECT s.patent, y.said FROM patent_sources AS s
      JOIN patent_sayings AS y ON y.file = s.file AND y.line = s.line
      WHERE s.patent IN (SELECT id FROM patents WHERE \(inventions)) ORDER BY s.entry, s.file, s.line
      """
    ) { row in
      var columns = row.columns
      let patent: ID<Patent> = try columns.id()
      let text = try columns.text()
      guard let place = places[patent] else { return }
      found[place].take(try SayingText.sayings(text, named: names), of: names)
    }
    return only == nil ? found.filter { $0.grantedOn != nil } : found
  }

  /// The application that a document of the register belongs to; nil for none and for one of another office.
  public static func application(of patent: ID<Patent>, in db: any Reading) throws -> ApplicationNumber? {
    guard let row = try db.row("SELECT application_number FROM patents WHERE id = \(patent) AND office = 'CN'") else {
      return nil
    }
    var columns = row.columns
    return try columns.optional { try $0.text() }.flatMap { try? ApplicationNumber($0) }
  }

  /// Documents by their publication numbers, as far as the register has them.
  public static func documents(
    _ numbers: some Collection<PublicationNumber>, in db: any Reading
  ) throws -> [PublicationNumber: (patent: ID<Patent>, publishedOn: Day?)] {
    var found: [PublicationNumber: (patent: ID<Patent>, publishedOn: Day?)] = [:]
    let byIdentity = Dictionary(numbers.map { ("P:" + $0.description, $0) }, uniquingKeysWith: { first, _ in first })
    for chunk in byIdentity.keys.sorted().chunks(of: 500) {
      let rows = try db.rows("SELECT identity, id, publication_day FROM patents WHERE identity IN \(SQL.list(chunk))")
      for row in rows {
        var columns = row.columns
        guard let number = byIdentity[try columns.text()] else { continue }
        found[number] = (try columns.id(), try columns.optional { try $0.text() }.flatMap { Day($0) })
      }
    }
    return found
  }
}
