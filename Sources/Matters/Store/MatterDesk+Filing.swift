public import Access
import Foundation
import Journal
import JournalStore
public import Kernel
public import Ledgers
import LedgersStore
public import Matters
import RulesStore
import Storage

extension MatterDesk {
  /// What the form of a procedure begins with: the account's draft, else what is known already.
  public func begin(_ code: String, by account: Account) async throws -> MatterDraft {
    try account.require(book.filers(of: code))
    let kept = try book.kept(code)
    return try await database.read { db in
      if let draft = try DraftRows.find(code, of: account, in: db) { return draft }
      return MatterDraft(procedure: code, texts: try kept.prefill(account, world.today(), db), savedAt: nil)
    }
  }

  /// Keeps what was typed so far, to be gone on with on any device; a newer draft takes the place of the older one.
  public func save(_ texts: [String: String], of code: String, by account: Account) async throws {
    try account.require(book.filers(of: code))
    let kept = try book.kept(code)
    guard account.standing == .person else { throw MatterRefusal.draftNeedsAccount }
    let names = Set(kept.procedure.fields.map(\.name))
    let draft = MatterDraft(procedure: code, texts: texts.filter { names.contains($0.key) }, savedAt: world.now())
    try await database.write { try DraftRows.save(draft, of: account, in: $0) }
  }

  public func drafts(by account: Account) async throws -> [MatterDraft] {
    try account.require(.fileMatters)
    return try await database.read { try DraftRows.all(of: account, in: $0) }
  }

  public func discard(_ code: String, by account: Account) async throws {
    try account.require(.fileMatters)
    try await database.write { try DraftRows.discard(code, of: account, in: $0) }
  }

  /// Files a matter: reads and checks the form, takes the next number, starts the clocks, and tells the applicant.
  ///
  /// - Parameter files: evidence that was taken in already.
  /// - Returns: the number, and the code that opens the matter without an account; it is shown this once.
  /// - Throws: `FormRefusal` with everything that is wrong.
  public func file(_ filing: MatterFiling, by account: Account) async throws -> FiledMatter {
    try account.require(book.filers(of: filing.procedure))
    let kept = try book.kept(filing.procedure)
    let filer = try Filer(filing, kept.procedure.head, account)
    let filing = filing.isAnonymous ? filing.withoutNames(in: kept.procedure) : filing
    let (desk, id) = (self, world.newID(Matter.self))
    let code = PublicCode(random: world.randomBytes(PublicCode.bytes))
    return try await database.write { db in
      // Without a name the entry, too, knows nobody.
      let deed = Deed(.fileMatter, by: filer.actor, on: id.subject, facts: ["procedure": filing.procedure])
      return try Recording.write(deed, world: desk.world, in: db) { recording in
        let filed = try desk.file(filing, kept, as: id, by: filer, code: code, recording, db)
        if account.standing == .person { try DraftRows.discard(filing.procedure, of: account, in: db) }
        return filed
      }
    }
  }

  func file(
    _ filing: MatterFiling, _ kept: KeptProcedure, as id: ID<Matter>, by filer: Filer, code: PublicCode,
    _ recording: Recording, _ db: any Writing
  ) throws -> FiledMatter {
    let (head, at) = (kept.procedure.head, world.now())
    var answers = try answers(filing, kept, db)
    if filing.isAnonymous, head.anonymity?.holds(for: answers) == false {
      throw FormRefusal([FieldRefusal(MatterRefusal.cannotBeAnonymous, in: "anonymous")])
    }
    for (name, value) in try kept.fill(answers, filer.organisation, Day(at), db).all { answers[name] = value }
    let number = MatterNumber(
      letters: head.letters, year: Day(at).year, serial: try MatterRows.nextSerial(head.letters, Day(at).year, in: db))
    var matter = Matter(
      id: id, procedure: head.code, number: number, stage: kept.procedure.start, channel: filing.channel,
      filedAt: at, filer: filer.account, organisation: filer.organisation, applicant: try filer.name(around, db),
      title: head.title.flatMap { answers.text($0) }, station: filing.station, events: 1)
    let event = MatterEvent(
      matter: id, place: 1, sort: .filed, code: "file", from: nil, to: matter.stage, at: at,
      account: filer.account, side: .filer, reason: nil)
    let clocks = try clocks(kept.procedure, [], for: answers, from: nil, to: matter.stage, db)
    matter.setDue(by: clocks)
    let parties = try parties(of: kept.procedure, id, answers, at: nil, [], db)
    let taken = StepTaken(
      matter: matter, step: nil, answers: answers, given: .init(), before: [:], said: [], parties: parties,
      clocks: clocks, files: filing.files.map(\.material), reason: nil, by: filer.actor, at: at)
    let faults = try kept.check(taken, db)
    if !faults.isEmpty { throw FormRefusal(faults) }
    try recording.insert(MatterRows.values(matter), into: .matters)
    try recording.insert(MatterRows.values(event), into: .matterEvents)
    try recording.insert(AnswerRows.values(answers, of: kept.procedure.fields, place: 1, id: id), into: .matterAnswers)
    try recording.insert(
      clocks.enumerated().map { MatterRows.values($1, place: $0 + 1, of: id) }, into: .matterClocks)
    try recording.insert(parties.map(AnswerRows.values), into: .matterParties)
    try recording.insert(
      filing.files.enumerated().map { AnswerRows.values($1, number: $0 + 1, place: 1, id: id) }, into: .matterFiles)
    let isCodeGiven = !head.isAgainst(answers)
    if isCodeGiven { try MatterRows.keep(mark: around.mark(code.text), of: id, in: db) }
    let work = StepWork(recording: recording, world: world, ledgers: ledgers, db: db)
    try kept.effect(taken, work)
    try tell(event, matter, kept.procedure, parties: parties, lapsed: nil, work)
    return FiledMatter(id: id, number: number, code: code, isCodeGiven: isCodeGiven)
  }

