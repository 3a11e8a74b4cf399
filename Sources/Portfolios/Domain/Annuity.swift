public import Kernel
import Patents
public import Rules

/// An annuity that is to be paid (应缴年费).
public struct AnnuityDue: Equatable, Sendable {
  /// 1 is the year that begins with the filing date.
  public let year: Int
  /// The day of the year that corresponds to the filing date, whatever day of the week it is.
  public let anniversary: Day
  /// The last day to pay without surcharge: the next working day where the anniversary is a day off.
  public let day: Day
  /// The last day to pay with surcharge.
  public let graceEnd: Day
  /// A year whose holidays are not announced yet and on which one of the days depends.
  public let provisional: Int?
  public let fee: AnnuityFee

  public init(
    year: Int, anniversary: Day, day: Day, graceEnd: Day, provisional: Int?, fee: AnnuityFee
  ) {
    self.year = year
    self.anniversary = anniversary
    self.day = day
    self.graceEnd = graceEnd
    self.provisional = provisional
    self.fee = fee
  }
}

/// What an annuity comes to.
public struct AnnuityFee: Equatable, Sendable {
  public let full: Fen
  /// What is taken off; zero where nothing is.
  public let reduction: BasisPoints
  /// The rules that it rests on, each once.
  public let rules: [RuleID]
  /// Whether one of them is recalled, not read: shown wherever the amount is.
  public let isRecalled: Bool

  public init(full: Fen, reduction: BasisPoints, rules: [RuleID], isRecalled: Bool) {
    self.full = full
    self.reduction = reduction
    self.rules = rules
    self.isRecalled = isRecalled
  }

  /// To the fen, of which the schedule's amounts leave no parts.
  public var payable: Fen { Fen(full.value * Int64(10_000 - reduction.value) / 10_000) }
}

/// How a patent stands with its annuities on a day.
public enum AnnuityState: Equatable, Sendable {
  /// Not granted: no annuity yet.
  case application
  /// Which year was paid last is not on record; with the anniversary ahead, where the term has one.
  case unstated(next: AnnuityDue?)
  case due(AnnuityDue)
  /// The day has passed, the time to pay late has not; months by which it is exceeded.
  case late(AnnuityDue, months: Int, surcharge: Fen)
  /// The time to pay late has passed, too: the right ended on the day that it was due, unless it was restored.
  case overdue(AnnuityDue)
  /// Every annuity of the term is paid.
  case complete(expires: Day)
  case expired(on: Day)

  public var mark: AnnuityMark {
    switch self {
    case .application: .application
    case .unstated: .unstated
    case .due: .due
    case .late: .late
    case .overdue: .overdue
    case .complete: .complete
    case .expired: .expired
    }
  }

  /// What is to be paid next, as far as that is known.
  public var next: AnnuityDue? {
    switch self {
    case .due(let due), .late(let due, _, _), .overdue(let due): due
    case .unstated(let next): next
    case .application, .complete, .expired: nil
    }
  }
}

/// The sort of an ``AnnuityState``, as lists are narrowed by it.
public enum AnnuityMark: String, CaseIterable, Sendable {
  case due, late, overdue, unstated, complete, application, expired

  public var phrase: Phrase {
    switch self {
    case .due: Phrase(zh: "待缴", en: "To be paid")
    case .late: Phrase(zh: "滞纳期内", en: "Late, with surcharge")
    case .overdue: Phrase(zh: "逾期未缴", en: "Time to pay has ended")
    case .unstated: Phrase(zh: "缴费情况未登记", en: "Payments not on record")
    case .complete: Phrase(zh: "已缴至届满", en: "Paid to the end of the term")
    case .application: Phrase(zh: "未授权", en: "Not granted")
    case .expired: Phrase(zh: "期限届满", en: "Expired")
    }
  }
}

/// Counts annuities by the rules and the calendar of the zone.
public struct AnnuityReckoner: Sendable {
  private let rules: RuleBook
  private let holidays: HolidayBook

  public init(rules: RuleBook, holidays: HolidayBook) {
    self.rules = rules
    self.holidays = holidays
  }

  /// How a patent stands on `today`.
  ///
  /// - Parameter hasOpenLicence: whether an open licence is in force.
  /// - Throws: ``RuleRefusal`` where a rule that it needs has no value.
  public func state(
    of facts: HoldingFacts, hasOpenLicence: Bool, on today: Day
  ) throws(RuleRefusal) -> AnnuityState {
    guard let grantedOn = facts.grantedOn else { return .application }
    let term = try term(of: facts)
    let expires = facts.filedOn.adding(months: 12 * term)
    guard today <= expires else { return .expired(on: expires) }
    let granted = Self.year(of: grantedOn, filed: facts.filedOn)
    func due(_ year: Int) throws(RuleRefusal) -> AnnuityDue? {
      year > term ? nil : try self.due(year, of: facts, granted: granted, hasOpenLicence: hasOpenLicence)
    }
    guard granted < term else { return .complete(expires: expires) }
    guard let paid = facts.paidThrough else {
      // Nothing but the annuity of the year of grant can have been asked for, and without it there is no grant.
      if let first = try due(granted + 1), today <= first.day { return .due(first) }
      let ahead = (granted + 1...term).first { facts.filedOn.adding(months: 12 * ($0 - 1)) >= today }
      guard let ahead else { return .unstated(next: nil) }
      return .unstated(next: try due(ahead))
    }
    guard let next = try due(max(paid, granted) + 1) else { return .complete(expires: expires) }
    if today <= next.day { return .due(next) }
    if today > next.graceEnd { return .overdue(next) }
    let months = try monthsExceeded(next, on: today)
    return .late(next, months: months, surcharge: try surcharge(next, months))
  }

