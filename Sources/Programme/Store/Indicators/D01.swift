import Evidence
import Figures
import FiguresStore
import Institutions
import InstitutionsStore
import JournalStore
import Kernel
import Ledgers
import LedgersStore
import PremisesStore
import Storage

extension FigureSource {
  /// D01 有影响力品牌或分支机构: On a recognised list and active here; a brand counts once, head office and branch together.
  static let d01 = FigureSource(
    Indicator(
      "D01", name: Phrase(zh: "有影响力品牌或分支机构", en: "Influential brands or branches"),
      unit: Phrase(zh: "家", en: "brands"), clause: "三（四）", measure: .distinct,
      target: .absolute(.moreThan, 15), period: .stock,
      counting: Phrase(
        zh: "列入认定名单且在区内经营，同一品牌计一家；总部与分支不重复",
        en: "On a recognised list and active here; a brand counts once, head office and branch together"),
      minimum: .g1, owner: Phrase(zh: "运营中心", en: "Operation centre"),
      frequency: Phrase(zh: "每半年", en: "Every half-year"), awaits: [Ledger.brands.awaited]),
    reads: [Ledger.brands.table, Ledger.institutions.table, .institutionAbsences, .occupancies]
  ) { question in
    """
    SELECT 'brands', b.id, b.brand, 1, 'now', b.grade, b.brand,
      \(Counting.site(of: "b.institution", on: question.cutoff)), b.list, b.recognised_on
      FROM brands b JOIN institutions i ON i.code = b.institution AND i.withdrawn_on IS NULL
        AND \(Counting.isHere("i", on: question.cutoff))
      WHERE \(Counting.live("b")) AND \(Counting.holds("b.recognised_on", "b.ended_on", on: question.cutoff))
    """
  }
}
