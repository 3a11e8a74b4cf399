public import JournalStore
public import Storage

extension RecordTable {
  static let savedQueries = RecordTable(
    "saved_queries",
    columns: ["id", "account", "name", "query", "narrowing", "sort_order", "watch", "created_at"],
    personal: ["name", "query", "narrowing"])

  static let queryAlerts = RecordTable(
    "query_alerts", columns: ["id", "query", "after_entry", "through_entry", "found", "raised_at"])
}

/// What `Assembly` collects of saved queries.
public enum SavedQueryTables {
  public static let records: [RecordTable] = [.savedQueries, .queryAlerts]
  /// Tables that are not records: how far each watched query has been looked at.
  public static let others = ["saved_query_marks"]
  public static let migrations: [Migration] = [.createSavedQueries]
}
