import Figures
import FiguresStore
import JournalStore
import Enterprises
import InstitutionsStore
import Kernel
import Ledgers
import LedgersStore
import Storage

/// What the queries of several indicators have in common.
///
/// The figures read the records of every context; they are the one place that joins across them.
enum Counting {
  /// The centre or base that an institution is at on a day; NULL for none.
  static func site(of code: SQL, on day: Day) -> SQL {
    """
    (SELECT MIN(w.site) FROM occupancies w WHERE w.tenant = \(code) AND w.withdrawn = 0
      AND w.first_day <= \(day) AND (w.last_day IS NULL OR w.last_day >= \(day)))
    """
  }

  /// Approved and not withdrawn.
  static func live(_ record: SQL) -> SQL { "\(record).withdrawn_on IS NULL AND \(record).stage = 'approved'" }

  /// Whether something that lasts from `first` to `last`, or still, is there on `day`.
  static func holds(_ first: SQL, _ last: SQL, on day: Day) -> SQL {
    "\(first) <= \(day) AND (\(last) IS NULL OR \(last) >= \(day))"
  }

  /// As ``holds(_:_:on:)`` for the day in a column.
  static func holds(_ first: SQL, _ last: SQL, onColumn day: SQL) -> SQL {
    "\(first) <= \(day) AND (\(last) IS NULL OR \(last) >= \(day))"
  }

  /// Whether an institution is one of the zone's on the cut-off (AMB-03, AMB-04).
  static func counts(_ institution: SQL, _ question: FigureQuestion) -> SQL {
    """
    \(live(institution)) AND \(institution).kind NOT IN ('sole-trader', 'university-office')
      AND (\(institution).kind <> 'law-firm' OR \(institution).ip_income = 1)
      AND \(isHere(institution, on: question.cutoff))
      AND \(inScope(institution, question))
    """
  }

  /// Whether the register has an institution in the zone on a day.
  static func isHere(_ institution: SQL, on day: Day) -> SQL {
    """
    \(holds("\(institution).active_from", "\(institution).active_to", on: day))
      AND NOT \(institutionIsAway("\(institution).code", on: day))
    """
  }

  static func within(_ day: SQL, _ days: ClosedRange<Day>) -> SQL {
    "\(day) BETWEEN \(days.lowerBound) AND \(days.upperBound)"
  }

  /// Whether an institution is of the zone as AMB-03 reads it, and at work as AMB-04 does.
  static func inScope(_ institution: SQL, _ question: FigureQuestion) -> SQL {
    var conditions: [SQL] = []
    if question.rulings[Ruling.scope.code] == "sites" {
      conditions.append("\(site(of: "\(institution).code", on: question.cutoff)) IS NOT NULL")
    } else {
      conditions.append("\(institution).in_district = 1")
    }
    if question.rulings[Ruling.activity.code] == "served" {
      conditions.append(
        """
        EXISTS (SELECT 1 FROM services v WHERE v.institution = \(institution).code AND v.withdrawn_on IS NULL
          AND v.stage = 'approved' AND v.served_on > \(question.cutoff.adding(months: -12))
          AND v.served_on <= \(question.cutoff))
        """)
    }
    return SQL.joined(conditions, by: " AND ")
  }

  /// The services, where only who rendered one counts (AMB-04).
  static let servicesOfTheActive: @Sendable ([String: String]) -> [RecordTable] = { options in
    options[Ruling.activity.code] == "served" ? [Ledger.services.table] : []
  }

  /// Whose contracts make somebody an employee, as AMB-06 reads it.
  static func contracts(_ staff: SQL, _ question: FigureQuestion) -> SQL {
    question.rulings[Ruling.staff.code] == "all"
      ? "\(staff).contract <> 'intern'" : "\(staff).contract IN ('full-time', 'part-time')"
  }

  /// IP-service revenue, or all of it, as AMB-07 reads it.
  static func revenue(_ returned: SQL, _ question: FigureQuestion) -> SQL {
    question.rulings[Ruling.revenue.code] == "total" ? "\(returned).total_revenue" : "\(returned).ip_revenue"
  }

  /// The returns that add up to the revenue of some days: the year's where there is one, else the quarters.
  static func usedReturn(_ returned: SQL, in days: ClosedRange<Day>) -> SQL {
    """
    \(within("\(returned).period_end", days)) AND (\(returned).period = 'year' OR NOT EXISTS (
      SELECT 1 FROM institution_returns y WHERE y.institution = \(returned).institution AND y.year = \(returned).year
        AND y.period = 'year' AND y.withdrawn_on IS NULL AND y.stage = 'approved'
        AND y.period_end <= \(days.upperBound)))
    """
  }

