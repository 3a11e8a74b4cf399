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
  /// E01 一中心两基地入驻机构: Institutions with a room at the centre or a base.
  static let e01 = FigureSource(
    Indicator(
      "E01", name: Phrase(zh: "一中心两基地入驻机构", en: "Institutions at the centre and the two bases"),
      unit: Phrase(zh: "家", en: "institutions"), clause: "四", measure: .distinct,
      target: .none, period: .stock,
      counting: Phrase(zh: "在一中心两基地有房间的机构", en: "Institutions with a room at the centre or a base"),
      minimum: .g4, owner: Phrase(zh: "运营中心", en: "Operation centre"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Phrase(zh: "入驻记录（R-OCC）", en: "occupancies (R-OCC)")]),
    reads: [.occupancies]
  ) { question in
    """
    SELECT 'occupancies', o.id, o.tenant, 1, 'now', 2, o.tenant_name, o.site, o.stage, o.first_day
      FROM occupancies o WHERE o.withdrawn = 0
        AND \(Counting.holds("o.first_day", "o.last_day", on: question.cutoff))
    """
  }
}
