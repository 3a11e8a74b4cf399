import Enterprises
import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import Ledgers
import LedgersStore
import MattersStore
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
        zh: "事项为咨询、运用、转化、保护，含办结的服务单、援助与达成协议的调解；单纯代理申请不计；按信用代码计一次",
        en:
          "Matters of consulting, use, transfer and protection, with tickets, aid and mediations that closed with an outcome; plain filing does not count; once by credit code"
      ),
      minimum: .g2, owner: Phrase(zh: "运营中心", en: "Operation centre"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Ledger.services.awaited], version: 2),
    reads: [Ledger.services.table, .occupancies, .matters, .matterClocks]
  ) { question in
    // Tickets and aid leave a record of service of their own when they close: only mediations are read as matters.
    """
    SELECT 'services', s.id, s.client, 1, 'now', s.grade, COALESCE(s.client_name, s.client),
      \(Counting.site(of: "s.institution", on: question.cutoff)), s.matter, s.served_on
      FROM services s WHERE \(served("s", question))
    UNION ALL
    SELECT 'matters', m.id, \(Counting.number("m")), 1, 'now', 2, \(Counting.number("m")), NULL, 'protection',
      \(Counting.closedOn("m"))
      FROM matters m WHERE m.organisation IS NOT NULL AND \(mediated("m", question))
        AND NOT EXISTS (SELECT 1 FROM matters e WHERE e.organisation = m.organisation AND e.id < m.id
          AND \(mediated("e", question)))
        AND NOT EXISTS (SELECT 1 FROM services v WHERE v.client = m.organisation AND v.grade <= 2
          AND \(served("v", question)))
    """
  }

  private static func served(_ service: SQL, _ question: FigureQuestion) -> SQL {
    """
    \(Counting.live(service)) AND \(service).channel <> 'seminar'
      AND \(service).matter IN ('consulting', 'use', 'transfer', 'protection', 'navigation')
      AND \(Counting.within("\(service).served_on", question.period))
    """
  }

  /// Mediated to an agreement: of a firm the first of its mediations stands for it, under the matter's number, so that
  /// no list says who was in dispute.
  private static func mediated(_ matter: SQL, _ question: FigureQuestion) -> SQL {
    Counting.granted(matter, ["mediation"], in: question.period)
  }
}
