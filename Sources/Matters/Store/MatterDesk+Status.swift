public import Access
public import Foundation
import Journal
public import Kernel
public import Ledgers
public import Matters
import RulesStore
import Storage

extension MatterDesk {
  /// What anybody with the code may know: where the matter stands and, where no account shows it, what was answered to the
  /// applicant; nothing about persons, and nothing of what the applicant said.
  ///
  /// - Parameter address: from where it is asked; whoever tries many codes from there is not heard for a while.
  /// - Throws: ``MatterRefusal/wrongCode``, whatever was wrong with it; ``MatterRefusal/tooManyCodes(until:)`` even for
  ///   a code that is right.
  public func status(_ typed: String, from address: String? = nil, by account: Account) async throws -> MatterStatus {
    try account.require(.readGuides)
    let desk = self
    return try await trying(typed, from: address) { mark in
      try await desk.database.read { db in
        let (matter, kept) = try desk.matter(withMark: mark, db)
        return try desk.status(matter, kept, db)
      }
    }
  }

  /// Hands `work` the mark of the code that was typed, and counts a wrong one.
  private func trying<Result: Sendable>(
    _ typed: String, from address: String?, _ work: (String) async throws -> Result
  ) async throws -> Result {
    let (around, now) = (around, world.now())
    if let end = try await database.read({ try around.codeTries.end(address, now, $0) }) {
      throw MatterRefusal.tooManyCodes(until: end)
    }
    do {
      guard let code = PublicCode(typed) else { throw MatterRefusal.wrongCode }
      return try await work(around.mark(code.text))
    } catch MatterRefusal.wrongCode {
      try await database.write { try around.codeTries.count(address, now, $0) }
      throw MatterRefusal.wrongCode
    }
  }

  private func matter(withMark mark: String, _ db: any Reading) throws -> (Matter, KeptProcedure) {
    guard let matter = try MatterRows.find(mark: mark, in: db), let kept = book[matter.procedure] else {
      throw MatterRefusal.wrongCode
    }
    return (matter, kept)
  }

  private func status(_ matter: Matter, _ kept: KeptProcedure, _ db: any Reading) throws -> MatterStatus {
    let procedure = kept.procedure
    var scene = try scene(of: matter, kept, .visitor([]), db)
    scene.standing = MatterStanding(sides: [.filer])
    let events = scene.events.filter { $0.from != $0.to }
    return MatterStatus(
      id: matter.id, number: matter.number, procedure: procedure.head.name, code: procedure.head.code,
      status: procedure.stage(matter.stage)?.status ?? procedure.head.name, end: matter.end, filedAt: matter.filedAt,
      due: matter.due,
      moves: scene.timeline { _ in nil }.compactMap {
        $0.toApplicant(in: procedure, withAnswers: matter.filer == nil)
      },
      reason: events.last.flatMap { event in
        event.side != .filer && procedure.step(event.code)?.readers.contains(.filer) == true ? event.reason : nil
      },
      steps: procedure.steps(at: matter.stage).filter { $0.takers.contains(.filer) }, revision: matter.revision)
  }

  /// Takes a step of the applicant's with the code alone: for those without an account, and for who left no name.
  public func take(
    _ step: String, withCode typed: String, _ given: StepGiven, from address: String? = nil, by account: Account
  ) async throws {
    try account.require(.readGuides)
    // Whoever is signed in is not noted, either: the code alone is what they act by.
    let (desk, nobody) = (self, Account.visitor(account.permissions))
    try await trying(typed, from: address) { mark in
      try await desk.database.write { db in
        let matter = try desk.matter(withMark: mark, db).0
        let (id, given) = (matter.id, matter.applicant == nil ? given.withoutFileNames() : given)
        try desk.take(step, given, seen: nil, by: nobody, on: id, db) {
          var scene = try desk.scene(id, nobody, db)
          scene.standing = MatterStanding(sides: [.filer])
          return scene
        }
      }
    }
  }

  /// What a document that a step issued says, as it said it then.
  ///
  /// - Throws: ``MatterRefusal/unknown`` where the account has no part in it or the step issued none.
  public func letter(_ place: Int, of id: ID<Matter>, by account: Account) async throws -> (Letter, LetterFacts) {
    try account.require(.fileMatters)
    let desk = self
    return try await database.read { db in
      let scene = try desk.scene(id, account, db)
      guard let event = scene.events.first(where: { $0.place == place && $0.sort == .step }),
        let letter = scene.procedure.step(event.code)?.letter,
        scene.reads(from: event.side, for: scene.readers(of: event)), !scene.standing.isNone
      else { throw MatterRefusal.unknown }
      return (letter, scene.facts(of: event, clocks: try desk.clocks(at: event, in: scene, db)))
    }
  }
}

