import JournalStore
import Kernel
import Parties
import PartiesStore
import Patents
import Storage

/// The SQL of a withdrawal.
enum WithdrawRows {
  /// The rows of the run; by the file they lie together.
  static func traces(of run: PatentImport) -> SQL { "file = \(run.file) AND run = \(run.id)" }

  /// The patents that the run created.
  static func newPatents(of run: PatentImport) -> SQL {
    "SELECT patent FROM patent_sources WHERE \(traces(of: run)) AND effect = 'new'"
  }

  /// How many patents that the run brought or changed are spoken of by rows of another run that came later.
  ///
  /// Documents merged by hand bring their rows along, so a merge counts, too.
  static func restedUpon(_ run: PatentImport, in db: any Reading) throws -> Int {
    try db.count(
      """
      SELECT count(DISTINCT s.patent)
      FROM patent_sources AS s JOIN patent_sources AS other ON other.patent = s.patent
      WHERE s.file = \(run.file) AND s.run = \(run.id) AND s.effect <> 'unchanged' AND other.run <> \(run.id)
        AND (s.effect = 'new' OR (other.entry, other.run) > (s.entry, s.run))
      """)
  }

  /// Gives each patent that the run updated, but did not create, its earlier values back, the newest update first.
  static func undoUpdates(
    of run: PatentImport, world: World, by recording: Recording, in db: any Writing
  ) throws {
    try db.forEach(
      """
      SELECT file, line, patent, run, effect, row_hash, fields, before, precedence_before FROM patent_sources
      WHERE \(traces(of: run)) AND effect = 'updated' AND patent NOT IN (\(newPatents(of: run)))
      ORDER BY patent, line DESC
      """
    ) { row in
      let source = try PatentSource(row: row)
      guard var patent = try PatentRows.find(source.patent, in: db) else { return }
      let then = try PatentRows.names(of: patent, in: db)
      patent.facts = PatentMerge.undone(patent.facts, source.before)
      patent.precedence = source.precedenceBefore ?? patent.precedence
      try recording.update(PatentRows.values(patent), in: .patents)
      try PatentRows.link(patent, instead: then, in: db)
    }
  }

  static func deleteNames(ofNewPatentsOf run: PatentImport, in db: any Writing) throws {
    try db.run("DELETE FROM patent_names WHERE patent IN (\(newPatents(of: run)))")
  }
}

extension PatentRows {
  /// The spellings on a patent, by its own text.
  static func names(of patent: Patent, in db: any Reading) throws -> [PatentName] {
    let texts = patent.facts.partyTexts
    guard !texts.isEmpty else { return [] }
    var ids: [String: ID<PartyName>] = [:]
    for row in try db.rows("SELECT text, id FROM party_names WHERE text IN \(SQL.list(texts.map(\.text)))") {
      var columns = row.columns
      ids[try columns.text()] = try columns.id()
    }
    return texts.compactMap { text in
      ids[text.text].map { PatentName(name: $0, role: text.role, place: text.place) }
    }
  }

  /// Lets the parties find a changed patent by the names it has now; all of them are known spellings.
  static func link(_ patent: Patent, instead then: [PatentName], in db: any Writing) throws {
    let now = try names(of: patent, in: db)
    for gone in then where !now.contains(gone) { try deleteName(gone, of: patent.id, in: db) }
    try insertNames(nameValues(patent.id, now.filter { !then.contains($0) }), in: db)
  }

  /// The parties that the applicants' spellings belong to today, in the order of the list.
  static func applicants(of patent: Patent, in db: any Reading) throws -> [ID<Party>] {
    try names(of: patent, in: db).filter { $0.role == .applicant }.compactMap { name in
      try db.row("SELECT party FROM party_names WHERE id = \(name.name)").map { row in
        var columns = row.columns
        return try columns.id()
      }
    }
  }
}