  /// Every annuity of the term after the year of grant; none for an application.
  public func schedule(of facts: HoldingFacts, hasOpenLicence: Bool) throws(RuleRefusal) -> [AnnuityDue] {
    guard let grantedOn = facts.grantedOn else { return [] }
    let granted = Self.year(of: grantedOn, filed: facts.filedOn)
    var found: [AnnuityDue] = []
    let term = try term(of: facts)
    guard granted < term else { return [] }
    for year in granted + 1...term {
      found.append(try due(year, of: facts, granted: granted, hasOpenLicence: hasOpenLicence))
    }
    return found
  }

  /// The year of a patent that `day` falls in.
  public static func year(of day: Day, filed: Day) -> Int {
    var year = max(1, day.year - filed.year)
    while filed.adding(months: 12 * year) <= day { year += 1 }
    while year > 1, filed.adding(months: 12 * (year - 1)) > day { year -= 1 }
    return year
  }

  /// In years from the filing date; which one holds is told by that date.
  public func term(of facts: HoldingFacts) throws(RuleRefusal) -> Int {
    try rules.years(Self.termRule(of: facts.kind), on: facts.filedOn).value
  }

  private static func termRule(of kind: PatentKind) -> RuleID {
    switch kind {
    case .utilityModel: "annuity.termUtilityModel"
    case .design: "annuity.termDesign"
    case .invention, .plant: "annuity.termInvention"
    }
  }

  private static func feeRule(of kind: PatentKind) -> RuleID {
    switch kind {
    case .utilityModel: "annuity.utilityModel"
    case .design: "annuity.design"
    case .invention, .plant: "annuity.invention"
    }
  }

  private func due(
    _ year: Int, of facts: HoldingFacts, granted: Int, hasOpenLicence: Bool
  ) throws(RuleRefusal) -> AnnuityDue {
    let calendar = holidays.calendar
    let anniversary = facts.filedOn.adding(months: 12 * (year - 1))
    let end = calendar.deadline(months: 12 * (year - 1), after: facts.filedOn)
    // The months run from the anniversary itself, not from a working day behind it: the earlier day is the safe one.
    let grace = calendar.deadline(
      months: try rules.months("annuity.graceMonths", on: anniversary).value, after: anniversary)
    return AnnuityDue(
      year: year, anniversary: anniversary, day: end.day, graceEnd: grace.day,
      provisional: end.provisional ?? grace.provisional,
      fee: try fee(year, of: facts, granted: granted, hasOpenLicence: hasOpenLicence, on: anniversary))
  }

  private func fee(
    _ year: Int, of facts: HoldingFacts, granted: Int, hasOpenLicence: Bool, on day: Day
  ) throws(RuleRefusal) -> AnnuityFee {
    let id = Self.feeRule(of: facts.kind)
    let schedule = try rules.table(id, on: day)
    var best: (from: Int, amount: Int64)?
    for row in schedule.value.rows {
      guard row.key.hasPrefix("year"), let from = Int(row.key.dropFirst(4)), from <= year, from > best?.from ?? 0,
        case .exactly(let amount) = row.amount
      else { continue }
      best = (from, amount)
    }
    guard let best else { throw .unknownValue(id, missing: schedule.title, supplier: try rules.rule(id).supplier) }
    var (rate, used, isRecalled) = (BasisPoints(0), [id], schedule.status == .recalled)
    if let reduced = try reduction(year, of: facts, granted: granted, on: day) {
      (rate, isRecalled) = (reduced.rate, isRecalled || reduced.isRecalled)
      used += reduced.rules
    }
    if hasOpenLicence {
      // The more favourable of the two, never both.
      let open = try rules.share("openLicence.annuityReduction", on: day)
      if open.value > rate {
        (rate, used, isRecalled) = (
          open.value, [id, open.id], schedule.status == .recalled || open.status == .recalled
        )
      }
    }
    return AnnuityFee(full: Fen(best.amount), reduction: rate, rules: used, isRecalled: isRecalled)
  }

  private func reduction(
    _ year: Int, of facts: HoldingFacts, granted: Int, on day: Day
  ) throws(RuleRefusal) -> (rate: BasisPoints, rules: [RuleID], isRecalled: Bool)? {
    let id: RuleID
    switch facts.reduction {
    case .none: return nil
    case .single: id = "annuity.reductionSingle"
    case .joint: id = "annuity.reductionJoint"
    }
    let years: RuleReading<Int>
    do {
      years = try rules.years("annuity.reductionYears", on: day)
    } catch {
      // Other measures held before, which are not on record: nothing is taken off for those years.
      if case .notInForce = error { return nil }
      throw error
    }
    guard (granted..<granted + years.value).contains(year) else { return nil }
    let rate = try rules.share(id, on: day)
    return (rate.value, [id, years.id], rate.status == .recalled || years.status == .recalled)
  }

  /// Whole months by which `day` lies behind the anniversary; none in the first.
  private func monthsExceeded(_ due: AnnuityDue, on day: Day) throws(RuleRefusal) -> Int {
    let grace = try rules.months("annuity.graceMonths", on: due.anniversary).value
    guard grace > 1 else { return 0 }
    return (1..<grace).count { due.anniversary.adding(months: $0) < day }
  }

  private func surcharge(_ due: AnnuityDue, _ months: Int) throws(RuleRefusal) -> Fen {
    let share = try rules.share("annuity.surcharge", on: due.anniversary).value
    return Fen(due.fee.full.value * Int64(share.value) * Int64(months) / 10_000)
  }
}
