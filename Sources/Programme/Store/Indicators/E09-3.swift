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
  /// E09.3 营业收入增速（口径三：同口径机构，对不变价）: Institutions with returns of both years, against real GDP growth.
  static let e09x3 = FigureSource(
    Indicator(
      "E09.3", name: Phrase(zh: "营业收入增速（口径三：同口径机构，对不变价）", en: "Revenue growth (c: like for like, against real GDP)"),
      unit: Phrase(zh: "%", en: "%"), clause: "五（三）2", measure: .growth(digits: 2),
      target: .series(.moreThan, "gdp-growth.real"), period: .flow,
      counting: Phrase(
        zh: "两年均有报表的机构，与地区生产总值不变价增速比较", en: "Institutions with returns of both years, against real GDP growth"),
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
        AND EXISTS (SELECT 1 FROM institution_returns o WHERE o.institution = r.institution AND \(Counting.live("o")) AND \(Counting.within("o.period_end", question.lastYear)))
      UNION ALL
      SELECT 'institution_returns', r.id, r.institution, r.ip_revenue, 'before', r.grade, i.name, NULL,
        i.main_category, r.period_end
      FROM institution_returns r JOIN institutions i ON i.code = r.institution AND i.withdrawn_on IS NULL
        AND i.in_district = 1
      WHERE \(Counting.live("r")) AND \(Counting.usedReturn("r", in: question.lastYear))
        AND EXISTS (SELECT 1 FROM institution_returns o WHERE o.institution = r.institution AND \(Counting.live("o")) AND \(Counting.within("o.period_end", question.year)))
    """
  }
}
