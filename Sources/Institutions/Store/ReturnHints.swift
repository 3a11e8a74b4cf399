import Kernel
import Ledgers
import LedgersStore
import Storage

/// What should be checked about a return before it is approved.
let returnHints = [
  LedgerHintRule(
    "staff-below-attorneys", Phrase(zh: "从业人员少于所报代理师", en: "Fewer staff than attorneys returned"),
    where: "institution_returns.employees < institution_returns.attorneys",
    values: ["institution_returns.employees", "institution_returns.attorneys"]
  ) { values in
    Phrase(
      zh: "期末从业人员 \(values[0]) 人，少于本表所报执业专利代理师 \(values[1]) 人",
      en: "\(values[0]) employees are fewer than the \(values[1]) patent attorneys of the same return")
  },
  LedgerHintRule(
    "staff-below-register", Phrase(zh: "从业人员少于名册代理师", en: "Fewer staff than registered attorneys"),
    where: "institution_returns.employees < \(registeredAttorneys)",
    values: ["institution_returns.employees", registeredAttorneys]
  ) { values in
    Phrase(
      zh: "期末从业人员 \(values[0]) 人，少于执业名册中当日在册的专利代理师 \(values[1]) 人",
      en:
        "\(values[0]) employees are fewer than the \(values[1]) patent attorneys who are registered there on the period's last day"
    )
  },
  LedgerHintRule(
    "ip-share-jump", Phrase(zh: "知识产权收入占比变化过半", en: "IP share changed by more than half"),
    where: "ABS((\(ipShare)) - (\(ipShareBefore))) * 2 > (\(ipShareBefore))", values: [ipShareBefore, ipShare]
  ) { values in
    Phrase(
      zh: "知识产权服务收入占比由上期 \(percent(values[0])) 变为 \(percent(values[1]))，变化超过一半",
      en:
        "IP services went from \(percent(values[0])) to \(percent(values[1])) of all revenue: a change by more than half"
    )
  },
]

/// Who practises for the institution on the last day, by the approved register.
private let registeredAttorneys: SQL =
  """
  (SELECT COUNT(DISTINCT a.person) FROM practitioners a
    WHERE a.institution = institution_returns.institution AND a.withdrawn_on IS NULL AND a.stage = 'approved'
      AND a.from_day <= institution_returns.period_end
      AND (a.to_day IS NULL OR a.to_day >= institution_returns.period_end))
  """

/// In basis points.
private let ipShare: SQL =
  "institution_returns.ip_revenue * 10000 / NULLIF(institution_returns.total_revenue, 0)"

/// Of the institution's last return before this one: of a year for a year, of a quarter for a quarter.
private let ipShareBefore: SQL =
  """
  (SELECT b.ip_revenue * 10000 / NULLIF(b.total_revenue, 0) FROM institution_returns b
    WHERE b.institution = institution_returns.institution AND b.withdrawn_on IS NULL
      AND (b.period = 'year') = (institution_returns.period = 'year')
      AND b.period_end < institution_returns.period_end ORDER BY b.period_end DESC LIMIT 1)
  """

private func percent(_ points: String) -> String {
  guard let points = Int(points) else { return points }
  let rest = points % 100
  return "\(points / 100).\(rest < 10 ? "0" : "")\(rest)%"
}
