import Dispatch
import Foundation
import Kernel
import PatentFormats
import Patents

/// Reads a file on a thread of its own and hands over batches, never more than a few ahead.
///
/// Reading is synchronous and may wait for the disk; it must not hold a thread of the cooperative pool.
struct RowPump: Sendable {
  struct Batch: Sendable {
    let rows: [PreparedRow]
    /// How far into the file, in bytes of the file as it lies on the disk.
    let bytesRead: Int64
  }

  private static let batchesAhead = 1

  let batches: AsyncThrowingStream<Batch, any Error>
  private let room: DispatchSemaphore
  private let stopping: StopFlag

  /// - Parameter row: rows up to this one are skipped; 0 starts at the beginning.
  init(_ format: any PatentFormat, path: String, after row: Int, batchSize: Int) {
    // A semaphore must not end below the value that it began with.
    let room = DispatchSemaphore(value: 0)
    for _ in 0..<Self.batchesAhead { room.signal() }
    let stopping = StopFlag()
    self.room = room
    self.stopping = stopping
    batches = AsyncThrowingStream { continuation in
      let thread = Thread {
        var rows: [PreparedRow] = []
        var waiting: [FormatRow] = []
        var rowHash = RowHash()
        var position: Int64 = 0
        func prepare() {
          rows += PreparedRow.prepared(waiting, by: &rowHash)
          waiting.removeAll(keepingCapacity: true)
        }
        func hand() throws {
          prepare()
          guard !rows.isEmpty else { return }
          room.wait()
          if stopping.isRaised { throw CancellationError() }
          continuation.yield(Batch(rows: rows, bytesRead: position))
          rows = []
          rows.reserveCapacity(batchSize)
        }
        do {
          try format.read(FormatInput(path: path), after: row) { found in
            waiting.append(found)
            position = found.bytesRead
            if waiting.count == PreparedRow.together { prepare() }
            if rows.count + waiting.count == batchSize { try hand() }
          }
          try hand()
          continuation.finish()
        } catch {
          continuation.finish(throwing: error)
        }
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  /// The consumer is done with a batch: there is room for another.
  func makeRoom() { room.signal() }

  /// Ends the reading thread at its next batch, if it has not ended.
  func stop() {
    stopping.raise()
    room.signal()
  }
}
