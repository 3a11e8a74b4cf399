public import Access
public import Journal
import JournalStore
public import Kernel
import Ledgers
public import LedgersStore
public import Matters
public import RulesStore
public import Storage

/// What people do with matters: ask, file, work on them, and follow them.
///
/// Every procedure of the zone goes through this one desk; what a procedure adds stands in its declaration.
public struct MatterDesk: Sendable {
  public let book: ProcedureBook
  let database: any Database
  let world: World
  let rules: RuleShelf
  let around: MatterSurroundings
  let ledgers: LedgerDesk
  let counts: MatterCounts

  /// - Parameters:
  ///   - rules: where clocks take their lengths from.
  ///   - ledgers: the registers that answers may name organisations of.
  public init(
    book: ProcedureBook, rules: RuleShelf, ledgers: LedgerDesk, around: MatterSurroundings, database: any Database,
    world: World
  ) {
    self.init(
      book: book, rules: rules, ledgers: ledgers, around: around, database: database, world: world,
      counts: MatterCounts())
  }

  init(
    book: ProcedureBook, rules: RuleShelf, ledgers: LedgerDesk, around: MatterSurroundings, database: any Database,
    world: World, counts: MatterCounts
  ) {
    self.counts = counts
    self.book = book
    self.rules = rules
    self.ledgers = ledgers
    self.around = around
    self.database = database
    self.world = world
  }

  /// The matters of a queue: of procedures that the account works on.
  public func queue(
    _ filter: MatterFilter, after last: ID<Matter>? = nil, limit: Int = 50, by account: Account
  ) async throws -> MatterPage {
    try account.require(.workOnMatters)
    var filter = filter
    let mine = Set(book.handled(by: account).map(\.head.code))
    filter.procedures = filter.procedures?.intersection(mine) ?? mine
    filter.notRecused = account.id
    filter.notOwn = MatterFilter.Own(account)
    return try await page(filter, after: last, limit: limit)
  }

  /// The account's own matters, those of its organisation, and those that it takes part in.
  public func own(
    _ filter: MatterFilter = MatterFilter(), after last: ID<Matter>? = nil, limit: Int = 50, by account: Account
  ) async throws -> MatterPage {
    try account.require(.fileMatters)
    var filter = filter
    filter.own = MatterFilter.Own(account)
    return try await page(filter, after: last, limit: limit)
  }

  func page(_ filter: MatterFilter, after last: ID<Matter>?, limit: Int) async throws -> MatterPage {
    let (around, counts) = (around, counts)
    return try await database.read { db in
      let cursor = try last.flatMap { try MatterRows.find($0, in: db) }
      let count = try counts.count(filter, in: db)
      // Looking for what is not there would read every matter.
      let found = count == 0 ? [] : try MatterRows.page(filter, after: cursor, limit: limit + 1, in: db)
      var names: [ID<Account>: String] = [:]
      if filter.own == nil {
        for id in Set(found.compactMap(\.handler)) { names[id] = try around.name(id, db) }
      }
      return MatterPage(
        matters: found.prefix(limit).map { filter.own?.sight(of: $0) ?? $0 },
        count: count,
        names: names,
        next: found.count > limit ? found[limit - 1].id : nil)
    }
  }

  /// A matter with everything that `account` may see of it.
  ///
  /// - Throws: ``MatterRefusal/unknown``, also where there is one that the account has no part in.
  public func find(_ id: ID<Matter>, by account: Account) async throws -> MatterFile {
    try account.require(.fileMatters)
    let desk = self
    return try await database.read { db in
      let scene = try desk.scene(id, account, db)
      guard !scene.standing.isNone else { throw MatterRefusal.unknown }
      return try desk.file(scene, db)
    }
  }

  /// Everything about a matter that a decision needs.
  func scene(_ id: ID<Matter>, _ account: Account, _ db: any Reading) throws -> MatterScene {
    guard let matter = try MatterRows.find(id, in: db), let kept = book[matter.procedure] else {
      throw MatterRefusal.unknown
    }
    return try scene(of: matter, kept, account, db)
  }

  func scene(
    of matter: Matter, _ kept: KeptProcedure, _ account: Account, _ db: any Reading
  ) throws -> MatterScene {
    let parties = try AnswerRows.parties(of: matter.id, in: db)
    let recused = try AnswerRows.recused(from: matter.id, in: db)
    return MatterScene(
      account: account, kept: kept, matter: matter, parties: parties, recused: recused,
      events: try MatterRows.events(of: matter.id, in: db), clocks: try MatterRows.clocks(of: matter.id, in: db),
      answers: try AnswerRows.all(of: matter.id, in: kept.procedure, db),
      files: try AnswerRows.files(of: matter.id, in: db),
      standing: kept.procedure.standing(of: account, in: matter, parties: parties, recused: recused))
  }
}

