public import JournalStore
public import Storage

/// In the order they were released.
public let premisesMigrations: [Migration] = [.createPremises, .createStages]

extension RecordTable {
  public static let sites = RecordTable("sites", columns: ["id", "code", "stage", "outline"])
  public static let buildings = RecordTable("buildings", columns: ["id", "site", "name"])
  public static let floors = RecordTable(
    "floors", columns: ["id", "building", "number", "gross", "usable", "outline"])
  public static let rooms = RecordTable(
    "rooms", columns: ["id", "floor", "number", "area", "outline", "kind", "first_day", "last_day"])
  public static let occupancies = RecordTable(
    "occupancies",
    columns: [
      "id", "room", "site", "tenant", "tenant_name", "first_day", "last_day", "stage", "contract", "decision",
      "departure_reason", "departure_decision", "dispute", "withdrawn",
    ])
  public static let stageCriteria = RecordTable(
    "stage_criteria", columns: ["id", "first_day", "adopted_by", "document", "withdrawn"])
  public static let stageThresholds = RecordTable(
    "stage_thresholds", columns: ["id", "criteria", "stage", "measure", "minimum"])
  public static let stageMoves = RecordTable(
    "stage_moves", columns: ["id", "criteria", "tenant", "tenant_name", "from_stage", "to_stage", "reasons"])
  public static let clusterLists = RecordTable(
    "cluster_lists", columns: ["id", "scheme", "first_day", "standing", "source_zh", "source_en"])
  public static let clusters = RecordTable(
    "clusters", columns: ["id", "list", "place", "code", "name_zh", "name_en", "group_zh", "group_en"])
  public static let clusterServices = RecordTable(
    "cluster_services", columns: ["id", "cluster", "tenant", "first_day", "last_day", "ground", "withdrawn"])
}

/// The tables that the journal vouches for.
public let premisesTables: [RecordTable] = [
  .sites, .buildings, .floors, .rooms, .occupancies, .stageCriteria, .stageThresholds, .stageMoves, .clusterLists,
  .clusters, .clusterServices,
]
