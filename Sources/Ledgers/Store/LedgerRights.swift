public import Access
public import Journal
public import Kernel
public import Ledgers

extension Ledger {
  /// The record as the journal names it.
  public func subject(_ id: ID<LedgerRecord>) -> Subject { Subject(table: code, number: id.number) }

  /// What an account needs to see records: who files some sees those without the readers' right.
  func rightToRead(of account: Account) -> Permission {
    if account.may(readers) || account.mandate == nil { return readers }
    return filers.flatMap { account.may($0) ? $0 : nil } ?? readers
  }

  func rightToWrite(of account: Account) -> Permission {
    if account.may(keepers) { return keepers }
    return filers ?? keepers
  }

  /// Whether the account may see this record.
  func shows(_ record: LedgerRecord, to account: Account) -> Bool {
    account.may(readers) || isOwn(record.values, account)
  }

  func narrowed(_ filter: LedgerFilter, for account: Account) -> LedgerFilter {
    var filter = filter
    if !account.may(readers) { filter.owner = account.mandate?.organisation.description ?? "" }
    return filter
  }

  /// - Throws: ``LedgerRefusal/notYours`` for somebody who only files, about another organisation.
  func requireOwn(_ values: LedgerRecord.Values, _ account: Account) throws(LedgerRefusal) {
    guard !account.may(keepers) else { return }
    guard isOwn(values, account) else { throw .notYours }
  }

  private func isOwn(_ values: LedgerRecord.Values, _ account: Account) -> Bool {
    guard let owner, let organisation = account.mandate?.organisation.description else { return false }
    return values.text(owner) == organisation
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
