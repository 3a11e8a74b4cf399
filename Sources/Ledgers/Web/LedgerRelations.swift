import Access
import Kernel
import Ledgers
import LedgersStore
import Markup
import Web

extension LedgerRoom {
  /// How many records of another ledger a record's page shows; the list has them all.
  private static let shown = 5

  /// What other ledgers have on record about this organisation, as far as the account may see it.
  func related(to file: LedgerFile, for account: Account) async throws -> HTML {
    guard ledger.field("code") != nil, let code = file.record.values.text("code") else { return "" }
    var sections: [HTML] = []
    for kept in desk.book.all {
      let other = LedgerRoom(
        ledger: kept.ledger, hints: kept.hints, desk: desk, evidence: evidence, links: links)
      guard let field = other.field(naming: ledger), other.opens(to: account, by: field) else { continue }
      var filter = LedgerFilter()
      filter.choices[field.name] = code
      let page = try await desk.page(of: kept.ledger, filter, limit: Self.shown, by: account)
      guard page.count > 0 else { continue }
      sections.append(other.section(page, of: code, called: name(of: file.record, file.names), by: field, account))
    }
    return "\(sections)"
  }

  /// The field in which records of this ledger name an organisation of `home`.
  private func field(naming home: Ledger) -> LedgerField? {
    ledger.fields.first { field in
      if case .organisation(of: home.code) = field.sort { return true }
      return links.namings.contains { $0 == LedgerNaming(of: home.code, in: ledger.code, by: field.name) }
    }
  }

  /// Nothing is narrowed by a field that the account may not see, so such a list is not shown.
  private func opens(to account: Account, by field: LedgerField) -> Bool {
    let reads = account.may(ledger.readers) || account.mandate != nil && ledger.filers.map(account.may) == true
    return reads && ledger.fieldsOpen(to: account).contains { $0.name == field.name }
  }

  private func section(
    _ page: LedgerPage, of code: String, called name: String, by field: LedgerField, _ account: Account
  ) -> HTML {
    // A list finds an organisation's code where it is the list's title or identity, and elsewhere its name.
    let isIdentity = ledger.identity.contains(field.name) || ledger.title == field.name
    let list =
      ledger.owner == field.name ? path.list(of: code) : path.list([("q", isIdentity ? code : name)])
    let words = Phrase(zh: "全部 \(page.count) 条", en: "All \(page.count)")
    return """
      <section><h2>\(ledger.name)\(Phrase(zh: "（\(page.count)）", en: " (\(page.count))"))</h2>
      \(recordTable(page, without: field.name, account))<p><a href="\(list)">\(words)</a></p></section>

      """
  }
}

/// That records of a ledger name an organisation by its code in a field that is not bound to the organisation's ledger.
public struct LedgerNaming: Hashable, Sendable {
  let home: String
  let ledger: String
  let field: String

  /// - Parameters:
  ///   - home: the ledger that has the organisation's own record, where it has one.
  ///   - ledger: the ledger whose records name it.
  public init(of home: String, in ledger: String, by field: String) {
    self.home = home
    self.ledger = ledger
    self.field = field
  }
}
