public import Access
import Foundation
import Journal
import JournalStore
import Kernel
import Patents
import Storage

extension PatentDesk {
  /// Writes the register, its provenance and its rejected and repaired rows as JSON lines, in key order.
  ///
  /// Ids, times and journal numbers are left out, so two zones with the same content give the same bytes.
  ///
  /// - Parameter write: takes one line at a time.
  /// - Returns: the number of patents, sources and notes written.
  @discardableResult
  public func export(by account: Account, to write: @escaping @Sendable (String) throws -> Void) async throws
    -> (patents: Int, sources: Int, notes: Int)
  {
    try account.require(.exportPatents)
    let counts = try await database.read { db in
      (
        patents: try PatentExport.patents(in: db, to: write), sources: try PatentExport.sources(in: db, to: write),
        notes: try PatentExport.notes(in: db, to: write)
      )
    }
    let world = world
    try await database.write { db in
      try Recording.note(
        Deed(.exportRegister, by: account, facts: ["patents": "\(counts.patents)"]), world: world, in: db)
    }
    return counts
  }
}

private enum PatentExport {
  static func patents(in db: any Reading, to write: (String) throws -> Void) throws -> Int {
    var count = 0
    try db.forEach("SELECT \(PatentRows.columns) FROM patents ORDER BY identity") { row in
      let patent = try Patent(row: row)
      var fields: [String: String] = ["identity": patent.identity.text, "precedence": "\(patent.precedence)"]
      for field in PatentField.allCases { fields[field.rawValue] = patent.facts[field] }
      try write(try line("patent", fields))
      count += 1
    }
    return count
  }

  static func sources(in db: any Reading, to write: (String) throws -> Void) throws -> Int {
    var count = 0
    try db.forEach(
      """
      SELECT f.hash, s.line, p.identity, s.effect, s.row_hash, s.fields, s.before
      FROM patent_sources AS s
      JOIN patent_files AS f ON f.id = s.file JOIN patents AS p ON p.id = s.patent
      ORDER BY f.hash, s.line
      """
    ) { row in
      var columns = row.columns
      try write(
        try line(
          "source",
          [
            "file": columns.text(), "line": "\(columns.int())", "identity": columns.text(), "effect": columns.text(),
            "rowHash": "\(columns.integer())", "fields": "\(columns.integer())",
            "before": columns.optional { try $0.text() } ?? "",
          ]))
      count += 1
    }
    return count
  }

  static func notes(in db: any Reading, to write: (String) throws -> Void) throws -> Int {
    var count = 0
    try db.forEach(
      """
      SELECT f.hash, n.line, n.place, n.sort, n.code, n.field, n.original
      FROM import_notes AS n JOIN patent_files AS f ON f.id = n.file
      ORDER BY f.hash, n.line, n.place
      """
    ) { row in
      var columns = row.columns
      try write(
        try line(
          "note",
          [
            "file": columns.text(), "line": "\(columns.int())", "place": "\(columns.int())", "sort": columns.text(),
            "code": columns.text(), "field": columns.optional { try $0.text() } ?? "", "original": columns.text(),
          ]))
      count += 1
    }
    return count
  }

  private static func line(_ sort: String, _ fields: [String: String]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(["is": sort].merging(fields) { first, _ in first }), as: UTF8.self)
  }
}

extension Action {
  static let exportRegister = Action("patents.export", Phrase(zh: "导出专利登记库", en: "Exported the patent register"))
}
