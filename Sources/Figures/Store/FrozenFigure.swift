public import Figures
public import Foundation
public import Kernel
import Storage

/// A figure as it was frozen: it never changes.
public struct FrozenFigure: Sendable, Equatable {
  public let id: ID<FrozenFigure>
  public let code: IndicatorCode
  public let cutoff: Day
  /// From 1; a later freeze of the same cut-off is the next edition.
  public let edition: Int
  /// SHA-256 of the declaration and the readings that held.
  public let definition: String
  /// The readings that held, such as `AMB-03=district`, in order.
  public let rulings: [String]
  /// `value`, or the code of what was missing.
  public let state: String
  public let value: Quantity?
  public let verdict: Verdict
  public let comparator: Quantity?
  public let comparatorSource: String?
  /// How many rows count.
  public let rows: Int
  /// How many were declared with too weak evidence.
  public let declared: Int
  /// SHA-256 of the definition, the cut-off and the rows in their order.
  public let listHash: String
  public let reason: String
  public let frozenBy: String
  public let frozenAt: Date
  /// Whether its records were invented: 示例数据.
  public let isDemonstration: Bool
  /// When it was published; nil while it is not.
  public let publishedAt: Date?

  /// What distinguishes it, such as `A01@2026-10-31#2`, with the mark of invented data.
  public var name: String { "\(code)@\(cutoff)#\(edition)" + (isDemonstration ? "（示例数据）" : "") }
}

/// One row of a frozen figure.
public struct FrozenRow: Sendable, Equatable {
  public let position: Int
  public let table: String
  public let record: Int64
  public let countedAs: String
  public let weight: Int64
  public let part: FigurePart
  public let grade: Int
  /// The journal entry that last wrote the record before the freeze; nil for what no journal vouches for.
  public let entry: Int64?
  /// The record's digest at the freeze, in hexadecimal.
  public let digest: String?
}

/// A frozen figure with what has become of its records.
public struct FrozenFile: Sendable {
  public let frozen: FrozenFigure
  public let indicator: Indicator?
  /// What the same question gives today; nil where the indicator is gone.
  public let live: Figure?
  /// The records that were changed or removed since, the first 100 of ``changedCount``.
  public let changed: [ChangedRecord]
  public let changedCount: Int
}

/// A contributing record that is no longer what it was at the freeze.
public struct ChangedRecord: Sendable, Equatable {
  public let table: String
  public let record: Int64
  /// Nil for a record that is gone.
  public let entry: Int64?
}
