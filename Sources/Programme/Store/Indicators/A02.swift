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
  /// A02 规模以上服务机构: Institutions whose return of the last whole year reaches the threshold of their industry; or those on the statistics list.
  static func a02(_ thresholds: @escaping @Sendable (Day) -> ScaleThresholds?) -> FigureSource {
    FigureSource(
      Indicator(
        "A02", name: Phrase(zh: "规模以上服务机构", en: "Above-scale institutions"),
        unit: Phrase(zh: "家", en: "institutions"), clause: "三（一）", measure: .distinct,
        target: .absolute(.moreThan, 10), period: .flow,
        counting: Phrase(
          zh: "最近完整年度年报营业收入达到行业门槛的机构；另有“已入统”口径",
          en:
            "Institutions whose return of the last whole year reaches the threshold of their industry; or those on the statistics list"
        ),
        minimum: .g2, owner: Phrase(zh: "统计部门与区知识产权局", en: "Statistics bureau and IP office"),
        frequency: Phrase(zh: "每年", en: "Yearly"), rulings: [.scope, .activity, .aboveScale],
        awaits: [Ledger.returns.awaited],
        notes: [
          Phrase(
            zh: "门槛按国家统计局口径，法规文本待核",
            en: "Thresholds as the statistics bureau uses them; the text is still to be checked")
        ]),
      reads: [Ledger.institutions.table, .institutionAbsences, Ledger.returns.table, .occupancies],
      under: Counting.servicesOfTheActive
    ) { question in
      thresholds(question.cutoff).map { thresholds in
        """
        SELECT 'institution_returns', r.id, r.institution, 1, 'now', r.grade, i.name,
          \(Counting.site(of: "i.code", on: question.cutoff)), i.main_category, r.period_end
          FROM institution_returns r JOIN institutions i ON i.code = r.institution AND \(Counting.counts("i", question))
          WHERE \(Counting.live("r")) AND r.period = 'year' AND r.year = \(question.wholeYear)
            AND \(thresholds.reached(question))
        """ as SQL
      }
    }
  }
}
