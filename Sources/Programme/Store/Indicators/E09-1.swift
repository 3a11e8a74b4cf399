import Evidence
import Figures
import FiguresStore
import Institutions
import JournalStore
import Kernel
import Ledgers
import LedgersStore
import Storage

extension FigureSource {
  /// E09.1 营业收入增速（口径一：现价，对第三产业）: Nominal revenue growth against nominal tertiary growth.
  static let e09x1 = FigureSource(
    Indicator(
      "E09.1", name: Phrase(zh: "营业收入增速（口径一：现价，对第三产业）", en: "Revenue growth (a: nominal, against the tertiary sector)"),
      unit: Phrase(zh: "%", en: "%"), clause: "五（三）2", measure: .growth(digits: 2),
      target: .series(.moreThan, "tertiary-growth.nominal"), period: .flow,
      counting: Phrase(zh: "现价收入增速与第三产业现价增速比较", en: "Nominal revenue growth against nominal tertiary growth"),
      minimum: .g2, owner: Phrase(zh: "统计部门与区知识产权局", en: "Statistics bureau and IP office"),
      frequency: Phrase(zh: "每年", en: "Yearly"), awaits: [Ledger.returns.awaited], parent: "E09"),
    reads: [Ledger.institutions.table, Ledger.returns.table]
  ) { question in
    """
    SELECT 'institution_returns', r.id, r.institution, r.ip_revenue, 'now', r.grade, i.name, NULL,
      i.main_category, r.period_end
      FROM institution_returns r JOIN institutions i ON i.code = r.institution AND i.withdrawn_on IS NULL
        AND i.in_district = 1
      WHERE \(Counting.live("r")) AND \(Counting.usedReturn("r", in: question.year))
      UNION ALL
      SELECT 'institution_returns', r.id, r.institution, r.ip_revenue, 'before', r.grade, i.name, NULL,
        i.main_category, r.period_end
      FROM institution_returns r JOIN institutions i ON i.code = r.institution AND i.withdrawn_on IS NULL
        AND i.in_district = 1
      WHERE \(Counting.live("r")) AND \(Counting.usedReturn("r", in: question.lastYear))
    """
  }
}
