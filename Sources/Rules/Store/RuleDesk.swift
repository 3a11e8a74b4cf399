public import Access
public import Journal
import JournalStore
public import Kernel
public import Rules
public import Storage

/// What people do with the rules: look, see where each is used, supersede, and take a mistaken entry back.
public struct RuleDesk: Sendable {
  /// For desks that need values inside their own transaction.
  public let shelf: RuleShelf
  /// The days off and the make-up days that deadlines are counted by.
  public let calendars: HolidayShelf
  let calendarChanged: CalendarChanged
  let refused = RefusedRules()
  let database: any Database
  let world: World
  private let uses: [RuleID: [RuleUse]]

  /// - Parameters:
  ///   - shelf: the one shelf of the process.
  ///   - holidays: the notices that ship with the program.
  ///   - uses: where rules are used, as every context declares it.
  ///   - database: where supersessions are kept.
  ///   - world: the clock and the ids.
  ///   - calendarChanged: told of each calendar that is taken in, within its transaction.
  public init(
    shelf: RuleShelf, holidays: HolidayBook, uses: [RuleUse], database: any Database, world: World,
    calendarChanged: @escaping CalendarChanged = { _, _, _ in }
  ) {
    self.shelf = shelf
    calendars = HolidayShelf(shipped: holidays)
    self.calendarChanged = calendarChanged
    self.uses = Dictionary(grouping: uses, by: \.rule)
    self.database = database
    self.world = world
  }

  /// The book of this moment, for functions without a transaction of their own.
  public func book() async throws -> RuleBook {
    let shelf = shelf
    return try await database.read { try shelf.book(in: $0) }
  }

  /// The rules of a subject and a status as they read on `day`, in the order of their ids.
  ///
  /// `part` must occur in the id or the title, in either language, whatever its letter case.
  public func list(
    group: String? = nil, status: RuleStatus? = nil, containing part: String? = nil, on day: Day, by account: Account
  ) async throws -> [RuleListing] {
    try account.require(.readRules)
    let book = try await book()
    return book.rules.compactMap { rule in
      guard group == nil || rule.group.key == group, part.map(rule.mentions) ?? true else { return nil }
      let listing = RuleListing(rule: rule, finding: book.finding(rule.id, on: day), uses: uses[rule.id]?.count ?? 0)
      return status == nil || listing.finding.status == status ? listing : nil
    }
  }

  /// A rule with everything that was entered for it.
  public func find(_ id: RuleID, on day: Day, by account: Account) async throws -> RuleFile {
    try account.require(.readRules)
    let (shelf, uses) = (shelf, uses[id] ?? [])
    return try await database.read { db in
      let book = try shelf.book(in: db)
      return RuleFile(
        rule: try book.rule(id), finding: book.finding(id, on: day),
        entries: try shelf.entries(in: db).filter { $0.rule == id }, uses: uses)
    }
  }

  /// Puts `value` in the place of what the rule says from `from` on.
  ///
  /// - Throws: ``RuleRefusal``, naming the field that is missing.
  @discardableResult
  public func supersede(
    _ id: RuleID, with value: RuleValue, from: Day, basis: Supersession.Basis, because reason: String,
    by account: Account
  ) async throws -> Supersession {
    try account.require(.supersedeRules)
    let reason = try Reason(reason, orElse: RuleRefusal.incompleteSupersession(id, .reason))
    let (shelf, world) = (shelf, world)
    let entry = Supersession(
      id: world.newID(), rule: id, value: value, from: from, basis: basis, reason: reason.text, enteredBy: account.id,
      enteredAt: world.now())
    try await database.write { db in
      let book = try shelf.book(in: db)
      _ = try book.superseding(entry)
      if book.holds(entry) { throw RuleRefusal.enteredAlready(id, title: try book.rule(id).title, from: from) }
      let deed = Deed(
        .supersedeRule, by: account, on: entry.id.subject, because: reason.text, facts: ["rule": id.description])
      try Recording.write(deed, world: world, in: db) { recording in
        try recording.insert(RuleRows.values(entry), into: .ruleSupersessions)
        if let copy = entry.copyValues { try recording.insert(copy, into: .ruleCopies) }
      }
    }
    return entry
  }

  /// What a rule would say on an entry's first day if the entry were withdrawn.
  public func findingWithout(_ id: ID<Supersession>, by account: Account) async throws -> RuleFinding {
    try account.require(.readRules)
    let shelf = shelf
    return try await database.read { db in
      guard let entry = try shelf.entry(id, in: db) else { throw RuleRefusal.noSuchSupersession(id) }
      let rest = try shelf.entries(in: db).filter { $0.withdrawnAt == nil && $0.id != id }
      return try rest.reduce(shelf.shipped) { try $0.superseding($1) }.finding(entry.rule, on: entry.from)
    }
  }

  /// Takes back an entry that was made by mistake: it counts no longer, from its first day on.
  public func withdraw(_ id: ID<Supersession>, because reason: String, by account: Account) async throws {
    try account.require(.supersedeRules)
    let (shelf, world) = (shelf, world)
    try await database.write { db in
      guard var entry = try shelf.entry(id, in: db) else { throw RuleRefusal.noSuchSupersession(id) }
      guard entry.withdrawnAt == nil else { throw RuleRefusal.withdrawnAlready(id) }
      let reason = try Reason(reason, orElse: RuleRefusal.incompleteSupersession(entry.rule, .reason))
      let deed = Deed(
        .withdrawSupersession, by: account, on: id.subject, because: reason.text,
        facts: ["rule": entry.rule.description])
      try Recording.write(deed, world: world, in: db) { recording in
        entry.withdrawnAt = world.now()
        try recording.update(RuleRows.values(entry), in: .ruleSupersessions)
      }
    }
  }
}

extension ID<Supersession> {
  /// The entry as the journal names it.
  public var subject: Subject { Subject(table: "rule_supersessions", number: number) }
}

extension Permission {
  public static let readRules = Permission("rules.read", Phrase(zh: "查看规则库", en: "See the rules"))
  public static let supersedeRules = Permission(
    "rules.supersede", Phrase(zh: "替换规则取值", en: "Supersede values of rules"))
}

extension Action {
  static let supersedeRule = Action("rules.supersede", Phrase(zh: "替换规则取值", en: "Superseded a rule's value"))
  static let refuseUnknownRule = Action(
    "rules.refuse-unknown", Phrase(zh: "规则取值未知，未出结果", en: "Gave no result for want of a rule's value"))
  static let takeCalendar = Action("rules.take-calendar", Phrase(zh: "导入节假日安排", en: "Took in a year's holidays"))
  static let withdrawSupersession = Action(
    "rules.withdraw", Phrase(zh: "撤回规则替换", en: "Withdrew a superseding value"))
}
