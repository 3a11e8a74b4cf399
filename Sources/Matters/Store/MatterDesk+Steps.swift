public import Access
import Foundation
import Journal
import JournalStore
public import Kernel
import Ledgers
import LedgersStore
public import Matters
import Storage

extension MatterDesk {
  /// Takes a step, with everything that it brings about, in one transaction.
  ///
  /// - Parameter seen: the revision of the matter that the user saw.
  /// - Throws: ``MatterRefusal``; `FormRefusal` with everything that is wrong with what was said.
  public func take(
    _ step: String, on id: ID<Matter>, _ given: StepGiven, seen: Int64?, by account: Account
  ) async throws {
    try account.require(.fileMatters)
    let desk = self
    try await database.write { db in
      try desk.take(step, given, seen: seen, by: account, on: id, db) {
        let scene = try desk.scene(id, account, db)
        guard !scene.standing.isNone else { throw MatterRefusal.unknown }
        return scene
      }
    }
  }

  /// Takes a step that anybody may say something with, without an account: in the zone's own name, and from one address
  /// only so often.
  ///
  /// - Parameter account: the zone itself, which hands on what was said.
  /// - Throws: ``MatterRefusal/tooMuchFrom(until:)``; else as ``take(_:on:_:seen:by:)``.
  public func handOn(
    _ step: String, on id: ID<Matter>, _ given: StepGiven, from address: String?, by account: Account
  ) async throws {
    try account.require(.fileMatters)
    let (around, now) = (around, world.now())
    if let end = try await database.read({ try around.codeTries.end(address, now, $0) }) {
      throw MatterRefusal.tooMuchFrom(until: end)
    }
    try await take(step, on: id, given, seen: nil, by: account)
    try await database.write { try around.codeTries.count(address, now, $0) }
  }

  /// What the form of a step begins with, for who may take it now.
  public func prepare(_ step: String, on id: ID<Matter>, by account: Account) async throws -> StepPreparation {
    try account.require(.fileMatters)
    let desk = self
    return try await database.read { db in
      let scene = try desk.scene(id, account, db)
      guard let entry = scene.procedure.step(step),
        scene.procedure.capacity(for: entry, of: account, with: scene.standing) != nil
      else { throw MatterRefusal.unknown }
      let taken = StepTaken(
        matter: scene.matter, step: step, answers: scene.application, given: .init(), before: scene.said,
        said: scene.saidInOrder, parties: scene.parties(), clocks: scene.clocks, files: [], reason: nil, by: account,
        at: desk.world.now())
      return try scene.kept.prepare(taken, db)
    }
  }

  /// What a step changes, written as one entry of the journal.
  ///
  /// - Parameter look: the matter as `account` finds it; called when nobody else writes any more, so that of two steps
  ///   at once the second sees what the first has done, on PostgreSQL, too.
  func take(
    _ code: String, _ given: StepGiven, seen: Int64?, by account: Account, on id: ID<Matter>, _ db: any Writing,
    _ look: () throws -> MatterScene
  ) throws {
    try Recording.write(Deed(.takeStep, by: account, on: id.subject), world: world, in: db) { recording in
      let scene = try look()
      let (procedure, stage) = (scene.procedure, scene.matter.stage)
      let (step, side, end) = try allowed(code, in: scene)
      let target = end.code
      for (name, fact) in [("procedure", procedure.head.code), ("step", code), ("stage", target)] {
        recording.state(fact, as: name)
      }
      let work = StepWork(recording: recording, world: world, ledgers: ledgers, db: db)
      let (answers, named) = try read(given, for: step, in: scene, db)
      let at = world.now()
      var matter = scene.matter
      matter.stage = target
      matter.events += 1
      if let end = end.end, matter.isOpen { (matter.end, matter.closedAt) = (end, at) }
      let moved = try clocks(procedure, scene.clocks, for: scene.application, from: stage, to: target, db)
      let clocks = moved.enumerated().map { place, clock in
        let isOver = scene.clocks.indices.contains(place) && scene.clocks[place].isOpen && !clock.isOpen
        return isOver && procedure.waits(for: clock, at: code) ? clock.ranOut() : clock
      }
      matter.setDue(by: clocks)
      let event = MatterEvent(
        matter: matter.id, place: matter.events, sort: .step, code: code, from: stage, to: target, at: at,
        account: scene.account.standing == .person ? scene.account.id : nil, side: side,
        reason: step.needsReason ? given.reason : nil)
      let added = try newParties(named, step, answers, in: scene, db)
      let released = scene.released(by: step)
      let taken = StepTaken(
        matter: matter, step: code, answers: scene.application, given: answers, before: scene.said,
        said: scene.saidInOrder, parties: scene.parties(without: released) + added, clocks: scene.clocks,
        files: given.files.map(\.material), reason: event.reason, by: scene.account, at: at)
      let faults = try scene.kept.check(taken, db)
      if !faults.isEmpty { throw FormRefusal(faults) }
      try recording.update(MatterRows.values(matter), in: .matters, seen: seen)
      try recording.insert(MatterRows.values(event), into: .matterEvents)
      try recording.insert(
        AnswerRows.values(answers, of: step.fields, place: event.place, id: matter.id), into: .matterAnswers)
      try write(clocks, over: scene.clocks, of: matter.id, recording)
      try recording.insert(added.map(AnswerRows.values), into: .matterParties)
      try recording.insert(
        released.map { [matter.id.sqlValue, $0.sqlValue, .text(event.reason ?? step.code), at.sqlValue] },
        into: .matterRecusals)
      try recording.insert(
        given.files.enumerated().map { AnswerRows.values($1, number: $0 + 1, place: event.place, id: matter.id) },
        into: .matterFiles)
      try scene.kept.effect(taken, work)
      try tell(event, matter, procedure, parties: taken.parties, lapsed: nil, work)
    }
  }

