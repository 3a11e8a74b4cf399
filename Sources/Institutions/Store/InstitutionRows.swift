import Institutions
import Ledgers
import LedgersStore
public import Kernel
public import Storage

/// The SQL that joins the ledgers of the institutions.
enum InstitutionRows {
  static func funnel(of opened: ClosedRange<Day>, until cutoff: Day, in db: any Reading) throws -> RecruitmentFunnel {
    let rows = try db.rows(
      """
      SELECT s.step, COUNT(DISTINCT s.lead) \(steps(of: opened, until: cutoff)) GROUP BY s.step
      """)
    var counts: [String: Int] = [:]
    for row in rows {
      var columns = row.columns
      counts[try columns.text()] = try columns.int()
    }
    return RecruitmentFunnel(
      opened: opened,
      reached: leadStepChoices.filter { $0.code != "lost" }.map { ($0.code, counts[$0.code] ?? 0) },
      lost: counts["lost"] ?? 0)
  }

  /// The leads that the funnel counts at `step`, each with the day on which it took it.
  static func leads(
    at step: String, of opened: ClosedRange<Day>, until cutoff: Day, in db: any Reading
  ) throws -> [CountedRecord] {
    try records(
      """
      SELECT l.id, l.code, l.name, min(s.taken_on) \(steps(of: opened, until: cutoff)) AND s.step = \(step)
      GROUP BY l.id, l.code, l.name ORDER BY min(s.taken_on), l.code
      """, in: db)
  }

  private static func steps(of opened: ClosedRange<Day>, until cutoff: Day) -> SQL {
    """
    FROM lead_steps s JOIN leads l ON l.code = s.lead
    WHERE l.withdrawn_on IS NULL AND s.withdrawn_on IS NULL AND s.taken_on <= \(cutoff)
      AND l.opened_on BETWEEN \(opened.lowerBound) AND \(opened.upperBound)
    """
  }

  /// The institutions that offer a category on a day.
  static func offering(_ category: ServiceCategory, on day: Day, in db: any Reading) throws -> [CountedRecord] {
    try records("SELECT id, code, name, active_from \(offers(category, on: day)) ORDER BY code", in: db)
  }

  private static func offers(_ category: ServiceCategory, on day: Day) -> SQL {
    """
    FROM institutions WHERE \(active(on: day)) AND categories LIKE \("%," + category.rawValue + ",%")
    """
  }

  private static func records(_ sql: SQL, in db: any Reading) throws -> [CountedRecord] {
    try db.rows(sql).map { row in
      var columns = row.columns
      return try CountedRecord(
        id: columns.integer(), code: columns.text(), name: columns.text(), day: columns.optional { try $0.day() })
    }
  }

  static func support(of code: SocialCreditCode, in db: any Reading) throws -> [SupportTotal] {
    try db.rows(
      """
      SELECT kind, COUNT(*), CAST(SUM(amount) AS BIGINT) FROM support
      WHERE withdrawn_on IS NULL AND stage = 'approved' AND institution = \(code.description) GROUP BY kind ORDER BY kind
      """
    ).map { row in
      var columns = row.columns
      return try SupportTotal(kind: columns.text(), records: columns.int(), worth: Fen(columns.integer()))
    }
  }

  /// The longest without a step first.
  static func quietLeads(since day: Day, in db: any Reading) throws -> [QuietLead] {
    let last: SQL =
      """
      COALESCE((SELECT MAX(s.taken_on) FROM lead_steps s WHERE s.lead = l.code AND s.withdrawn_on IS NULL), l.opened_on)
      """
    return try db.rows(
      """
      SELECT l.id, l.name, \(last) FROM leads l
      WHERE l.withdrawn_on IS NULL AND \(last) < \(day) AND NOT EXISTS (SELECT 1 FROM lead_steps e
        WHERE e.lead = l.code AND e.withdrawn_on IS NULL AND e.step IN ('settle', 'lost'))
      ORDER BY 3, l.id
      """
    ).map { row in
      var columns = row.columns
      return try QuietLead(record: columns.id(), name: columns.text(), lastOn: columns.day())
    }
  }

  static func chain(on day: Day, in db: any Reading) throws -> ServiceChain {
    ServiceChain(
      offered: try ServiceCategory.allCases.map { category in
        (category, try db.count("SELECT COUNT(*) \(offers(category, on: day))"))
      })
  }

