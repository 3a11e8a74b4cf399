public import Access
import Foundation
import Journal
import JournalStore
public import Kernel
public import Matters
import Storage

extension MatterDesk {
  /// Notes the time limits that have ended and tells those concerned; where the chart has a step of the zone's own for
  /// it, takes it.
  ///
  /// A matter whose step is refused, for want of a rule perhaps, says so in its timeline and is tried again at the next
  /// run; it holds up none of the others.
  ///
  /// - Parameter limit: how many matters are looked for at once; all of them are come to.
  /// - Returns: how many matters were changed.
  /// - Throws: the first defect that was met, after all matters were come to.
  @discardableResult
  public func runClocks(limit: Int = 100, by account: Account) async throws -> Int {
    try account.require(.runClocks)
    let (today, ways) = (world.today(), book.all.flatMap(\.procedure.lapses))
    var (last, changed) = (ID<Matter>(.min), 0)
    var defect: (any Error)?
    while true {
      let after = last
      let late = try await database.read {
        try MatterRows.lapsed(before: today, ways, after: after, limit: limit, in: $0)
      }
      for id in late {
        do {
          if try await lapse(id, on: today, account) { changed += 1 }
        } catch {
          defect = defect ?? error
        }
      }
      guard late.count == limit, let end = late.last else { break }
      last = end
    }
    if let defect { throw defect }
    return changed
  }

  /// - Returns: whether anything was written.
  private func lapse(_ id: ID<Matter>, on today: Day, _ account: Account) async throws -> Bool {
    let desk = self
    let isTold = try await database.write { try desk.tellLapse(of: id, on: today, account, $0) }
    guard let step = try await database.read({ try desk.lapseStep(of: desk.scene(id, account, $0), on: today) }) else {
      return isTold
    }
    do {
      // What the zone does by itself is a step like any other, with an entry of its own.
      try await database.write { db in
        try desk.take(step.code, StepGiven(), seen: nil, by: account, on: id, db) { try desk.scene(id, account, db) }
      }
      return true
    } catch let refusal as any Refusal {
      let isNoted = try await database.write { try desk.note(refusal, of: step, on: id, today, account, $0) }
      return isTold || isNoted
    }
  }

  private func tellLapse(of id: ID<Matter>, on today: Day, _ account: Account, _ db: any Writing) throws -> Bool {
    try Recording.write(Deed(.lapse, by: account, on: id.subject), world: world, in: db) { recording in
      var scene = try self.scene(id, account, db)
      var isTold = false
      for place in scene.clocks.indices
      where scene.clocks[place].isRunning && !scene.clocks[place].isToldOf && scene.clocks[place].due.day < today {
        let old = scene.clocks
        scene.clocks[place].isToldOf = true
        isTold = true
        let code = scene.clocks[place].clock
        try write(
          MatterNote(sort: .lapsed, code: code, reason: nil), side: .zone, in: &scene, over: old, seen: nil,
          lapsed: scene.procedure.clock(code), recording, db)
      }
      return isTold
    }
  }

  /// What the zone takes now that a time limit has ended.
  private func lapseStep(of scene: MatterScene, on today: Day) -> StepEntry? {
    let ended = Set(scene.clocks.filter { $0.isRunning && $0.due.day < today }.map(\.clock))
    let lapse = scene.procedure.lapses.first { ended.contains($0.clock) && $0.stages.contains(scene.matter.stage) }
    return lapse.flatMap { scene.procedure.step($0.step) }
  }

  /// Writes into the timeline, once, why the zone's own step was not taken.
  private func note(
    _ refusal: any Refusal, of step: StepEntry, on id: ID<Matter>, _ today: Day, _ account: Account,
    _ db: any Writing
  ) throws -> Bool {
    let causes = (refusal as? FormRefusal)?.causes ?? [refusal]
    let reason = ZoneNote(step.phrase, causes.map(\.phrase)).text
    let deed = Deed(.lapse, by: account, on: id.subject, facts: ["step": step.code, "refused": refusal.code])
    return try Recording.write(deed, world: world, in: db) { recording in
      var scene = try self.scene(id, account, db)
      // Somebody else may have acted meanwhile.
      guard lapseStep(of: scene, on: today)?.code == step.code,
        scene.events.last.map({ $0.code == MatterEvent.refusedCode && $0.reason == reason }) != true
      else { return false }
      let note = MatterNote(sort: .note, code: MatterEvent.refusedCode, reason: reason)
      let clocks = scene.clocks
      try write(note, side: .zone, in: &scene, over: clocks, seen: nil, recording, db)
      return true
    }
  }

  /// Counts every open time limit anew, after a year's holidays were announced.
  ///
  /// - Returns: how many matters have other last days than before.
  @discardableResult
  public func recountClocks(by account: Account) async throws -> Int {
    try account.require(.runClocks)
    var (last, changed) = (ID<Matter>(.min), 0)
    while true {
      let (desk, after) = (self, last)
      let found = try await database.read { try MatterRows.running(after: after, limit: 200, in: $0) }
      guard let end = found.last else { return changed }
      changed += try await database.write { db in
        try MatterClocks.recount(found, in: desk.around.calendar(db), world: desk.world, by: account, db)
      }
      last = end
    }
  }
}
