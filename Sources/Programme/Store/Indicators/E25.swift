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
  /// E25 年度绩效考核和优秀机构评选: The result of each year, by document.
  static let e25 = FigureSource(
    Indicator(
      "E25", name: Phrase(zh: "年度绩效考核和优秀机构评选", en: "Yearly appraisal and awards"),
      unit: Phrase(zh: "份", en: "documents"), clause: "六（三）", measure: .milestone(of: 1),
      target: .done, period: .flow,
      counting: Phrase(zh: "每年结果公布，凭文件", en: "The result of each year, by document"),
      minimum: .g1, owner: Phrase(zh: "运营中心", en: "Operation centre"), frequency: Phrase(zh: "每年", en: "Yearly"),
      awaits: [Ledger.milestones.awaited]),
    reads: [Ledger.milestones.table]
  ) { question in
    """
    SELECT 'milestones', m.id, m.title, 1, 'now', m.grade, m.title, NULL, m.issuer, m.issued_on
      FROM milestones m WHERE \(Counting.live("m")) AND m.indicator = 'E25'
        AND \(Counting.within("m.issued_on", question.period))
    """
  }
}
