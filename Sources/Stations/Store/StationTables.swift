public import JournalStore
import Ledgers
public import LedgersStore
import Stations
public import Storage

extension RecordTable {
  static let stationStaff = RecordTable("station_staff", columns: ["station", "account", "since"], keyWidth: 2)
  public static let stationVisits = RecordTable(
    "station_visits",
    columns: ["matter", "station", "account", "queue", "sequence", "visit_key", "content", "visited_at", "taken_at"])
}

/// What `Assembly` collects from the stations.
public enum StationTables {
  public static let ledgers: [KeptLedger] = [KeptLedger(.stations)]
  public static let records: [RecordTable] = ledgers.map(\.ledger.table) + [.stationStaff, .stationVisits]
  public static let migrations: [Migration] = [
    Ledger.stations.migration("2026-11-23 create stations"), .createStationWork,
  ]
}
