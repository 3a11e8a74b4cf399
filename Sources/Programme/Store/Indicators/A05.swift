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
  /// A05 服务出口总额: By receipt, modes 1, 2 and 4; once by contract and receipt; in dollars at the booking day's rate.
  static let a05 = FigureSource(
    Indicator(
      "A05", name: Phrase(zh: "服务出口总额", en: "Service exports"),
      unit: Phrase(zh: "万美元", en: "ten thousand US dollars"), clause: "三（一）",
      measure: .sum(dividedBy: 1_000_000, digits: 2),
      target: .absolute(.atLeast, 1500), period: .flow, alternatives: [.cumulative],
      counting: Phrase(
        zh: "以收款计，模式一、二、四；按合同号与凭证号不重复；按入账日汇率折美元",
        en: "By receipt, modes 1, 2 and 4; once by contract and receipt; in dollars at the booking day's rate"),
      minimum: .g2, owner: Phrase(zh: "商务部门与出口基地", en: "Commerce bureau and export base"),
      frequency: Phrase(zh: "每季", en: "Quarterly"), awaits: [Ledger.exports.awaited]),
    reads: [Ledger.exports.table, .occupancies]
  ) { question in
    """
    SELECT 'service_exports', x.id, x.contract || ' ' || x.receipt, x.usd, 'now', x.grade, x.contract,
      \(Counting.site(of: "x.institution", on: question.cutoff)), x.country, x.received_on
      FROM service_exports x WHERE \(Counting.live("x")) AND x.mode <> '3'
        AND \(Counting.within("x.received_on", question.period))
    """
  }
}
