public import JournalStore
import Patents

extension RecordTable {
  public static let patents = RecordTable(
    "patents",
    columns: ["id", "identity"] + PatentField.allCases.map(\.rawValue) + ["precedence", "sort_day", "section"])

  public static let patentSources = RecordTable(
    "patent_sources",
    columns: ["file", "line", "patent", "run", "effect", "row_hash", "fields", "before", "precedence_before"],
    keyWidth: 2)

  public static let importNotes = RecordTable(
    "import_notes",
    columns: ["file", "line", "place", "run", "sort", "code", "zh", "en", "field", "original"], keyWidth: 3)

  public static let patentSayings = RecordTable(
    "patent_sayings", columns: ["file", "line", "run", "said"], keyWidth: 2)

  public static let trademarks = RecordTable(
    "trademarks",
    columns: [
      "file", "line", "run", "identity", "sort", "office", "application_number", "registration_number", "name",
      "applicants", "agents", "classes", "goods", "filing_day", "publication_day", "registration_day", "renewal_day",
      "end_day", "status", "status_day", "said", "precedence",
    ], keyWidth: 2)

  public static let sourceReservations = RecordTable("source_reservations", columns: ["id", "source", "reason"])

  public static let tableMappings = RecordTable(
    "table_mappings",
    columns: [
      "id", "name", "signature", "columns", "made_at", "made_by", "withdrawn_at", "withdrawn_because",
    ])

  public static let sourceOrders = RecordTable(
    "source_orders",
    columns: [
      "id", "day", "ranks", "started_at", "started_by", "ended_at", "looked", "changed", "kept", "marks",
    ])

  public static let patentFiles = RecordTable("patent_files", columns: ["id", "hash", "name", "size", "format"])

  public static let patentImports = RecordTable(
    "patent_imports",
    columns: [
      "id", "file", "started_at", "started_by", "stage", "row_count", "new_count", "updated_count",
      "unchanged_count", "repaired_count", "rejected_count",
    ])
}

/// The tables of the patent register that the journal vouches for.
public let patentTables: [RecordTable] = [
  .patentFiles, .patentImports, .patents, .patentSources, .importNotes, .patentSayings, .trademarks,
  .sourceReservations, .tableMappings, .sourceOrders,
]
