import Access
import Foundation
import Journal
import JournalStore
import Kernel
import Storage

/// The two counts of failures that an attempt stands under.
struct Doors: Sendable {
  let name: String
  let address: String?
}

extension AccessDesk {
  func doors(name: String, origin: Origin) -> Doors {
    Doors(
      name: seal.subject("name", AccountName.key(name)), address: origin.address.map { seal.subject("address", $0) })
  }

  /// When the later of the two locks ends, or nil where neither holds.
  func lockEnd(_ doors: Doors, at now: Date, in db: any Reading) throws -> Date? {
    var ends: [Date] = []
    if let (count, last) = try SessionRows.attempts(doors.name, in: db) {
      ends += [policy.nameLockout.end(after: count, last: last)].compactMap(\.self)
    }
    if let address = doors.address, let (count, last) = try SessionRows.attempts(address, in: db) {
      ends += [policy.addressLockout.end(after: count, last: last)].compactMap(\.self)
    }
    return ends.max().flatMap { $0 > now ? $0 : nil }
  }

  /// Counts a failure; one that locks is noted in the journal.
  func fail(_ doors: Doors, as refusal: SignInRefusal, of row: AccountRow?, in db: any Writing) throws -> Settled {
    let now = world.now()
    var locks: [(door: String, count: Int, end: Date)] = []
    for (door, subject, rule) in [
      ("name", doors.name, policy.nameLockout), ("address", doors.address, policy.addressLockout),
    ] {
      guard let subject else { continue }
      let count = try SessionRows.fail(subject, at: now, forgetting: rule.forgetting, in: db)
      if let end = rule.end(after: count, last: now) { locks.append((door, count, end)) }
    }
    if let lock = locks.max(by: { $0.end < $1.end }) {
      try Recording.note(
        Deed(
          .lock, by: visitor, on: row.map { subject($0.id) },
          facts: [
            "failures": "\(lock.count)", "locked": lock.door, "seconds": "\(Int(lock.end.timeIntervalSince(now)))",
          ]), world: world, in: db)
    }
    return .refused(refusal)
  }
}
