import Access
import Enterprises
import EnterprisesWeb
import Institutions
import InstitutionsWeb
import Kernel
import Ledgers
import LedgersStore
import Markup
import PremisesWeb
import Stations
import StationsWeb

extension ZonePortal {
  /// What other parts of the zone know of an organisation, on the page of its own record.
  static func recordSections(_ ledger: Ledger, _ file: LedgerFile, _ account: Account, _ zone: Zone) async throws
    -> HTML
  {
    if ledger.code == Ledger.stations.code {
      return try await stationSection(file.record.id, desk: zone.stations, by: account)
    }
    guard let text = file.record.values.text("code"), let code = try? SocialCreditCode(text) else { return "" }
    switch ledger.code {
    case Ledger.institutions.code:
      let name = file.record.values.text(ledger.title) ?? text
      let rooms = try await tenantSection(of: code, desk: zone.premises, by: account)
      let support = try await supportSection(of: code, called: name, desk: zone.institutions, by: account)
      return "\(rooms)\(support)"
    case Ledger.enterprises.code:
      let statuses = try await statusTimeline(of: text, desk: zone.ledgers, by: account)
      let tags = ["city_cluster", "district_cluster"].compactMap { file.record.values.text($0) }
      guard !tags.isEmpty, let day = file.record.values.day("list_date") else { return statuses }
      return "\(try await industryNote(on: day, desk: zone.premises, by: account))\(statuses)"
    default: return ""
    }
  }
}
