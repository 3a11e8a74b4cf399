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
  /// C05 咨询、运用、转化、保护等事项服务企业: Matters of consulting, use, transfer and protection; plain filing does not count; once by credit code.
  static let c05 = FigureSource(
    Indicator(
      "C05",
      name: Phrase(zh: "咨询、运用、转化、保护等事项服务企业", en: "Enterprises served on consulting, use, transfer and protection"),
      unit: Phrase(zh: "家", en: "enterprises"), clause: "三（三）", measure: .distinct,
      target: .absolute(.moreThan, 1000), period: .cumulative, alternatives: [.flow],
      counting: Phrase(
        zh: "事项为咨询、运用、转化、保护；单纯代理申请不计；按信用代码计一次",
        en: "Matters of consulting, use, transfer and protection; plain filing does not count; once by credit code"),
      minimum: .g2, owner: Phrase(zh: "运营中心", en: "Operation centre"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Ledger.services.awaited]),
    reads: [Ledger.services.table, .occupancies]
  ) { question in
    """
    SELECT 'services', s.id, s.client, 1, 'now', s.grade, COALESCE(s.client_name, s.client),
      \(Counting.site(of: "s.institution", on: question.cutoff)), s.matter, s.served_on
      FROM services s WHERE \(Counting.live("s")) AND s.channel <> 'seminar'
        AND s.matter IN ('consulting', 'use', 'transfer', 'protection', 'navigation')
          AND \(Counting.within("s.served_on", question.period))
    """
  }
}
