public import Access
public import Kernel
public import Matters
import Storage

/// Which matters are asked for.
public struct MatterFilter: Hashable, Sendable {
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
  /// Filed on one of these days.
  public var filed: ClosedRange<Day>?
  public var punctuality: MatterPunctuality?
  /// Without those from which the account stood aside.
  public var notRecused: ID<Account>?
  /// Without those in which the account has a part of its own: nobody works on them.
  public var notOwn: Own?
  /// In the order of their last days, not newest first.
  public var isByDue = false

  public init() {}

  public struct Own: Hashable, Sendable {
    public let account: ID<Account>
    public let organisation: SocialCreditCode?

    public init(_ account: Account) {
      self.account = account.id
      organisation = account.mandate?.organisation
    }

    /// `matter` as the account may see it: of others' matters, that it takes part in, nothing about who asked.
    func sight(of matter: Matter) -> Matter {
      matter.isOwn(of: account, for: organisation) ? matter : matter.withoutApplicant()
    }
  }

  /// What the conditions are for: a list reads in its own order until it has enough, a count reads everything.
  enum Use {
    case list, count
  }

  /// - Parameter use: decides which index serves. SQLite takes the first column of an index wherever it is compared;
  ///   `|| ''` and `end_sort` keep it to the index of the list's order, or to the small one of what is open.
  func conditions(_ use: Use) -> [SQL] {
    var all: [SQL] = ["1 = 1"]
    let isLed = isOpen == true || dueBefore != nil || use == .list && procedures.map { $0.count > 1 } == true
    if let procedures {
      let code: SQL = isLed ? "procedure_code || ''" : "procedure_code"
      all.append("\(code) IN \(SQL.list(procedures.sorted()))")
    }
    if let stages { all.append("stage IN \(SQL.list(stages.sorted()))") }
    if let isOpen {
      all.append(isOpen ? "closed_at IS NULL" : use == .list ? "end_sort IS NOT NULL" : "closed_at IS NOT NULL")
    }
    // Of most people's matters nearly all are closed: what is open is fewer than what is theirs.
    let worker: SQL = isOpen == true || dueBefore != nil ? "handler + 0" : "handler"
    if let handler { all.append("\(worker) = \(handler)") }
    if isUnassigned { all.append("\(worker) IS NULL") }
    if let dueBefore { all.append("closed_at IS NULL AND due_on < \(dueBefore)") }
    if let year { all.append("year = \(year)") }
    if let number { all.append("letters = \(number.letters) AND year = \(number.year) AND serial = \(number.serial)") }
    if let organisation { all.append("organisation = \(organisation.description)") }
    if let station { all.append("station = \(station)") }
    if let end { all.append("end_sort = \(end.rawValue)") }
    if let filed {
      all.append("filed_at >= \(filed.lowerBound.start) AND filed_at < \(filed.upperBound.adding(days: 1).start)")
    }
    if let punctuality { all.append(punctuality.condition) }
    if let notRecused {
      all.append(
        "NOT EXISTS (SELECT 1 FROM matter_recusals r WHERE r.matter = matters.id AND r.account = \(notRecused))")
    }
    if let notOwn {
      all.append("(filer IS NULL OR filer <> \(notOwn.account))")
      all.append("id NOT IN (SELECT matter FROM matter_parties WHERE account = \(notOwn.account))")
      if let code = notOwn.organisation?.description {
        all.append("(organisation IS NULL OR organisation <> \(code))")
        all.append("id NOT IN (SELECT matter FROM matter_parties WHERE organisation = \(code))")
      }
    }
    if let own {
      let appointed: SQL = """
        account = \(own.account) AND matter NOT IN (SELECT matter FROM matter_recusals WHERE account = \(own.account))
        """
      var sources: [SQL] = [
        "SELECT id FROM matters WHERE filer = \(own.account) AND organisation IS NULL",
        "SELECT matter FROM matter_parties WHERE \(appointed)",
      ]
      if let code = own.organisation?.description {
        sources += [
          "SELECT id FROM matters WHERE organisation = \(code)",
          "SELECT matter FROM matter_parties WHERE organisation = \(code)",
        ]
      }
      // Each by an index of its own: one condition with OR would read every matter.
      all.append("id IN (\(SQL.joined(sources, by: " UNION ")))")
    }
    return all
  }
}

/// Whether a matter's time limits were kept.
public enum MatterPunctuality: String, CaseIterable, Sendable {
  /// It has a time limit, kept or not.
  case timed
  /// It has one, and none was missed.
  case onTime = "on-time"
  case late

  var condition: SQL {
    switch self {
    case .timed: Self.hasClock
    case .onTime: "\(Self.hasClock) AND NOT \(Self.hasMissed)"
    case .late: Self.hasMissed
    }
  }

  static let hasClock: SQL = "EXISTS (SELECT 1 FROM matter_clocks c WHERE c.matter = matters.id)"
  static let hasMissed: SQL = """
    EXISTS (SELECT 1 FROM matter_clocks c
      WHERE c.matter = matters.id AND (c.is_told = 1 OR c.ended_on > c.due_on))
    """
}
