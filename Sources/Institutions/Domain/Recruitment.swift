public import Kernel

/// How far the leads of some days have come: every number follows from the log of steps.
public struct RecruitmentFunnel: Equatable, Sendable {
  /// The leads that were opened in these days.
  public let opened: ClosedRange<Day>
  /// Of each step in their order: how many of those leads reached it by the cut-off.
  public let reached: [(step: String, leads: Int)]
  /// How many of them were given up.
  public let lost: Int

  public init(opened: ClosedRange<Day>, reached: [(step: String, leads: Int)], lost: Int) {
    self.opened = opened
    self.reached = reached
    self.lost = lost
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.opened == right.opened && left.lost == right.lost && left.reached.elementsEqual(right.reached, by: ==)
  }

  /// What share of the leads of the step before reached the step at `place`, in basis points; nil for the first, and
  /// where none reached the one before.
  public func conversion(at place: Int) -> Int? {
    guard reached.indices.contains(place), place > 0, reached[place - 1].leads > 0 else { return nil }
    return reached[place].leads * 10_000 / reached[place - 1].leads
  }
}

/// Who offers what: the chain of services with its gaps.
public struct ServiceChain: Equatable, Sendable {
  /// Every category, those that nobody offers with 0.
  public let offered: [(category: ServiceCategory, institutions: Int)]

  public init(offered: [(category: ServiceCategory, institutions: Int)]) { self.offered = offered }

  public static func == (left: Self, right: Self) -> Bool { left.offered.elementsEqual(right.offered, by: ==) }

  public var gaps: [ServiceCategory] { offered.filter { $0.institutions == 0 }.map(\.category) }
}

/// Who has filed the returns of a period, and who has not.
public struct ReturnChase: Equatable, Sendable {
  public let year: Int
  public let period: ReturnPeriod
  public let approved: Int
  /// Filed or sent back, and not approved yet.
  public let pending: Int
  /// Institutions of the zone on the period's last day that filed nothing: their return is missing, not zero.
  public let missing: [Missing]

  public init(year: Int, period: ReturnPeriod, approved: Int, pending: Int, missing: [Missing]) {
    self.year = year
    self.period = period
    self.approved = approved
    self.pending = pending
    self.missing = missing
  }

  public struct Missing: Equatable, Sendable {
    public let code: String
    public let name: String
    public let phone: String?

    public init(code: String, name: String, phone: String?) {
      self.code = code
      self.name = name
      self.phone = phone
    }
  }
}

/// A record behind one of these numbers.
public struct CountedRecord: Equatable, Sendable {
  public let id: Int64
  /// Its identity in its ledger.
  public let code: String
  public let name: String
  public let day: Day?

  public init(id: Int64, code: String, name: String, day: Day?) {
    self.id = id
    self.code = code
    self.name = name
    self.day = day
  }
}
