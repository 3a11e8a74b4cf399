public import JournalStore
public import Storage

extension RecordTable {
  /// The readings chosen for what the plan leaves open.
  public static let figureRulings = RecordTable(
    "figure_rulings", columns: ["id", "ruling", "option", "reason", "chosen_by", "chosen_at"])

  /// Figures as they were frozen; none is ever changed.
  static let figuresFrozen = RecordTable(
    "figures_frozen",
    columns: [
      "id", "code", "cutoff", "edition", "definition", "rulings", "state", "numerator", "denominator", "verdict",
      "comparator_numerator", "comparator_denominator", "comparator_source", "row_count", "declared", "list_hash",
      "reason", "frozen_by", "frozen_at", "demonstration",
    ])

  /// What a frozen figure was counted from: names of records, never of people.
  static let figureRows = RecordTable(
    "figure_rows",
    columns: [
      "frozen", "position", "record_table", "record", "counted_as", "weight", "part", "grade", "record_entry",
      "record_digest",
    ], keyWidth: 2)

  /// Which frozen figures were published, and when.
  static let figurePublications = RecordTable(
    "figure_publications", columns: ["frozen", "reason", "published_by", "published_at"])

  /// Published numbers of others.
  public static let seriesValues = RecordTable(
    "series_values",
    columns: [
      "id", "series", "period", "period_end", "numerator", "denominator", "standing", "source", "published_on",
      "imported_on",
    ])
}

/// The tables that the journal vouches for.
public let figureTables: [RecordTable] = [
  .figureRulings, .figuresFrozen, .figureRows, .figurePublications, .seriesValues,
]

/// In the order they were released.
public let figureMigrations: [Migration] = [.createFigures]
