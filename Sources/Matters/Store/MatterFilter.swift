public import Access
public import Kernel
public import Matters
import Storage

/// Which matters are asked for.
public struct MatterFilter: Sendable {
  public var procedures: Set<String>?
  public var stages: Set<String>?
  public var isOpen: Bool?
  public var handler: ID<Account>?
  /// Whether nobody works on them yet.
  public var isUnassigned = false
  /// Whose matters: filed by the account, for its organisation, or with it as a party.
  public var own: Own?
  public var dueBefore: Day?
  public var year: Int?
  /// Part of a number.
  public var number: MatterNumber?
  public var organisation: SocialCreditCode?
  public var station: String?
  public var end: MatterEnd?
  /// In the order of their last days, not newest first.
  public var isByDue = false

  public init() {}

  public struct Own: Sendable {
    public let account: ID<Account>
    public let organisation: SocialCreditCode?

    public init(_ account: Account) {
      self.account = account.id
      organisation = account.mandate?.organisation
    }
  }

  var conditions: [SQL] {
    var all: [SQL] = ["1 = 1"]
    if let procedures { all.append("procedure_code IN \(SQL.list(procedures.sorted()))") }
    if let stages { all.append("stage IN \(SQL.list(stages.sorted()))") }
    if let isOpen { all.append(isOpen ? "closed_at IS NULL" : "closed_at IS NOT NULL") }
    if let handler { all.append("handler = \(handler)") }
    if isUnassigned { all.append("handler IS NULL") }
    if let dueBefore { all.append("closed_at IS NULL AND due_on < \(dueBefore)") }
    if let year { all.append("year = \(year)") }
    if let number { all.append("letters = \(number.letters) AND year = \(number.year) AND serial = \(number.serial)") }
    if let organisation { all.append("organisation = \(organisation.description)") }
    if let station { all.append("station = \(station)") }
    if let end { all.append("end_sort = \(end.rawValue)") }
    if let own {
      let parties: SQL
      if let code = own.organisation?.description {
        parties = "account = \(own.account) OR organisation = \(code)"
        all.append(
          """
          (filer = \(own.account) OR organisation = \(code)
            OR id IN (SELECT matter FROM matter_parties WHERE \(parties)))
          """)
      } else {
        all.append(
          "(filer = \(own.account) OR id IN (SELECT matter FROM matter_parties WHERE account = \(own.account)))")
      }
    }
    return all
  }
}
