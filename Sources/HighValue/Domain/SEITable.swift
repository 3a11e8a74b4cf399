public import Foundation
public import Kernel

/// One version of the table that relates strategic emerging industries to the IPC (战略性新兴产业分类与国际专利分类参照关系表).
///
/// A version never changes: a later one takes its place from a day on, a mistake is withdrawn.
public struct SEITable: Equatable, Sendable {
  public let id: ID<SEITable>
  public let name: String
  /// The document that gives the table, with its number and date.
  public let source: String
  /// Counts from this day on, until a later version does.
  public let from: Day
  public let fileName: String
  public let fileHash: String
  public let rows: Int
  public let importedAt: Date
  public let importedBy: String
  public var withdrawnOn: Day?
  public var withdrawnFor: String?
  public let revision: Int64

  public init(
    id: ID<SEITable>, name: String, source: String, from: Day, fileName: String, fileHash: String, rows: Int,
    importedAt: Date, importedBy: String, withdrawnOn: Day? = nil, withdrawnFor: String? = nil, revision: Int64 = 0
  ) {
    self.id = id
    self.name = name
    self.source = source
    self.from = from
    self.fileName = fileName
    self.fileHash = fileHash
    self.rows = rows
    self.importedAt = importedAt
    self.importedBy = importedBy
    self.withdrawnOn = withdrawnOn
    self.withdrawnFor = withdrawnFor
    self.revision = revision
  }

  public static let nameLimit = 200
  public static let sourceLimit = 500

  /// The version that holds on `day`; a withdrawn one never does.
  public static func inForce(_ tables: [SEITable], on day: Day) -> SEITable? {
    tables.filter { $0.withdrawnOn == nil && $0.from <= day }.max { ($0.from, $0.id.number) < ($1.from, $1.id.number) }
  }
}

/// One line of the table: what of the classification belongs to an industry, and under which condition.
public struct SEIRow: Equatable, Sendable {
  public let table: ID<SEITable>
  /// Its place in the version; 1 is the first.
  public let place: Int
  public let seiCode: String
  public let seiName: String
  public let pattern: IPCPattern
  /// In the words of the table; a patent that meets only rows with conditions is probable, not certain.
  public let condition: String?

  public init(
    table: ID<SEITable>, place: Int, seiCode: String, seiName: String, pattern: IPCPattern, condition: String?
  ) {
    self.table = table
    self.place = place
    self.seiCode = seiCode
    self.seiName = seiName
    self.pattern = pattern
    self.condition = condition
  }
}