  /// Services to enterprises that held a status on the day of the service, by the strongest list that says so.
  ///
  /// A status that no authority vouches for makes the service a declared one.
  ///
  /// From the statuses to the services: few firms hold one, and CROSS JOIN keeps SQLite from going the other way.
  ///
  /// - Parameter status: the condition on the status, such as `status = 'high-tech'`.
  static func served(_ status: SQL, _ question: FigureQuestion) -> SQL {
    func held(_ alias: SQL) -> SQL {
      """
      \(alias).enterprise = s.client AND \(alias).\(status) AND \(live(alias))
        AND \(holds("\(alias).from_day", "\(alias).to_day", onColumn: "s.served_on"))
      """
    }
    return """
      SELECT 'services', s.id, s.client, 1, 'now', CASE WHEN t.grade = 1 THEN s.grade ELSE 4 END,
        COALESCE(s.client_name, s.client), \(site(of: "s.institution", on: question.cutoff)), s.client_place,
        s.served_on
      FROM enterprise_statuses t CROSS JOIN services s
      WHERE \(held("t")) AND NOT EXISTS (
        SELECT 1 FROM enterprise_statuses u WHERE \(held("u"))
          AND (u.grade < t.grade OR u.grade = t.grade AND u.id < t.id))
      AND \(live("s")) AND s.channel <> 'seminar' AND \(within("s.served_on", question.period))
      """
  }

  /// A listed application of a batch closed in the period: once a year, however often it was listed.
  static func abnormal(_ filing: SQL, _ question: FigureQuestion) -> SQL {
    let isNet = question.rulings[Ruling.withdrawalBase.code] == "net"
    let upheld: SQL = isNet ? "AND \(filing).outcome <> 'upheld'" : ""
    return """
      \(filing).withdrawn_on IS NULL AND \(filing).stage = 'approved'
        AND \(within("\(filing).batch_closed_on", question.period)) \(upheld)
        AND NOT EXISTS (SELECT 1 FROM abnormal_cases e WHERE e.application = \(filing).application
          AND e.withdrawn_on IS NULL AND e.stage = 'approved' AND e.id < \(filing).id
          AND e.batch_closed_on BETWEEN \(question.period.lowerBound) AND \(question.period.upperBound))
      """
  }

  /// The newest value of an outside series up to a day as a row: the final value where both are kept.
  ///
  /// - Parameter other: a series without which the value means nothing: a half of a ratio is no figure.
  static func latest(_ series: String, with other: String, part: String, times: Int, on day: Day) -> SQL {
    """
    \(latest(series, part: part, times: times, on: day))
      AND EXISTS (SELECT 1 FROM series_values w WHERE w.series = \(other) AND w.period_end <= \(day))
    """
  }

  /// The same, whatever else there is; further conditions may follow.
  static func latest(_ series: String, part: String, times: Int, on day: Day) -> SQL {
    """
    SELECT 'series_values', v.id, v.period, v.numerator * \(times) / v.denominator, \(part), 1, v.source, NULL,
      v.standing, v.period_end
    FROM series_values v WHERE v.id = (\(newest(series, until: day)))
    """
  }

  /// Nominal and real growth of the tertiary sector in a year, in hundredths of a percent.
  static func tertiary(of year: Int) -> SQL {
    let end = Day(year: year, month: 12, day: 31) ?? Day(number: 0)
    func value(_ series: String) -> SQL {
      """
      (SELECT v.numerator * 100 / v.denominator FROM series_values v
        WHERE v.id = (\(newest(series, until: end))) AND v.period_end = \(end))
      """
    }
    return "SELECT \(value("tertiary-growth.nominal")) AS nominal, \(value("tertiary-growth.real")) AS real_growth"
  }

  private static func newest(_ series: String, until day: Day) -> SQL {
    """
    SELECT n.id FROM series_values n WHERE n.series = \(series) AND n.period_end <= \(day)
    ORDER BY n.period_end DESC, CASE n.standing WHEN 'final' THEN 0 ELSE 1 END, n.published_on DESC, n.id DESC LIMIT 1
    """
  }
}

extension FigureQuestion {
  /// The last year that is over on the cut-off.
  var wholeYear: Int { cutoff.month == 12 && cutoff.day == 31 ? cutoff.year : cutoff.year - 1 }

  /// The days of ``wholeYear``.
  var year: ClosedRange<Day> { Self.days(of: wholeYear) }
  /// The days of the year before it.
  var lastYear: ClosedRange<Day> { Self.days(of: wholeYear - 1) }

  private static func days(of year: Int) -> ClosedRange<Day> {
    let end = Day(year: year, month: 12, day: 31) ?? Day(number: 0)
    return end.adding(months: -12).adding(days: 1)...end
  }
}
