import Glibc
import Tables

/// The XML documents that stand one after the other in a file, in pieces.
///
/// Each begins with its own XML declaration; a file without any is one document.
final class DocumentPieces {
  private let source: ByteSource
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 64)
  private var start = front
  private var end = front
  private var isAtEnd = false
  /// Whether the coming bytes begin a document.
  private var isAtBeginning = true
  private var linesRead = 0

  /// 1 for the first document.
  private(set) var number = 0
  /// Where the document begins.
  private(set) var line = 0
  /// The first bytes of the document.
  private(set) var beginning: [UInt8] = []

  private static let mark = Array("<?xml ".utf8)
  /// What waits stands before this place, so that the file is read to an address that the processor copies to fast.
  private static let front = 64

  init(_ source: ByteSource) {
    self.source = source
    buffer[start - 1] = 0x0A
  }

  deinit { buffer.deallocate() }

  var bytesRead: Int64 { source.bytesRead }

  /// Goes to the next document, from the end of the one before; false at the end of the file.
  func beginDocument() throws(TableRefusal) -> Bool {
    try dropSpace()
    if start == end { return false }
    number += 1
    line = linesRead + 1
    beginning = []
    isAtBeginning = true
    return true
  }

  /// The next piece of the document, valid until the next call; nil at its end.
  func next() throws(TableRefusal) -> UnsafeRawBufferPointer? {
    if end - start < Self.mark.count { try fill() }
    if start == end { return nil }
    let from = min(end, start + (isAtBeginning ? 2 : 0))
    let found = nextMark(from: from)
    // A mark may be cut by the end of what is in memory: what could be its beginning waits.
    let to = found ?? (isAtEnd ? end : max(from, end - Self.mark.count + 1))
    if to == start { return nil }
    let piece = UnsafeRawBufferPointer(rebasing: buffer[start..<to])
    if beginning.count < originalLimit { beginning.append(contentsOf: piece.prefix(originalLimit - beginning.count)) }
    count(piece)
    start = to
    isAtBeginning = false
    return piece
  }

  private func nextMark(from: Int) -> Int? {
    var from = from
    // Question marks are rare, so they are looked for.
    while from < end, let base = buffer.baseAddress, let found = memchr(base + from, 0x3F, end - from) {
      let place = UnsafeRawPointer(found) - UnsafeRawPointer(base) - 1
      from = place + 2
      guard place >= start, place + Self.mark.count <= end,
        buffer[place..<place + Self.mark.count].elementsEqual(Self.mark)
      else { continue }
      // Only at the beginning of a line, or behind the element before.
      if buffer[place - 1] == 0x0A || buffer[place - 1] == 0x3E { return place }
    }
    return nil
  }

  private func count(_ piece: UnsafeRawBufferPointer) {
    var lines = 0
    for byte in piece where byte == 0x0A { lines &+= 1 }
    linesRead += lines
  }

  private func dropSpace() throws(TableRefusal) {
    while true {
      while start < end, buffer[start] <= 0x20 || (buffer[start] >= 0xBB && number == 0) {
        // Behind bytes below 0x20, only a byte order mark may stand before a document.
        if buffer[start] == 0x0A { linesRead += 1 }
        start += 1
      }
      if start < end || isAtEnd { return }
      try fill()
    }
  }

  private func fill() throws(TableRefusal) {
    if let base = buffer.baseAddress {
      // With the byte before, which tells whether a mark begins a line.
      let waiting = end - start
      memmove(base + Self.front - waiting - 1, base + start - 1, waiting + 1)
      (start, end) = (Self.front - waiting, Self.front)
    }
    while end - start < Self.mark.count, !isAtEnd {
      let count = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
      isAtEnd = count == 0
      end += count
    }
  }
}
