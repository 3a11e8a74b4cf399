public import Kernel
public import Ledgers

/// Which records a list shows.
public struct LedgerFilter: Hashable, Sendable {
  /// In the name or in a part of the identity.
  public var text: String?
  /// By field: the code chosen; `yes` or `no` for a flag.
  public var choices: [String: String] = [:]
  public var stage: LedgerStage?
  public var showsWithdrawn = false
  /// Only records of this organisation.
  public var owner: String?
  /// Which records whoever asks may see at all; the desk sets it.
  var sight = Sight.all

  /// By ledger: the field that names its organisations, so that they are found by name; the desk sets it.
  var titles: [String: String] = [:]

  enum Sight: Hashable, Sendable {
    case all
    /// What is in force, and all of one organisation.
    case openOr(String?)
    case own(String)
  }

  public init() {}

  /// Whether nothing is narrowed.
  public var isEmpty: Bool { self == LedgerFilter() }
}

/// Where a page of a list ended.
public struct LedgerCursor: Equatable, Sendable {
  /// The record's day; "" where the ledger has none.
  public let day: String
  public let id: ID<LedgerRecord>

  public init(day: String, id: ID<LedgerRecord>) {
    self.day = day
    self.id = id
  }

  init(_ record: LedgerRecord, _ ledger: Ledger) {
    day = ledger.day.flatMap { record.values.day($0)?.description } ?? ""
    id = record.id
  }
}
