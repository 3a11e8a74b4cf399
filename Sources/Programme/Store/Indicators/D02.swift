import Evidence
import Figures
import FiguresStore
import Institutions
import JournalStore
import Kernel
import Ledgers
import LedgersStore
import PremisesStore
import Storage

extension FigureSource {
  /// D02 执业专利代理师: With a valid practising record and a workplace here, by person.
  static let d02 = FigureSource(
    Indicator(
      "D02", name: Phrase(zh: "执业专利代理师", en: "Practising patent attorneys"),
      unit: Phrase(zh: "人", en: "persons"), clause: "三（四）", measure: .distinct,
      target: .absolute(.moreThan, 100), period: .stock,
      counting: Phrase(zh: "执业备案有效且执业地在区内，按人计", en: "With a valid practising record and a workplace here, by person"),
      minimum: .g1, owner: Phrase(zh: "区知识产权局", en: "District IP office"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Ledger.practitioners.awaited]),
    reads: [Ledger.practitioners.table, .occupancies]
  ) { question in
    """
    SELECT 'practitioners', p.id, p.person, 1, 'now', p.grade, p.certificate,
      \(Counting.site(of: "p.institution", on: question.cutoff)), NULL, p.from_day
      FROM practitioners p WHERE \(Counting.live("p")) AND p.in_district = 1
        AND \(Counting.holds("p.from_day", "p.to_day", on: question.cutoff))
    """
  }
}
