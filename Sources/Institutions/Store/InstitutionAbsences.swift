public import JournalStore
public import Kernel
public import Ledgers
public import Storage

extension RecordTable {
  /// The days between a departure and a readmission: the register has one record for an institution, and on these days
  /// it did not count.
  public static let institutionAbsences = RecordTable(
    "institution_absences", columns: ["id", "institution", "first_day", "last_day", "reason"])
}

extension Migration {
  static let createAbsences = Migration("2026-11-23 create institution absences") { dialect in
    [
      """
      CREATE TABLE institution_absences (
        id          \(dialect.key) NOT NULL PRIMARY KEY,
        institution \(dialect.text) NOT NULL,
        first_day   \(dialect.text) NOT NULL,
        last_day    \(dialect.text) NOT NULL CHECK (last_day >= first_day),
        reason      TEXT,
        \(RecordTable.vouching(dialect))
      )
      """,
      "CREATE INDEX institution_absences_by_institution ON institution_absences (institution, first_day)",
    ]
  }
}

/// Whether the institution whose code stands in `code` had left on `day`, to come back later.
public func institutionIsAway(_ code: SQL, on day: Day) -> SQL {
  """
  EXISTS (SELECT 1 FROM institution_absences x WHERE x.institution = \(code)
    AND x.first_day <= \(day) AND x.last_day >= \(day))
  """
}

extension InstitutionEntry {
  /// What the register says once the institution is in the zone again, or at last, from `first` on.
  ///
  /// Days that are over keep what was counted on them.
  public func texts(from first: Day, address: String) -> [String: String] {
    var texts = ["in_district": "是", "address": address]
    if !isInDistrict || activeFrom > first { texts["active_from"] = first.description }
    if activeTo != nil { (texts["active_to"], texts["left_for"]) = ("", "") }
    return texts
  }

  /// The row of ``RecordTable/institutionAbsences`` that a readmission leaves; nil where no day lies between.
  public func absence(until first: Day, as id: ID<LedgerRecord>) -> [SQLValue]? {
    guard isInDistrict, let left = activeTo, left < first.adding(days: -1) else { return nil }
    return [
      id.sqlValue, .text(code.description), left.adding(days: 1).sqlValue, first.adding(days: -1).sqlValue,
      leftFor.sqlValue,
    ]
  }
}
