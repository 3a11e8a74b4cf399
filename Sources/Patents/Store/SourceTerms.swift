public import Foundation
import Journal
import JournalStore
public import Kernel
import Patents
import Storage

/// Whether what a source gave may be given on (来源再提供): a licence may forbid it.
public struct SourceTerms: Equatable, Sendable {
  /// The code of the format by which the source is known.
  public let source: String
  /// How many files of it were imported.
  public let files: Int
  /// Nil where it may be given on.
  public let reserved: Reservation?

  /// That a source may not be given on, and by what.
  public struct Reservation: Equatable, Sendable {
    /// The licence or contract, in the words of who entered it.
    public let reason: String
    public let revision: Int64
  }

  public var name: Phrase { sourceName(of: source) }
}

/// The only SQL that knows `source_reservations`.
enum SourceTermRows {
  /// Every source of which a file was imported, by its code.
  static func all(in db: any Reading) throws -> [SourceTerms] {
    try db.rows(
      """
      SELECT f.format, f.files, r.reason, r.entry
      FROM (SELECT format, count(*) AS files FROM patent_files GROUP BY format) AS f
      LEFT JOIN source_reservations AS r ON r.source = f.format ORDER BY f.format
      """
    ).map { row in
      var columns = row.columns
      let (source, files) = (try columns.text(), try columns.int())
      let reason = try columns.optional { try $0.text() }
      let entry = try columns.optional { try $0.integer() }
      try columns.end()
      return SourceTerms(
        source: source, files: files,
        reserved: reason.flatMap { reason in entry.map { SourceTerms.Reservation(reason: reason, revision: $0) } })
    }
  }

  static func reserved(in db: any Reading) throws -> Set<String> {
    try Set(
      db.rows("SELECT source FROM source_reservations").map { row in
        var columns = row.columns
        return try columns.text()
      })
  }

  static func key(of source: String, in db: any Reading) throws -> SQLValue? {
    try db.row("SELECT id FROM source_reservations WHERE source = \(source)")?.values.first
  }
}
