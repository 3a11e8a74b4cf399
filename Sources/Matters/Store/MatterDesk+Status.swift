public import Access
public import Foundation
import Journal
public import Kernel
import Ledgers
public import Matters
import Storage

extension MatterDesk {
  /// What anybody with the code may know: nothing about persons, and not what was said.
  ///
  /// - Throws: ``MatterRefusal/wrongCode``, whatever was wrong with it.
  public func status(_ typed: String, by account: Account) async throws -> MatterStatus {
    try account.require(.readGuides)
    guard let code = PublicCode(typed) else { throw MatterRefusal.wrongCode }
    let (desk, mark) = (self, around.mark(code.text))
    return try await database.read { db in
      guard let matter = try MatterRows.find(mark: mark, in: db), let kept = desk.book[matter.procedure] else {
        throw MatterRefusal.wrongCode
      }
      return try desk.status(matter, kept, db)
    }
  }

  private func status(_ matter: Matter, _ kept: KeptProcedure, _ db: any Reading) throws -> MatterStatus {
    let procedure = kept.procedure
    let scene = try scene(of: matter, kept, .visitor([]), db)
    let events = scene.events.filter { $0.from != $0.to }
    return MatterStatus(
      id: matter.id, number: matter.number, procedure: procedure.head.name, code: procedure.head.code,
      status: procedure.stage(matter.stage)?.status ?? procedure.head.name, end: matter.end, filedAt: matter.filedAt,
      due: matter.due,
      moves: events.compactMap { event in
        procedure.stage(event.to).map { MatterStatus.Move(at: event.at, status: $0.status) }
      },
      reason: events.last.flatMap { event in
        procedure.step(event.code)?.readers.contains(.filer) == true ? event.reason : nil
      },
      steps: procedure.steps(at: matter.stage).filter { $0.takers.contains(.filer) }, revision: matter.revision)
  }

  /// Takes a step of the applicant's with the code alone: for those without an account, and for who left no name.
  public func take(
    _ step: String, withCode typed: String, _ given: StepGiven, by account: Account
  ) async throws {
    try account.require(.readGuides)
    guard let code = PublicCode(typed) else { throw MatterRefusal.wrongCode }
    let (desk, mark) = (self, around.mark(code.text))
    try await database.write { db in
      guard let matter = try MatterRows.find(mark: mark, in: db), let kept = desk.book[matter.procedure] else {
        throw MatterRefusal.wrongCode
      }
      var scene = try desk.scene(of: matter, kept, .visitor(account.permissions), db)
      scene.standing = MatterStanding(sides: [.filer])
      try desk.take(step, in: scene, given, seen: nil, db)
    }
  }

  /// The open last days of the account: of its own matters, and of those that it works on.
  public func deadlines(by account: Account) async throws -> [MatterDeadline] {
    try account.require(.fileMatters)
    let desk = self
    var own = MatterFilter()
    own.own = MatterFilter.Own(account)
    own.isOpen = true
    own.isByDue = true
    var handled = MatterFilter()
    handled.handler = account.id
    handled.isOpen = true
    handled.isByDue = true
    let filters = account.may(.workOnMatters) ? [handled, own] : [own]
    return try await database.read { db in
      var found: [MatterDeadline] = []
      for filter in filters {
        for matter in try MatterRows.page(filter, after: nil, limit: 500, in: db) {
          guard let procedure = desk.book.procedure(matter.procedure),
            !found.contains(where: { $0.matter == matter.id })
          else { continue }
          for clock in try MatterRows.clocks(of: matter.id, in: db) where clock.isRunning {
            found.append(
              MatterDeadline(
                matter: matter.id, number: matter.number, procedure: procedure.head.name,
                clock: clock.clock, run: clock.run, words: procedure.clock(clock.clock)?.words ?? procedure.head.name,
                due: clock.due))
          }
        }
      }
      return found.sorted { ($0.due.day, $0.matter.number) < ($1.due.day, $1.matter.number) }
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
      return (letter, scene.facts(of: event))
    }
  }
}

extension MatterScene {
  /// What a document at `event` is written from; clocks as they stand now, without what began later.
  func facts(of event: MatterEvent) -> LetterFacts {
    LetterFacts(
      number: matter.number, procedure: procedure.head.name,
      addressee: isForApplicant(event) ? matter.applicant ?? "" : "",
      filedOn: Day(matter.filedAt), issuedOn: Day(event.at), answers: common(to: event),
      given: said(with: event), reason: event.reason,
      clocks: clocks.filter { $0.startedOn <= Day(event.at) })
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
  }
}

/// An open last day.
public struct MatterDeadline: Sendable {
  public let matter: ID<Matter>
  public let number: MatterNumber
  public let procedure: Phrase
  public let clock: String
  public let run: Int
  public let words: Phrase
  public let due: Deadline
}
