public import Foundation
public import Kernel
public import Patents
import PatentFormats
import Storage

/// A patent of the register with where its values came from, as a result set is taken along.
public struct PatentLine: Sendable {
  public let patent: Patent
  /// The rows that a value came from, oldest first.
  public let origins: [PatentOrigin]

  /// The codes of the formats that a value came from, each once.
  public var sources: [String] {
    origins.reduce(into: []) { if !$0.contains($1.format) { $0.append($1.format) } }
  }
}

/// Where values of a patent came from.
public struct PatentOrigin: Sendable {
  /// The code of the file's format, which names the vendor or office.
  public let format: String
  public let file: String
  public let run: ID<PatentImport>
  public let importedAt: Date

  /// What people call the format.
  public var formatName: Phrase { sourceName(of: format) }
}

/// What people call a format; its code where this release does not know it.
public func sourceName(of code: String) -> Phrase {
  if let name = MappedTable.mappingName(in: code) { return MappedTable.phrase(of: name) }
  return FormatRecognition.formats.first { $0.code == code }?.name ?? Phrase(zh: code, en: code)
}

/// Reads patents for result sets.
enum PatentLines {
  /// In the order of `ids`; those that are gone are left out.
  static func of(_ ids: [Int64], in db: any Reading) throws -> [PatentLine] {
    guard !ids.isEmpty else { return [] }
    let listed = SQL.list(ids)
    let patents = try db.rows("SELECT \(PatentRows.columns) FROM patents WHERE id IN \(listed)").reduce(
      into: [Int64: Patent]()
    ) { found, row in
      let patent = try Patent(row: row)
      found[patent.id.number] = patent
    }
    var origins: [Int64: [PatentOrigin]] = [:]
    try db.forEach(
      """
      SELECT s.patent, f.format, f.name, s.run, i.started_at FROM patent_sources AS s
      JOIN patent_files AS f ON f.id = s.file JOIN patent_imports AS i ON i.id = s.run
      WHERE s.patent IN \(listed) AND s.effect <> 'unchanged' ORDER BY s.patent, s.entry, s.file, s.line
      """
    ) { row in
      var columns = row.columns
      let patent = try columns.integer()
      let origin = try PatentOrigin(
        format: columns.text(), file: columns.text(), run: columns.id(), importedAt: columns.date())
      origins[patent, default: []].append(origin)
    }
    return ids.compactMap { id in patents[id].map { PatentLine(patent: $0, origins: origins[id] ?? []) } }
  }
}
