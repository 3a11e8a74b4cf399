import JournalStore
import Kernel
import Parties
import PartiesStore
import PatentFormats
import Patents
import Storage

/// Some rows of a file on their way into the register, inside one transaction and one journal entry.
struct ImportBatch {
  private let run: PatentImport
  private let precedence: Int
  private let known: KnownLines
  private let world: World
  private var working: [WorkingPatent]
  private var places: [PatentIdentity: Int]
  private(set) var counts = ImportCounts()
  /// What the row at hand says of fields that it did not change.
  private var beside: [PatentExtra] = []
  private var sources: [PatentSource] = []
  private var notes: [ImportNote] = []
  private var sayings: [(said: [PatentExtra], source: Int)] = []
  private var trademarks: [[SQLValue]] = []
  private var knownMarks: Set<String>
  private let takenMarks: Set<Int>

  /// Rows made and written at a time: what was just made is still at hand for the processor.
  private static let chunk = 128

  private struct WorkingPatent {
    var patent: Patent
    let original: Patent?
    var rowHashes: Set<Int64> = []
    var isChanged: Bool
  }

  /// Reads what the register knows about `rows`.
  init(_ rows: [PreparedRow], of run: PatentImport, precedence: Int, world: World, in db: any Reading) throws {
    self.run = run
    self.precedence = precedence
    self.world = world
    // In the order of the index, so that neighbours are found on one page.
    let identities = Set(rows.compactMap { $0.identity }).sorted { $0.text < $1.text }
    working = try PatentRows.find(identities, in: db).map {
      WorkingPatent(patent: $0, original: $0, isChanged: false)
    }
    places = Dictionary(uniqueKeysWithValues: working.enumerated().map { ($1.patent.identity, $0) })
    known =
      if let first = rows.first, let last = rows.last {
        try ImportRows.knownLines(first.line...last.line, of: run.file, in: db)
      } else { KnownLines() }
    let marks = Set(rows.compactMap(\.markIdentity)).sorted()
    knownMarks = try TrademarkRows.known(marks, in: db)
    takenMarks =
      if let first = rows.first, let last = rows.last, !marks.isEmpty {
        try TrademarkRows.takenLines(first.line...last.line, of: run.file, in: db)
      } else { [] }
    sources.reserveCapacity(rows.count)
  }

  /// Decides what each row does.
  mutating func take(_ rows: [PreparedRow], in db: any Reading) throws {
    for place in rows.indices {
      // Where it lies: a copy of a row is a copy of all its texts' owners.
      let line = rows[place].line
      counts.rows += 1
      switch rows[place].content {
      case .rejected(let rejection):
        counts.rejected += 1
        if !known.rejected.contains(line) { note(rejection, on: line) }
      case .trademark(let mark, let identity, let repairs):
        if !repairs.isEmpty { counts.repaired += 1 }
        take(mark, identity, repairs, line: line)
      case .facts(let facts, let identity, let repairs, let said):
        if !repairs.isEmpty { counts.repaired += 1 }
        guard !known.taken.contains(line) else {
          counts.unchanged += 1
          continue
        }
        note(repairs, on: line)
        try self.place(facts, as: identity, rowHash: rows[place].hash, from: line, in: db)
        keep(said)
      }
    }
  }

  /// Each file's record of a mark is kept by itself.
  private mutating func take(_ mark: TrademarkRecord, _ identity: String, _ repairs: [Repair], line: Int) {
    guard !takenMarks.contains(line) else {
      counts.unchanged += 1
      return
    }
    note(repairs, on: line)
    if knownMarks.insert(identity).inserted { counts.new += 1 } else { counts.updated += 1 }
    trademarks.append(
      TrademarkRows.values(mark, identity: identity, file: run.file, line: line, run: run.id, precedence: precedence))
  }

  /// What the row that was just placed says beyond the fields, and what it says of them otherwise than the register.
  private mutating func keep(_ said: [PatentExtra]) {
    let all = beside.isEmpty ? said : said + beside
    beside = []
    if !all.isEmpty, !sources.isEmpty { sayings.append((all, sources.count - 1)) }
  }

