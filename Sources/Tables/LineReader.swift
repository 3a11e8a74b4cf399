import Glibc

/// The lines of a text file, one at a time, in constant memory; a cursor.
public final class LineReader {
  private let window: Window
  private let limit: Int
  private var lineEnd = 0
  /// 1 for the first line; blank lines count.
  public private(set) var number = 0
  /// Set when the current line cannot be used; its bytes are then its beginning.
  public private(set) var fault: RowFault?
  private var next = 0
  private var beginning: [UInt8] = []

  /// - Parameter limit: the longest line in bytes; longer ones are passed over with a fault.
  public init(_ source: ByteSource, limit: Int = 8 << 20) throws(TableRefusal) {
    window = Window(try TextSource(source))
    self.limit = limit
  }

  public var encoding: TextEncoding { window.source.encoding }
  /// Where the line begins in the text.
  public var offset: Int64 { window.offset }
  /// Progress in the file itself, compressed as it is.
  public var bytesRead: Int64 { window.source.bytes.bytesRead }

  /// Moves to the next line; false at the end.
  public func advance() throws(TableRefusal) -> Bool {
    window.start = next
    fault = nil
    var searched = 0
    while true {
      if let found = memchr(window.base + window.start + searched, 0x0A, window.end - window.start - searched) {
        let length = found.assumingMemoryBound(to: UInt8.self) - (window.base + window.start)
        return finish(length, next: window.start + length + 1)
      }
      searched = window.end - window.start
      if searched > limit { return try passOver() }
      if try !window.more() { return searched == 0 ? false : finish(searched, next: window.end) }
    }
  }

  private func finish(_ length: Int, next following: Int) -> Bool {
    number += 1
    next = following
    lineEnd = window.start + length
    if length > 0, window.base[lineEnd - 1] == 0x0D { lineEnd -= 1 }
    if lineEnd - window.start > limit {
      beginning = Array(UnsafeBufferPointer(start: window.base + window.start, count: min(limit, 4_096)))
      fault = .tooLong(limit: limit)
    }
    return true
  }

  /// Drops the rest of a line that is too long, keeping its beginning.
  private func passOver() throws(TableRefusal) -> Bool {
    let kept = Array(UnsafeBufferPointer(start: window.base + window.start, count: min(limit, 4_096)))
    while true {
      if let found = memchr(window.base + window.start, 0x0A, window.end - window.start) {
        next = found.assumingMemoryBound(to: UInt8.self) - window.base + 1
        break
      }
      window.start = window.end
      if try !window.more() {
        next = window.end
        break
      }
    }
    number += 1
    beginning = kept
    fault = .tooLong(limit: limit)
    return true
  }

  /// The bytes of the line without its end; valid within `body` only.
  public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    if fault != nil { return try beginning.withUnsafeBufferPointer(body) }
    return try body(UnsafeBufferPointer(start: window.base + window.start, count: lineEnd - window.start))
  }
}
