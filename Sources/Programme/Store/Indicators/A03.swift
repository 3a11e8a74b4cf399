import Enterprises
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
  /// A03 服务机构从业人员: By person: one at two institutions counts once; interns and dispatched staff are apart.
  static let a03 = FigureSource(
    Indicator(
      "A03", name: Phrase(zh: "服务机构从业人员", en: "Employees of institutions"),
      unit: Phrase(zh: "人", en: "persons"), clause: "三（一）", measure: .distinct,
      target: .absolute(.moreThan, 2600), period: .stock,
      counting: Phrase(
        zh: "按人计：同一人在两家机构任职只计一次；实习与劳务派遣另列",
        en: "By person: one at two institutions counts once; interns and dispatched staff are apart"),
      minimum: .g2, owner: Phrase(zh: "机构填报，运营中心核对", en: "Filed by institutions, checked by the centre"),
      frequency: Phrase(zh: "每季", en: "Quarterly"), rulings: [.scope, .activity, .staff], awaits: [Ledger.staff.awaited]
    ),
    reads: [Ledger.institutions.table, .institutionAbsences, Ledger.staff.table, .occupancies],
    under: Counting.servicesOfTheActive
  ) { question in
    """
    SELECT 'staff', s.id, s.person, 1, 'now', s.grade, i.name,
      \(Counting.site(of: "i.code", on: question.cutoff)), i.main_category, s.from_day
      FROM staff s JOIN institutions i ON i.code = s.institution AND \(Counting.counts("i", question))
      WHERE \(Counting.live("s")) AND \(Counting.holds("s.from_day", "s.to_day", on: question.cutoff))
        AND \(Counting.contracts("s", question))
    """
  }
}
