import Enterprises
import Evidence
import Figures
import FiguresStore
import Institutions
import InstitutionsStore
import JournalStore
import Kernel
import Ledgers
import LedgersStore
import PremisesStore
import Storage

extension FigureSource {
  /// A04 知识产权服务业营业收入: IP-service revenue of approved returns, net of VAT; the yearly return where there is one, else the quarters.
  static let a04 = FigureSource(
    Indicator(
      "A04", name: Phrase(zh: "知识产权服务业营业收入", en: "IP-service operating revenue"),
      unit: Phrase(zh: "亿元", en: "hundred million yuan"), clause: "三（一）",
      measure: .sum(dividedBy: 10_000_000_000, digits: 2),
      target: .absolute(.moreThan, 20), period: .flow, alternatives: [.cumulative],
      counting: Phrase(
        zh: "已审核报表中的知识产权服务收入之和，不含增值税；有年报用年报，否则用季报",
        en:
          "IP-service revenue of approved returns, net of VAT; the yearly return where there is one, else the quarters"),
      minimum: .g2, owner: Phrase(zh: "机构填报，运营中心核对", en: "Filed by institutions, checked by the centre"),
      frequency: Phrase(zh: "每季", en: "Quarterly"), rulings: [.scope, .activity, .revenue],
      awaits: [Ledger.returns.awaited],
      notes: [
        Phrase(
          zh: "报道中的“增值达12亿元”是带动增值，不是营业收入，不作基数",
          en: "The press figure of 1.2 billion is added value driven, no revenue, and no baseline")
      ]),
    reads: [Ledger.institutions.table, .institutionAbsences, Ledger.returns.table, .occupancies],
    under: Counting.servicesOfTheActive
  ) { question in
    """
    SELECT 'institution_returns', r.id, r.institution, \(Counting.revenue("r", question)), 'now', r.grade, i.name,
      \(Counting.site(of: "i.code", on: question.cutoff)), i.main_category, r.period_end
      FROM institution_returns r JOIN institutions i ON i.code = r.institution AND i.withdrawn_on IS NULL
        AND \(Counting.inScope("i", question))
      WHERE \(Counting.live("r")) AND \(Counting.usedReturn("r", in: question.period))
    """
  }
}
