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
  /// A01 知识产权服务机构数量: By credit code; a branch with a code of its own counts once; law firms only with IP income; sole traders and university offices are listed apart.
  static let a01 = FigureSource(
    Indicator(
      "A01", name: Phrase(zh: "知识产权服务机构数量", en: "IP service institutions"),
      unit: Phrase(zh: "家", en: "institutions"), clause: "三（一）", measure: .distinct,
      target: .absolute(.moreThan, 100), period: .stock,
      counting: Phrase(
        zh: "以统一社会信用代码计，分支机构有独立代码的计一家；律师事务所有知识产权收入才计；个体工商户、高校内设机构另列",
        en:
          "By credit code; a branch with a code of its own counts once; law firms only with IP income; sole traders and university offices are listed apart"
      ),
      minimum: .g2, owner: Phrase(zh: "运营中心", en: "Operation centre"), frequency: Phrase(zh: "每月", en: "Monthly"),
      rulings: [.scope, .activity], awaits: [Ledger.institutions.awaited]),
    reads: [Ledger.institutions.table, .institutionAbsences, .occupancies], under: Counting.servicesOfTheActive
  ) { question in
    """
    SELECT 'institutions', i.id, i.code, 1, 'now', i.grade, i.name,
      \(Counting.site(of: "i.code", on: question.cutoff)), i.main_category, i.active_from
      FROM institutions i WHERE \(Counting.counts("i", question))
    """
  }
}
