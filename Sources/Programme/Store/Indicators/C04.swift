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
  /// C04 国家专利导航服务基地: National bases, by host.
  static let c04 = FigureSource(
    Indicator(
      "C04", name: Phrase(zh: "国家专利导航服务基地", en: "National patent-navigation service bases"),
      unit: Phrase(zh: "家", en: "bases"), clause: "三（三）", measure: .distinct,
      target: .absolute(.atLeast, 2), period: .stock,
      counting: Phrase(zh: "国家级专利导航服务基地，按承担单位计", en: "National bases, by host"),
      minimum: .g1, owner: Phrase(zh: "区知识产权局", en: "District IP office"), frequency: Phrase(zh: "每年", en: "Yearly"),
      awaits: [Ledger.recognitions.awaited]),
    reads: [Ledger.recognitions.table]
  ) { question in
    """
    SELECT 'recognitions', r.id, r.host, 1, 'now', r.grade, r.host, NULL, r.level, r.recognised_on
      FROM recognitions r WHERE \(Counting.live("r")) AND r.kind = 'navigation-base' AND r.level = 'nation'
        AND \(Counting.holds("r.recognised_on", "r.ended_on", on: question.cutoff))
    """
  }
}
