import CorpusStore
import Foundation
import Synchronization
import Testing

@Suite struct `A handover from a task to a thread` {
  private struct Broken: Error {}

  /// Takes on a thread of its own until the end.
  private func taken(from pages: Handover<Int>, atMost limit: Int = .max) async throws -> [Int] {
    try await withCheckedThrowingContinuation { done in
      Thread.detachNewThread {
        var found: [Int] = []
        done.resume(
          with: Result {
            defer { pages.abandon() }
            while found.count < limit, let page = try pages.take() { found.append(page) }
            return found
          })
      }
    }
  }

  @Test func `gives everything in order, and no more than a few ahead`() async throws {
    let pages = Handover<Int>(room: 2)
    async let found = taken(from: pages)
    for page in 0..<500 { #expect(await pages.give(page)) }
    pages.end()
    #expect(try await found == Array(0..<500))

    let slow = Handover<Int>(room: 2)
    let given = Mutex(0)
    let giver = Task {
      for page in 0..<9 {
        _ = await slow.give(page)
        given.withLock { $0 += 1 }
      }
      slow.end()
    }
    // Nobody takes: the second one waits for room.
    while given.withLock({ $0 }) < 1 { await Task.yield() }
    try await Task.sleep(for: .milliseconds(20))
    #expect(given.withLock { $0 } == 1)
    #expect(try await taken(from: slow) == Array(0..<9))
    await giver.value
  }

  @Test func `ends with what the giver failed with, behind what was given`() async throws {
    let pages = Handover<Int>(room: 3)
    #expect(await pages.give(1))
    pages.end(Broken())
    #expect(try pages.take() == 1)
    #expect(throws: Broken.self) { try pages.take() }
  }

  @Test func `tells the giver when nobody takes any more`() async throws {
    let pages = Handover<Int>(room: 1)
    async let found = taken(from: pages, atMost: 2)
    var given = 0
    while await pages.give(given) { given += 1 }
    #expect(try await found == [0, 1] && given >= 1)
  }
}
