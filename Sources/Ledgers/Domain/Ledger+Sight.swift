public import Access
public import Kernel

extension Ledger {
  /// What lets somebody write records: who keeps them holds it, too.
  public var writers: Permission { filers ?? keepers }

  /// Whether the account sees every record with all that stands in it: who keeps them, and staff who may read them.
  ///
  /// Everybody else sees what is in force, without internal and personal fields; and their own organisation's records.
  public func opensFully(to account: Account) -> Bool {
    if account.may(keepers) { return true }
    return account.may(readers) && account.standing != .visitor && account.roles.contains(where: \.isStaff)
  }

  /// Whether the record is about the organisation that the account acts for.
  public func isOwn(_ values: LedgerRecord.Values, _ account: Account) -> Bool {
    guard let owner, let organisation = account.mandate?.organisation.description else { return false }
    return values.text(owner) == organisation
  }

  /// Whether the account may see this record.
  public func shows(_ record: LedgerRecord, to account: Account) -> Bool {
    if opensFully(to: account) || isOwn(record.values, account) { return true }
    return account.may(readers) && record.counts
  }

  /// The record as the account sees it: others' internal and personal values are gone, and the personal values of
  /// those who may see the rest are masked.
  public func sight(of record: LedgerRecord, for account: Account) -> LedgerRecord {
    let isOpen = opensFully(to: account) || isOwn(record.values, account)
    var seen = record
    for field in fields where field.isPersonal || field.isInternal || field.isHashed {
      guard isOpen else {
        seen.values[field.name] = nil
        continue
      }
      if field.isPersonal || field.isHashed { seen.values[field.name] = seen.values[field.name].map(field.masked) }
    }
    if !isOpen {
      seen.remark = nil
      seen.hints = []
    }
    return seen
  }

  /// The fields that a list or a table of the account may have.
  public func fieldsOpen(to account: Account) -> [LedgerField] {
    let isOpen = opensFully(to: account) || (filers.map(account.may) == true && account.mandate != nil)
    return fields.filter { isOpen || !($0.isInternal || $0.isPersonal || $0.isHashed) }
  }
}

extension LedgerField {
  /// Whether only a keyed hash of what was written is kept.
  public var isHashed: Bool { if case .person = sort { true } else { false } }

  func masked(_ value: LedgerValue) -> LedgerValue {
    guard !isHashed else { return .text("***") }
    guard case .text(let text) = value else { return .text("***") }
    if text.contains("@") { return .text(Masked.email(text).description) }
    let isNumber = text.unicodeScalars.allSatisfy { "0123456789+-() xX".unicodeScalars.contains($0) }
    return .text(isNumber ? Masked.phone(text).description : Masked.name(text).description)
  }
}
