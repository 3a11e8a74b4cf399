public import Foundation
import Glibc
import Synchronization

/// A program that a test starts beside itself.
///
/// Foundation's `Process` reads past the end of a list of open files once more than a thousand are open, as they are
/// while the whole suite runs, and then ends the tests with it (swift-corelibs-foundation 5472).
public final class Child: Sendable {
  public let processIdentifier: pid_t
  private let status = Mutex<Int32?>(nil)
  private let ending = DispatchGroup()

  /// Starts `program`, the path of a file; it inherits these three files and no other.
  ///
  /// - Parameter environment: that of the tests if nil.
  public init(
    _ program: String, _ arguments: [String], environment: [String: String]? = nil,
    input: FileHandle = .nullDevice, output: FileHandle = .standardOutput, errors: FileHandle = .standardError
  ) throws {
    let variables = environment ?? ProcessInfo.processInfo.environment
    processIdentifier = try withExtendedLifetime((input, output, errors)) {
      try Self.spawn(
        [program] + arguments, variables.map { "\($0)=\($1)" },
        files: [input.fileDescriptor, output.fileDescriptor, errors.fileDescriptor])
    }
    ending.enter()
    // At once: whoever waits for any child of the tests would see one that ended for ever, and never its own.
    Thread.detachNewThread { [self] in
      var status: Int32 = 0
      while waitpid(processIdentifier, &status, 0) < 0, errno == EINTR {}
      self.status.withLock { $0 = status }
      ending.leave()
    }
  }

  /// What `program` writes until it ends.
  ///
  /// - Throws: ``Failed`` unless it ends with 0.
  public static func output(
    of program: String, _ arguments: [String], errors: FileHandle = .standardError
  ) throws -> Data {
    let (child, pipe) = try piped(program, arguments, errors: errors)
    let output = try pipe.readToEnd() ?? Data()
    child.waitUntilExit()
    guard child.exitStatus == 0 else { throw Failed(program: program, status: child.exitStatus) }
    return output
  }

  /// Starts `program` with the other end of the handle for its output.
  public static func piped(
    _ program: String, _ arguments: [String], input: FileHandle = .nullDevice, errors: FileHandle = .standardError
  ) throws -> (Child, FileHandle) {
    let pipe = Pipe()
    let child = try Child(
      program, arguments, input: input, output: pipe.fileHandleForWriting, errors: errors)
    // This end would keep the pipe open after the program ended.
    try pipe.fileHandleForWriting.close()
    return (child, pipe.fileHandleForReading)
  }

  public var isRunning: Bool { status.withLock { $0 == nil } }

  /// As a shell gives it: 128 and the number of the signal that ended it.
  public var exitStatus: Int32 {
    let status = self.status.withLock { $0 ?? 0 }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
  }

  public func waitUntilExit() { ending.wait() }

  public func signal(_ number: Int32) {
    if isRunning { kill(processIdentifier, number) }
  }

  /// Asks it to end, and waits until it has.
  public func end() {
    signal(SIGTERM)
    waitUntilExit()
  }

  public struct Failed: Error {
    public let program: String
    public let status: Int32
  }
}

extension Child {
  private static func spawn(_ words: [String], _ environment: [String], files: [Int32]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (place, file) in files.enumerated() { posix_spawn_file_actions_adddup2(&actions, file, Int32(place)) }
    let highest = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap { Int32($0) }.max()
    for file in 3...max(highest ?? 0, 3) { posix_spawn_file_actions_addclose(&actions, file) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var (arguments, variables) = (words.map { strdup($0) } + [nil], environment.map { strdup($0) } + [nil])
    defer { for word in arguments + variables { free(word) } }
    var child = pid_t()
    let fault = posix_spawn(&child, words[0], &actions, &attributes, &arguments, &variables)
    guard fault == 0 else { throw POSIXError(POSIXErrorCode(rawValue: fault) ?? .EINVAL) }
    return child
  }
}
