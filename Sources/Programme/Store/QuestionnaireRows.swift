import Enterprises
import Institutions
import InstitutionsStore
import Kernel
import Ledgers
import Premises
import Programme
import Storage

/// Reads what the questionnaire of a year asks for from every ledger that knows something of it.
struct QuestionnaireRows {
  let year: Int
  let db: any Reading
  private let first: Day
  private let last: Day
  /// Only this institution; nil for all.
  private let only: String?
  private var values: [String: [String: Questionnaire.Value]] = [:]

  init(year: Int, only: String?, in db: any Reading) {
    self.year = year
    self.only = only
    self.db = db
    last = ReturnPeriod.year.lastDay(of: year)
    first = last.adding(months: -12).adding(days: 1)
  }

  /// Institutions of the zone on the year's last day, and those that filed a return of the year.
  static func questionnaire(_ year: Int, only: String?, in db: any Reading) throws -> Questionnaire {
    var rows = QuestionnaireRows(year: year, only: only, in: db)
    return try rows.read()
  }

  private mutating func read() throws -> Questionnaire {
    try readRegister()
    let filed = try readReturns()
    try readSites()
    try readLicences()
    try readStaff()
    try readClients()
    try readReceipts()
    let entries = values.keys.sorted().map { code -> Questionnaire.Entry in
      let known = values[code] ?? [:]
      var name = code
      if case .text(let words) = known["name"] { name = words.zh }
      return Questionnaire.Entry(code: code, name: name, filed: filed[code], values: known)
    }
    return Questionnaire(year: year, entries: entries)
  }

  private func narrowed(_ column: SQL) -> SQL { only.map { "AND \(column) = \($0)" } ?? "" }

  private mutating func readRegister() throws {
    let fields = Questionnaire.registered.compactMap { Ledger.institutions.field($0) }
    let columns = SQL.joined(fields.map { SQL(name: $0.name) }, by: ", ")
    let rows = try db.rows(
      """
      SELECT \(columns) FROM institutions
      WHERE withdrawn_on IS NULL AND stage = 'approved' \(narrowed("code"))
        AND (active_from <= \(last) AND (active_to IS NULL OR active_to >= \(last))
            AND NOT \(institutionIsAway("institutions.code", on: last))
          OR code IN (SELECT institution FROM institution_returns
            WHERE withdrawn_on IS NULL AND year = \(year) AND period = 'year'))
      """)
    for row in rows {
      var columns = row.columns
      var known: [String: Questionnaire.Value] = [:]
      for field in fields { known[field.name] = try Self.value(&columns, field) }
      if case .text(let code) = known["code"] { values[code.zh] = known }
    }
  }

  private mutating func readReturns() throws -> [String: Questionnaire.Filed] {
    let fields = Questionnaire.returned.compactMap { Ledger.returns.field($0) }
    let columns = SQL.joined(fields.map { SQL(name: $0.name) }, by: ", ")
    var filed: [String: Questionnaire.Filed] = [:]
    for row in try db.rows(
      """
      SELECT institution, id, stage, \(columns) FROM institution_returns
      WHERE withdrawn_on IS NULL AND year = \(year) AND period = 'year' \(narrowed("institution"))
      """)
    {
      var columns = row.columns
      let code = try columns.text()
      let found = try Questionnaire.Filed(record: columns.id(), stage: columns.value())
      filed[code] = found
      guard found.stage == .approved else { continue }
      for field in fields { values[code]?[field.name] = try Self.value(&columns, field) }
    }
    return filed
  }

  private mutating func readSites() throws {
    for row in try db.rows(
      """
      SELECT tenant, MIN(site) FROM occupancies WHERE withdrawn = 0 \(narrowed("tenant"))
        AND first_day <= \(last) AND (last_day IS NULL OR last_day >= \(last)) GROUP BY tenant
      """)
    {
      var columns = row.columns
      let (tenant, site) = (try columns.text(), try columns.text())
      values[tenant]?["site"] = SiteCode(rawValue: site).map { .text($0.name) }
    }
  }

  private mutating func readLicences() throws {
    var lists: [String: [Phrase]] = [:]
    for row in try db.rows(
      """
      SELECT institution, kind, number, valid_from, valid_to FROM licences
      WHERE \(Counting.live("licences")) \(narrowed("institution"))
        AND \(Counting.holds("valid_from", "valid_to", on: last)) ORDER BY institution, valid_from, id
      """)
    {
      var columns = row.columns
      let (code, kind, number) = (try columns.text(), try columns.text(), try columns.text())
      let (from, to) = (try columns.day(), try columns.optional { try $0.day() })
      let words = Self.words(kind, of: "kind", in: .licences)
      lists[code, default: []].append(
        Phrase(
          zh: "\(words.zh) \(number)（\(from) 至 \(to.map { "\($0)" } ?? "长期")）",
          en: "\(words.en) \(number) (\(from) to \(to.map { "\($0)" } ?? "open"))"))
    }
    for (code, list) in lists {
      values[code]?["licences"] = .text(
        Phrase(zh: list.map(\.zh).joined(separator: "；"), en: list.map(\.en).joined(separator: "; ")))
    }
  }

