import JournalStore
import Kernel
import Parties
import Storage

/// The only SQL that knows `parties` and `party_names`.
enum PartyRows {
  private static let columns: SQL = "id, name, sort_key, kind, code, merged_into, entry"

  static func find(_ id: ID<Party>, in db: any Reading) throws -> Party? {
    try db.row("SELECT \(columns) FROM parties WHERE id = \(id)").map(Party.init(row:))
  }

  /// Parties in the order of their names, after `last`.
  static func page(after last: Party?, limit: Int, in db: any Reading) throws -> [Party] {
    let later: SQL = if let last { "AND (sort_key, id) > (\(last.sortKey), \(last.id))" } else { "" }
    return try db.rows(
      """
      SELECT \(columns) FROM parties WHERE merged_into IS NULL \(later)
      ORDER BY sort_key, id LIMIT \(limit)
      """
    ).map(Party.init(row:))
  }

  /// Parties in the order of their names, after `last`, with `part` in one of their spellings.
  static func page(
    _ spellings: TextScan, containing part: String, after last: Party?, limit: Int, in db: any Reading
  ) throws -> [Party] {
    let isLater = last.map { last in
      { (place: TextScan.Place) in place.isBehind(key: last.sortKey, id: last.id.number) }
    }
    let found = spellings.find(foldedName(part), limit: limit, countedTo: 0, isLater: isLater)
    return try db.rows("SELECT \(columns) FROM parties WHERE id IN \(SQL.list(found.ids)) ORDER BY sort_key, id")
      .map(Party.init(row:))
  }

  /// The folded spellings of all parties, in the order of the parties' names.
  static func spellings(in db: any Reading) throws -> TextScan {
    var spellings = TextScan()
    try db.forEach(
      """
      SELECT parties.sort_key, parties.id, party_names.folded FROM parties JOIN party_names ON party = parties.id
      WHERE merged_into IS NULL ORDER BY parties.sort_key, parties.id
      """
    ) { row in
      var columns = row.columns
      let place = try TextScan.Place(key: columns.text(), id: columns.integer())
      spellings.append(try columns.text(), at: place)
    }
    return spellings
  }

  /// The spellings that are not the name of their party, by text.
  static func variants(in db: any Reading) throws -> [String: PartySpelling] {
    var variants: [String: PartySpelling] = [:]
    try db.forEach(
      """
      SELECT party_names.text, parties.name, CASE WHEN party_names.home <> party_names.party THEN 1 ELSE 0 END
      FROM party_names JOIN parties ON party_names.party = parties.id WHERE party_names.text <> parties.name
      """
    ) { row in
      var columns = row.columns
      let text = try columns.text()
      variants[text] = PartySpelling(name: try columns.text(), isByHand: try columns.bool())
    }
    return variants
  }

  static func names(of party: ID<Party>, in db: any Reading) throws -> [PartyName] {
    try names("party = \(party)", in: db)
  }

  static func namesAtHome(in home: ID<Party>, in db: any Reading) throws -> [PartyName] {
    try names("home = \(home)", in: db)
  }

  private static func names(_ condition: SQL, in db: any Reading) throws -> [PartyName] {
    try db.rows("SELECT id, text, home, party FROM party_names WHERE \(condition) ORDER BY text").map { row in
      var columns = row.columns
      return try PartyName(id: columns.id(), text: columns.text(), home: columns.id(), party: columns.id())
    }
  }

  static func mergedInto(_ party: ID<Party>, in db: any Reading) throws -> [Party] {
    try db.rows("SELECT \(columns) FROM parties WHERE merged_into = \(party) ORDER BY sort_key, id")
      .map(Party.init(row:))
  }

  /// The party and all that were merged into it, directly or through another.
  static func lineage(of party: ID<Party>, in db: any Reading) throws -> [ID<Party>] {
    try [party] + mergedInto(party, in: db).flatMap { try lineage(of: $0.id, in: db) }
  }

  /// The ids of those of `texts` that are known spellings.
  static func known(_ texts: [String], in db: any Reading) throws -> [(text: String, id: ID<PartyName>)] {
    var found: [(text: String, id: ID<PartyName>)] = []
    try eachChunk(of: texts) { chunk in
      for row in try db.rows("SELECT text, id FROM party_names WHERE text IN \(SQL.list(chunk))") {
        var columns = row.columns
        found.append((try columns.text(), try columns.id()))
      }
    }
    return found
  }

  /// The parties that spellings with these folded forms belong to today, the oldest spelling last.
  static func parties(ofFolded forms: [String], in db: any Reading) throws -> [(form: String, party: ID<Party>)] {
    var found: [(form: String, party: ID<Party>)] = []
    try eachChunk(of: forms) { chunk in
      for row in try db.rows(
        "SELECT folded, party FROM party_names WHERE folded IN \(SQL.list(chunk)) ORDER BY id DESC")
      {
        var columns = row.columns
        found.append((try columns.text(), try columns.id()))
      }
    }
    return found
  }

  static func values(_ party: Party) -> [SQLValue] {
    [
      party.id.sqlValue, .text(party.name), .text(party.sortKey), .text(party.kind.rawValue),
      (party.code?.description).sqlValue, party.mergedInto.sqlValue,
    ]
  }

  static func values(_ name: PartyName) -> [SQLValue] { values(name, folded: foldedName(name.text)) }

  static func values(_ name: PartyName, folded: String) -> [SQLValue] {
    [name.id.sqlValue, .text(name.text), .text(folded), name.home.sqlValue, name.party.sqlValue]
  }

  /// Equal chunk sizes keep the number of different statements, and so of prepared ones, small.
  private static func eachChunk(of texts: [String], _ work: ([String]) throws -> Void) throws {
    for chunk in texts.chunks(of: 500) {
      try work(chunk + Array(repeating: chunk[0], count: 500 - chunk.count))
    }
  }
}

extension Party {
  fileprivate init(row: Row) throws {
    var columns = row.columns
    try self.init(
      id: columns.id(), name: columns.text(), sortKey: columns.text(), kind: columns.value(),
      code: columns.optional { try SocialCreditCode($0.text()) }, mergedInto: columns.optional { try $0.id() },
      revision: columns.integer())
    try columns.end()
  }
}
