import Access
import Kernel
import Ledgers
import LedgersStore

/// What somebody asks a list for; it stands in the address.
struct LedgerQuestion {
  /// The pairs of the address that narrow the list, without the place in it.
  let query: [(String, String)]
  let filter: LedgerFilter

  /// - Parameter text: gives a parameter of the address, nil where it is blank.
  init(_ ledger: Ledger, for account: Account, _ text: (String) -> String?) {
    var filter = LedgerFilter()
    var query: [(String, String)] = []
    func take(_ name: String) -> String? {
      guard let value = text(name).map({ String($0.prefix(100)) }) else { return nil }
      query.append((name, value))
      return value
    }
    filter.text = take("q")
    for field in Self.fields(of: ledger, for: account) {
      if let code = take(field.name) { filter.choices[field.name] = code }
    }
    if ledger.organisations(openTo: account) != nil { filter.owner = take(Self.owner) }
    if Self.hasStages(ledger, account) {
      // A stage that is none has no records: so does the list of it.
      if let stage = take("stage") {
        if let known = LedgerStage(rawValue: stage) { filter.stage = known } else { query.removeLast() }
      }
      if take("withdrawn") == "yes" { filter.showsWithdrawn = true }
    }
    self.query = query
    self.filter = filter
  }

  /// The parameter with the code of the organisation whose records alone are listed.
  static let owner = "of"

  func value(_ name: String) -> String? { query.first { $0.0 == name }?.1 }

  /// Whether somebody sees records that are not in force.
  static func hasStages(_ ledger: Ledger, _ account: Account) -> Bool {
    ledger.opensFully(to: account) || account.mandate != nil && ledger.filers.map(account.may) == true
  }

  /// The fields by which the list can be narrowed.
  static func fields(of ledger: Ledger, for account: Account) -> [LedgerField] {
    ledger.fieldsOpen(to: account).filter { field in
      guard field.isFilter else { return false }
      return switch field.sort {
      case .choice, .choices, .flag, .organisation: true
      case .text, .lines, .day, .whole, .hundredths, .money, .share, .creditCode, .person: false
      }
    }
  }
}
