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
  /// E22 区域会商与都市圈合作: Meetings of the year, by their minutes.
  static let e22 = FigureSource(
    Indicator(
      "E22", name: Phrase(zh: "区域会商与都市圈合作", en: "Regional consultation"),
      unit: Phrase(zh: "份", en: "documents"), clause: "五（六）3", measure: .milestone(of: 1),
      target: .done, period: .flow,
      counting: Phrase(zh: "每年会商，凭纪要", en: "Meetings of the year, by their minutes"),
      minimum: .g1, owner: Phrase(zh: "区知识产权局", en: "District IP office"), frequency: Phrase(zh: "每年", en: "Yearly"),
      awaits: [Ledger.milestones.awaited]),
    reads: [Ledger.milestones.table]
  ) { question in
    """
    SELECT 'milestones', m.id, m.title, 1, 'now', m.grade, m.title, NULL, m.issuer, m.issued_on
      FROM milestones m WHERE \(Counting.live("m")) AND m.indicator = 'E22'
        AND \(Counting.within("m.issued_on", question.period))
    """
  }
}
