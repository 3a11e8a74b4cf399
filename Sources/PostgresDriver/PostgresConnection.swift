import CPostgres
import Logging
import Storage

/// One connection of libpq; lives on the thread of its ``PostgresWorker``.
final class PostgresConnection {
  let pointer: OpaquePointer?
  /// For ``Interruption``, which uses it on other threads while a transaction runs.
  let cancel: OpaquePointer?
  private let notices: NoticeLog
  private var names: [Signature: String] = [:]
  private var nameCount = 0

  private struct Signature: Hashable {
    let text: String
    let types: [Oid]
  }

  /// - Throws: ``StorageFault/unreachable(_:)``.
  init(_ url: String, settings: String, log: Logger) throws(StorageFault) {
    pointer = Self.connect([
      ("dbname", url), ("client_encoding", "UTF8"), ("fallback_application_name", "ipzone"), ("connect_timeout", "10"),
    ])
    cancel = PQgetCancel(pointer)
    notices = NoticeLog(log: log)
    guard PQstatus(pointer) == CONNECTION_OK else { throw .unreachable(StorageFault.message(of: pointer)) }
    PQsetNoticeProcessor(pointer, writeNotice, Unmanaged.passUnretained(notices).toOpaque())
    _ = try command(settings)
  }

  deinit {
    PQfreeCancel(cancel)
    PQfinish(pointer)
  }

  var isLost: Bool { PQstatus(pointer) == CONNECTION_BAD }
  var isInPipeline: Bool { PQpipelineStatus(pointer) != PQ_PIPELINE_OFF }
  var isIdle: Bool { PQtransactionStatus(pointer) == PQTRANS_IDLE }

  /// Runs a text without values, one or several statements.
  /// - Returns: the command tag of the last one.
  func command(_ text: String) throws(StorageFault) -> String {
    let result = try checked(PostgresResult(PQexec(pointer, text)))
    return result.tag
  }

  func run(_ text: String, _ values: BoundValues) throws(StorageFault) -> PostgresResult {
    try forgetSurplusStatements()
    let name = try isWorthPreparing(text) ? prepared(text, values.types) : nil
    let result = values.withPointers { count, pointers, lengths, formats in
      if let name { return PQexecPrepared(pointer, name, count, pointers, lengths, formats, 1) }
      return PQexecParams(pointer, text, count, values.types, pointers, lengths, formats, 1)
    }
    return try checked(PostgresResult(result))
  }

  func checked(_ result: consuming PostgresResult) throws(StorageFault) -> PostgresResult {
    guard result.isSuccess else { throw StorageFault(result: result.pointer, connection: pointer) }
    return result
  }

  /// The name of the prepared statement for `text` with values of `types`.
  func prepared(_ text: String, _ types: [Oid]) throws(StorageFault) -> String {
    let signature = Signature(text: text, types: types)
    if let name = names[signature] { return name }
    nameCount += 1
    let name = "s\(nameCount)"
    _ = try checked(PostgresResult(PQprepare(pointer, name, text, Int32(types.count), types)))
    names[signature] = name
    return name
  }

  /// Keeps the server's memory bounded: lists of every length make a statement each.
  func forgetSurplusStatements() throws(StorageFault) {
    if names.count >= 500 { try forgetStatements() }
  }

  func forgetStatements() throws(StorageFault) {
    _ = try command("DEALLOCATE ALL")
    names.removeAll()
  }

  /// What defines the schema runs once; so does what moves a cursor with a name of its own.
  private func isWorthPreparing(_ text: String) -> Bool {
    ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"].contains { text.hasPrefix($0) }
  }

  private static func connect(_ options: [(String, String)]) -> OpaquePointer? {
    let words = options.flatMap { [$0.0, $0.1] }
    var bytes: [CChar] = []
    var starts: [Int] = []
    for word in words {
      starts.append(bytes.count)
      bytes += word.utf8CString
    }
    return bytes.withUnsafeBufferPointer { buffer in
      let pointers = starts.map { buffer.baseAddress?.advanced(by: $0) }
      let keys = stride(from: 0, to: pointers.count, by: 2).map { pointers[$0] } + [nil]
      let values = stride(from: 1, to: pointers.count, by: 2).map { pointers[$0] } + [nil]
      return PQconnectdbParams(keys, values, 1)
    }
  }
}

/// Where the server's notices go.
private final class NoticeLog {
  let log: Logger
  init(log: Logger) { self.log = log }
}

private func writeNotice(_ context: UnsafeMutableRawPointer?, _ message: UnsafePointer<CChar>?) {
  guard let context, let message else { return }
  let notices = Unmanaged<NoticeLog>.fromOpaque(context).takeUnretainedValue()
  let text = String(cString: message).split(separator: "\n").joined(separator: "; ")
  notices.log.debug("The database server sent a notice", metadata: ["postgres.notice": "\(text)"])
}
