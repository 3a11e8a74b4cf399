import Storage

extension Migration {
  /// Which showings of forms were submitted, and where that led.
  static let createFormUses = Migration("2026-11-22 create form uses") { _ in
    [
      "CREATE TABLE form_uses (form TEXT NOT NULL PRIMARY KEY, used_at BIGINT NOT NULL, outcome TEXT)",
      "CREATE INDEX form_uses_by_time ON form_uses (used_at)",
    ]
  }
}
