public import Foundation
import JournalStore
public import Kernel
import PatentFormats
public import Patents
public import Storage

/// The order of sources that the zone's rules give on a day.
public typealias SourceRankRule = @Sendable (Day, any Reading) throws -> SourceRanks

extension SourceRanks {
  /// As the formats have it; it holds until the register is recomputed by another.
  public static let shipped = SourceRanks(
    Dictionary(
      FormatRecognition.formats.map { ($0.code, $0.precedence) } + [("mapping", 150)],
      uniquingKeysWith: { first, _ in first }))
}

/// One time that the register was computed by an order of sources.
public struct SourceOrder: Equatable, Sendable {
  public let id: ID<SourceOrder>
  /// The day of the rules.
  public let day: Day
  public let ranks: SourceRanks
  public let startedAt: Date
  public let startedBy: Int64
  /// Nil while it runs, and where it was stopped.
  public var endedAt: Date?
  /// Patents that were looked at; of them those whose values changed, and those that were left as they are.
  public var looked = 0
  public var changed = 0
  public var kept = 0
  /// Trademark records that rank otherwise.
  public var marks = 0
  public let revision: Int64
}

/// The order of sources as the zone's rules have it and as the register follows it.
public struct SourceOrderOverview: Sendable {
  public let lines: [Line]
  /// Newest first.
  public let runs: [SourceOrder]

  public struct Line: Sendable {
    /// See ``Patents/SourceRanks/key(of:)``.
    public let key: String
    public let name: Phrase
    /// How many files of it were imported.
    public let files: Int
    /// By the rules of today.
    public let ruled: Int
    /// By which the register was computed last.
    public let inEffect: Int
  }

  /// Whether the register follows the rules of today.
  public var isFollowed: Bool { lines.allSatisfy { $0.ruled == $0.inEffect } }
}

/// The only SQL that knows `source_orders`.
enum SourceOrderRows {
  private static let columns: SQL =
    "id, day, ranks, started_at, started_by, ended_at, looked, changed, kept, marks, entry"

  static func values(_ order: SourceOrder) throws -> [SQLValue] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return [
      order.id.sqlValue, .text(order.day.description),
      .text(String(decoding: try encoder.encode(order.ranks.ranks), as: UTF8.self)), order.startedAt.sqlValue,
      .integer(order.startedBy), order.endedAt.map(\.sqlValue) ?? .null, order.looked.sqlValue,
      order.changed.sqlValue, order.kept.sqlValue, order.marks.sqlValue,
    ]
  }

  static func latest(_ limit: Int, in db: any Reading) throws -> [SourceOrder] {
    try db.rows("SELECT \(columns) FROM source_orders ORDER BY id DESC LIMIT \(limit)").map { row in
      var columns = row.columns
      let (id, day, text): (ID<SourceOrder>, Day, String) = try (columns.id(), columns.day(), columns.text())
      let ranks = try JSONDecoder().decode([String: Int].self, from: Data(text.utf8))
      let (startedAt, startedBy) = (try columns.date(), try columns.integer())
      let endedAt = try columns.optional { try $0.date() }
      let (looked, changed, kept, marks) = try (columns.int(), columns.int(), columns.int(), columns.int())
      let order = SourceOrder(
        id: id, day: day, ranks: SourceRanks(ranks), startedAt: startedAt, startedBy: startedBy, endedAt: endedAt,
        looked: looked, changed: changed, kept: kept, marks: marks, revision: try columns.integer())
      try columns.end()
      return order
    }
  }

  /// The order by which files are taken in: of the last computation; nil where there was none and formats count as
  /// they shipped.
  static func inEffect(in db: any Reading) throws -> SourceRanks? { try latest(1, in: db).first?.ranks }

  /// How many files of each source were imported.
  static func files(in db: any Reading) throws -> [String: Int] {
    var files: [String: Int] = [:]
    for row in try db.rows("SELECT format, count(*) FROM patent_files GROUP BY format") {
      var columns = row.columns
      files[SourceRanks.key(of: try columns.text()), default: 0] += try columns.int()
    }
    return files
  }
}
