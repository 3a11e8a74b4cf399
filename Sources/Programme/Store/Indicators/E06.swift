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
  /// E06 定期发布《知识产权出口维权指南》: At least one a year, by document.
  static let e06 = FigureSource(
    Indicator(
      "E06", name: Phrase(zh: "定期发布《知识产权出口维权指南》", en: "Export enforcement guide"),
      unit: Phrase(zh: "份", en: "documents"), clause: "五（二）1", measure: .milestone(of: 1),
      target: .done, period: .flow,
      counting: Phrase(zh: "每年至少一份，凭文件", en: "At least one a year, by document"),
      minimum: .g1, owner: Phrase(zh: "区知识产权局", en: "District IP office"), frequency: Phrase(zh: "每年", en: "Yearly"),
      awaits: [Ledger.milestones.awaited]),
    reads: [Ledger.milestones.table]
  ) { question in
    """
    SELECT 'milestones', m.id, m.title, 1, 'now', m.grade, m.title, NULL, m.issuer, m.issued_on
      FROM milestones m WHERE \(Counting.live("m")) AND m.indicator = 'E06'
        AND \(Counting.within("m.issued_on", question.period))
    """
  }
}
