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
  /// E08 服务业发展报告与论坛: At least one a year, by document.
  static let e08 = FigureSource(
    Indicator(
      "E08", name: Phrase(zh: "服务业发展报告与论坛", en: "Industry report and forum"),
      unit: Phrase(zh: "份", en: "documents"), clause: "五（二）2", measure: .milestone(of: 1),
      target: .done, period: .flow,
      counting: Phrase(zh: "每年至少一份，凭文件", en: "At least one a year, by document"),
      minimum: .g1, owner: Phrase(zh: "服务业联盟", en: "The alliance"), frequency: Phrase(zh: "每年", en: "Yearly"),
      awaits: [Ledger.milestones.awaited]),
    reads: [Ledger.milestones.table]
  ) { question in
    """
    SELECT 'milestones', m.id, m.title, 1, 'now', m.grade, m.title, NULL, m.issuer, m.issued_on
      FROM milestones m WHERE \(Counting.live("m")) AND m.indicator = 'E08'
        AND \(Counting.within("m.issued_on", question.period))
    """
  }
}