/// A page of a list of matters.
public struct MatterPage: Sendable {
  public let matters: [Matter]
  public let count: Int
  /// Who works on them, by name; of a queue alone.
  public let names: [ID<Account>: String]
  public let next: ID<Matter>?
}

/// Everything about a matter, before it is cut down to what somebody may see.
struct MatterScene {
  let account: Account
  let kept: KeptProcedure
  var matter: Matter
  var parties: [MatterParty]
  var recused: Set<ID<Account>>
  var events: [MatterEvent]
  var clocks: [RunningClock]
  var answers: [Int: LedgerRecord.Values]
  var files: [MatterFileEntry]
  /// A recusal to be written with the next event.
  var recusal: [SQLValue]?
  var standing: MatterStanding

  var procedure: Procedure { kept.procedure }
  var application: LedgerRecord.Values { answers[1] ?? .init() }

  /// What was said with the steps, by their codes; of a step taken twice, what was said last.
  var said: [String: LedgerRecord.Values] {
    var found: [String: LedgerRecord.Values] = [:]
    for event in events where event.sort == .step { found[event.code] = answers[event.place] ?? .init() }
    return found
  }

  /// The accounts that hold `role` by appointment.
  func appointed(for role: String?) -> [ID<Account>] {
    var found: [ID<Account>] = []
    for party in parties where party.role == role {
      if let account = party.account, !recused.contains(account), !found.contains(account) { found.append(account) }
    }
    return found
  }

  /// What was said since the filing, in its order.
  var saidInOrder: [StepSaid] {
    events.filter { [.filed, .step].contains($0.sort) }.map { event in
      StepSaid(
        step: event.sort == .filed ? nil : event.code, account: event.account, given: answers[event.place] ?? .init(),
        files: files.filter { $0.place == event.place }.map(\.material))
    }
  }

  /// Whose appointment `step` ends: of who stands aside, their own; else everybody’s in the role.
  func released(by step: StepEntry) -> [ID<Account>] {
    let holders = appointed(for: step.releases)
    return holders.contains(account.id) ? [account.id] : holders
  }

  /// Those who take part, without whoever stood aside.
  func parties(without released: [ID<Account>] = []) -> [MatterParty] {
    parties.filter { party in party.account.map { !recused.contains($0) && !released.contains($0) } ?? true }
  }

  /// The organisations that are for or against something in it, those that have not joined yet among them.
  var organisations: [SocialCreditCode] {
    let named = procedure.parties.compactMap { $0.field.flatMap(application.text) }
    return ([matter.organisation] + parties.map(\.organisation)).compactMap(\.self)
      + named.compactMap { try? SocialCreditCode($0) }
  }
}

extension ID<Matter> {
  /// The matter as the journal names it.
  public var subject: Subject { Subject(table: "matters", number: number) }
}

extension Permission {
  /// Filing and following one's own; what may be filed says each procedure.
  public static let fileMatters = Permission("matters.file", Phrase(zh: "网上办事", en: "File and follow matters"))
  public static let workOnMatters = Permission("matters.work", Phrase(zh: "办理办件", en: "Work on matters"))
  public static let readGuides = Permission("matters.guides", Phrase(zh: "查看办事指南", en: "Read the guides"))
  /// Handing matters to colleagues.
  public static let assignMatters = Permission("matters.assign", Phrase(zh: "分派办件", en: "Assign matters"))
  /// What the zone does by itself when a time limit has ended.
  public static let runClocks = Permission("matters.clocks", Phrase(zh: "核对时限", en: "Check time limits"))
}

extension Action {
  static let fileMatter = Action("matters.file", Phrase(zh: "提交办件", en: "Filed a matter"))
  static let takeStep = Action("matters.step", Phrase(zh: "办理步骤", en: "Took a step"))
  static let assignMatter = Action("matters.assign", Phrase(zh: "分派办件", en: "Assigned a matter"))
  static let recuse = Action("matters.recuse", Phrase(zh: "回避", en: "Stood aside"))
  static let noteOnMatter = Action("matters.note", Phrase(zh: "记入办件", en: "Added a note"))
  static let extendClock = Action("matters.extend", Phrase(zh: "延长时限", en: "Extended a time limit"))
  static let renewCalendar = Action("matters.renew-calendar", Phrase(zh: "取得日历订阅地址", en: "Got a calendar's address"))
  static let revokeCalendar = Action("matters.revoke-calendar", Phrase(zh: "撤销日历订阅", en: "Revoked a calendar"))
  static let lapse = Action("matters.lapse", Phrase(zh: "时限届满", en: "A time limit ended"))
  static let recountClocks = Action("matters.recount", Phrase(zh: "重算时限", en: "Counted time limits anew"))
}
