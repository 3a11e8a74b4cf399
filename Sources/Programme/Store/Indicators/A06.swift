import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import Ledgers
import LedgersStore
import PremisesStore
import Programme
import Storage

extension FigureSource {
  /// A06 带动服务贸易出口额: Claims signed by the client: one a client and year, capped at its declared exports.
  static let a06 = FigureSource(
    Indicator(
      "A06", name: Phrase(zh: "带动服务贸易出口额", en: "Services-trade exports driven"),
      unit: Phrase(zh: "亿元", en: "hundred million yuan"), clause: "三（一）",
      measure: .sum(dividedBy: 10_000_000_000, digits: 2),
      target: .absolute(.atLeast, 10), period: .flow, alternatives: [.cumulative],
      counting: Phrase(
        zh: "客户签字的带动出口申报，一客户一年一条，不超过其申报出口额",
        en: "Claims signed by the client: one a client and year, capped at its declared exports"),
      minimum: .g2, owner: Phrase(zh: "商务部门与出口基地", en: "Commerce bureau and export base"),
      frequency: Phrase(zh: "每年", en: "Yearly"), awaits: [Ledger.drivenExports.awaited],
      notes: [Phrase(zh: "申报数，未经审计", en: "Declared, not audited")]),
    reads: [Ledger.drivenExports.table, .occupancies]
  ) { question in
    """
    SELECT 'driven_exports', d.id, d.client, d.amount, 'now', d.grade, d.client,
      \(Counting.site(of: "d.institution", on: question.cutoff)), NULL, CAST(d.year AS TEXT) || '-12-31'
      FROM driven_exports d WHERE \(Counting.live("d")) AND d.signed = 1
        AND d.year BETWEEN \(question.period.lowerBound.year) AND \(question.period.upperBound.year)
    """
  }
}
