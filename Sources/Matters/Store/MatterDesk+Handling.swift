public import Access
import Foundation
import Journal
import JournalStore
public import Kernel
public import Matters
import RulesStore
import Storage

extension MatterDesk {
  /// Whom a matter can be assigned to: whoever works on its procedure and has no tie to it.
  public func assignable(_ id: ID<Matter>, by account: Account) async throws -> [MatterPerson] {
    try account.require(.workOnMatters)
    let desk = self
    return try await database.read { db in
      let scene = try desk.staffScene(id, account, db)
      return try desk.assignable(in: scene, db)
    }
  }

  private func assignable(in scene: MatterScene, _ db: any Reading) throws -> [MatterPerson] {
    let organisations = scene.organisations
    return try around.holders(scene.procedure.head.handlers, db).filter { person in
      guard !scene.recused.contains(person.account), scene.matter.filer != person.account else { return false }
      return try !around.isTied(person.account, organisations, db)
    }
  }

  /// Hands the matter to somebody: oneself with the right to work on it, others with the right to assign.
  public func assign(
    _ id: ID<Matter>, to person: ID<Account>, seen: Int64?, by account: Account
  ) async throws {
    try account.require(person == account.id ? .workOnMatters : .assignMatters)
    try await change(id, .assignMatter, seen: seen, by: account, facts: ["to": "\(person)"]) { desk, scene, db in
      guard try desk.assignable(in: scene, db).contains(where: { $0.account == person }) else {
        throw MatterRefusal.notACandidate
      }
      scene.matter.handler = person
      return MatterNote(sort: .assigned, code: "assign", reason: nil)
    }
  }

  /// Stands aside for good, with the reason (回避): the matter is no longer theirs to see or to work on.
  public func recuse(_ id: ID<Matter>, because reason: String, seen: Int64?, by account: Account) async throws {
    try account.require(.workOnMatters)
    let reason = try Reason(reason, orElse: MatterRefusal.reasonMissing)
    let world = world
    try await change(id, .recuse, seen: seen, by: account) { _, scene, db in
      if scene.matter.handler == account.id { scene.matter.handler = nil }
      scene.recusal = [
        scene.matter.id.sqlValue, account.id.sqlValue, .text(reason.text), world.now().sqlValue,
      ]
      return MatterNote(sort: .recused, code: "recuse", reason: reason.text)
    }
  }

  /// Adds a note: for oneself and the staff, or to be read by everybody who takes part.
  ///
  /// What a side keeps to itself the other side never reads.
  public func note(
    _ text: String, isShared: Bool, on id: ID<Matter>, seen: Int64? = nil, by account: Account
  ) async throws {
    try account.require(.fileMatters)
    let reason = try Reason(text, orElse: MatterRefusal.noteMissing)
    try await change(id, .noteOnMatter, seen: seen, by: account, isStaffOnly: false) { _, _, _ in
      MatterNote(sort: .note, code: isShared ? "shared" : "confidential", reason: reason.text)
    }
  }

  /// Extends a running time limit once, with the reason that those concerned read.
  public func extend(
    _ clock: String, of id: ID<Matter>, because reason: String, seen: Int64?, by account: Account
  ) async throws {
    try account.require(.workOnMatters)
    let reason = try Reason(reason, orElse: MatterRefusal.reasonMissing)
    try await change(id, .extendClock, seen: seen, by: account, facts: ["clock": clock]) { desk, scene, db in
      guard let declared = scene.procedure.clock(clock), let extended = declared.extended else {
        throw MatterRefusal.unknownStep
      }
      try account.require(extended.approver)
      guard let place = scene.clocks.lastIndex(where: { $0.clock == clock && $0.isRunning }) else {
        throw MatterRefusal.notRunning
      }
      guard !scene.clocks[place].isExtended else { throw MatterRefusal.alreadyExtended }
      let more = try desk.rules.book(in: db).limit(extended.rule, on: desk.world.today())
      scene.clocks[place] = scene.clocks[place].extended(by: more.count, in: try desk.around.calendar(db))
      return MatterNote(sort: .extended, code: clock, reason: reason.text)
    }
  }

  func staffScene(_ id: ID<Matter>, _ account: Account, _ db: any Reading) throws -> MatterScene {
    let scene = try scene(id, account, db)
    guard scene.standing.isStaff else { throw MatterRefusal.unknown }
    return scene
  }

  /// Changes a matter without moving it to another stage: one event, one entry of the journal.
  private func change(
    _ id: ID<Matter>, _ action: Action, seen: Int64?, by account: Account, facts: [String: String] = [:],
    isStaffOnly: Bool = true,
    _ make: @escaping @Sendable (MatterDesk, inout MatterScene, any Writing) throws -> MatterNote
  ) async throws {
    let desk = self
    try await database.write { db in
      let deed = Deed(action, by: account, on: id.subject, facts: facts)
      try Recording.write(deed, world: desk.world, in: db) { recording in
        var scene = try desk.scene(id, account, db)
        guard isStaffOnly ? scene.standing.isStaff : !scene.standing.isNone else { throw MatterRefusal.unknown }
        guard scene.matter.isOpen else { throw MatterRefusal.closed }
        let old = scene.clocks
        let note = try make(desk, &scene, db)
        let side =
          scene.standing.isStaff
          ? EventSide.staff : scene.standing.sides.sorted { $0.code < $1.code }.first ?? .filer
        try desk.write(note, side: side, in: &scene, over: old, seen: seen, recording, db)
      }
    }
  }

  func write(
    _ note: MatterNote, side: EventSide, in scene: inout MatterScene, over old: [RunningClock], seen: Int64?,
    lapsed: ProcedureClock? = nil, _ recording: Recording, _ db: any Writing
  ) throws {
    scene.matter.events += 1
    scene.matter.setDue(by: scene.clocks)
    let event = MatterEvent(
      matter: scene.matter.id, place: scene.matter.events, sort: note.sort, code: note.code,
      from: scene.matter.stage, to: scene.matter.stage, at: world.now(),
      account: scene.account.standing == .person ? scene.account.id : nil, side: side, reason: note.reason)
    try recording.update(MatterRows.values(scene.matter), in: .matters, seen: seen)
    try recording.insert(MatterRows.values(event), into: .matterEvents)
    try write(scene.clocks, over: old, of: scene.matter.id, recording)
    if let recusal = scene.recusal { try recording.insert(recusal, into: .matterRecusals) }
    try tell(
      event, scene.matter, scene.procedure, parties: scene.parties(), lapsed: lapsed,
      StepWork(recording: recording, world: world, ledgers: ledgers, db: db))
  }
}

/// What is written down of a change that moves nothing.
struct MatterNote {
  let sort: MatterEvent.Sort
  let code: String
  let reason: String?
}
