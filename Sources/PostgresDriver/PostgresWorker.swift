import CPostgres
import Foundation
import Logging
import Storage

/// One connection with a thread of its own; a whole transaction is one hop to it and back.
actor PostgresWorker {
  nonisolated let interruption = Interruption()
  private nonisolated let thread: ConnectionThread
  private let url: String
  private let settings: String
  private let log: Logger
  private var connection: PostgresConnection?

  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  init(_ url: String, settings: String, number: Int, log: Logger) {
    self.url = url
    self.settings = settings
    self.log = log
    thread = ConnectionThread(name: "postgres-\(number)")
  }

  deinit { thread.stop() }

  /// Connects, unless it is connected.
  func connect() throws { _ = try connected() }

  func close() { connection = nil }

  func read<Result: Sendable>(_ work: @Sendable (any Reading) throws -> Result) throws -> Result {
    try transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", work)
  }

  func write<Result: Sendable>(_ work: @Sendable (any Writing) throws -> Result) throws -> Result {
    try transaction("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE", work)
  }

  private func transaction<Result>(_ begin: String, _ work: (PostgresSession) throws -> Result) throws -> Result {
    var attempt = 1
    while true {
      let connection = try open(begin)
      interruption.begin(connection.cancel)
      defer { settle(connection) }
      let session = PostgresSession(on: connection)
      do {
        let result = try work(session)
        try session.commit()
        return result
      } catch {
        session.rollBack()
        guard let fault = session.doom as? StorageFault, fault.asksForRepetition, attempt < 10 else { throw error }
        if fault.isStalePlan { try connection.forgetStatements() }
        log.debug("A transaction runs again", metadata: ["postgres.attempt": "\(attempt)"])
        Thread.sleep(forTimeInterval: 0.002 * Double(1 << attempt))
        attempt += 1
      }
    }
  }

  /// Begins a transaction; a connection that has died since the last one is replaced once.
  private func open(_ begin: String) throws -> PostgresConnection {
    if let known = connection {
      do {
        _ = try known.command(begin)
        return known
      } catch StorageFault.unreachable(let message) {
        log.notice("The database connection was lost; connecting again", metadata: ["postgres.message": "\(message)"])
        connection = nil
      }
    }
    let fresh = try connected()
    _ = try fresh.command(begin)
    return fresh
  }

  private func connected() throws -> PostgresConnection {
    if let connection { return connection }
    let fresh = try PostgresConnection(url, settings: settings, log: log)
    connection = fresh
    return fresh
  }

  /// Only a sound connection without a transaction is kept.
  private func settle(_ used: PostgresConnection) {
    let wasInterrupted = interruption.end()
    if wasInterrupted || used.isLost || !used.isIdle || used.isInPipeline { connection = nil }
  }
}