  /// Reads the form, and throws everything that is wrong with it at once.
  private func answers(
    _ filing: MatterFiling, _ kept: KeptProcedure, _ db: any Reading
  ) throws -> LedgerRecord.Values {
    let procedure = kept.procedure
    var (answers, faults) = procedure.read(filing.texts)
    try filing.requireName(of: procedure, for: answers)
    faults += try ledgers.resolve(&answers, of: procedure.fields, in: db)
    for material in procedure.materials(for: answers) where material.isRequired {
      if !filing.files.contains(where: { $0.material == material.code }) {
        faults.append(FieldRefusal(MatterRefusal.materialMissing(material.name), in: "file-\(material.code)"))
      }
    }
    if !faults.isEmpty { throw FormRefusal(faults) }
    return answers
  }

  /// The clocks after a move; a legal clock without a length refuses the move.
  func clocks(
    _ procedure: Procedure, _ current: [RunningClock], for application: LedgerRecord.Values, from old: String?,
    to new: String, _ db: any Reading
  ) throws -> [RunningClock] {
    let (today, book) = (world.today(), try rules.book(in: db))
    return try procedure.clocks(
      current, from: old, to: new, on: today, calendar: try around.calendar(db)
    ) { clock in
      guard clock.condition?.holds(for: application) ?? true else { return nil }
      return try book.limit(of: clock, on: today)
    }
  }

  /// The parties that the answers name by their codes and that take part from now on.
  func parties(
    of procedure: Procedure, _ id: ID<Matter>, _ answers: LedgerRecord.Values, at step: String?,
    _ known: [MatterParty], _ db: any Reading
  ) throws -> [MatterParty] {
    var found: [MatterParty] = []
    for declared in procedure.parties where declared.joinsAt == nil || declared.joinsAt == step {
      guard let field = declared.field, let text = answers.text(field), let code = try? SocialCreditCode(text),
        !known.contains(where: { $0.role == declared.role && $0.organisation == code })
      else { continue }
      found.append(
        MatterParty(
          matter: id, place: known.count + found.count + 1, role: declared.role, organisation: code, account: nil,
          name: try around.organisation(code, db) ?? declared.name.flatMap { answers.text($0) } ?? code.description))
    }
    return found
  }

  /// Tells those concerned, but not the one who acted.
  func tell(
    _ event: MatterEvent, _ matter: Matter, _ procedure: Procedure, parties: [MatterParty], lapsed: ProcedureClock?,
    _ work: StepWork
  ) throws {
    var recipients: Set<ID<Account>> = []
    let toAll = event.sort == .filed || event.from != event.to || event.sort == .lapsed || event.sort == .extended
    if toAll {
      // What was filed for an organisation is told to who acts for it today.
      if matter.organisation == nil { recipients.formUnion([matter.filer].compactMap(\.self)) }
      recipients.formUnion(parties.compactMap(\.account))
    }
    recipients.formUnion([matter.handler].compactMap(\.self))
    if event.sort == .step, let told = procedure.step(event.code)?.tells {
      recipients.formUnion(try around.holders(told, work.db).map(\.account))
    }
    if let told = lapsed?.told { recipients.formUnion(try around.holders(told, work.db).map(\.account)) }
    if let acted = event.account { recipients.remove(acted) }
    guard let stage = procedure.stage(matter.stage) else { return }
    try around.tell(
      MatterNews(
        matter: matter, procedure: procedure.head.name, event: event, status: stage.status,
        recipients: recipients.sorted { $0.number < $1.number },
        organisations: toAll ? ([matter.organisation] + parties.map(\.organisation)).compactMap(\.self) : [],
        lapsed: lapsed?.words), work)
  }
}

