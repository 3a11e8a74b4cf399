public import Access
public import Journal
public import Kernel
public import Ledgers

extension Ledger {
  /// The record as the journal names it.
  public func subject(_ id: ID<LedgerRecord>) -> Subject { Subject(table: code, number: id.number) }

  /// What an account needs to see records: who acts for an organisation sees its own without the readers' right.
  func rightToRead(of account: Account) -> Permission {
    if account.may(readers) || account.mandate == nil { return readers }
    return filers.flatMap { account.may($0) ? $0 : nil } ?? readers
  }

  func rightToWrite(of account: Account) -> Permission {
    if account.may(keepers) { return keepers }
    return filers ?? keepers
  }

  /// Only what the account may see, and nothing by which it could guess the rest.
  func narrowed(_ filter: LedgerFilter, for account: Account) -> LedgerFilter {
    guard !opensFully(to: account) else { return filter }
    var filter = filter
    let own = account.mandate?.organisation.description
    // What should be checked is no concern of others.
    if account.may(readers), filter.hint == nil { filter.sight = .openOr(own) } else { filter.sight = .own(own ?? "") }
    let open = Set(fieldsOpen(to: account).map(\.name))
    filter.choices = filter.choices.filter { open.contains($0.key) }
    return filter
  }

  /// - Throws: ``LedgerRefusal/notYours`` for somebody who only files, about another organisation.
  func requireOwn(_ values: LedgerRecord.Values, _ account: Account) throws(LedgerRefusal) {
    guard !account.may(keepers) else { return }
    guard isOwn(values, account) else { throw .notYours }
  }
}

extension Action {
  static func addRecord(_ ledger: Ledger) -> Action {
    Action("\(ledger.code).add", Phrase(zh: "登记\(ledger.one.zh)", en: "Added \(ledger.one.en)"))
  }

  static func correctRecord(_ ledger: Ledger) -> Action {
    Action("\(ledger.code).correct", Phrase(zh: "更正\(ledger.one.zh)", en: "Corrected \(ledger.one.en)"))
  }

  static func withdrawRecord(_ ledger: Ledger) -> Action {
    Action("\(ledger.code).withdraw", Phrase(zh: "撤回\(ledger.one.zh)", en: "Withdrew \(ledger.one.en)"))
  }

  static func approveRecord(_ ledger: Ledger) -> Action {
    Action("\(ledger.code).approve", Phrase(zh: "审核通过\(ledger.one.zh)", en: "Approved \(ledger.one.en)"))
  }

  static func returnRecord(_ ledger: Ledger) -> Action {
    Action("\(ledger.code).return", Phrase(zh: "退回\(ledger.one.zh)", en: "Sent back \(ledger.one.en)"))
  }

  static func reopenRecord(_ ledger: Ledger) -> Action {
    Action("\(ledger.code).reopen", Phrase(zh: "退回审核\(ledger.one.zh)", en: "Reopened \(ledger.one.en)"))
  }

  static func importRecords(_ ledger: Ledger) -> Action {
    Action("\(ledger.code).import", Phrase(zh: "导入\(ledger.name.zh)", en: "Imported \(ledger.name.en)"))
  }

  static func lookAtRecord(_ ledger: Ledger) -> Action {
    Action("\(ledger.code).look", Phrase(zh: "查看个人信息", en: "Looked at personal data"))
  }

  static func exportRecords(_ ledger: Ledger) -> Action {
    Action("\(ledger.code).export", Phrase(zh: "导出\(ledger.name.zh)", en: "Exported \(ledger.name.en)"))
  }
}
