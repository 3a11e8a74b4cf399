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
  /// E28 专项资金按用途支出: Buildings, bringing in institutions, brands, and other.
  static let e28 = FigureSource(
    Indicator(
      "E28", name: Phrase(zh: "专项资金按用途支出", en: "Use of the fund"),
      unit: Phrase(zh: "万元", en: "ten thousand yuan"), clause: "六（二）", measure: .sum(dividedBy: 1_000_000, digits: 2),
      target: .none, period: .flow,
      counting: Phrase(zh: "大厦建设、高端机构引进、品牌培育及其他", en: "Buildings, bringing in institutions, brands, and other"),
      minimum: .g1, owner: Phrase(zh: "财政与金融部门", en: "Finance bureau"), frequency: Phrase(zh: "每年", en: "Yearly"),
      awaits: [Ledger.budgets.awaited]),
    reads: [Ledger.budgets.table]
  ) { question in
    """
    SELECT 'budgets', b.id, CAST(b.id AS TEXT), b.spent, 'now', b.grade, b.scope, NULL, b.scope,
      CAST(b.year AS TEXT) || '-12-31'
      FROM budgets b WHERE \(Counting.live("b")) AND b.scope <> 'zone' AND b.spent IS NOT NULL
        AND b.year = \(question.cutoff.year)
    """
  }
}
