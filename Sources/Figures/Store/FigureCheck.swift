public import Figures
public import Kernel

/// What came of recomputing a figure from its records.
public struct FigureCheck: Sendable {
  public let code: IndicatorCode
  public let cutoff: Day
  /// The newest edition of the cut-off; nil where none was frozen, and the figure of today was checked.
  public let frozen: FrozenFigure?
  /// What the same question gives today.
  public let live: Figure
  /// How many records were held against their digests.
  public let records: Int
  /// The first 100 that disagree.
  public let disagreements: [FigureDisagreement]
  /// How many records were changed or removed since the freeze, by entries of the journal.
  public let changed: Int
  /// Whether the declaration or the readings are others than at the freeze.
  public let isRedefined: Bool

  public var agrees: Bool { disagreements.isEmpty }
}

/// Where a figure and its records do not agree.
public enum FigureDisagreement: Sendable, Equatable {
  /// The frozen rows add up to something else than the frozen value.
  case value(frozen: String, rows: String)
  /// The hash of the frozen rows is another than the frozen one.
  case listHash(frozen: String, rows: String)
  /// The frozen figure itself, or its list, was altered without the journal.
  case frozenAltered
  /// The record's values are not what its digest says.
  case altered(table: String, record: Int64)
  /// The record has another digest than at the freeze, under the same journal entry.
  case rewritten(table: String, record: Int64)
  /// The record is gone, and no journal entry says so.
  case gone(table: String, record: Int64)
  /// The record names an entry that the journal does not have.
  case unknownEntry(table: String, record: Int64)
  /// No journal vouches for records of this table.
  case notVouched(table: String)

  public var phrase: Phrase {
    switch self {
    case .value(let frozen, let rows):
      Phrase(zh: "定稿值为 \(frozen)，而定稿清单合计为 \(rows)", en: "Frozen as \(frozen), but the frozen rows give \(rows)")
    case .listHash(let frozen, let rows):
      Phrase(zh: "清单哈希应为 \(frozen)，实为 \(rows)", en: "The list's hash should be \(frozen) but is \(rows)")
    case .frozenAltered: Phrase(zh: "定稿本身被绕过留痕改动", en: "The frozen figure itself was altered behind the journal")
    case .altered(let table, let record):
      Phrase(
        zh: "\(table) 的记录 \(ID<FigureCheck>(record))（\(record)）被绕过留痕改动",
        en: "Record \(ID<FigureCheck>(record)) (\(record)) of \(table) was altered behind the journal")
    case .rewritten(let table, let record):
      Phrase(
        zh: "\(table) 的记录 \(ID<FigureCheck>(record))（\(record)）留痕条号未变，内容与定稿时不同",
        en: "Record \(ID<FigureCheck>(record)) (\(record)) of \(table) differs from the freeze under the same entry")
    case .gone(let table, let record):
      Phrase(
        zh: "\(table) 的记录 \(ID<FigureCheck>(record))（\(record)）已不存在，且无留痕",
        en: "Record \(ID<FigureCheck>(record)) (\(record)) of \(table) is gone, and no journal entry says so")
    case .unknownEntry(let table, let record):
      Phrase(
        zh: "\(table) 的记录 \(ID<FigureCheck>(record))（\(record)）所称留痕条目不存在",
        en: "Record \(ID<FigureCheck>(record)) (\(record)) of \(table) names an entry that does not exist")
    case .notVouched(let table):
      Phrase(zh: "表 \(table) 不受留痕保护，无法核验", en: "No journal vouches for the table \(table)")
    }
  }

  /// The record that it is about, where it is about one.
  public var place: (table: String, record: Int64)? {
    switch self {
    case .altered(let table, let record), .rewritten(let table, let record), .gone(let table, let record),
      .unknownEntry(let table, let record):
      (table, record)
    case .value, .listHash, .frozenAltered, .notVouched: nil
    }
  }

  /// Stable, for programs.
  public var code: String {
    switch self {
    case .value: "value"
    case .listHash: "list-hash"
    case .frozenAltered: "frozen-altered"
    case .altered: "altered"
    case .rewritten: "rewritten"
    case .gone: "gone"
    case .unknownEntry: "unknown-entry"
    case .notVouched: "not-vouched"
    }
  }
}

extension FigureState {
  /// Stable, for programs: `value`, or what is missing.
  public var code: String {
    switch self {
    case .value: "value"
    case .noRecords(let absence): absence.code
    case .refused: "refused"
    }
  }
}