  static func chase(_ year: Int, _ period: ReturnPeriod, in db: any Reading) throws -> ReturnChase {
    let end = period.lastDay(of: year)
    let filed = filed(year, period)
    let missing = try db.rows(
      """
      SELECT code, name, phone FROM institutions
      WHERE \(active(on: end)) AND code NOT IN (SELECT institution \(filed)) ORDER BY code
      """
    ).map { row in
      var columns = row.columns
      return try ReturnChase.Missing(
        code: columns.text(), name: columns.text(), phone: columns.optional { try $0.text() })
    }
    return ReturnChase(
      year: year, period: period, approved: try db.count("SELECT COUNT(*) \(filed) AND stage = 'approved'"),
      pending: try db.count("SELECT COUNT(*) \(filed) AND stage <> 'approved'"), missing: missing,
      flagged: try flagged(year, period, in: db))
  }

  private static func flagged(
    _ year: Int, _ period: ReturnPeriod, in db: any Reading
  ) throws -> [ReturnChase.Flagged] {
    let hints = try KeptLedger(.returns, hints: returnHints)
      .hints(where: "period = \(period.rawValue) AND year = \(year)", in: db)
    return try db.rows(
      """
      SELECT r.id, COALESCE(i.name, r.institution), r.stage FROM institution_returns r
      LEFT JOIN institutions i ON i.code = r.institution AND i.withdrawn_on IS NULL
      WHERE r.id IN \(SQL.list(hints.keys.sorted())) ORDER BY r.institution
      """
    ).map { row in
      var columns = row.columns
      let id: ID<LedgerRecord> = try columns.id()
      return try ReturnChase.Flagged(
        record: id, name: columns.text(), stage: columns.value(), hints: hints[id] ?? [])
    }
  }

  /// The returns of a period that are approved, or not yet, with who filed each.
  static func returns(
    _ year: Int, _ period: ReturnPeriod, isApproved: Bool, in db: any Reading
  ) throws -> [CountedRecord] {
    let stage: SQL = isApproved ? "stage = 'approved'" : "stage <> 'approved'"
    return try records(
      """
      SELECT r.id, r.institution, COALESCE((SELECT i.name FROM institutions i WHERE i.code = r.institution), r.institution),
        r.period_end FROM (SELECT * \(filed(year, period)) AND \(stage)) AS r ORDER BY r.institution, r.id
      """, in: db)
  }

  private static func filed(_ year: Int, _ period: ReturnPeriod) -> SQL {
    "FROM institution_returns WHERE withdrawn_on IS NULL AND period = \(period.rawValue) AND year = \(year)"
  }

  static func active(on day: Day) -> SQL {
    """
    withdrawn_on IS NULL AND stage = 'approved' AND active_from <= \(day)
      AND (active_to IS NULL OR active_to >= \(day)) AND NOT \(institutionIsAway("institutions.code", on: day))
    """
  }
}

/// What the register knows of an institution on a day; nil is unknown, never 0.
public struct InstitutionFact: Equatable, Sendable {
  public let name: String
  public let registered: Day?
  /// Of the newest approved return up to the day.
  public let staff: Int?
  /// The IP-service revenue of the newest approved yearly return up to the day, in fen.
  public let revenue: Int64?
}

/// The facts of those institutions of `codes` that the register knows.
public func institutionFacts(
  of codes: [String], on day: Day, in db: any Reading
) throws -> [String: InstitutionFact] {
  var facts: [String: InstitutionFact] = [:]
  for start in stride(from: 0, to: codes.count, by: 200) {
    let rows = try db.rows(
      """
      SELECT i.code, i.name, i.registered_on,
        (SELECT r.employees FROM institution_returns r WHERE r.institution = i.code AND r.withdrawn_on IS NULL
          AND r.stage = 'approved' AND r.period_end <= \(day) ORDER BY r.period_end DESC, r.id DESC LIMIT 1),
        (SELECT r.ip_revenue FROM institution_returns r WHERE r.institution = i.code AND r.withdrawn_on IS NULL
          AND r.stage = 'approved' AND r.period = 'year' AND r.period_end <= \(day)
          ORDER BY r.period_end DESC, r.id DESC LIMIT 1)
      FROM institutions i
      WHERE i.withdrawn_on IS NULL AND i.code IN \(SQL.list(codes[start..<min(start + 200, codes.count)]))
      """)
    for row in rows {
      var columns = row.columns
      let code = try columns.text()
      facts[code] = try InstitutionFact(
        name: columns.text(), registered: columns.optional { try $0.day() }, staff: columns.optional { try $0.int() },
        revenue: columns.optional { try $0.integer() })
    }
  }
  return facts
}