extension MatterDesk {
  /// The clocks of a matter as they stood after `event`, which is what its document said.
  private func clocks(at event: MatterEvent, in scene: MatterScene, _ db: any Reading) throws -> [RunningClock] {
    let book = try rules.book(in: db)
    func last(_ clock: ProcedureClock) -> RunningClock? { scene.clocks.last { $0.clock == clock.code } }
    func first(_ clock: ProcedureClock) throws -> ClockLimit? {
      guard let kept = last(clock), kept.isExtended else { return last(clock)?.limit }
      return try book.limit(of: clock, on: kept.startedOn) ?? kept.limit
    }
    return try scene.procedure.clocks(
      after: event.place, of: scene.events, calendar: around.calendar(db), limit: first,
      extended: { clock in (last(clock)?.limit.count ?? 0) - (try first(clock)?.count ?? 0) })
  }
}

extension MatterScene {
  /// What a document at `event` is written from.
  func facts(of event: MatterEvent, clocks: [RunningClock]) -> LetterFacts {
    LetterFacts(
      number: matter.number, procedure: procedure.head.name,
      addressee: isForApplicant(event) ? matter.applicant ?? "" : "",
      filedOn: Day(matter.filedAt), issuedOn: Day(event.at), answers: common(to: event),
      given: said(with: event), reason: event.reason,
      clocks: clocks)
  }

  /// What was said with the step, without what is for the staff alone.
  private func said(with event: MatterEvent) -> LedgerRecord.Values {
    let names = Set((procedure.step(event.code)?.fields ?? []).filter { !$0.isInternal }.map(\.name))
    return LedgerRecord.Values((answers[event.place]?.all ?? [:]).filter { names.contains($0.key) })
  }

  /// Whether nobody but the applicant and the staff reads the document.
  private func isForApplicant(_ event: MatterEvent) -> Bool {
    if case .party = event.side { return false }
    return readers(of: event).subtracting([.filer]).isEmpty
  }

  /// What everybody who reads the document may know of the application: it says the same to all of them.
  private func common(to event: MatterEvent) -> LedgerRecord.Values {
    var names = Set(procedure.fields.filter { !$0.isInternal }.map(\.name))
    for reader in readers(of: event) {
      switch reader {
      case .filer: break
      case .parties: for party in procedure.parties { names.formIntersection(party.reads) }
      case .party(let role): names.formIntersection(procedure.party(role)?.reads ?? [])
      }
    }
    if case .party(let role) = event.side { names.formIntersection(procedure.party(role)?.reads ?? []) }
    return LedgerRecord.Values(application.all.filter { names.contains($0.key) })
  }
}

/// A matter as anybody with its code sees it.
public struct MatterStatus: Sendable {
  public let id: ID<Matter>
  public let number: MatterNumber
  public let procedure: Phrase
  public let code: String
  public let status: Phrase
  public let end: MatterEnd?
  public let filedAt: Date
  public let due: Deadline?
  public let moves: [Move]
  /// Why, where the last step gave the applicant a reason.
  public let reason: String?
  /// What the applicant can do with the code alone.
  public let steps: [StepEntry]
  public let revision: Int64

  public struct Move: Sendable {
    public let at: Date
    public let status: Phrase
    /// What was said to the applicant.
    public let said: [(field: LedgerField, value: LedgerValue)]
  }
}

extension MatterLine {
  /// The line as whoever has the code reads it: every move, and of the other events those that
  /// said something to the applicant.
  ///
  /// - Parameter withAnswers: whether nobody's account shows them.
  fileprivate func toApplicant(in procedure: Procedure, withAnswers: Bool) -> MatterStatus.Move? {
    guard let stage = procedure.stage(event.to) else { return nil }
    let said = (event.side == .filer || !withAnswers ? [] : fields).compactMap { field in
      field.isPersonal ? nil : given[field.name].map { (field: field, value: $0) }
    }
    guard event.from != event.to || !said.isEmpty else { return nil }
    return MatterStatus.Move(at: event.at, status: event.from == event.to ? words : stage.status, said: said)
  }
}
