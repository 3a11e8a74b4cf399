/// The part of a text that is in memory: grows to hold one record, slides on when it is read.
final class Window {
  let source: TextSource
  private(set) var base: UnsafeMutablePointer<UInt8>
  private var capacity = 256 << 10
  /// Where the record that is being looked at begins.
  var start = 0
  private(set) var end = 0
  private(set) var isAtEnd = false
  /// The offset in the text of `base`.
  private var baseOffset: Int64 = 0

  init(_ source: TextSource) {
    self.source = source
    // Eight bytes more, so that words can be read whole at the end.
    base = .allocate(capacity: capacity + 8)
    base.initialize(repeating: 0, count: capacity + 8)
  }

  deinit { base.deallocate() }

  /// The offset of `start` in the text.
  var offset: Int64 { baseOffset + Int64(start) }

  /// Reads on, keeping what stands from `start`; false at the end of the text.
  func more() throws(TableRefusal) -> Bool {
    if isAtEnd { return false }
    let kept = end - start
    if kept > capacity / 2 {
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2 + 8)
      larger.initialize(repeating: 0, count: capacity * 2 + 8)
      larger.update(from: base + start, count: kept)
      base.deallocate()
      base = larger
      capacity *= 2
    } else if start > 0 {
      base.update(from: base + start, count: kept)
    }
    baseOffset += Int64(start)
    (start, end) = (0, kept)
    let count = try source.read(into: UnsafeMutableRawBufferPointer(start: base + end, count: capacity - end))
    end += count
    isAtEnd = count == 0
    return count > 0
  }
}
