public import Storage
import Synchronization

/// Tries every transaction that writes into one table with a failure at each of its statements, looks that nothing of it
/// is left, and only then does it.
///
/// A transaction with the same statements as one before, whatever their values, is done at once.
public struct TryingDatabase: Database {
  private let sound: any Database
  private let table: String
  private let tried = Tried()

  public var dialect: Dialect { sound.dialect }

  public init(_ sound: any Database, writing table: String) { (self.sound, self.table) = (sound, table) }

  /// How many transactions were tried, and how many statements they had.
  public var count: (transactions: Int, statements: Int) {
    tried.shapes.withLock { ($0.count, $0.reduce(0) { $0 + $1.count }) }
  }

  public func read<Result: Sendable>(_ work: @escaping @Sendable (any Reading) throws -> Result) async throws -> Result
  {
    try await sound.read(work)
  }

  public func write<Result: Sendable>(_ work: @escaping @Sendable (any Writing) throws -> Result) async throws -> Result
  {
    let rehearsal = try await rehearse(work)
    if rehearsal.tables.contains(table), tried.shapes.withLock({ $0.insert(rehearsal.statements).inserted }) {
      try await tryAll(rehearsal, work)
    }
    return try await sound.write(work)
  }

  public func close() async throws { try await sound.close() }

  /// Runs the whole transaction, and takes it back.
  private func rehearse<Result: Sendable>(
    _ work: @escaping @Sendable (any Writing) throws -> Result
  ) async throws -> Countdown {
    let countdown = Countdown(.max)
    do {
      try await sound.write { db in
        _ = try work(FaultyWriting(sound: db, countdown: countdown))
        throw InjectedFault()
      }
    } catch is InjectedFault {}
    return countdown
  }

  private func tryAll<Result: Sendable>(
    _ rehearsal: Countdown, _ work: @escaping @Sendable (any Writing) throws -> Result
  ) async throws {
    let before = try await DataDigest(of: sound, tables: rehearsal.tables)
    for failing in 1...rehearsal.statements.count {
      let countdown = Countdown(failing)
      do {
        _ = try await sound.write { try work(FaultyWriting(sound: $0, countdown: countdown)) }
        throw FaultSwallowed(statement: failing)
      } catch {
        guard countdown.isOver, !(error is FaultSwallowed) else { throw error }
        guard !countdown.tables.isEmpty else { continue }
        let changed = try await DataDigest(of: sound, tables: countdown.tables).tables(differingFrom: before)
        guard changed.isEmpty else { throw SomethingLeft(statement: failing, tables: changed) }
      }
    }
  }

  /// The statements of what was tried.
  private final class Tried: Sendable {
    let shapes = Mutex<Set<[String]>>([])
  }
}
