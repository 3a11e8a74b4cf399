import JournalStore
import Kernel
import PatentFormats
import Patents
import Storage

/// Some patents on their way into another order of sources.
struct ReorderBatch {
  private(set) var looked = 0
  private(set) var changed = 0
  private(set) var kept = 0
  private let ranks: SourceRanks

  init(_ ranks: SourceRanks) { self.ranks = ranks }

  /// Computes the patents with `ids` anew and writes what is different.
  mutating func take(_ ids: [Int64], by recording: Recording, in db: any Writing) throws {
    let patents = try ReorderRows.patents(ids, in: db)
    let sources = try ReorderRows.sources(ids, in: db)
    let several = ids.filter { sources[$0]?.count ?? 0 > 1 }
    let said = try ReorderRows.sayings(several, in: db)
    for patent in patents {
      looked += 1
      try take(patent, sources[patent.id.number] ?? [], said, by: recording, in: db)
    }
  }

  private mutating func take(
    _ patent: Patent, _ rows: [RankedSource], _ said: [SourcePlace: [PatentExtra]], by recording: Recording,
    in db: any Writing
  ) throws {
    let notes = rows.map { said[SourcePlace(file: $0.source.file, line: $0.source.line)] ?? [] }
    let beside = notes.map(PatentTestimony.Beside.init)
    let sources = rows.map(\.source)
    let words = PatentTestimony.words(of: sources, beside: beside, now: patent.facts)
    let testimonies = zip(rows, words).map { row, words in
      PatentTestimony(row.source, words: words, rank: ranks[row.format] ?? 0)
    }
    var patent = patent
    guard sources.areInOrder, let replay = PatentReplay(testimonies, noted: beside) else {
      if rows.count > 1 { kept += 1 }
      // What was merged in by hand fills gaps only, however high it ranks.
      let own = testimonies.enumerated().filter { $0 == 0 || $1.source.effect == .updated }
      patent.precedence = own.map(\.element.rank).max() ?? patent.precedence
      try recording.update(PatentRows.values(patent), in: .patents)
      return
    }
    let then = try patent.facts == replay.facts ? nil : PatentRows.names(of: patent, in: db)
    (patent.facts, patent.precedence) = (replay.facts, replay.precedence)
    try recording.update(PatentRows.values(patent), in: .patents)
    guard let then else { return try write(replay, instead: sources, notes, beside, by: recording) }
    changed += 1
    try PatentRows.link(patent, instead: then, in: db)
    try write(replay, instead: sources, notes, beside, by: recording)
  }

  /// Rows are found in the order in which they were written: all behind the first are written anew, or none.
  private func write(
    _ replay: PatentReplay, instead sources: [PatentSource], _ notes: [[PatentExtra]],
    _ beside: [PatentTestimony.Beside], by recording: Recording
  ) throws {
    if replay.sources != sources {
      for source in sources.dropFirst() {
        try recording.delete([source.file.sqlValue, source.line.sqlValue], from: .patentSources)
      }
      try recording.insert(try replay.sources.dropFirst().map(ImportRows.values), into: .patentSources)
    }
    for place in sources.indices.dropFirst() where replay.beside[place] != beside[place] {
      let said = notes[place].filter { !$0.isBeside } + replay.beside[place].extras
      let values = SayingRows.values(said, of: sources[place])
      if notes[place].isEmpty {
        try recording.insert(values, into: .patentSayings)
      } else {
        try recording.update(values, in: .patentSayings)
      }
    }
  }
}

/// A row with the format of its file.
struct RankedSource {
  let source: PatentSource
  let format: String
}

extension [PatentSource] {
  /// Whether they stand as imports came and as these read their rows: else rows of imports that ran at once, or documents
  /// merged by hand, would be heard in another order when they are written anew.
  fileprivate var areInOrder: Bool {
    zip(dropFirst(), dropFirst(2)).allSatisfy { ($0.run, $0.line) <= ($1.run, $1.line) }
  }
}

/// The SQL of a computation by another order.
enum ReorderRows {
  static func ids(after last: Int64, limit: Int, in db: any Reading) throws -> [Int64] {
    try db.rows("SELECT id FROM patents WHERE id > \(last) ORDER BY id LIMIT \(limit)").map { row in
      var columns = row.columns
      return try columns.integer()
    }
  }

  static func patents(_ ids: [Int64], in db: any Reading) throws -> [Patent] {
    try db.rows("SELECT \(PatentRows.columns) FROM patents WHERE id IN \(SQL.list(ids)) ORDER BY id")
      .map(Patent.init(row:))
  }

  /// In the order in which they came.
  static func sources(_ ids: [Int64], in db: any Reading) throws -> [Int64: [RankedSource]] {
    var found: [Int64: [RankedSource]] = [:]
    try db.forEach(
      """
      SELECT f.format, s.file, s.line, s.patent, s.run, s.effect, s.row_hash, s.fields, s.before, s.precedence_before
      FROM patent_sources AS s JOIN patent_files AS f ON f.id = s.file
      WHERE s.patent IN \(SQL.list(ids)) ORDER BY s.patent, s.entry, s.run, s.line
      """
    ) { row in
      guard case .text(let format)? = row.values.first else {
        throw RowFault(column: 0, wanted: "text", found: row.values.first)
      }
      let source = try PatentSource(row: Row(Array(row.values.dropFirst())))
      found[source.patent.number, default: []].append(RankedSource(source: source, format: format))
    }
    return found
  }

  static func sayings(_ ids: [Int64], in db: any Reading) throws -> [SourcePlace: [PatentExtra]] {
    var found: [SourcePlace: [PatentExtra]] = [:]
    guard !ids.isEmpty else { return found }
    try db.forEach(
      """
      SELECT y.file, y.line, y.said FROM patent_sources AS s
      JOIN patent_sayings AS y ON y.file = s.file AND y.line = s.line WHERE s.patent IN \(SQL.list(ids))
      """
    ) { row in
      var columns = row.columns
      let place = SourcePlace(file: try columns.id(), line: try columns.int())
      found[place] = try SayingText.sayings(columns.text())
      try columns.end()
    }
    return found
  }

  /// Gives the records of trademarks behind `last` the ranks of their sources.
  ///
  /// - Returns: how many changed, and where the next ones begin; nil at the end.
  static func rankMarks(
    after last: SourcePlace, limit: Int, by ranks: SourceRanks, _ recording: Recording, in db: any Writing
  ) throws -> (changed: Int, next: SourcePlace?) {
    let table = RecordTable.trademarks
    let columns = SQL.joined(table.columns.map { name -> SQL in "t.\(SQL(name: name))" }, by: ", ")
    let rows = try db.rows(
      """
      SELECT f.format, \(columns) FROM trademarks AS t JOIN patent_files AS f ON f.id = t.file
      WHERE (t.file, t.line) > (\(last.file), \(last.line)) ORDER BY t.file, t.line LIMIT \(limit)
      """)
    var (changed, next): (Int, SourcePlace?) = (0, nil)
    for row in rows {
      var columns = row.columns
      let format = try columns.text()
      next = SourcePlace(file: try columns.id(), line: try columns.int())
      guard let rank = ranks[format] else { continue }
      let values = Array(row.values.dropFirst().dropLast()) + [rank.sqlValue]
      if try recording.update(values, in: table) { changed += 1 }
    }
    return (changed, rows.count == limit ? next : nil)
  }
}
