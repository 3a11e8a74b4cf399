public import Access
import Journal
import JournalStore
public import Kernel
import Matters
public import Storage

/// The time limits of all matters, for whoever changes what they are counted by.
public enum MatterClocks {
  /// Counts every open time limit anew in a changed calendar, in the transaction that changes it; each matter with other
  /// last days than before gets an entry of the journal.
  ///
  /// - Returns: how many those are.
  @discardableResult
  public static func recountAll(
    in calendar: WorkingCalendar, world: World, by account: Account, _ db: any Writing
  ) throws -> Int {
    var (last, changed) = (ID<Matter>(.min), 0)
    while true {
      let found = try MatterRows.running(after: last, limit: 200, in: db)
      guard let end = found.last else { return changed }
      changed += try recount(found, in: calendar, world: world, by: account, db)
      last = end
    }
  }

  static func recount(
    _ ids: [ID<Matter>], in calendar: WorkingCalendar, world: World, by account: Account, _ db: any Writing
  ) throws -> Int {
    var changed = 0
    for id in ids {
      let deed = Deed(.recountClocks, by: account, on: id.subject)
      let isOther = try Recording.write(deed, world: world, in: db) { recording in
        let old = try MatterRows.clocks(of: id, in: db)
        let new = old.map { $0.isOpen ? recounted($0, in: calendar, on: world.today()) : $0 }
        guard new != old, var matter = try MatterRows.find(id, in: db) else { return false }
        matter.setDue(by: new)
        for (place, clock) in new.enumerated() where clock != old[place] {
          try recording.update(MatterRows.values(clock, place: place + 1, of: id), in: .matterClocks)
        }
        try recording.update(MatterRows.values(matter), in: .matters)
        return true
      }
      if isOther { changed += 1 }
    }
    return changed
  }

  /// A limit that was over and now is not is told of again when it ends.
  private static func recounted(_ clock: RunningClock, in calendar: WorkingCalendar, on today: Day) -> RunningClock {
    var new = clock.recounted(in: calendar)
    if new.due.day > clock.due.day, new.due.day >= today { new.isToldOf = false }
    return new
  }
}
