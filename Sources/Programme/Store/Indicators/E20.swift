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
  /// E20 专家咨询委员会会议: At least one meeting a year, by its minutes.
  static let e20 = FigureSource(
    Indicator(
      "E20", name: Phrase(zh: "专家咨询委员会会议", en: "Expert advisory committee"),
      unit: Phrase(zh: "份", en: "documents"), clause: "五（六）2", measure: .milestone(of: 1),
      target: .done, period: .flow,
      counting: Phrase(zh: "每年至少一次会议，凭纪要", en: "At least one meeting a year, by its minutes"),
      minimum: .g1, owner: Phrase(zh: "领导小组办公室", en: "Office of the leading group"),
      frequency: Phrase(zh: "每年", en: "Yearly"), awaits: [Ledger.milestones.awaited]),
    reads: [Ledger.milestones.table]
  ) { question in
    """
    SELECT 'milestones', m.id, m.title, 1, 'now', m.grade, m.title, NULL, m.issuer, m.issued_on
      FROM milestones m WHERE \(Counting.live("m")) AND m.indicator = 'E20'
        AND \(Counting.within("m.issued_on", question.period))
    """
  }
}
