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
  /// B03 建设资金纳入预算并逐年增加: This year's budget against last year's, on one scope line.
  static let b03 = FigureSource(
    Indicator(
      "B03", name: Phrase(zh: "建设资金纳入预算并逐年增加", en: "Zone budget rising yearly"),
      unit: Phrase(zh: "万元", en: "ten thousand yuan"), clause: "三（二）", measure: .sum(dividedBy: 1_000_000, digits: 2),
      target: .risesOverYear, period: .flow,
      counting: Phrase(zh: "同一口径当年预算与上年预算比较", en: "This year's budget against last year's, on one scope line"),
      minimum: .g1, owner: Phrase(zh: "财政与金融部门", en: "Finance bureau"), frequency: Phrase(zh: "每年", en: "Yearly"),
      awaits: [Ledger.budgets.awaited]),
    reads: [Ledger.budgets.table]
  ) { question in
    """
    SELECT 'budgets', b.id, CAST(b.year AS TEXT), b.amount,
      CASE WHEN b.year = \(question.cutoff.year) THEN 'now' ELSE 'before' END, b.grade, CAST(b.year AS TEXT),
      NULL, NULL, CAST(b.year AS TEXT) || '-01-01'
      FROM budgets b WHERE \(Counting.live("b")) AND b.scope = 'zone'
        AND b.year IN (\(question.cutoff.year), \(question.cutoff.year - 1))
    """
  }
}
