import Evidence
import Figures
import FiguresStore
import Institutions
import JournalStore
import Kernel
import Ledgers
import LedgersStore
import Storage

extension FigureSource {
  /// D03 入驻外国代表机构: Approved and valid offices of foreign patent agencies, by approval number.
  static let d03 = FigureSource(
    Indicator(
      "D03", name: Phrase(zh: "入驻外国代表机构", en: "Foreign representative offices"),
      unit: Phrase(zh: "家", en: "offices"), clause: "三（四）", measure: .distinct,
      target: .absolute(.moreThan, 2), period: .stock,
      counting: Phrase(
        zh: "经批准且有效的外国专利代理机构常驻代表机构，按批准文号计",
        en: "Approved and valid offices of foreign patent agencies, by approval number"),
      minimum: .g1, owner: Phrase(zh: "区知识产权局", en: "District IP office"), frequency: Phrase(zh: "每季", en: "Quarterly"),
      awaits: [Ledger.foreignOffices.awaited]),
    reads: [Ledger.foreignOffices.table]
  ) { question in
    """
    SELECT 'foreign_offices', f.id, f.approval, 1, 'now', f.grade, f.name, NULL, f.country, f.approved_on
      FROM foreign_offices f WHERE \(Counting.live("f")) AND f.kind = 'patent-agency' AND f.in_district = 1
        AND \(Counting.holds("f.approved_on", "f.valid_to", on: question.cutoff))
    """
  }
}
