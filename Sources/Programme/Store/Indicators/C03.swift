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
  /// C03 服务拟上市企业: Enterprises with the status valid on the day of the service, once by credit code; a seminar alone does not count.
  static let c03 = FigureSource(
    Indicator(
      "C03", name: Phrase(zh: "服务拟上市企业", en: "Pre-listing enterprises served"),
      unit: Phrase(zh: "家", en: "enterprises"), clause: "三（三）", measure: .distinct,
      target: .absolute(.moreThan, 100), period: .cumulative, alternatives: [.flow],
      counting: Phrase(
        zh: "服务当日资质有效的企业，按信用代码计一家一次；仅听讲座不计",
        en:
          "Enterprises with the status valid on the day of the service, once by credit code; a seminar alone does not count"
      ),
      minimum: .g2, owner: Phrase(zh: "财政与金融部门", en: "Finance bureau"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Ledger.services.awaited, Ledger.statuses.awaited],
      notes: [
        Phrase(
          zh: "名单须为主管部门出具（G1），否则列为已申报", en: "The list must be the authority's own (G1), or the service is only declared"
        )
      ]),
    reads: [Ledger.services.table, Ledger.statuses.table, .occupancies]
  ) { question in
    """
    \(Counting.served("status = 'pre-listing'", question))
    """
  }
}
