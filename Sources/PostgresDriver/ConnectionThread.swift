import Dispatch
import Foundation
import Synchronization

/// One thread that runs the jobs of one actor, so that a blocking C library never holds up Swift's own threads.
final class ConnectionThread: SerialExecutor {
  private struct Queue {
    var jobs: [UnownedJob] = []
    var isStopped = false
  }

  private let queue = Mutex(Queue())
  private let ready = DispatchSemaphore(value: 0)

  init(name: String) {
    // The thread keeps the executor alive until `stop`, the actor stops it when it goes.
    let thread = Thread { [self] in runUntilStopped() }
    thread.name = name
    thread.start()
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.withLock { $0.jobs.append(job) }
    ready.signal()
  }

  /// Lets the thread end once its queue is empty; nothing may be enqueued afterwards.
  func stop() {
    queue.withLock { $0.isStopped = true }
    ready.signal()
  }

  private func runUntilStopped() {
    while true {
      ready.wait()
      let (jobs, isStopped) = queue.withLock { queue in
        defer { queue.jobs.removeAll() }
        return (queue.jobs, queue.isStopped)
      }
      for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
      if isStopped && jobs.isEmpty { return }
      if isStopped { ready.signal() }
    }
  }
}
