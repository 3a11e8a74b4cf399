/// A database of either dialect.
///
/// The work is synchronous on purpose: while a transaction is open nothing is awaited, so no
/// other task can run in between and no connection is held across a suspension. What `work` throws
/// rolls the transaction back and comes out unchanged. A statement that fails dooms its transaction:
/// further statements and the commit throw the same, even if `work` has swallowed it. When the task is
/// cancelled, a transaction that has not committed yet is given up.
public protocol Database: Sendable {
  var dialect: Dialect { get }

  /// Runs `work` on one consistent state of the data.
  func read<Result: Sendable>(_ work: @escaping @Sendable (any Reading) throws -> Result) async throws -> Result

  /// Runs `work` in one transaction: all of it happens, or none.
  ///
  /// PostgreSQL may ask for a repetition (serialisation failure, deadlock); then `work` runs again.
  @discardableResult func write<Result: Sendable>(_ work: @escaping @Sendable (any Writing) throws -> Result)
    async throws -> Result

  func close() async throws
}

/// A connection inside a transaction that reads.
public protocol Reading {
  var dialect: Dialect { get }

  func rows(_ sql: SQL) throws -> [Row]

  /// Hands each row to `visit` as it arrives, so that memory does not grow with the result.
  ///
  /// `visit` may run statements of its own.
  func forEach(_ sql: SQL, _ visit: (Row) throws -> Void) throws
}

/// A connection inside a transaction that writes.
public protocol Writing: Reading {
  /// - Returns: the number of rows changed.
  @discardableResult func run(_ sql: SQL) throws -> Int

  /// Inserts `rows`, each with a value for each of `columns`, in their order, by the fastest way there is.
  ///
  /// - Parameter onConflict: what follows the VALUES, such as `ON CONFLICT DO NOTHING`.
  /// - Returns: the number of rows inserted.
  @discardableResult func insert(_ rows: [[SQLValue]], into table: String, columns: [String], onConflict: SQL) throws
    -> Int
}

extension Reading {
  /// The first row, or nil.
  public func row(_ sql: SQL) throws -> Row? { try rows(sql).first }

  /// The first column of the first row, a number; 0 where there is no row or it is NULL.
  public func count(_ sql: SQL) throws -> Int {
    guard case .integer(let count)? = try rows(sql).first?.values.first else { return 0 }
    return Int(count)
  }
}

extension Writing {
  /// Lets the statements of this transaction take as long as they need: for work on a whole table.
  public func liftTimeLimit() throws {
    if dialect == .postgres { try run("SET LOCAL statement_timeout = 0") }
  }

  /// Has the database count anew what a table holds, after much was written into it at once.
  ///
  /// Until then PostgreSQL plans as if the table were as empty as before; SQLite plans without such counts.
  public func countAnew(_ table: String) throws {
    if dialect == .postgres { try run("ANALYZE \(SQL(name: table))") }
  }

  @discardableResult public func insert(_ rows: [[SQLValue]], into table: String, columns: [String]) throws -> Int {
    try insert(rows, into: table, columns: columns, onConflict: "")
  }
}

/// The database said no for a reason that code can act on; everything else is a defect or an outage.
public enum StorageFault: Error, Equatable, Sendable {
  /// A unique key was taken; the name is the constraint's or the columns'.
  case duplicate(String)
  /// The statement failed: the engine's own code and words, for the log only.
  case failed(code: String, message: String)
  /// The server cannot be reached.
  case unreachable(String)
}
