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
  /// D04 海外工作站或分支机构: Agreement in force, a contact, and a logged service within twelve months.
  static let d04 = FigureSource(
    Indicator(
      "D04", name: Phrase(zh: "海外工作站或分支机构", en: "Overseas workstations or branches"),
      unit: Phrase(zh: "家", en: "sites"), clause: "三（四）", measure: .distinct,
      target: .absolute(.moreThan, 5), period: .stock,
      counting: Phrase(
        zh: "协议有效、有联系人、近 12 个月有服务记录", en: "Agreement in force, a contact, and a logged service within twelve months"),
      minimum: .g2, owner: Phrase(zh: "出口基地办公室", en: "Office of the export base"),
      frequency: Phrase(zh: "每季", en: "Quarterly"), awaits: [Ledger.overseasSites.awaited, Ledger.overseasLogs.awaited]),
    reads: [Ledger.overseasSites.table, Ledger.overseasLogs.table]
  ) { question in
    """
    SELECT 'overseas_sites', o.id, o.code, 1, 'now', o.grade, o.name, NULL, o.country, o.from_day
      FROM overseas_sites o WHERE \(Counting.live("o"))
        AND \(Counting.holds("o.from_day", "o.to_day", on: question.cutoff))
        AND EXISTS (SELECT 1 FROM overseas_logs l WHERE l.site = o.code AND \(Counting.live("l"))
          AND l.served_on > \(question.cutoff.adding(months: -12)) AND l.served_on <= \(question.cutoff))
    """
  }
}
