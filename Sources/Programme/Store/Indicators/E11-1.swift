import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import Ledgers
import LedgersStore
import Programme
import Storage

extension FigureSource {
  /// E11.1 质押、保险、证券化金额: By registration or contract, by product.
  static let e11x1 = FigureSource(
    Indicator(
      "E11.1", name: Phrase(zh: "质押、保险、证券化金额", en: "Amount of pledges, insurance and securitisation"),
      unit: Phrase(zh: "万元", en: "ten thousand yuan"), clause: "五（三）2", measure: .sum(dividedBy: 1_000_000, digits: 2),
      target: .none, period: .flow, alternatives: [.cumulative],
      counting: Phrase(zh: "按登记或合同号计，分产品", en: "By registration or contract, by product"),
      minimum: .g2, owner: Phrase(zh: "财政与金融部门", en: "Finance bureau"), frequency: Phrase(zh: "每季", en: "Quarterly"),
      awaits: [Ledger.financings.awaited], parent: "E11"),
    reads: [Ledger.financings.table]
  ) { question in
    """
    SELECT 'financings', f.id, f.number, f.amount, 'now', f.grade, f.number, NULL, f.kind, f.signed_on
      FROM financings f WHERE \(Counting.live("f")) AND \(Counting.within("f.signed_on", question.period))
    """
  }
}