  private mutating func place(
    _ facts: PatentFacts, as identity: PatentIdentity, rowHash: Int64, from line: Int, in db: any Reading
  ) throws {
    guard let place = places[identity] else {
      let patent = Patent(id: world.newID(), identity: identity, facts: facts, precedence: precedence, revision: 0)
      places[identity] = working.count
      working.append(WorkingPatent(patent: patent, original: nil, rowHashes: [rowHash], isChanged: true))
      trace(.new, of: patent.id, rowHash: rowHash, line: line, fields: facts.spoken)
      return
    }
    let current = working[place].patent
    let merge = PatentMerge(current.facts, precedence: current.precedence, with: facts, precedence: precedence)
    beside = merge.beside(facts).extras
    guard try !merge.before.isEmpty && !isSeen(rowHash, on: working[place], in: db) else {
      trace(.unchanged, of: current.id, rowHash: rowHash, line: line, fields: [])
      return
    }
    working[place].patent.facts = merge.merged
    working[place].patent.precedence = max(current.precedence, precedence)
    working[place].rowHashes.insert(rowHash)
    working[place].isChanged = true
    trace(
      .updated, of: current.id, rowHash: rowHash, line: line, fields: merge.before.keys.map { $0 },
      before: merge.before, precedenceBefore: current.precedence)
  }

  /// Whether the same row, of this or another file, has been taken before.
  private func isSeen(_ rowHash: Int64, on working: WorkingPatent, in db: any Reading) throws -> Bool {
    if working.rowHashes.contains(rowHash) { return true }
    guard let original = working.original else { return false }
    return try ImportRows.hasSource(original.id, rowHash: rowHash, in: db)
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
  func write(by recording: Recording, names: NameBook, in db: any Writing) throws {
    let changed = working.filter { $0.isChanged }
    let now = changed.indices.map { changed[$0].patent.facts.partyTexts }
    let then = changed.indices.map { changed[$0].original?.facts.partyTexts ?? [] }
    try names.learn((now + then).joined().lazy.map { $0.text }, by: recording, in: db)
    let new = changed.indices.filter { changed[$0].original == nil }
    for some in new.chunks(of: Self.chunk) {
      try recording.insert(some.map { PatentRows.values(changed[$0].patent) }, into: .patents)
    }
    for place in changed.indices {
      guard let revision = changed[place].original?.revision else { continue }
      try recording.update(PatentRows.values(changed[place].patent), in: .patents, seen: revision)
    }
    for some in sources.chunks(of: Self.chunk) {
      try recording.insert(try some.map(ImportRows.values), into: .patentSources)
    }
    try recording.insert(notes.map(ImportRows.values), into: .importNotes)
    for some in sayings.chunks(of: Self.chunk) {
      try recording.insert(some.map { SayingRows.values($0.said, of: sources[$0.source]) }, into: .patentSayings)
    }
    try recording.insert(trademarks, into: .trademarks)
    try link(changed, now.map { names.names($0) }, instead: then.map { names.names($0) }, in: db)
  }

  private func link(
    _ changed: [WorkingPatent], _ now: [[PatentName]], instead then: [[PatentName]], in db: any Writing
  ) throws {
    var rows: [[SQLValue]] = []
    for place in changed.indices {
      let (id, now, then) = (changed[place].patent.id, now[place], then[place])
      for gone in then where !now.contains(gone) { try PatentRows.deleteName(gone, of: id, in: db) }
      rows += PatentRows.nameValues(id, then.isEmpty ? now : now.filter { !then.contains($0) })
    }
    try PatentRows.insertNames(rows, in: db)
  }
}

extension PreparedRow {
  var identity: PatentIdentity? {
    switch content {
    case .facts(_, let identity, _, _): identity
    case .rejected, .trademark: nil
    }
  }

  var markIdentity: String? {
    if case .trademark(_, let identity, _) = content { identity } else { nil }
  }
}

/// A spelling on a patent, with role and place in its list.
struct PartyText {
  let text: String
  let role: PatentRole
  let place: Int
}

extension PatentFacts {
  /// The fields that say something.
  var spoken: [PatentField] { PatentField.allCases.filter { speaks(of: $0) } }

  /// The spellings of parties on the patent.
  var partyTexts: [PartyText] {
    list(.applicants).enumerated().map { PartyText(text: $1, role: .applicant, place: $0) }
      + list(.agency).enumerated().map { PartyText(text: $1, role: .agency, place: $0) }
  }
}

extension NameBook {
  func names(_ texts: [PartyText]) -> [PatentName] {
    texts.compactMap { text in
      id(of: text.text).map { PatentName(name: $0, role: text.role, place: text.place) }
    }
  }
}
