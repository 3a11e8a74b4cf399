public import JournalStore
public import Storage

extension RecordTable {
  static let navigationProjects = RecordTable(
    "navigation_projects",
    columns: [
      "id", "title", "kind", "need", "scope", "orderer_name", "orderer", "restriction", "cutoff", "is_public", "maker",
      "maker_name", "author", "author_name", "opened_at", "stage", "dataset", "submitted_at", "released_at",
      "released_by", "declined_because",
    ])
  static let navigationBranches = RecordTable(
    "navigation_branches", columns: ["project", "place", "name", "query"], keyWidth: 2)
  static let navigationDatasets = RecordTable(
    "navigation_datasets",
    columns: [
      "id", "project", "number", "frozen_at", "frozen_by", "position", "corpus", "cutoff", "latest", "restriction",
      "hits", "beyond", "documents", "hash", "months", "international_months", "names", "log_statement", "log_by",
      "log_at",
    ])
  static let frozenBranches = RecordTable(
    "navigation_dataset_branches", columns: ["dataset", "place", "name", "query", "hits"], keyWidth: 2)
  static let frozenDocuments = RecordTable(
    "navigation_documents", columns: ["dataset", "document", "content"], keyWidth: 2)
  static let removals = RecordTable(
    "navigation_removals",
    columns: ["dataset", "document", "reason", "merged_into", "note", "removed_by", "removed_at"], keyWidth: 2)
  static let navigationSections = RecordTable(
    "navigation_sections", columns: ["project", "section", "text", "writer", "written_by"], keyWidth: 2)
  static let navigationReviews = RecordTable(
    "navigation_reviews",
    columns: [
      "id", "project", "dataset", "reviewer", "reviewer_name", "capacity", "verdict", "opinion", "reviewed_at",
      "content_hash",
    ])
  static let navigationUses = RecordTable(
    "navigation_uses",
    columns: ["id", "project", "user_name", "decision", "used_on", "document", "told_by", "told_at"])
}

/// What `Assembly` collects from navigation.
public enum NavigationTables {
  public static let records: [RecordTable] = [
    .navigationProjects, .navigationBranches, .navigationDatasets, .frozenBranches, .frozenDocuments, .removals,
    .navigationSections, .navigationReviews, .navigationUses,
  ]
  public static let migrations: [Migration] = [.createNavigation]
}
