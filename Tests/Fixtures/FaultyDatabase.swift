public import Storage
import Synchronization

/// A database that fails at the `failing`th statement, counted over all its transactions.
public struct FaultyDatabase: Database {
  private let sound: any Database
  private let countdown: Countdown
  public var dialect: Dialect { sound.dialect }

  public init(_ sound: any Database, failing: Int) {
    self.sound = sound
    countdown = Countdown(failing)
  }

  /// Whether the statement was reached.
  public var hasFailed: Bool { countdown.isOver }

  public func read<Result: Sendable>(_ work: @escaping @Sendable (any Reading) throws -> Result) async throws -> Result
  {
    try await sound.read { [countdown] in try work(FaultyReading(sound: $0, countdown: countdown)) }
  }

  public func write<Result: Sendable>(_ work: @escaping @Sendable (any Writing) throws -> Result) async throws -> Result
  {
    try await sound.write { [countdown] in try work(FaultyWriting(sound: $0, countdown: countdown)) }
  }

  public func close() async throws {}
}

/// What a ``FaultyDatabase`` throws.
public struct InjectedFault: Error, Equatable {
  public init() {}
}

/// Runs `operation` with a failure at its first statement, then at its second, and so on until it is through.
///
/// After each failure every table must hold what it held before; so `operation` has one transaction, or
/// its parts undo each other.
///
/// - Returns: how many statements the operation has, and its result.
/// - Throws: ``SomethingLeft``, ``FaultSwallowed``, and what the operation throws without a failure.
@discardableResult
public func failEverywhere<Result>(
  on database: any Database, _ operation: (any Database) async throws -> Result
) async throws -> (statements: Int, result: Result) {
  let before = try await DataDigest(of: database)
  for failing in 1...10_000 {
    let faulty = FaultyDatabase(database, failing: failing)
    do {
      let result = try await operation(faulty)
      guard !faulty.hasFailed else { throw FaultSwallowed(statement: failing) }
      return (failing - 1, result)
    } catch {
      guard faulty.hasFailed, !(error is FaultSwallowed) else { throw error }
      let changed = try await DataDigest(of: database).tables(differingFrom: before)
      guard changed.isEmpty else { throw SomethingLeft(statement: failing, tables: changed) }
    }
  }
  throw FaultSwallowed(statement: 10_000)
}

/// A failure at this statement left something behind.
public struct SomethingLeft: Error, Equatable {
  public let statement: Int
  public let tables: [String]

  public init(statement: Int, tables: [String]) {
    self.statement = statement
    self.tables = tables
  }
}

/// The operation went through although this statement had failed.
public struct FaultSwallowed: Error, Equatable {
  public let statement: Int
  public init(statement: Int) { self.statement = statement }
}

private final class Countdown: Sendable {
  private let left: Mutex<Int>

  init(_ count: Int) { left = Mutex(count) }

  var isOver: Bool { left.withLock { $0 <= 0 } }

  func next() throws {
    let isDue = left.withLock { left in
      left -= 1
      return left == 0
    }
    if isDue { throw InjectedFault() }
  }
}

private struct FaultyReading: Reading {
  let sound: any Reading
  let countdown: Countdown
  var dialect: Dialect { sound.dialect }

  func rows(_ sql: SQL) throws -> [Row] {
    try countdown.next()
    return try sound.rows(sql)
  }

  func forEach(_ sql: SQL, _ visit: (Row) throws -> Void) throws {
    try countdown.next()
    try sound.forEach(sql, visit)
  }
}

private struct FaultyWriting: Writing {
  let sound: any Writing
  let countdown: Countdown
  var dialect: Dialect { sound.dialect }

  func rows(_ sql: SQL) throws -> [Row] {
    try countdown.next()
    return try sound.rows(sql)
  }

  func forEach(_ sql: SQL, _ visit: (Row) throws -> Void) throws {
    try countdown.next()
    try sound.forEach(sql, visit)
  }

  func run(_ sql: SQL) throws -> Int {
    try countdown.next()
    return try sound.run(sql)
  }

  func insert(_ rows: [[SQLValue]], into table: String, columns: [String], onConflict: SQL) throws -> Int {
    try countdown.next()
    return try sound.insert(rows, into: table, columns: columns, onConflict: onConflict)
  }
}
