import Figures
import Kernel
import Storage

/// What figures of matters have in common: a matter is one row, however many steps it took.
///
/// What they are called is their number: nothing about who asked, or against whom.
extension Counting {
  /// As it stands on the papers, such as `CK-2026-00001`.
  static func number(_ matter: SQL) -> SQL {
    let serial: SQL = "CAST(\(matter).serial AS TEXT)"
    return """
      \(matter).letters || '-' || CAST(\(matter).year AS TEXT) || '-' || substr('0000', length(\(serial))) || \(serial)
      """
  }

  /// Whether a matter of one of these procedures closed with an outcome in some days.
  ///
  /// What was sent elsewhere, refused or withdrawn is no service.
  static func granted(_ matter: SQL, _ procedures: [String], in days: ClosedRange<Day>) -> SQL {
    """
    \(matter).procedure_code IN \(SQL.list(procedures)) AND \(matter).end_sort = 'granted'
      AND \(matter).closed_at >= \(days.lowerBound.start) AND \(matter).closed_at < \(days.upperBound.adding(days: 1).start)
    """
  }

  /// The last day that a clock of a matter ended on: that of its closing; NULL where it had no time limit.
  static func closedOn(_ matter: SQL) -> SQL {
    "(SELECT MAX(d.ended_on) FROM matter_clocks d WHERE d.matter = \(matter).id)"
  }

  /// Whether a time limit ran of the matter at all.
  static func isTimed(_ matter: SQL) -> SQL {
    "EXISTS (SELECT 1 FROM matter_clocks t WHERE t.matter = \(matter).id)"
  }

  /// `late` where a time limit of the matter was missed, `untimed` where it had none, else `on-time`.
  static func punctuality(_ matter: SQL) -> SQL {
    """
    CASE WHEN NOT \(isTimed(matter)) THEN 'untimed' WHEN EXISTS (SELECT 1 FROM matter_clocks l WHERE l.matter = \(matter).id
      AND (l.is_told = 1 OR l.ended_on > l.due_on)) THEN 'late' ELSE 'on-time' END
    """
  }

  /// A row of each of these matters, called by its number.
  static func matters(_ part: String = "now", where condition: SQL) -> SQL {
    """
    SELECT 'matters', m.id, \(number("m")), 1, CAST(\(part) AS TEXT), 2, \(number("m")), NULL, \(punctuality("m")),
      \(closedOn("m"))
      FROM matters m WHERE \(condition)
    """
  }

  /// What was answered to a question of the application.
  static func answer(_ field: String, of matter: SQL) -> SQL {
    "(SELECT a.text FROM matter_answers a WHERE a.matter = \(matter).id AND a.place = 1 AND a.field = \(field))"
  }

  /// A row of each of these complaints and reports, told apart by their kind (AMB-28).
  static func complaints(_ part: String, where condition: SQL) -> SQL {
    """
    SELECT 'matters', m.id, \(number("m")), 1, CAST(\(part) AS TEXT), 2, \(number("m")), NULL,
      \(answer("complaint_kind", of: "m")), \(closedOn("m"))
      FROM matters m WHERE \(condition)
    """
  }

  /// Whether a dispute that came to a mediator was closed in some days, with an agreement or without.
  static func mediated(_ matter: SQL, in days: ClosedRange<Day>) -> SQL {
    """
    \(matter).procedure_code = 'mediation' AND \(matter).closed_at >= \(days.lowerBound.start)
      AND \(matter).closed_at < \(days.upperBound.adding(days: 1).start)
      AND EXISTS (SELECT 1 FROM matter_clocks c WHERE c.matter = \(matter).id AND c.clock IN ('term', 'courtTerm'))
    """
  }

  /// Whether a matter was filed in some days and not withdrawn.
  static func filed(_ matter: SQL, _ procedure: String, in days: ClosedRange<Day>) -> SQL {
    """
    \(matter).procedure_code = \(procedure) AND \(matter).filed_at >= \(days.lowerBound.start)
      AND \(matter).filed_at < \(days.upperBound.adding(days: 1).start)
      AND COALESCE(\(matter).end_sort, '') <> 'withdrawn'
    """
  }

  /// The share of matters that were decided on within a time limit, of those decided on or overdue by the cut-off.
  ///
  /// While the applicant corrects, the time limit stands still and nothing is overdue.
  ///
  /// - Parameter kind: the question whose answer tells kinds apart; without one they are told apart by being in time.
  static func decidedInTime(
    _ procedure: String, clock: String, by kind: String? = nil, _ question: FigureQuestion
  ) -> SQL {
    let category: SQL =
      kind.map { answer($0, of: "m") } ?? "CASE WHEN c.ended_on <= c.due_on THEN 'on-time' ELSE 'late' END"
    func rows(_ part: String, _ further: SQL) -> SQL {
      """
      SELECT 'matters', m.id, \(number("m")), 1, CAST(\(part) AS TEXT), 2, \(number("m")), NULL,
        \(category), c.started_on
        FROM matters m JOIN matter_clocks c ON c.matter = m.id AND c.clock = \(clock) AND c.run = 1
        WHERE m.procedure_code = \(procedure) AND COALESCE(m.end_sort, '') <> 'withdrawn'
          AND \(within("c.started_on", question.period))
          AND (c.ended_on <= \(question.cutoff) OR c.paused_on IS NULL AND c.due_on < \(question.cutoff)) \(further)
      """
    }
    return """
      \(rows("of", "")) UNION ALL
      \(rows("now", "AND c.ended_on <= c.due_on AND c.ended_on <= \(question.cutoff)"))
      """
  }
}
