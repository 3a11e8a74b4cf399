import Kernel
import Ledgers
import Storage

/// Turns organisations and persons from what was written into what is kept.
///
/// It remembers what it has looked up, for as long as one transaction or one file lasts.
struct LedgerResolving {
  let book: LedgerBook
  let personKey: @Sendable (String) -> String?
  private var known: [String: [String]] = [:]

  init(book: LedgerBook, personKey: @escaping @Sendable (String) -> String?) {
    self.book = book
    self.personKey = personKey
  }

  mutating func resolve(
    _ values: inout LedgerRecord.Values, of ledger: Ledger, keeping kept: Set<String> = [], in db: any Reading
  ) throws -> [any Refusal] {
    try resolve(&values, of: ledger.fields.filter { !kept.contains($0.name) }, in: db)
  }

  mutating func resolve(
    _ values: inout LedgerRecord.Values, of fields: [LedgerField], in db: any Reading
  ) throws -> [any Refusal] {
    var faults: [any Refusal] = []
    for field in fields {
      guard let text = values.text(field.name) else { continue }
      do {
        switch field.sort {
        case .organisation(let other):
          guard let home = book[other] else { continue }
          let found = try codes(text, home.ledger, db)
          if found.isEmpty { throw LedgerFault.noOrganisation(text, in: home.ledger.name) }
          if found.count > 1 { throw LedgerFault.severalOrganisations(text) }
          values[field.name] = .text(found[0])
        case .person:
          guard let key = personKey(text) else { throw LedgerFault.noPerson }
          values[field.name] = .text(key)
        default: continue
        }
      } catch let fault as LedgerFault {
        faults.append(FieldRefusal(fault, in: field.name))
      }
    }
    return faults
  }

  private mutating func codes(_ text: String, _ ledger: Ledger, _ db: any Reading) throws -> [String] {
    let key = ledger.code + "\n" + text
    if let found = known[key] { return found }
    var found = try LedgerRows.codes(of: text, in: ledger, db)
    if found.isEmpty, let code = try? SocialCreditCode(text).description, code != text {
      found = try LedgerRows.codes(of: code, in: ledger, db)
    }
    known[key] = found
    return found
  }
}
