import Foundation
import JournalStore
import Kernel
import Patents
import Storage

/// The only SQL that knows `patent_files`, `patent_imports`, `patent_sources` and `import_notes`.
enum ImportRows {
  private static let fileColumns: SQL = "id, hash, name, size, format"
  private static let runColumns: SQL = """
    id, file, started_at, started_by, stage, row_count, new_count, updated_count, unchanged_count, repaired_count,
    rejected_count, entry
    """
  private static let sourceColumns: SQL = "file, line, patent, run, effect, row_hash, fields, before, precedence_before"
  private static let noteColumns: SQL = "file, line, place, run, sort, code, zh, en, field, original"

  static func file(withHash hash: String, in db: any Reading) throws -> PatentFile? {
    try db.row("SELECT \(fileColumns) FROM patent_files WHERE hash = \(hash)").map(PatentFile.init(row:))
  }

  static func file(_ id: ID<PatentFile>, in db: any Reading) throws -> PatentFile? {
    try db.row("SELECT \(fileColumns) FROM patent_files WHERE id = \(id)").map(PatentFile.init(row:))
  }

  static func run(_ id: ID<PatentImport>, in db: any Reading) throws -> PatentImport? {
    try db.row("SELECT \(runColumns) FROM patent_imports WHERE id = \(id)").map(PatentImport.init(row:))
  }

  /// The last run of a file that did not come to its end.
  static func unfinishedRun(of file: ID<PatentFile>, in db: any Reading) throws -> PatentImport? {
    try db.row(
      """
      SELECT \(runColumns) FROM patent_imports
      WHERE file = \(file) AND stage IN ('running', 'stopped') ORDER BY id DESC LIMIT 1
      """
    ).map(PatentImport.init(row:))
  }

  /// Every run of a file, newest first.
  static func runs(of file: ID<PatentFile>, in db: any Reading) throws -> [PatentImport] {
    try db.rows("SELECT \(runColumns) FROM patent_imports WHERE file = \(file) ORDER BY id DESC LIMIT 20")
      .map(PatentImport.init(row:))
  }

  static func runs(before last: ID<PatentImport>?, limit: Int, in db: any Reading) throws -> [PatentImport] {
    let older: SQL = if let last { "WHERE id < \(last)" } else { "" }
    return try db.rows("SELECT \(runColumns) FROM patent_imports \(older) ORDER BY id DESC LIMIT \(limit)")
      .map(PatentImport.init(row:))
  }

  /// The lines among `lines` of a file that left a trace earlier.
  static func knownLines(_ lines: ClosedRange<Int>, of file: ID<PatentFile>, in db: any Reading) throws -> KnownLines {
    let inRange: SQL = "file = \(file) AND line BETWEEN \(lines.lowerBound) AND \(lines.upperBound)"
    let rejected = ImportNote.Sort.rejected.rawValue
    return KnownLines(
      taken: Set(try numbers("SELECT line FROM patent_sources WHERE \(inRange)", in: db)),
      rejected: Set(try numbers("SELECT line FROM import_notes WHERE \(inRange) AND sort = \(rejected)", in: db)))
  }

  private static func numbers(_ sql: SQL, in db: any Reading) throws -> [Int] {
    try db.rows(sql).map { row in
      var columns = row.columns
      return try columns.int()
    }
  }

  static func hasSource(_ patent: ID<Patent>, rowHash: Int64, in db: any Reading) throws -> Bool {
    try db.row("SELECT 1 FROM patent_sources WHERE patent = \(patent) AND row_hash = \(rowHash) LIMIT 1") != nil
  }

  static func sources(of patent: ID<Patent>, in db: any Reading) throws -> [(PatentSource, entry: Int64)] {
    try db.rows(
      "SELECT \(sourceColumns), entry FROM patent_sources WHERE patent = \(patent) ORDER BY entry, run, line"
    )
    .map { row in
      guard case .integer(let entry)? = row.values.last else {
        throw RowFault(column: 9, wanted: "integer", found: nil)
      }
      return (try PatentSource(row: Row(Array(row.values.dropLast()))), entry: entry)
    }
  }

  static func notes(
    of run: ID<PatentImport>, file: ID<PatentFile>, sort: ImportNote.Sort?, after line: Int, place: Int, limit: Int,
    in db: any Reading
  ) throws -> [ImportNote] {
    let sorted: SQL = if let sort { "AND sort = \(sort.rawValue)" } else { "" }
    return try db.rows(
      """
      SELECT \(noteColumns) FROM import_notes
      WHERE file = \(file) AND run = \(run) AND (line, place) > (\(line), \(place)) \(sorted)
      ORDER BY line, place LIMIT \(limit)
      """
    ).map(ImportNote.init(row:))
  }

