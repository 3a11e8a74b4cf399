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
  /// Whose matters: filed by the account, for its organisation, or with it as a party.
  public var own: Own?
  public var dueBefore: Day?
  public var year: Int?
  /// Part of a number.
  public var number: MatterNumber?
  public var organisation: SocialCreditCode?
  public var station: String?
  public var end: MatterEnd?
  /// Without those from which the account stood aside.
  public var notRecused: ID<Account>?
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

    /// `matter` as the account may see it: of others' matters, that it takes part in, nothing about who asked.
    func sight(of matter: Matter) -> Matter {
      let isOwn = matter.filer == account || matter.organisation.map { $0 == organisation } == true
      return isOwn ? matter : matter.withoutApplicant()
    }
  }

  var conditions: [SQL] {
    var all: [SQL] = ["1 = 1"]
    if let procedures { all.append("procedure_code IN \(SQL.list(procedures.sorted()))") }
    if let stages { all.append("stage IN \(SQL.list(stages.sorted()))") }
    if let isOpen { all.append(isOpen ? "closed_at IS NULL" : "closed_at IS NOT NULL") }
    if let handler { all.append("handler = \(handler)") }
    if let dueBefore { all.append("closed_at IS NULL AND due_on < \(dueBefore)") }
    if let year { all.append("year = \(year)") }
    if let number { all.append("letters = \(number.letters) AND year = \(number.year) AND serial = \(number.serial)") }
    if let organisation { all.append("organisation = \(organisation.description)") }
    if let station { all.append("station = \(station)") }
    if let end { all.append("end_sort = \(end.rawValue)") }
    if let notRecused {
      all.append("id NOT IN (SELECT matter FROM matter_recusals WHERE account = \(notRecused))")
    }
    if let own {
      let appointed: SQL = """
        account = \(own.account) AND matter NOT IN (SELECT matter FROM matter_recusals WHERE account = \(own.account))
        """
      if let code = own.organisation?.description {
        all.append(
          """
          (filer = \(own.account) OR organisation = \(code)
            OR id IN (SELECT matter FROM matter_parties WHERE \(appointed))
            OR id IN (SELECT matter FROM matter_parties WHERE organisation = \(code)))
          """)
      } else {
        all.append(
          "(filer = \(own.account) OR id IN (SELECT matter FROM matter_parties WHERE \(appointed)))")
      }
    }
    return all
  }
}
