import HighValue
public import JournalStore
import Ledgers
public import LedgersStore
public import Storage

extension RecordTable {
  public static let seiTables = RecordTable(
    "sei_tables",
    columns: [
      "id", "name", "source", "first_day", "file_name", "file_hash", "row_count", "imported_at", "imported_by",
      "withdrawn_on", "withdrawn_for",
    ])
  public static let seiRows = RecordTable(
    "sei_rows", columns: ["edition", "place", "sei_code", "sei_name", "pattern", "proviso"], keyWidth: 2)
  public static let highValueLists = RecordTable(
    "high_value_lists",
    columns: [
      "id", "day", "counted_from", "by_rule", "least_pledge", "edition", "certain", "probable", "list_hash", "reason",
      "made_at", "made_by",
    ])
  public static let highValueEntries = RecordTable(
    "high_value_entries",
    columns: [
      "id", "list", "number", "patent", "title", "applicants", "granted_on", "certainty", "certain", "probable",
      "evidence_zh", "evidence_en", "grade",
    ])
}

/// What `Assembly` collects from high-value patents.
public enum HighValueTables {
  public static let ledgers: [KeptLedger] = [KeptLedger(.patentPledges), KeptLedger(.patentAwards)]
  public static let records: [RecordTable] =
    ledgers.map(\.ledger.table) + [.seiTables, .seiRows, .highValueLists, .highValueEntries]
  public static let migrations: [Migration] = [
    Ledger.patentPledges.migration("2026-11-23 create pledges of patents"),
    Ledger.patentAwards.migration("2026-11-23 create awards to patents"),
    .createHighValue,
  ]
}
