public import Access
public import Kernel
public import Matters
import Rules
import RulesStore
import Storage

extension MatterDesk {
  public var today: Day { world.today() }

  /// How long each clock of a procedure is today, and what that rests on.
  public func limits(of procedure: Procedure, by account: Account) async throws -> [ClockLength] {
    try account.require(.readGuides)
    let (shelf, today) = (rules, world.today())
    return try await database.read { db in
      let book = try shelf.book(in: db)
      return procedure.clocks.map { clock in
        ClockLength(
          clock: clock, limit: try? book.limit(clock.rule, on: today),
          status: book.finding(clock.rule, on: today).status?.phrase ?? RuleStatus.unknown.phrase)
      }
    }
  }
}

/// A clock with its length today; without one where nobody has supplied it.
public struct ClockLength: Sendable {
  public let clock: ProcedureClock
  public let limit: ClockLimit?
  public let status: Phrase
}

extension MatterDesk {
  /// How many open matters everybody has who works on them, and how many of those are late; nobody's come first.
  public func workload(by account: Account) async throws -> [MatterWorkload] {
    try account.require(.workOnMatters)
    let (codes, around, counts, today) = (book.handled(by: account).map(\.head.code), around, counts, world.today())
    guard !codes.isEmpty else { return [] }
    return try await database.read { db in
      try counts.load(codes, for: account.id, on: today, in: db).map { load in
        MatterWorkload(
          handler: load.handler, name: try load.handler.flatMap { try around.name($0, db) }, open: load.open,
          late: load.late)
      }
    }
  }
}

/// What somebody has to do.
public struct MatterWorkload: Sendable {
  /// Nil: nobody's yet.
  public let handler: ID<Account>?
  public let name: String?
  public let open: Int
  public let late: Int
}
