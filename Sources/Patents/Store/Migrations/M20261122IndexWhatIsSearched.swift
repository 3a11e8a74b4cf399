import Storage

extension Migration {
  /// A search reads titles, applicants and numbers of all patents: SQLite finds them together in the list's index.
  ///
  /// PostgreSQL keeps long texts beside the table, so that reading the other columns passes over them.
  static let indexWhatIsSearched = Migration("2026-11-22 index what is searched") { dialect in
    switch dialect {
    case .sqlite:
      [
        "DROP INDEX patents_by_day",
        "CREATE INDEX patents_by_day ON patents (sort_day, id, title, applicants, publication_number, application_raw)",
      ]
    case .postgres: []
    }
  }
}
