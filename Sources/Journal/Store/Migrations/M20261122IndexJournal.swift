import Storage

extension Migration {
  /// Ways to the entries of one person and of one action.
  static let indexJournal = Migration("2026-11-22 index journal") { _ in
    [
      "CREATE INDEX journal_by_actor ON journal (actor_name, number)",
      "CREATE INDEX journal_by_action ON journal (action, number)",
    ]
  }
}
