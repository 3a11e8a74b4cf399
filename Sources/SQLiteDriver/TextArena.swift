import Foundation
import Kernel
import Storage

/// The texts of one row in one buffer, so that SQLite can take them from there without a copy of its own.
///
/// What ``next()`` gave stays where it is until the next ``fill(with:)``.
struct TextArena: ~Copyable {
  private var start = UnsafeMutablePointer<CChar>.allocate(capacity: 4_096)
  private var capacity = 4_096
  private var ends: [Int] = []
  private var place = 0
  private var position = 0

  struct Text {
    let start: UnsafePointer<CChar>
    let count: Int32
    let hasNUL: Bool
  }

  deinit { start.deallocate() }

  mutating func fill(with values: [SQLValue]) {
    ends.removeAll(keepingCapacity: true)
    place = 0
    position = 0
    var end = 0
    for case .text(let text) in values {
      text.withBytes { utf8 in
        reserve(end + utf8.count, keeping: end)
        if let first = utf8.baseAddress { memcpy(start + end, first, utf8.count) }
        end += utf8.count
      }
      ends.append(end)
    }
  }

  /// The row's next text.
  mutating func next() -> Text {
    let end = ends[place]
    let text = UnsafePointer(start + position)
    let count = end - position
    position = end
    place += 1
    return Text(start: text, count: Int32(count), hasNUL: memchr(text, 0, count) != nil)
  }

  private mutating func reserve(_ needed: Int, keeping used: Int) {
    guard needed > capacity else { return }
    let larger = UnsafeMutablePointer<CChar>.allocate(capacity: max(needed, 2 * capacity))
    memcpy(larger, start, used)
    start.deallocate()
    start = larger
    capacity = max(needed, 2 * capacity)
  }
}
