import JournalStore
import Kernel
import Parties
import PartiesStore
import Patents
import PatentFormats
import Storage

/// Some rows of a file on their way into the register, inside one transaction and one journal entry.
struct ImportBatch {
  private let run: PatentImport
  private let precedence: Int
  private let known: Set<Int>
  private let world: World
  private var patents: [PatentIdentity: WorkingPatent]
  private(set) var counts = ImportCounts()
  private var sources: [PatentSource] = []
  private var notes: [ImportNote] = []

  private struct WorkingPatent {
    var patent: Patent
    let original: Patent?
    var rowHashes: Set<Int64> = []
  }

  /// Reads what the register knows about `rows`.
  init(_ rows: [PreparedRow], of run: PatentImport, precedence: Int, world: World, in db: any Reading) throws {
    self.run = run
    self.precedence = precedence
    self.world = world
    let identities = Set(rows.compactMap(\.identity))
    patents = Dictionary(
      uniqueKeysWithValues: try PatentRows.find(Array(identities), in: db).map {
        ($0.identity, WorkingPatent(patent: $0, original: $0))
      })
    known =
      if let first = rows.first, let last = rows.last {
        try ImportRows.knownLines(first.line...last.line, of: run.file, in: db)
      } else { [] }
  }

  /// Decides what each row does.
  mutating func take(_ rows: [PreparedRow], in db: any Reading) throws {
    for row in rows {
      counts.rows += 1
      switch row.content {
      case .rejected(let rejection):
        counts.rejected += 1
        if !known.contains(row.line) { note(rejection, on: row.line) }
      case .facts(let facts, let identity, let rowHash, let repairs):
        if !repairs.isEmpty { counts.repaired += 1 }
        guard !known.contains(row.line) else {
          counts.unchanged += 1
          continue
        }
        note(repairs, on: row.line)
        try place(facts, as: identity, rowHash: rowHash, from: row.line, in: db)
      }
    }
  }

  private mutating func place(
    _ facts: PatentFacts, as identity: PatentIdentity, rowHash: Int64, from line: Int, in db: any Reading
  ) throws {
    guard var working = patents[identity] else {
      let patent = Patent(id: world.newID(), identity: identity, facts: facts, precedence: precedence, revision: 0)
      patents[identity] = WorkingPatent(patent: patent, original: nil, rowHashes: [rowHash])
      trace(.new, of: patent.id, rowHash: rowHash, line: line, fields: facts.spoken)
      return
    }
    let merge = PatentMerge(
      working.patent.facts, precedence: working.patent.precedence, with: facts, precedence: precedence)
    let isSeen =
      try working.rowHashes.contains(rowHash)
      || working.original.map { try ImportRows.hasSource($0.id, rowHash: rowHash, in: db) } == true
    guard !merge.before.isEmpty, !isSeen else {
      trace(.unchanged, of: working.patent.id, rowHash: rowHash, line: line, fields: [])
      return
    }
    let precedenceBefore = working.patent.precedence
    working.patent.facts = merge.merged
    working.patent.precedence = max(precedenceBefore, precedence)
    working.rowHashes.insert(rowHash)
    patents[identity] = working
    trace(
      .updated, of: working.patent.id, rowHash: rowHash, line: line, fields: merge.before.keys.map { $0 },
      before: merge.before, precedenceBefore: precedenceBefore)
  }

  private mutating func trace(
    _ effect: RowEffect, of patent: ID<Patent>, rowHash: Int64, line: Int, fields: [PatentField],
    before: [PatentField: String?] = [:], precedenceBefore: Int? = nil
  ) {
    switch effect {
    case .new: counts.new += 1
    case .updated: counts.updated += 1
    case .unchanged: counts.unchanged += 1
    }
    sources.append(
      PatentSource(
        file: run.file, line: line, patent: patent, run: run.id, effect: effect, rowHash: rowHash, before: before,
        precedenceBefore: precedenceBefore, fields: fields))
  }

  private mutating func note(_ rejection: Rejection, on line: Int) {
    notes.append(
      ImportNote(
        file: run.file, line: line, place: 0, run: run.id, sort: .rejected, code: rejection.code,
        phrase: rejection.phrase, field: nil, original: rejection.original))
  }

  private mutating func note(_ repairs: [Repair], on line: Int) {
    for (place, repair) in repairs.enumerated() {
      notes.append(
        ImportNote(
          file: run.file, line: line, place: place + 1, run: run.id, sort: .repaired, code: repair.code,
          phrase: repair.phrase, field: repair.field, original: repair.original))
    }
  }

  /// Writes what was decided.
  func write(by recording: Recording, names: inout NameBook, in db: any Writing) throws {
    let changed = patents.values.filter { $0.original != $0.patent }.sorted { $0.patent.id < $1.patent.id }
    try names.learn(changed.lazy.flatMap { $0.patent.facts.partyTexts.map(\.text) }, by: recording, in: db)
    try names.learn(changed.lazy.flatMap { $0.original?.facts.partyTexts.map(\.text) ?? [] }, by: recording, in: db)
    let new = changed.filter { $0.original == nil }.map(\.patent)
    try recording.insert(new.map(PatentRows.values), into: .patents)
    for working in changed {
      guard let original = working.original else { continue }
      try recording.update(PatentRows.values(working.patent), in: .patents, seen: original.revision)
    }
    try recording.insert(try sources.map(ImportRows.values), into: .patentSources)
    try recording.insert(notes.map(ImportRows.values), into: .importNotes)
    try link(changed, names: names, in: db)
  }

  private func link(_ changed: [WorkingPatent], names: NameBook, in db: any Writing) throws {
    var rows: [[SQLValue]] = []
    for working in changed {
      let now = Set(working.patent.facts.names(in: names))
      let then = Set(working.original?.facts.names(in: names) ?? [])
      for gone in then.subtracting(now) { try PatentRows.deleteName(gone, of: working.patent.id, in: db) }
      rows += PatentRows.nameValues(working.patent, Array(now.subtracting(then)))
    }
    try PatentRows.insertNames(rows, in: db)
  }
}

extension PreparedRow {
  var identity: PatentIdentity? {
    switch content {
    case .facts(_, let identity, _, _): identity
    case .rejected: nil
    }
  }
}

extension PatentFacts {
  /// The fields that say something.
  var spoken: [PatentField] { PatentField.allCases.filter { self[$0] != nil } }

  /// The spellings of parties on the patent, with role and place.
  var partyTexts: [(text: String, role: PatentRole, place: Int)] {
    list(.applicants).enumerated().map { ($1, .applicant, $0) }
      + list(.agency).enumerated().map { ($1, .agency, $0) }
  }

  func names(in book: NameBook) -> [PatentName] {
    partyTexts.compactMap { text, role, place in
      book.id(of: text).map { PatentName(name: $0, role: role, place: place) }
    }
  }
}
