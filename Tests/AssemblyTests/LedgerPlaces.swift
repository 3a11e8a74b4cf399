import Access
import Assembly
import Kernel
import Ledgers
import LedgersStore
import PortalFixtures
import Testing
import Web

/// A record behind each door of each ledger.
enum LedgerPlaces {
  /// - Returns: ids by the path of the door, and for all other doors of a ledger by the path up to its parameter.
  static func add(to zone: TestZone) async throws -> [String: String] {
    let desk = zone.zone.ledgers
    var ids: [String: String] = [:]
    for ledger in inOrder(desk.book.all.map(\.ledger)) {
      let id = try await desk.add(draft(of: ledger, 1, desk.book), to: ledger, by: zone.zone.console)
      ids[ledger.path + "/"] = "\(id)"
      ids["/\(ledger.code)/"] = "\(id)"
      if ledger.isApproved {
        let locked = try await desk.add(draft(of: ledger, 2, desk.book), to: ledger, by: zone.zone.console)
        let seen = try await desk.find(locked, in: ledger, by: zone.zone.console).record.revision
        try await desk.approve(locked, in: ledger, seen: seen, by: zone.zone.console)
        ids[ledger.path + "/:id/reopen"] = "\(locked)"
      } else if let filers = ledger.filers {
        let filed = try await desk.add(
          draft(of: ledger, 2, desk.book), to: ledger, by: try filer([filers, ledger.readers]))
        ids[ledger.path + "/:id/return"] = "\(filed)"
      }
    }
    return ids
  }

  /// Whether the door is one of a ledger that others speak for: all ledgers have the same doors by the same code.
  static func isSpokenFor(_ route: Route, in book: LedgerBook) -> Bool {
    let homes = book.all.map(\.ledger).filter { ledger in
      [ledger.path, "/api/v1/\(ledger.code)"].contains { route.path == $0 || route.path.hasPrefix($0 + "/") }
    }
    guard let home = homes.max(by: { $0.path.count < $1.path.count }) else { return false }
    return !["institutions", "services", "institution_returns", "stations"].contains(home.code)
  }

  /// Of Fujian's example code in GB 32100, which belongs to nobody.
  private static let organisation = "91350100M000100Y43"

  private static func filer(_ permissions: Set<Permission>) throws -> Account {
    Account(
      id: ID(-100), standing: .person, name: "filer", displayName: "filer", roles: [.institution],
      permissions: permissions,
      mandate: Mandate(
        id: ID(-100), holder: ID(-100), organisation: try SocialCreditCode(organisation), organisationName: "甲公司",
        grade: .clerk, from: Day(number: 0), to: nil, stage: .approved))
  }

  /// Each ledger behind those whose organisations it names, and else in the order of the book.
  private static func inOrder(_ ledgers: [Ledger]) -> [Ledger] {
    var (placed, waiting): ([Ledger], [Ledger]) = ([], ledgers)
    while let next = waiting.firstIndex(where: { ledger in
      ledger.references.allSatisfy { code in placed.contains { $0.code == code } || code == ledger.code }
    }) {
      placed.append(waiting.remove(at: next))
    }
    return placed + waiting
  }

  /// The required fields alone; the second draft of a ledger differs in its texts and whole numbers.
  private static func draft(of ledger: Ledger, _ number: Int, _ book: LedgerBook) -> LedgerDraft {
    var texts: [String: String] = [:]
    for field in ledger.fields where field.isRequired { texts[field.name] = text(for: field, number, book) }
    return LedgerDraft(texts: texts)
  }

  private static func text(for field: LedgerField, _ number: Int, _ book: LedgerBook) -> String {
    switch field.sort {
    case .text, .lines: return "示例\(number)"
    // The last day of both the first quarter and its year's first return.
    case .day: return number == 1 ? "2026-03-31" : "2027-03-31"
    case .whole(let range): return "\(min(max(range.lowerBound, Int64(2025 + number)), range.upperBound))"
    case .hundredths(let range): return range.contains(0) ? "0" : "1"
    case .money: return "0"
    case .share: return "0%"
    case .choice(let choices), .choices(let choices): return choices[0].code
    case .flag: return "yes"
    case .creditCode: return organisation
    // The first record of the other ledger.
    case .organisation(let other):
      return book[other]?.ledger.field("code").map { text(for: $0, 1, book) } ?? organisation
    case .person: return "E1234567\(number)"
    }
  }
}
