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
  /// Written into before the failure.
  public var tables: Set<String> { countdown.tables }

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
/// After each failure the tables written into must hold what they held before; so `operation` has one transaction, or
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
      // A table that no statement wrote into is as it was.
      let written = faulty.tables
      guard !written.isEmpty else { continue }
      let changed = try await DataDigest(of: database, tables: written).tables(differingFrom: before)
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

/// Which statements a transaction ran, and where it fails.
final class Countdown: Sendable {
  private struct State {
    var left: Int
    var statements: [String] = []
    var tables: Set<String> = []
  }

  private let state: Mutex<State>

  init(_ count: Int) { state = Mutex(State(left: count)) }

  var isOver: Bool { state.withLock { $0.left <= 0 } }
  /// Without their values.
  var statements: [String] { state.withLock { $0.statements } }
  /// Written into, or tried to be, before the failure.
  var tables: Set<String> { state.withLock { $0.tables } }

  func next(_ statement: String, into table: String? = nil) throws {
    let isDue = state.withLock { state in
      state.left -= 1
      state.statements.append(statement)
      if let table, state.left > 0 { state.tables.insert(table) }
      return state.left == 0
    }
    if isDue { throw InjectedFault() }
  }
}

private struct FaultyReading: Reading {
  let sound: any Reading
  let countdown: Countdown
  var dialect: Dialect { sound.dialect }

  func rows(_ sql: SQL) throws -> [Row] {
    try countdown.next(sql.rendered(for: dialect).text)
    return try sound.rows(sql)
  }

  func forEach(_ sql: SQL, _ visit: (Row) throws -> Void) throws {
    try countdown.next(sql.rendered(for: dialect).text)
    try sound.forEach(sql, visit)
  }
}

struct FaultyWriting: Writing {
  let sound: any Writing
  let countdown: Countdown
  var dialect: Dialect { sound.dialect }

  func rows(_ sql: SQL) throws -> [Row] {
    try next(sql)
    return try sound.rows(sql)
  }

  func forEach(_ sql: SQL, _ visit: (Row) throws -> Void) throws {
    try next(sql)
    try sound.forEach(sql, visit)
  }

  func run(_ sql: SQL) throws -> Int {
    try next(sql)
    return try sound.run(sql)
  }

  func insert(_ rows: [[SQLValue]], into table: String, columns: [String], onConflict: SQL) throws -> Int {
    try countdown.next("INSERT INTO \(table) \(columns)", into: table)
    return try sound.insert(rows, into: table, columns: columns, onConflict: onConflict)
  }

  private func next(_ sql: SQL) throws {
    let text = sql.rendered(for: dialect).text
    let words = text.split(maxSplits: 3) { $0.isWhitespace || $0 == "(" }.map(String.init)
    let table: String? =
      switch words.first?.uppercased() {
      case "INSERT", "DELETE": words.count > 2 ? words[2] : nil
      case "UPDATE": words.count > 1 ? words[1] : nil
      default: nil
      }
    try countdown.next(text, into: table)
  }
}