  /// The step, in whose capacity it is taken, and where it leads.
  private func allowed(_ code: String, in scene: MatterScene) throws -> (StepEntry, EventSide, StageEntry) {
    let (procedure, stage) = (scene.procedure, scene.matter.stage)
    guard let step = procedure.step(code) else { throw MatterRefusal.unknownStep }
    guard let side = procedure.capacity(for: step, of: scene.account, with: scene.standing) else {
      throw MatterRefusal.notYours(step: step.phrase)
    }
    guard let target = procedure.after(code, at: stage).flatMap(procedure.stage) else {
      throw MatterRefusal.notNow(step: step.phrase, at: procedure.stage(stage)?.phrase ?? step.phrase)
    }
    return (step, side, target)
  }

  /// Reads what was said with a step and whom it names.
  private func read(
    _ given: StepGiven, for step: StepEntry, in scene: MatterScene, _ db: any Reading
  ) throws -> (answers: LedgerRecord.Values, named: [MatterPerson]) {
    var (answers, faults) = Procedure.read(given.texts, of: step.fields)
    faults += try ledgers.resolve(&answers, of: step.fields, in: db)
    if step.needsReason, given.reason.allSatisfy(\.isWhitespace) { faults.append(MatterRefusal.reasonMissing) }
    if given.reason.count > Reason.limit { faults.append(ReasonRefusal.tooLong(given.reason.count)) }
    var named: [MatterPerson] = []
    if let asked = step.appoints {
      let words = scene.procedure.party(asked.role)?.words ?? step.phrase
      if !asked.takes(Set(given.named).count) {
        faults.append(
          MatterRefusal.wrongNumber(
            of: words, least: asked.count.lowerBound, most: asked.count.upperBound, isOdd: asked.isOdd))
      }
      let candidates = try candidates(for: asked, in: scene, db)
      for account in Set(given.named).sorted(by: { $0.number < $1.number }) {
        if let person = candidates.first(where: { $0.account == account }) {
          named.append(person)
        } else if let name = try around.name(account, db), try around.isTied(account, scene.organisations, db) {
          faults.append(MatterRefusal.tied(name))
        } else {
          faults.append(MatterRefusal.notACandidate)
        }
      }
    }
    if !faults.isEmpty { throw FormRefusal(faults) }
    return (answers, named)
  }

  private func newParties(
    _ named: [MatterPerson], _ step: StepEntry, _ answers: LedgerRecord.Values, in scene: MatterScene,
    _ db: any Reading
  ) throws -> [MatterParty] {
    // What the application said is known, too: it may name who joins now.
    let known = LedgerRecord.Values(scene.application.all.merging(answers.all) { $1 })
    var added = try parties(of: scene.procedure, scene.matter.id, known, at: step.code, scene.parties, db)
    guard let role = step.appoints?.role else { return added }
    for person in named where !scene.parties.contains(where: { $0.role == role && $0.account == person.account }) {
      added.append(
        MatterParty(
          matter: scene.matter.id, place: scene.parties.count + added.count + 1, role: role, organisation: nil,
          account: person.account, name: person.name))
    }
    return added
  }

  /// Writes what has changed of the clocks.
  func write(
    _ clocks: [RunningClock], over old: [RunningClock], of id: ID<Matter>, _ recording: Recording
  ) throws {
    for (place, clock) in clocks.enumerated() {
      if place >= old.count {
        try recording.insert(MatterRows.values(clock, place: place + 1, of: id), into: .matterClocks)
      } else if clock != old[place] {
        try recording.update(MatterRows.values(clock, place: place + 1, of: id), in: .matterClocks)
      }
    }
  }
}

/// What somebody says with a step.
public struct StepGiven: Sendable {
  public var texts: [String: String]
  public var reason: String
  public var named: [ID<Account>]
  public var files: [HandedIn]

  public init(
    texts: [String: String] = [:], reason: String = "", named: [ID<Account>] = [], files: [HandedIn] = []
  ) {
    self.texts = texts
    self.reason = reason
    self.named = named
    self.files = files
  }

  /// As whoever left no name says it: what they called their files may be one.
  func withoutFileNames() -> StepGiven {
    var bare = self
    bare.files = files.map { HandedIn(material: $0.material, evidence: $0.evidence, name: $0.material) }
    return bare
  }
}
