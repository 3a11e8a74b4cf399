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
  /// C12 三方协同创新协议: Agreements of institution, enterprise and university.
  static let c12 = FigureSource(
    Indicator(
      "C12", name: Phrase(zh: "三方协同创新协议", en: "Three-party co-innovation agreements"),
      unit: Phrase(zh: "份", en: "agreements"), clause: "三（三）", measure: .distinct,
      target: .none, period: .cumulative,
      counting: Phrase(zh: "服务机构、企业、高校院所三方协议", en: "Agreements of institution, enterprise and university"),
      minimum: .g2, owner: Phrase(zh: "运营中心", en: "Operation centre"),
      frequency: Phrase(zh: "每半年", en: "Every half-year"), awaits: [Ledger.milestones.awaited]),
    reads: [Ledger.milestones.table]
  ) { question in
    """
    SELECT 'milestones', m.id, m.title, 1, 'now', m.grade, m.title, NULL, NULL, m.issued_on
      FROM milestones m WHERE \(Counting.live("m")) AND m.indicator = 'C12'
        AND \(Counting.within("m.issued_on", question.period))
    """
  }
}
