import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import Ledgers
import LedgersStore
import PremisesStore
import Storage

extension FigureSource {
  /// E26 入驻迁出有决定记录: Of the year's moves in and out, those with a decision.
  static let e26 = FigureSource(
    Indicator(
      "E26", name: Phrase(zh: "入驻迁出有决定记录", en: "Moves with a decision on record"),
      unit: Phrase(zh: "%", en: "%"), clause: "六（三）", measure: .ratio(times: 100, digits: 2),
      target: .absolute(.atLeast, 100), period: .flow,
      counting: Phrase(zh: "当年入驻和迁出中有决定文号的比例", en: "Of the year's moves in and out, those with a decision"),
      minimum: .g4, owner: Phrase(zh: "运营中心", en: "Operation centre"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Phrase(zh: "入驻记录（R-OCC）", en: "occupancies (R-OCC)")]),
    reads: [.occupancies]
  ) { question in
    """
    SELECT 'occupancies', o.id, CAST(o.id AS TEXT), 1, 'of', 2, o.tenant_name, o.site, o.stage, o.first_day
      FROM occupancies o WHERE o.withdrawn = 0
        AND (\(Counting.within("o.first_day", question.period)) OR \(Counting.within("o.last_day", question.period)))
      UNION ALL
      SELECT 'occupancies', o.id, CAST(o.id AS TEXT), 1, 'now', 2, o.tenant_name, o.site, o.stage, o.first_day
      FROM occupancies o WHERE o.withdrawn = 0
        AND (\(Counting.within("o.first_day", question.period)) OR \(Counting.within("o.last_day", question.period)))
        AND o.decision <> ''
          AND (o.last_day IS NULL OR o.last_day > \(question.cutoff) OR o.departure_decision IS NOT NULL)
    """
  }
}
