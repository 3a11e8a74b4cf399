public import Access
import Foundation
public import Kernel
public import Matters
import Storage

extension MatterDesk {
  /// The open last days of the account: of its own matters, and of those that it works on.
  ///
  /// - Parameter limit: how many matters are looked at, the nearest last days first.
  public func deadlines(limit: Int = 500, by account: Account) async throws -> [MatterDeadline] {
    try account.require(.fileMatters)
    let desk = self
    var (own, handled) = (MatterFilter(), MatterFilter())
    own.own = MatterFilter.Own(account)
    handled.handler = account.id
    let filters = account.may(.workOnMatters) ? [handled, own] : [own]
    return try await database.read { db in
      var found: [MatterDeadline] = []
      var seen: Set<ID<Matter>> = []
      for var filter in filters {
        (filter.isOpen, filter.isByDue) = (true, true)
        let running = try MatterRows.running(filter, limit: limit, in: db).filter { !seen.contains($0.matter.id) }
        seen.formUnion(running.map(\.matter.id))
        for (matter, clock) in running {
          if let procedure = desk.book.procedure(matter.procedure) {
            found.append(MatterDeadline(clock, of: matter, procedure))
          }
        }
      }
      return found.sorted(by: MatterDeadline.isEarlier)
    }
  }

  /// - Parameters:
  ///   - faces: one account, once for each organisation that it acts for.
  ///   - day: takes those, too, that have ended from this day on.
  func deadlines(of faces: [Account], endedSince day: Day, _ db: any Reading) throws -> [MatterDeadline] {
    var matters: [ID<Matter>: Matter] = [:]
    for face in faces where face.may(.fileMatters) {
      var (own, handled) = (MatterFilter(), MatterFilter())
      own.own = MatterFilter.Own(face)
      handled.handler = face.id
      for filter in face.may(.workOnMatters) ? [handled, own] : [own] {
        for matter in try found(filter, closedSince: day, db) { matters[matter.id] = matter }
      }
    }
    var found: [MatterDeadline] = []
    for matter in matters.values {
      guard let procedure = book.procedure(matter.procedure) else { continue }
      for clock in try MatterRows.clocks(of: matter.id, in: db) {
        let hasEnded = clock.endedOn.flatMap { ended in ended >= day } ?? false
        guard clock.isRunning || hasEnded else { continue }
        found.append(MatterDeadline(clock, of: matter, procedure))
      }
    }
    return found.sorted(by: MatterDeadline.isEarlier)
  }

  private func found(_ filter: MatterFilter, closedSince day: Day, _ db: any Reading) throws -> [Matter] {
    var filter = filter
    filter.isOpen = true
    filter.isByDue = true
    let open = try MatterRows.page(filter, after: nil, limit: 500, in: db)
    filter.isOpen = false
    filter.isByDue = false
    return try open
      + MatterRows.page(filter, after: nil, limit: 200, in: db).filter { $0.closedAt.map { Day($0) >= day } ?? false }
  }
}

/// A last day of a time limit.
public struct MatterDeadline: Sendable {
  public let matter: ID<Matter>
  public let number: MatterNumber
  public let procedure: Phrase
  public let clock: String
  public let run: Int
  public let words: Phrase
  public let due: Deadline
  /// Whether the limit was met or fell away: nothing is due any more.
  public let hasEnded: Bool
  /// Of the matter; rises with every change.
  public let revision: Int64

  init(_ clock: RunningClock, of matter: Matter, _ procedure: Procedure) {
    self.matter = matter.id
    number = matter.number
    self.procedure = procedure.head.name
    self.clock = clock.clock
    run = clock.run
    words = procedure.clock(clock.clock)?.words ?? procedure.head.name
    due = clock.due
    hasEnded = !clock.isOpen
    revision = matter.revision
  }

  static func isEarlier(_ one: MatterDeadline, _ other: MatterDeadline) -> Bool {
    (one.due.day, one.matter.number, one.clock, one.run)
      < (other.due.day, other.matter.number, other.clock, other.run)
  }
}
