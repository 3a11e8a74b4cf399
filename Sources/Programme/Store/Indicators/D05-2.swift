import Enterprises
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
  /// D05.2 江苏以外客户的合同占比: Of service contracts whose client's place is known.
  static let d05x2 = FigureSource(
    Indicator(
      "D05.2", name: Phrase(zh: "江苏以外客户的合同占比", en: "Contracts with clients outside Jiangsu"),
      unit: Phrase(zh: "%", en: "%"), clause: "三（四）", measure: .ratio(times: 100, digits: 2),
      target: .none, period: .cumulative,
      counting: Phrase(zh: "服务合同中客户所在地已知的部分", en: "Of service contracts whose client's place is known"),
      minimum: .g2, owner: Phrase(zh: "运营中心", en: "Operation centre"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Ledger.services.awaited], parent: "D05"),
    reads: [Ledger.services.table, .occupancies]
  ) { question in
    """
    SELECT 'services', s.id, s.number, 1, p.part, s.grade, s.number,
      \(Counting.site(of: "s.institution", on: question.cutoff)), s.client_place, s.served_on
    FROM services s JOIN (SELECT 'of' AS part UNION ALL SELECT 'now') p
      ON p.part = 'of' OR s.client_place = 'elsewhere'
    WHERE \(Counting.live("s")) AND s.channel = 'contract' AND s.client_place IS NOT NULL
      AND \(Counting.within("s.served_on", question.period))
    """
  }
}
