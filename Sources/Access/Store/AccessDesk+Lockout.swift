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
    var ends: [Date?] = []
    let count = try SessionRows.fail(doors.name, at: now, forgetting: policy.nameLockout.forgetting, in: db)
    ends.append(policy.nameLockout.end(after: count, last: now))
    if let address = doors.address {
      let count = try SessionRows.fail(address, at: now, forgetting: policy.addressLockout.forgetting, in: db)
      ends.append(policy.addressLockout.end(after: count, last: now))
    }
    if let end = ends.compactMap(\.self).max() {
      try Recording.note(
        Deed(
          .lock, by: visitor, on: row.map { subject($0.id) },
          facts: ["failures": "\(count)", "seconds": "\(Int(end.timeIntervalSince(now)))"]), world: world, in: db)
    }
    return .refused(refusal)
  }
}