/// An application as it is filed.
public struct MatterFiling: Sendable {
  public var procedure: String
  public var texts: [String: String]
  public var files: [HandedIn]
  public var channel: Matter.Channel
  /// The station that takes it in for somebody.
  public var station: String?
  /// Whether no name is to be kept.
  public var isAnonymous: Bool
  /// For whom a counter files it: the name, and the organisation by its code.
  public var onBehalfOf: Applicant?

  public init(
    _ procedure: String, texts: [String: String], files: [HandedIn] = [], channel: Matter.Channel = .web,
    station: String? = nil, isAnonymous: Bool = false, onBehalfOf: Applicant? = nil
  ) {
    self.procedure = procedure
    self.texts = texts
    self.files = files
    self.channel = channel
    self.station = station
    self.isAnonymous = isAnonymous
    self.onBehalfOf = onBehalfOf
  }

  /// Nothing is filed without a name where the form asks who files.
  ///
  /// - Throws: `FormRefusal` with ``MatterRefusal/cannotBeAnonymous``.
  public func requireName(of procedure: Procedure, for answers: LedgerRecord.Values) throws {
    guard isAnonymous, procedure.asked(by: answers).contains(where: { $0.namesFiler && $0.isRequired }) else { return }
    throw FormRefusal([FieldRefusal(MatterRefusal.cannotBeAnonymous, in: "anonymous")])
  }

  /// Without what would say who files it: the answers about themselves, and what they called their files.
  public func withoutNames(in procedure: Procedure) -> MatterFiling {
    var bare = self
    for field in procedure.fields where field.namesFiler { bare.texts[field.name] = nil }
    bare.files = files.map { HandedIn(material: $0.material, evidence: $0.evidence, name: $0.material) }
    (bare.station, bare.onBehalfOf) = (nil, nil)
    return bare
  }

  public struct Applicant: Sendable {
    public let name: String
    public let organisation: SocialCreditCode?

    public init(name: String, organisation: SocialCreditCode? = nil) {
      self.name = name
      self.organisation = organisation
    }
  }
}

extension LedgerField {
  /// Whether it asks, for the staff alone, who files.
  var namesFiler: Bool { isPersonal && isInternal }
}

/// A matter that was filed.
public struct FiledMatter: Sendable {
  public let id: ID<Matter>
  public let number: MatterNumber
  /// What opens the matter without an account, where ``isCodeGiven``.
  public let code: PublicCode
  /// Whether there is such a code: what is raised against an organisation opens to who acts for it, and by no code that
  /// those have seen who raised it.
  public let isCodeGiven: Bool
}

/// Who files: for themselves, for an organisation, for somebody at a counter, or without a name.
struct Filer {
  let actor: Account
  let account: ID<Account>?
  let organisation: SocialCreditCode?
  private let given: String?

  init(_ filing: MatterFiling, _ head: ProcedureHead, _ account: Account) throws {
    if filing.isAnonymous {
      guard head.allowsAnonymity else { throw MatterRefusal.cannotBeAnonymous }
      self.init(actor: .visitor(account.permissions), account: nil, organisation: nil, given: nil)
    } else if let applicant = filing.onBehalfOf {
      try account.require(.workOnMatters)
      self.init(actor: account, account: nil, organisation: applicant.organisation, given: applicant.name)
    } else {
      let organisation = account.mandate?.organisation
      if head.isForOrganisations, organisation == nil { throw MatterRefusal.needsMandate }
      self.init(
        actor: account, account: account.standing == .person ? account.id : nil, organisation: organisation,
        given: account.mandate?.organisationName ?? (account.standing == .person ? account.displayName : nil))
    }
  }

  /// Somebody whom `account` takes in for, as the work that it is a part of has permitted it.
  init(_ applicant: MatterFiling.Applicant, takenInBy account: Account) {
    self.init(actor: account, account: nil, organisation: applicant.organisation, given: applicant.name)
  }

  private init(actor: Account, account: ID<Account>?, organisation: SocialCreditCode?, given: String?) {
    self.actor = actor
    self.account = account
    self.organisation = organisation
    self.given = given
  }

  func name(_ around: MatterSurroundings, _ db: any Reading) throws -> String? {
    if let organisation, let name = try around.organisation(organisation, db) { return name }
    return given
  }
}
