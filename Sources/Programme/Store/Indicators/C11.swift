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
  /// C11 专利转让: Recorded transfers, by patent and day; no change of name, inheritance or move within a group.
  static let c11 = FigureSource(
    Indicator(
      "C11", name: Phrase(zh: "专利转让", en: "Patent transfers"),
      unit: Phrase(zh: "件", en: "patents"), clause: "三（三）", measure: .distinct,
      target: .absolute(.moreThan, 3000), period: .cumulative, alternatives: [.flow],
      counting: Phrase(
        zh: "经登记的专利权转移，专利号×变更日；更名、继承、集团内转移不计",
        en: "Recorded transfers, by patent and day; no change of name, inheritance or move within a group"),
      minimum: .g1, owner: Phrase(zh: "运营中心", en: "Operation centre"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Ledger.transfers.awaited]),
    reads: [Ledger.transfers.table]
  ) { question in
    """
    SELECT 'transfers', t.id, t.patent || ' ' || t.changed_on, 1, 'now', t.grade, t.patent, NULL,
      CASE WHEN t.brokered = 1 THEN 'brokered' WHEN t.from_zone = 1 THEN 'from-zone' ELSE 'to-zone' END,
      t.changed_on
      FROM transfers t WHERE \(Counting.live("t")) AND t.kind = 'right'
        AND (t.from_zone = 1 OR t.to_zone = 1 OR t.brokered = 1)
        AND \(Counting.within("t.changed_on", question.period))
    """
  }
}
