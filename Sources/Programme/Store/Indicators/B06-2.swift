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
  /// B06.2 “百企千人”培训人次: Every sign-in of the year; one person at three lectures is three.
  static let b06x2 = FigureSource(
    Indicator(
      "B06.2", name: Phrase(zh: "“百企千人”培训人次", en: "Attendances (100 firms, 1,000 people)"),
      unit: Phrase(zh: "人次", en: "sign-ins"), clause: "三（二）", measure: .sum(dividedBy: 1, digits: 0),
      target: .none, period: .flow, alternatives: [.cumulative],
      counting: Phrase(
        zh: "每次签到计一人次，与去重的人数并列", en: "Every sign-in counts, beside the people who are counted once"),
      minimum: .g2, owner: Phrase(zh: "运营中心", en: "Operation centre"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Ledger.attendances.awaited], parent: "B06"),
    reads: [Ledger.attendances.table]
  ) { question in
    """
    SELECT 'attendances', a.id, a.training || ' ' || a.person, 1, 'now', a.grade, a.training, NULL, a.training, a.held_on
      FROM attendances a WHERE \(Counting.live("a")) AND a.person IS NOT NULL
        AND \(Counting.within("a.held_on", question.period))
    """
  }
}
