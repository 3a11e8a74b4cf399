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
  /// B06.1 “百企千人”培训企业数: Distinct in the year; people are not attendances.
  static let b06x1 = FigureSource(
    Indicator(
      "B06.1", name: Phrase(zh: "“百企千人”培训企业数", en: "Firms trained (100 firms, 1,000 people)"),
      unit: Phrase(zh: "家", en: "firms"), clause: "三（二）", measure: .distinct,
      target: .absolute(.atLeast, 100), period: .flow, alternatives: [.cumulative],
      counting: Phrase(zh: "按年去重；人数与人次分开", en: "Distinct in the year; people are not attendances"),
      minimum: .g2, owner: Phrase(zh: "运营中心", en: "Operation centre"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Ledger.attendances.awaited], parent: "B06"),
    reads: [Ledger.attendances.table]
  ) { question in
    """
    SELECT 'attendances', a.id, a.firm, 1, 'now', a.grade, a.training, NULL, a.training, a.held_on
      FROM attendances a WHERE \(Counting.live("a")) AND a.firm IS NOT NULL
        AND \(Counting.within("a.held_on", question.period))
    """
  }
}
