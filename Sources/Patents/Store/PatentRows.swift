import JournalStore
import Kernel
import Parties
import Patents
import Storage

/// The only SQL that knows `patents` and `patent_names`.
enum PatentRows {
  static let columns: SQL =
    "id, identity, \(.joined(PatentField.allCases.map { SQL(name: $0.rawValue) }, by: ", ")), precedence, entry"

  static func find(_ id: ID<Patent>, in db: any Reading) throws -> Patent? {
    try db.row("SELECT \(columns) FROM patents WHERE id = \(id)").map(Patent.init(row:))
  }

  static func find(_ identities: [PatentIdentity], in db: any Reading) throws -> [Patent] {
    var found: [Patent] = []
    for chunk in identities.map(\.text).chunks(of: 500) {
      let padded = chunk + Array(repeating: chunk[0], count: 500 - chunk.count)
      found += try db.rows("SELECT \(columns) FROM patents WHERE identity IN \(SQL.list(padded))")
        .map(Patent.init(row:))
    }
    return found
  }

  static func values(_ patent: Patent) -> [SQLValue] {
    var values: [SQLValue] = []
    // With room for what a recording adds.
    values.reserveCapacity(PatentField.allCases.count + 7)
    values.append(patent.id.sqlValue)
    values.append(.text(patent.identity.text))
    for value in patent.facts.values { values.append(value.map { .text($0) } ?? .null) }
    values.append(patent.precedence.sqlValue)
    values.append(.text(patent.facts.sortDay))
    values.append(patent.facts.section.sqlValue)
    return values
  }

  /// The derived rows that let a party find its patents.
  static func nameValues(_ patent: ID<Patent>, _ names: [PatentName]) -> [[SQLValue]] {
    names.map { [$0.name.sqlValue, $0.role.rawValue.sqlValue, patent.sqlValue, $0.place.sqlValue] }
  }

  static func insertNames(_ rows: [[SQLValue]], in db: any Writing) throws {
    try db.insert(
      rows, into: "patent_names", columns: ["name", "role", "patent", "place"],
      onConflict: "ON CONFLICT DO NOTHING")
  }

  static func deleteName(_ name: PatentName, of patent: ID<Patent>, in db: any Writing) throws {
    try db.run(
      """
      DELETE FROM patent_names
      WHERE name = \(name.name) AND role = \(name.role.rawValue) AND patent = \(patent) AND place = \(name.place)
      """)
  }
}

/// A name on a patent: which spelling, in which role, at which place of the list.
struct PatentName: Hashable {
  let name: ID<PartyName>
  let role: PatentRole
  let place: Int
}

/// In which role a party stands on a patent.
enum PatentRole: Int, CaseIterable {
  case applicant = 1
  case agency = 2
}

extension Patent {
  init(row: Row) throws {
    var columns = row.columns
    let id: ID<Patent> = try columns.id()
    let identity = PatentIdentity(text: try columns.text())
    var facts = PatentFacts()
    for field in PatentField.allCases { facts[field] = try columns.optional { try $0.text() } }
    try self.init(
      id: id, identity: identity, facts: facts, precedence: columns.int(), revision: columns.integer())
    try columns.end()
  }
}
