public import Access
import Jobs
import Kernel
import Storage

extension JobDesk {
  /// Every operation that is handed an account, with arguments that change nothing.
  public var operations: [DeskOperation] {
    let desk = self
    let nothing: ID<Job> = ID(-1)
    return [
      DeskOperation("jobs.queue", needs: .queueJobs) {
        // No database keeps a NUL: whoever may, gets as far as the database, and nothing is written.
        do { _ = try await desk.queue(kind: "", input: "", title: "\u{0}", by: $0) } catch is StorageFault {}
      },
      DeskOperation("jobs.page", needs: .readJobs) { _ = try await desk.page(limit: 1, by: $0) },
      DeskOperation("jobs.find", needs: .readJobs) { _ = try await desk.find(nothing, by: $0) },
      DeskOperation("jobs.cancel", needs: .queueJobs) { try await desk.cancel(nothing, by: $0) },
      DeskOperation("jobs.resume", needs: .queueJobs) { try await desk.resume(nothing, by: $0) },
    ]
  }
}
