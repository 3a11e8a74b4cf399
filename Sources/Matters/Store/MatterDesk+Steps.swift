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
      let scene = try desk.scene(id, account, db)
      guard !scene.standing.isNone else { throw MatterRefusal.unknown }
      try desk.take(step, in: scene, given, seen: seen, db)
    }
  }

  /// What a step changes, decided on `scene` and written as one entry of the journal.
  func take(_ code: String, in scene: MatterScene, _ given: StepGiven, seen: Int64?, _ db: any Writing) throws {
    let procedure = scene.procedure
    guard let step = procedure.step(code) else { throw MatterRefusal.unknownStep }
    guard let side = procedure.capacity(for: step, of: scene.account, with: scene.standing) else {
      throw MatterRefusal.notYours(step: step.phrase)
    }
    let stage = scene.matter.stage
    guard let target = procedure.after(code, at: stage), let end = procedure.stage(target) else {
      throw MatterRefusal.notNow(step: step.phrase, at: procedure.stage(stage)?.phrase ?? step.phrase)
    }
    let deed = Deed(
      .takeStep, by: scene.account, on: scene.matter.id.subject,
      facts: ["procedure": procedure.head.code, "step": code, "stage": target])
    try Recording.write(deed, world: world, in: db) { recording in
      let work = StepWork(recording: recording, world: world, ledgers: ledgers, db: db)
      let (answers, named) = try read(given, for: step, in: scene, db)
      let at = world.now()
      var matter = scene.matter
      matter.stage = target
      matter.events += 1
      if let end = end.end, matter.isOpen { (matter.end, matter.closedAt) = (end, at) }
      let clocks = try clocks(procedure, scene.clocks, for: scene.application, from: stage, to: target, db)
      matter.setDue(by: clocks)
      let event = MatterEvent(
        matter: matter.id, place: matter.events, sort: .step, code: code, from: stage, to: target, at: at,
        account: scene.account.standing == .person ? scene.account.id : nil, side: side,
        reason: step.needsReason ? given.reason : nil)
      let added = try newParties(named, step, answers, in: scene, db)
      let released = scene.appointed(for: step.releases)
      let taken = StepTaken(
        matter: matter, step: code, answers: scene.application, given: answers, before: scene.said,
        parties: scene.parties(without: released) + added, reason: event.reason, by: scene.account, at: at)
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
}
