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
  /// C07 高价值专利培育中心: Under way or accepted, once by its number; a raised level is no second centre.
  static let c07 = FigureSource(
    Indicator(
      "C07", name: Phrase(zh: "高价值专利培育中心", en: "High-value patent cultivation centres"),
      unit: Phrase(zh: "家", en: "centres"), clause: "三（三）", measure: .distinct,
      target: .absolute(.moreThan, 130), period: .stock,
      counting: Phrase(
        zh: "在建或已验收，按中心编号计一家；升级不另计", en: "Under way or accepted, once by its number; a raised level is no second centre"
      ),
      minimum: .g2, owner: Phrase(zh: "区知识产权局", en: "District IP office"),
      frequency: Phrase(zh: "每半年", en: "Every half-year"), awaits: [Ledger.cultivationCentres.awaited]),
    reads: [Ledger.cultivationCentres.table]
  ) { question in
    """
    SELECT 'cultivation_centres', c.id, c.code, 1, 'now', c.grade, c.name, NULL, c.level, c.from_day
      FROM cultivation_centres c WHERE \(Counting.live("c")) AND c.progress IN ('building', 'accepted')
        AND \(Counting.holds("c.from_day", "c.ended_on", on: question.cutoff))
    """
  }
}