  private mutating func readStaff() throws {
    var counts: [String: StaffCount] = [:]
    for row in try db.rows(
      """
      SELECT institution, person, contract, from_day, to_day, degree, graduate, qualifications FROM staff
      WHERE \(Counting.live("staff")) \(narrowed("institution")) AND from_day <= \(last)
        AND (to_day IS NULL OR to_day >= \(first)) ORDER BY institution, from_day, id
      """)
    {
      var columns = row.columns
      let code = try columns.text()
      let post = try StaffCount.Post(
        person: columns.text(), contract: columns.text(), from: columns.day(),
        to: columns.optional { try $0.day() }, degree: columns.optional { try $0.text() },
        isGraduate: columns.optional { try $0.bool() },
        qualifications: columns.optional { try $0.text() }?.split(separator: ",").map(String.init) ?? [])
      counts[code, default: StaffCount(first: first, last: last)].add(post)
    }
    for (code, count) in counts { values[code]?.merge(count.values) { old, _ in old } }
  }

  private mutating func readClients() throws {
    let served: SQL =
      """
      FROM services v WHERE \(Counting.live("v")) AND v.served_on BETWEEN \(first) AND \(last)
        \(narrowed("v.institution"))
      """
    for row in try db.rows(
      "SELECT v.institution, v.client_place, COUNT(DISTINCT v.client) \(served) GROUP BY v.institution, v.client_place")
    {
      var columns = row.columns
      let (code, place) = (try columns.text(), try columns.optional { try $0.text() })
      if let place { values[code]?["served_\(place)"] = .count(try columns.integer()) }
    }
    for row in try db.rows(
      """
      SELECT v.institution, COUNT(DISTINCT v.client), COUNT(DISTINCT (SELECT MIN(s.enterprise)
        FROM enterprise_statuses s WHERE s.enterprise = v.client AND s.status = 'above-scale'
          AND \(Counting.live("s")) AND \(Counting.holds("s.from_day", "s.to_day", onColumn: "v.served_on"))))
      \(served) GROUP BY v.institution
      """)
    {
      var columns = row.columns
      let (code, all, large) = (try columns.text(), try columns.integer(), try columns.integer())
      values[code]?["served"] = .count(all)
      // The list of above-scale firms may be incomplete: none found is not none.
      if large > 0 { values[code]?["served_above_scale"] = .count(large) }
    }
  }

  private mutating func readReceipts() throws {
    for row in try db.rows(
      """
      SELECT institution, CAST(SUM(usd) AS BIGINT) FROM service_exports
      WHERE \(Counting.live("service_exports")) AND received_on BETWEEN \(first) AND \(last)
        \(narrowed("institution")) GROUP BY institution
      """)
    {
      var columns = row.columns
      let code = try columns.text()
      values[code]?["receipts"] = .hundredths(try columns.integer())
    }
  }

  private static func value(_ columns: inout Columns, _ field: LedgerField) throws -> Questionnaire.Value? {
    switch field.sort {
    case .whole: try columns.optional { .count(try $0.integer()) }
    case .money: try columns.optional { .money(try $0.integer()) }
    case .hundredths, .share: try columns.optional { .hundredths(try $0.integer()) }
    case .day: try columns.optional { .day(try $0.day()) }
    case .flag: try columns.optional { .flag(try $0.bool()) }
    case .text, .lines, .creditCode, .organisation, .person:
      try columns.optional {
        let text = try $0.text()
        return .text(Phrase(zh: text, en: text))
      }
    case .choice(let choices), .choices(let choices):
      try columns.optional {
        let chosen = try $0.text().split(separator: ",").map(String.init)
        let words = choices.filter { chosen.contains($0.code) }.map(\.words)
        return .text(
          Phrase(zh: words.map(\.zh).joined(separator: "、"), en: words.map(\.en).joined(separator: ", ")))
      }
    }
  }

  private static func words(_ code: String, of field: String, in ledger: Ledger) -> Phrase {
    guard case .choice(let choices) = ledger.field(field)?.sort else { return Phrase(zh: code, en: code) }
    return choices.first { $0.code == code }?.words ?? Phrase(zh: code, en: code)
  }
}

/// The people of one institution by what the questionnaire asks of them; one person counts once.
private struct StaffCount {
  struct Post {
    let person: String
    let contract: String
    let from: Day
    let to: Day?
    let degree: String?
    let isGraduate: Bool?
    let qualifications: [String]
  }

  let first: Day
  let last: Day
  private var here: [String: Post] = [:]
  private var hired: [String: Post] = [:]

  init(first: Day, last: Day) {
    self.first = first
    self.last = last
  }

  mutating func add(_ post: Post) {
    if post.to.map({ $0 >= last }) ?? true { here[post.person] = post }
    if post.from >= first { hired[post.person] = post }
  }

  /// A field that some people have left empty gives no number for any answer: the rest may be among them.
  var values: [String: Questionnaire.Value] {
    var values: [String: Questionnaire.Value] = ["new_hires": .count(Int64(hired.count))]
    for (name, code) in [("full_time", "full-time"), ("part_time", "part-time")] {
      values[name] = .count(count { $0.contract == code })
    }
    if here.values.allSatisfy({ $0.degree != nil }) {
      for degree in ["college", "bachelor", "master", "doctor"] {
        values[degree] = .count(count { $0.degree == degree })
      }
    }
    for (name, code) in [
      ("qualified_attorneys", "patent-attorney"), ("mark_agents", "mark-agent"), ("lawyers", "lawyer"),
      ("appraisers", "appraiser"), ("examiners", "examiner"),
    ] {
      // Nothing chosen may be nothing known.
      let found = count { $0.qualifications.contains(code) }
      if found > 0 { values[name] = .count(found) }
    }
    if hired.values.allSatisfy({ $0.isGraduate != nil }) {
      values["graduates"] = .count(Int64(hired.values.count { $0.isGraduate == true }))
    }
    return values
  }

  private func count(_ holds: (Post) -> Bool) -> Int64 { Int64(here.values.count(where: holds)) }
}
