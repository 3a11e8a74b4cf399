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
  /// - Returns: how many matters were told of; call again while it is `limit`.
  @discardableResult
  public func runClocks(limit: Int = 100, by account: Account) async throws -> Int {
    try account.require(.runClocks)
    let (desk, today) = (self, world.today())
    let late = try await database.read { try MatterRows.lapsed(before: today, limit: limit, in: $0) }
    for id in late { try await database.write { try desk.lapse(id, on: today, account, $0) } }
    return late.count
  }

  private func lapse(_ id: ID<Matter>, on today: Day, _ account: Account, _ db: any Writing) throws {
    let deed = Deed(.lapse, by: account, on: id.subject)
    try Recording.write(deed, world: world, in: db) { recording in
      var scene = try self.scene(id, account, db)
      let old = scene.clocks
      for place in scene.clocks.indices
      where scene.clocks[place].isRunning && !scene.clocks[place].isToldOf && scene.clocks[place].due.day < today {
        scene.clocks[place].isToldOf = true
        let code = scene.clocks[place].clock
        try write(
          MatterNote(sort: .lapsed, code: code, reason: nil), side: .zone, in: &scene, over: old, seen: nil,
          lapsed: scene.procedure.clock(code), recording, db)
      }
    }
    // What the zone does by itself is a step like any other, with an entry of its own.
    let scene = try self.scene(id, account, db)
    guard scene.matter.isOpen else { return }
    for clock in scene.clocks where clock.isRunning && clock.isToldOf {
      guard
        let step = scene.procedure.steps(at: scene.matter.stage).first(where: {
          $0.takers.contains(.zone) && $0.code == "lapse-\(clock.clock)"
        })
      else { continue }
      try take(step.code, in: scene, StepGiven(), seen: nil, db)
      return
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
      changed += try await database.write { try desk.recount(found, account, $0) }
      last = end
    }
  }

  /// A last day that is ahead again is told of again.
  private func recounted(_ clock: RunningClock, in calendar: WorkingCalendar) -> RunningClock {
    var clock = clock.recounted(in: calendar)
    if clock.due.day >= world.today() { clock.isToldOf = false }
    return clock
  }

  private func recount(_ ids: [ID<Matter>], _ account: Account, _ db: any Writing) throws -> Int {
    let calendar = try around.calendar(db)
    var changed = 0
    for id in ids {
      try Recording.write(Deed(.recountClocks, by: account, on: id.subject), world: world, in: db) { recording in
        guard var matter = try MatterRows.find(id, in: db) else { return }
        let old = try MatterRows.clocks(of: id, in: db)
        let new = old.map { $0.isOpen ? recounted($0, in: calendar) : $0 }
        guard new != old else { return }
        changed += 1
        matter.setDue(by: new)
        try write(new, over: old, of: id, recording)
        try recording.update(MatterRows.values(matter), in: .matters)
      }
    }
    return changed
  }
}
