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
  /// E09.2 营业收入增速（口径二：缩减后，对第三产业不变价）: Deflated by the tertiary deflator, against its real growth.
  static let e09x2 = FigureSource(
    Indicator(
      "E09.2",
      name: Phrase(zh: "营业收入增速（口径二：缩减后，对第三产业不变价）", en: "Revenue growth (b: deflated, against real tertiary growth)"),
      unit: Phrase(zh: "%", en: "%"), clause: "五（三）2", measure: .growth(digits: 2),
      target: .series(.moreThan, "tertiary-growth.real"), period: .flow,
      counting: Phrase(zh: "以第三产业缩减指数折实后与其不变价增速比较", en: "Deflated by the tertiary deflator, against its real growth"),
      minimum: .g2, owner: Phrase(zh: "统计部门与区知识产权局", en: "Statistics bureau and IP office"),
      frequency: Phrase(zh: "每年", en: "Yearly"), awaits: [Ledger.returns.awaited], parent: "E09"),
    reads: [Ledger.institutions.table, Ledger.returns.table, .seriesValues]
  ) { question in
    """
    SELECT 'institution_returns', r.id, r.institution, r.ip_revenue, 'now', r.grade, i.name, NULL,
      i.main_category, r.period_end
      FROM institution_returns r JOIN institutions i ON i.code = r.institution AND i.withdrawn_on IS NULL
        AND i.in_district = 1
      WHERE \(Counting.live("r")) AND \(Counting.usedReturn("r", in: question.year))
      UNION ALL
      SELECT 'institution_returns', r.id, r.institution,
        r.ip_revenue * (10000 + d.nominal) / (10000 + d.real_growth), 'before', r.grade, i.name, NULL,
        i.main_category, r.period_end
      FROM institution_returns r JOIN institutions i ON i.code = r.institution AND i.withdrawn_on IS NULL
        AND i.in_district = 1
        JOIN (\(Counting.tertiary(of: question.wholeYear))) d ON d.nominal IS NOT NULL AND d.real_growth IS NOT NULL
      WHERE \(Counting.live("r")) AND \(Counting.usedReturn("r", in: question.lastYear))
    """
  }
}
