public import Kernel
public import Storage

/// What other parts of the zone ask of enterprises, inside their own transactions.
public enum EnterpriseFacts {
  /// The statuses in force on `day`: codes of the ledger of statuses, in the order of the alphabet.
  public static func statuses(of code: SocialCreditCode, on day: Day, in db: any Reading) throws -> [String] {
    try db.rows(
      """
      SELECT DISTINCT status FROM enterprise_statuses
      WHERE enterprise = \(code.description) AND from_day <= \(day) AND (to_day IS NULL OR to_day >= \(day))
        AND stage = 'approved' AND withdrawn_on IS NULL
      ORDER BY status
      """
    ).map { row in
      var columns = row.columns
      return try columns.text()
    }
  }

  /// Where an enterprise on record is: a code of its ledger.
  public static func place(of code: SocialCreditCode, in db: any Reading) throws -> String? {
    try db.row(
      "SELECT place FROM enterprises WHERE code = \(code.description) AND stage = 'approved' AND withdrawn_on IS NULL"
    ).map { row in
      var columns = row.columns
      return try columns.text()
    }
  }

  /// What an enterprise on record is called.
  public static func name(of code: SocialCreditCode, in db: any Reading) throws -> String? {
    try db.row(
      "SELECT name FROM enterprises WHERE code = \(code.description) AND stage = 'approved' AND withdrawn_on IS NULL"
    ).map { row in
      var columns = row.columns
      return try columns.text()
    }
  }

  /// Whether a visit to an enterprise is on record.
  public static func wasVisited(_ code: SocialCreditCode, on day: Day, in db: any Reading) throws -> Bool {
    try db.count(
      """
      SELECT COUNT(*) FROM visits
      WHERE enterprise = \(code.description) AND visited_on = \(day) AND stage = 'approved' AND withdrawn_on IS NULL
      """) > 0
  }
}
