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
  /// B02 修订战略专项资金管理办法: Done once the document is issued, by its number.
  static let b02 = FigureSource(
    Indicator(
      "B02", name: Phrase(zh: "修订战略专项资金管理办法", en: "Fund rules revised"),
      unit: Phrase(zh: "份", en: "documents"), clause: "三（二）", measure: .milestone(of: 1),
      target: .done, period: .milestone,
      counting: Phrase(zh: "文件印发即完成，凭文号", en: "Done once the document is issued, by its number"),
      minimum: .g1, owner: Phrase(zh: "区知识产权局", en: "District IP office"), frequency: Phrase(zh: "每年", en: "Yearly"),
      awaits: [Ledger.milestones.awaited]),
    reads: [Ledger.milestones.table]
  ) { question in
    """
    SELECT 'milestones', m.id, m.title, 1, 'now', m.grade, m.title, NULL, m.issuer, m.issued_on
      FROM milestones m WHERE \(Counting.live("m")) AND m.indicator = 'B02'
        AND \(Counting.within("m.issued_on", question.period))
    """
  }
}