  static func values(_ file: PatentFile) -> [SQLValue] {
    [file.id.sqlValue, .text(file.hash), .text(file.name), .integer(file.size), .text(file.format)]
  }

  static func values(_ run: PatentImport) -> [SQLValue] {
    let counts = run.counts
    return [
      run.id.sqlValue, run.file.sqlValue, run.startedAt.sqlValue, .integer(run.startedBy), .text(run.stage.rawValue),
      counts.rows.sqlValue, counts.new.sqlValue, counts.updated.sqlValue, counts.unchanged.sqlValue,
      counts.repaired.sqlValue, counts.rejected.sqlValue,
    ]
  }

  static func values(_ source: PatentSource) throws -> [SQLValue] {
    [
      source.file.sqlValue, source.line.sqlValue, source.patent.sqlValue, source.run.sqlValue,
      .text(source.effect.rawValue), .integer(source.rowHash), .integer(FieldMask(source.fields).bits),
      source.before.isEmpty ? .null : .text(try beforeText(source.before)), source.precedenceBefore.sqlValue,
    ]
  }

  static func values(_ note: ImportNote) -> [SQLValue] {
    [
      note.file.sqlValue, note.line.sqlValue, note.place.sqlValue, note.run.sqlValue, .text(note.sort.rawValue),
      .text(note.code), .text(note.phrase.zh), .text(note.phrase.en), note.field.sqlValue, .text(note.original),
    ]
  }

  private static func beforeText(_ before: [PatentField: String?]) throws -> String {
    let named = Dictionary(uniqueKeysWithValues: before.map { ($0.key.rawValue, $0.value) })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(named), as: UTF8.self)
  }
}

/// A set of fields as one number: bit *n* is the *n*th field.
///
/// Stored, so `PatentField` only ever grows at its end.
struct FieldMask {
  let bits: Int64

  init(bits: Int64) { self.bits = bits }

  init(_ fields: some Sequence<PatentField>) { bits = fields.reduce(0) { $0 | Self.bit($1) } }

  var fields: [PatentField] { PatentField.allCases.filter { bits & Self.bit($0) != 0 } }

  private static func bit(_ field: PatentField) -> Int64 { 1 << Int64(field.place) }
}

/// What an earlier run made of some lines of a file.
struct KnownLines {
  var taken: Set<Int> = []
  var rejected: Set<Int> = []
}

extension PatentFile {
  fileprivate init(row: Row) throws {
    var columns = row.columns
    try self.init(
      id: columns.id(), hash: columns.text(), name: columns.text(), size: columns.integer(), format: columns.text())
    try columns.end()
  }
}

extension PatentImport {
  fileprivate init(row: Row) throws {
    var columns = row.columns
    let (id, file): (ID<PatentImport>, ID<PatentFile>) = try (columns.id(), columns.id())
    let (startedAt, startedBy, stage): (Date, Int64, ImportStage) = try (
      columns.date(), columns.integer(), columns.value()
    )
    var counts = ImportCounts()
    counts.rows = try columns.int()
    counts.new = try columns.int()
    counts.updated = try columns.int()
    counts.unchanged = try columns.int()
    counts.repaired = try columns.int()
    counts.rejected = try columns.int()
    self.init(
      id: id, file: file, startedAt: startedAt, startedBy: startedBy, stage: stage, counts: counts,
      revision: try columns.integer())
    try columns.end()
  }
}

extension PatentSource {
  init(row: Row) throws {
    var columns = row.columns
    let (file, line, patent, run): (ID<PatentFile>, Int, ID<Patent>, ID<PatentImport>) = try (
      columns.id(), columns.int(), columns.id(), columns.id()
    )
    let (effect, rowHash, mask): (RowEffect, Int64, Int64) = try (
      columns.value(), columns.integer(), columns.integer()
    )
    let text = try columns.optional { try $0.text() }
    let precedenceBefore = try columns.optional { try $0.int() }
    try columns.end()
    let named = try text.map { try JSONDecoder().decode([String: String?].self, from: Data($0.utf8)) } ?? [:]
    var before: [PatentField: String?] = [:]
    for (name, value) in named {
      if let field = PatentField(rawValue: name) { before[field] = .some(value) }
    }
    self.init(
      file: file, line: line, patent: patent, run: run, effect: effect, rowHash: rowHash, before: before,
      precedenceBefore: precedenceBefore, fields: FieldMask(bits: mask).fields)
  }
}

extension ImportNote {
  fileprivate init(row: Row) throws {
    var columns = row.columns
    try self.init(
      file: columns.id(), line: columns.int(), place: columns.int(), run: columns.id(), sort: columns.value(),
      code: columns.text(), phrase: Phrase(zh: columns.text(), en: columns.text()),
      field: columns.optional { try $0.text() }, original: columns.text())
    try columns.end()
  }
}
