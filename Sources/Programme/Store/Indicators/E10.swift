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
  /// E10 服务贸易规模逐年扩大: Export receipts against the same days a year earlier.
  static let e10 = FigureSource(
    Indicator(
      "E10", name: Phrase(zh: "服务贸易规模逐年扩大", en: "Service trade grows yearly"),
      unit: Phrase(zh: "万美元", en: "ten thousand US dollars"), clause: "五（三）2",
      measure: .sum(dividedBy: 1_000_000, digits: 2),
      target: .risesOverYear, period: .flow,
      counting: Phrase(zh: "服务出口收款，与上年同期比", en: "Export receipts against the same days a year earlier"),
      minimum: .g2, owner: Phrase(zh: "商务部门与出口基地", en: "Commerce bureau and export base"),
      frequency: Phrase(zh: "每季", en: "Quarterly"), awaits: [Ledger.exports.awaited]),
    reads: [Ledger.exports.table]
  ) { question in
    """
    SELECT 'service_exports', x.id, x.contract || ' ' || x.receipt, x.usd,
      CASE WHEN \(Counting.within("x.received_on", question.period)) THEN 'now' ELSE 'before' END, x.grade,
      x.contract, NULL, x.country, x.received_on
      FROM service_exports x WHERE \(Counting.live("x")) AND x.mode <> '3'
        AND (\(Counting.within("x.received_on", question.period)) OR \(Counting.within("x.received_on", question.yearBefore)))
    """
  }
}
