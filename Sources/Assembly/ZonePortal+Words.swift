import Figures
import Kernel
import Ledgers
import LedgersStore
import Matters
import Premises
import Programme
import Protection

extension ZonePortal {
  /// The words of the codes that figures are compared by: the bases, and the choices of the ledgers.
  static let keyWords: [String: Phrase] = {
    var words: [String: Phrase] = [:]
    for field in LedgerBook.zone.all.flatMap(\.ledger.fields) + [Complaint.kind.field] {
      guard case .choice(let choices) = field.sort else { continue }
      for choice in choices where words[choice.code] == nil { words[choice.code] = choice.words }
    }
    for site in SiteCode.allCases { words[site.rawValue] = site.shortName }
    for standing in SeriesStanding.allCases { words[standing.rawValue] = standing.phrase }
    for end in MatterEnd.allCases where words[end.rawValue] == nil { words[end.rawValue] = end.phrase }
    words["in-hand"] = Phrase(zh: "办理中", en: "Open")
    words["on-time"] = Phrase(zh: "按期", en: "On time")
    words["late"] = Phrase(zh: "超期", en: "Late")
    words["untimed"] = Phrase(zh: "未设时限", en: "Without a time limit")
    for flag in ["from_zone", "to_zone", "brokered"] {
      words[flag.replacing("_", with: "-")] = Ledger.transfers.field(flag)?.words
    }
    return words
  }()
}
