import Storage

extension Migration {
  /// For queues by last day, and for counting by the day of filing or closing.
  static let indexMatters = Migration("2026-11-23 index matters") { _ in
    [
      "CREATE INDEX matters_open ON matters (due_on, id) WHERE closed_at IS NULL",
      "CREATE INDEX matters_by_filing ON matters (procedure_code, filed_at, id)",
      "CREATE INDEX matters_by_closing ON matters (procedure_code, closed_at) WHERE closed_at IS NOT NULL",
    ]
  }
}
