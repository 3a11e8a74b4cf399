import Kernel
import Markup
import Patents
import PatentsStore

/// Every address of the patent pages; views link through it, so no link can go stale.
enum PatentPath {
  static let list = Link("/patents")
  static let imports = Link("/imports")
  static let newImport = Link("/imports/new")
  static let terms = Link("/imports/terms")
  static let mappings = Link("/imports/mappings")
  static let order = Link("/imports/order")
  static let applyOrder = Link("/imports/order/apply")

  static func list(_ filter: PatentFilter, after cursor: PatentCursor? = nil) -> Link {
    var query: [(String, String)] = []
    if let kind = filter.kind { query.append(("kind", kind)) }
    if let year = filter.year { query.append(("year", "\(year)")) }
    if let section = filter.section { query.append(("section", section)) }
    if let province = filter.province { query.append(("province", province)) }
    if let applicant = filter.applicant { query.append(("applicant", "\(applicant)")) }
    if let text = filter.text { query.append(("q", text)) }
    if let cursor { query.append(("after", cursor.text)) }
    return Link("/patents", query: query)
  }

  static func show(_ id: ID<Patent>) -> Link { Link("/patents/\(id)") }
  static func merge(_ id: ID<Patent>) -> Link { Link("/patents/\(id)/merge") }
  static func show(_ id: ID<PatentImport>) -> Link { Link("/imports/\(id)") }
  static func notes(_ id: ID<PatentImport>, after note: ImportNote) -> Link {
    Link("/imports/\(id)", query: [("after", "\(note.line)"), ("place", "\(note.place)")], fragment: "notes")
  }
  static func row(_ row: Int, of id: ID<PatentImport>) -> Link { Link("/imports/\(id)/rows/\(row)") }
  static func report(_ id: ID<PatentImport>) -> Link { Link("/imports/\(id)/report.csv") }
  static func withdraw(_ id: ID<PatentImport>) -> Link { Link("/imports/\(id)/withdraw") }
  static func upload(_ sha256: String) -> Link { Link("/imports/uploads/\(sha256)") }
  static func columns(_ sha256: String) -> Link { Link("/imports/uploads/\(sha256)/columns") }
  static func mapping(_ id: ID<KeptMapping>) -> Link { Link("/imports/mappings/\(id)") }
  static func withdrawMapping(_ id: ID<KeptMapping>) -> Link { Link("/imports/mappings/\(id)/withdraw") }
  static func rule(_ id: String) -> Link { Link("/rules/\(id)") }
  static func history(_ table: String, _ key: Int64) -> Link { Link("/journal/records/\(table)/\(ID<Patent>(key))") }
  static func entry(_ number: Int64) -> Link { Link("/journal/entries/\(number)") }
  static func parties(_ text: String) -> Link { Link("/parties", query: [("q", text)]) }
  static func party(_ id: String) -> Link { Link("/parties/\(id)") }
}
