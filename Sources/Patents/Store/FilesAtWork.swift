import Jobs
import JobsStore
import Synchronization

/// The files that this process is importing at the moment: a lease keeps other processes away, this its own tasks.
final class FilesAtWork: Sendable {
  private let hashes = Mutex<Set<String>>([])

  /// - Throws: ``JobRefusal/taken(by:)`` if another task works on the file.
  func with<Result>(_ hash: String, of holder: LeaseHolder, _ work: () async throws -> Result) async throws -> Result {
    guard hashes.withLock({ $0.insert(hash).inserted }) else { throw JobRefusal.taken(by: holder.text) }
    defer { _ = hashes.withLock { $0.remove(hash) } }
    return try await work()
  }
}
