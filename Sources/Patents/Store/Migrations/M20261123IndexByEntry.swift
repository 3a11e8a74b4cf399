import Storage

extension Migration {
  /// The search index takes in what sources that came behind the last entry it has seen say of documents.
  static let indexByEntry = Migration("2026-11-23 index what sources say by entry") { _ in
    ["CREATE INDEX patent_sources_by_entry ON patent_sources (entry, patent)"]
  }
}
