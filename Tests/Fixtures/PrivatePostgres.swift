import Foundation
import Logging
import PostgresDriver
import Storage
import Synchronization

/// A PostgreSQL server for this test process alone: in a temporary folder, on a Unix socket, without fsync.
///
/// It starts when the first test asks for it. A shell beside it waits on a pipe that only this process
/// holds open; when the process ends, however it ends, the shell stops the server and removes the folder.
public struct PrivatePostgres: Sendable {
  private static let programs = "/usr/lib/postgresql/15/bin"
  private static let started = Mutex<Result<PrivatePostgres, NotThere>?>(nil)
  private let folder: String
  private let schemaCount = SharedCount()

  public static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: programs + "/postgres") }

  /// - Throws: ``NotThere``, with what the server said.
  public static func server() throws -> PrivatePostgres {
    try started.withLock { started in
      if let started { return try started.get() }
      let result = Result { () throws(NotThere) in try start() }
      started = result
      return try result.get()
    }
  }

  public struct NotThere: Error, CustomStringConvertible {
    public let description: String
  }

  /// A connection string with an empty schema of its own as the only one in the search path.
  public func newSchema() async throws -> (url: String, name: String) {
    let name = "t_\(schemaCount.next())"
    try await administering { try $0.run("CREATE SCHEMA \(SQL(name: name))") }
    return (url(schema: name), name)
  }

  public func drop(_ schema: String) async throws {
    try await administering { try $0.run("DROP SCHEMA \(SQL(name: schema)) CASCADE") }
  }

  private func url(schema: String) -> String {
    "postgres:///postgres?host=\(folder)&user=postgres&options=-csearch_path%3D\(schema)"
  }

  private func administering(_ work: @escaping @Sendable (any Writing) throws -> Void) async throws {
    let database = try await PostgresDatabase.open(url(schema: "public"), connections: 1, log: Logger(label: "tests"))
    try await database.write(work)
    try await database.close()
  }

  private static func start() throws(NotThere) -> PrivatePostgres {
    guard isInstalled else { throw NotThere(description: "PostgreSQL 15 is not installed in \(programs)") }
    let folder = "/tmp/ipzone-\(ProcessInfo.processInfo.processIdentifier)"
    let life = Pipe()
    // Other children of the tests must not hold the server alive.
    _ = fcntl(life.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
    do {
      let (_, answers) = try Child.piped(
        "/usr/bin/setsid", ["--wait", "/bin/sh", "-c", keeper, "ipzone-test-database", folder, programs],
        input: life.fileHandleForReading)
      let text = firstWords(from: answers)
      guard text.hasSuffix("ready\n") else { throw NotThere(description: "PostgreSQL did not start: \(text)") }
    } catch {
      throw error as? NotThere ?? NotThere(description: "PostgreSQL did not start: \(error)")
    }
    lifeline.withLock { $0 = life }
    return PrivatePostgres(folder: folder)
  }

  /// What the shell says until the server is ready or the shell ends.
  private static func firstWords(from pipe: FileHandle) -> String {
    var answer = Data()
    while !answer.suffix(6).elementsEqual("ready\n".utf8) {
      let piece = pipe.availableData
      if piece.isEmpty { break }
      answer += piece
    }
    return String(decoding: answer, as: UTF8.self)
  }

  /// Keeps the pipe from being closed before the process ends.
  private static let lifeline = Mutex<Pipe?>(nil)

  /// Says `ready` once the server answers; then waits for the end of its input.
  private static let keeper = """
    folder=$1; programs=$2
    trap '' INT TERM HUP PIPE
    rm -rf "$folder"; mkdir -m 700 "$folder" || exit 1
    as=
    if [ "$(id -u)" = 0 ]; then
      chown postgres "$folder"
      as='setpriv --reuid=postgres --regid=postgres --clear-groups'
    fi
    cd "$folder" || exit 1
    if ! $as "$programs/initdb" -D "$folder/data" -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 \\
      --no-sync >"$folder/log" 2>&1
    then
      tail -n 5 "$folder/log"; rm -rf "$folder"; exit 1
    fi
    $as "$programs/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c fsync=off \\
      -c synchronous_commit=off -c full_page_writes=off -c max_connections=600 -c shared_buffers=64MB \\
      -c max_wal_size=2GB </dev/null >>"$folder/log" 2>&1 &
    server=$!
    until "$programs/pg_isready" -q -h "$folder" -U postgres; do
      if ! kill -0 $server 2>/dev/null; then tail -n 5 "$folder/log"; rm -rf "$folder"; exit 1; fi
      sleep 0.05
    done
    echo ready
    exec >/dev/null 2>&1
    cat >/dev/null
    kill -QUIT $server
    wait $server
    rm -rf "$folder"
    """
}

/// A count that every copy of a value shares.
private final class SharedCount: Sendable {
  private let last = Mutex(0)

  func next() -> Int {
    last.withLock { last in
      last += 1
      return last
    }
  }
}
