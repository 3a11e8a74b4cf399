/// Takes a `multipart/form-data` body apart while it comes in, keeping no more than one delimiter's length.
///
/// Source: RFC 2046 section 5.1 for delimiters, RFC 7578 for form data.
struct MultipartReader {
  enum Event: Equatable {
    case part(PartHead)
    case content([UInt8])
    case partEnd
  }

  private enum Place {
    /// Before the first delimiter, behind one, within a part's head, within its content, behind the last delimiter.
    case preamble, delimiter, head, content, end
  }

  private let delimiter: [UInt8]
  private var place = Place.preamble
  private var held: [UInt8]

  /// `boundary`: of the content type; up to 70 symbols.
  init(boundary: String) {
    delimiter = Array("\r\n--\(boundary)".utf8)
    // The first delimiter may stand at the very beginning, without the line end that belongs to the others.
    held = [0x0D, 0x0A]
  }

  /// Whether the closing delimiter has been read.
  var isComplete: Bool { place == .end }

  /// - Throws: ``WebRefusal/malformedForm`` where a part's head is none.
  mutating func feed(_ bytes: some Collection<UInt8>) throws(WebRefusal) -> [Event] {
    held.append(contentsOf: bytes)
    var events: [Event] = []
    var start = 0
    while let next = try step(from: start, into: &events) { start = next }
    held.removeFirst(start)
    return events
  }

  /// Goes on from `start`; nil where more bytes are needed.
  private mutating func step(from start: Int, into events: inout [Event]) throws(WebRefusal) -> Int? {
    switch place {
    case .preamble: return passPreamble(from: start)
    case .delimiter: return try passDelimiter(from: start)
    case .head: return try readHead(from: start, into: &events)
    case .content: return readContent(from: start, into: &events)
    case .end: return start < held.count ? held.count : nil
    }
  }

  private mutating func passPreamble(from start: Int) -> Int? {
    guard let found = find(from: start) else { return keepTail(from: start) }
    place = .delimiter
    return found + delimiter.count
  }

  private mutating func passDelimiter(from start: Int) throws(WebRefusal) -> Int? {
    guard held.count >= start + 2 else { return nil }
    if held[start] == 0x2D, held[start + 1] == 0x2D {
      place = .end
      return held.count
    }
    // Blanks may stand between a delimiter and its line end.
    var end = start
    while end < held.count, held[end] == 0x20 || held[end] == 0x09 { end += 1 }
    guard held.count >= end + 2 else { return nil }
    guard held[end] == 0x0D, held[end + 1] == 0x0A, end - start < 100 else { throw .malformedForm }
    place = .head
    return end + 2
  }

  private mutating func readHead(from start: Int, into events: inout [Event]) throws(WebRefusal) -> Int? {
    var end = start
    while end + 3 < held.count {
      if held[end] == 0x0D, held[end + 1] == 0x0A, held[end + 2] == 0x0D, held[end + 3] == 0x0A {
        events.append(.part(try PartHead(held[start..<end])))
        place = .content
        return end + 4
      }
      end += 1
    }
    guard held.count - start < 16_384 else { throw .malformedForm }
    return nil
  }

  private mutating func readContent(from start: Int, into events: inout [Event]) -> Int? {
    if let found = find(from: start) {
      if found > start { events.append(.content(Array(held[start..<found]))) }
      events.append(.partEnd)
      place = .delimiter
      return found + delimiter.count
    }
    guard let next = keepTail(from: start) else { return nil }
    events.append(.content(Array(held[start..<next])))
    return next
  }

  /// Where what could still become a delimiter begins; nil where that is everything from `start`.
  private func keepTail(from start: Int) -> Int? {
    let tail = held.count - delimiter.count + 1
    return tail > start ? tail : nil
  }

  private func find(from start: Int) -> Int? {
    held.withUnsafeBufferPointer { bytes in
      let last = bytes.count - delimiter.count
      var place = start
      while place <= last {
        if bytes[place] == 0x0D, delimiter.indices.allSatisfy({ bytes[place + $0] == delimiter[$0] }) { return place }
        place += 1
      }
      return nil
    }
  }
}
