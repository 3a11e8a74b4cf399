public import JournalStore
public import Storage

/// In the order they were released.
public let programmeMigrations: [Migration] = programmeLedgerMigrations + [.createPlans, .createEvaluations]

/// The tables that the journal vouches for.
public let programmeTables: [RecordTable] =
  programmeLedgerTables + [
    .plans, .planTasks, .planBaselines, .planRedatings, .planProgress, .schemeVersions, .evaluationRuns,
    .evaluationScores, .evaluationEvidence,
  ]

extension RecordTable {
  public static let plans = RecordTable(
    "plans", columns: ["id", "year", "title", "approved_on", "approval_document", "approved_by", "baselines"])

  public static let planTasks = RecordTable(
    "plan_tasks",
    columns: [
      "id", "plan", "place", "title", "clause", "start_on", "due_on", "person_name", "department", "person_account",
      "target", "figure", "goal", "stage", "done_on", "closing_note", "percent",
    ], personal: ["person_name"])

  public static let planBaselines = RecordTable(
    "plan_baselines", columns: ["id", "task", "number", "start_on", "due_on", "set_on", "reason"])

  public static let planRedatings = RecordTable(
    "plan_redatings",
    columns: [
      "id", "task", "from_start", "from_due", "to_start", "to_due", "reason", "changed_on", "changed_by",
    ])

  public static let planProgress = RecordTable(
    "plan_progress", columns: ["id", "task", "noted_on", "percent", "note", "noted_by"])

  public static let schemeVersions = RecordTable(
    "scheme_versions",
    columns: ["id", "code", "number", "hash", "content", "document", "reason", "entered_by", "entered_at"])

  public static let evaluationRuns = RecordTable(
    "evaluation_runs", columns: ["id", "scheme", "cutoff", "note", "run_by", "run_at"])

  public static let evaluationScores = RecordTable(
    "evaluation_scores",
    columns: [
      "id", "run", "indicator", "numerator", "denominator", "words_zh", "words_en", "review_score", "review_note",
      "score", "points",
    ])

  public static let evaluationEvidence = RecordTable(
    "evaluation_evidence", columns: ["id", "run", "indicator", "reference", "sha256", "added_by", "added_at"])
}
