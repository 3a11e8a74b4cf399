import Storage

extension Migration {
  /// A search reads titles, applicants and numbers of all patents: SQLite finds them together in the list's index.
  ///
  /// PostgreSQL keeps long texts beside the table, so that reading the other columns passes over them. A second filter is
  /// answered by the index of the first.
  static let indexWhatIsSearched = Migration("2026-11-22 index what is searched") { dialect in
    let filters: [SQL] = [
      "DROP INDEX patents_by_kind", "DROP INDEX patents_by_province", "DROP INDEX patents_by_section",
      "CREATE INDEX patents_by_kind ON patents (kind, sort_day, id, section, province)",
      "CREATE INDEX patents_by_province ON patents (province, sort_day, id, section, kind)",
      "CREATE INDEX patents_by_section ON patents (section, sort_day, id, province, kind)",
    ]
    return switch dialect {
    case .sqlite:
      filters + [
        "DROP INDEX patents_by_day",
        "CREATE INDEX patents_by_day ON patents (sort_day, id, title, applicants, publication_number, application_raw)",
      ]
    case .postgres: filters
    }
  }
}
