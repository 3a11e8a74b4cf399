import Glibc

/// The records of an XML file of any length, one element after the other, in the memory of one record.
///
/// A record is an element with one of the names given, wherever it stands; prefixes do not count. A file may hold one
/// document or many, one behind the other. Markup that can only be text (`R & D`, `<First` without an end) is read as
/// text and counted; an element that is not closed costs its record, not the file. Nothing is fetched, and an entity is
/// never expanded.
public final class XMLRecords {
  /// What stands in the file of the record at hand; valid until the next one.
  public let record = XMLRecord()

  private let source: XMLTextSource
  private let names: [[UInt8]]
  private var room: UnsafeMutablePointer<UInt8>
  private var capacity = 512 << 10
  /// Where what is still needed begins, in `room`; places count from here.
  private var base: UnsafeMutablePointer<UInt8>
  /// The bytes in memory, from `base`.
  private var end = 0
  /// The next byte to be looked at.
  private var at = 0
  private var isAtEnd = false
  private var outer: [String] = []
  private var linesBefore = 0
  private var isRootSeen = false

  /// More than any document of an office has.
  private static let largest = 96 << 20
  private static let deepest = 500

  public init(_ source: ByteSource, elements: [String]) throws(TableRefusal) {
    self.source = try XMLTextSource(source)
    names = elements.map { Array($0.utf8) }
    room = .allocate(capacity: capacity + 16)
    room.initialize(repeating: 0, count: capacity + 16)
    base = room
  }

  deinit { room.deallocate() }

  /// How far the file itself, compressed as it is, has been read.
  public var bytesRead: Int64 { source.bytes.bytesRead }
  /// The elements that are open around the record, the root first.
  public var ancestors: [String] { outer }
  /// Whether the file ended in the middle of an element; known at its end.
  public private(set) var isCut = false

  /// Goes to the next record; false at the end of the file.
  ///
  /// - Throws: ``TableRefusal/xmlDeclaresEntities(line:)``, ``TableRefusal/xmlElementTooLong(line:)`` for a record beyond
  ///   96 MB, and what reading the file throws.
  public func advance() throws(TableRefusal) -> Bool {
    record.clear()
    while let found = try nextTag(from: at) {
      at = found
      switch base[at + 1] {
      case UInt8(ascii: "/"):
        guard try skip(to: ">") else { break }
        if !outer.isEmpty { outer.removeLast() }
      case UInt8(ascii: "?"): _ = try skip(to: "?>")
      case UInt8(ascii: "!"): try skipDeclaration()
      default:
        if try beginsRecord() { return true }
      }
    }
    isCut = !outer.isEmpty || !isRootSeen
    return false
  }

  /// At a start tag outside of any record: reads the record, or notes the element.
  private func beginsRecord() throws(TableRefusal) -> Bool {
    guard let tag = try tag(at) else {
      at += 1
      return false
    }
    isRootSeen = true
    let name = UnsafeBufferPointer(start: base + tag.local, count: tag.nameEnd - tag.local)
    guard names.contains(where: { $0.count == name.count && name.elementsEqual($0) }) else {
      if !tag.isEmpty {
        outer.append(String(decoding: name, as: UTF8.self))
        if outer.count > Self.deepest { throw .xmlElementTooLong(line: linesBefore + lines(before: at) + 1) }
      }
      at = tag.end
      return false
    }
    // Offsets within the record count from its beginning.
    linesBefore += lines(before: at)
    slide(to: at)
    try readRecord()
    return true
  }

  private func readRecord() throws(TableRefusal) {
    record.line = linesBefore + 1
    var open: [Int32] = []
    at = 0
    repeat {
      guard let found = try nextTag(from: at) else {
        record.fault = .xmlNotWellFormed(line: linesBefore + lines(before: end) + 1)
        at = end
        break
      }
      at = found
      switch base[at + 1] {
      case UInt8(ascii: "/"): try endElement(&open)
      case UInt8(ascii: "?"): try skipWithin("?>")
      case UInt8(ascii: "!"): try skipMarkup()
      default: try startElement(&open)
      }
      if record.fault != nil { try resynchronise() }
    } while !open.isEmpty && record.fault == nil
    record.bytes = UnsafeBufferPointer(start: base, count: at)
    record.countBareReferences()
  }

  private func startElement(_ open: inout [Int32]) throws(TableRefusal) {
    guard let tag = try tag(at) else {
      record.mend(at)
      at += 1
      return
    }
    let place = Int32(record.nodeCount)
    record.append(
      XMLRecord.Node(
        name: Int32(tag.local), nameEnd: Int32(tag.nameEnd), contentStart: Int32(tag.end),
        contentEnd: Int32(tag.end), subtreeEnd: place + 1))
    at = tag.end
    if tag.isEmpty { return }
    open.append(place)
    if open.count > Self.deepest { record.fault = .xmlElementTooLong(line: linesBefore + lines(before: at) + 1) }
  }

  private func endElement(_ open: inout [Int32]) throws(TableRefusal) {
    let start = at
    guard try find(">", from: at + 2), let top = open.last else {
      record.fault = .xmlNotWellFormed(line: linesBefore + lines(before: at) + 1)
      return
    }
    let node = record.nodes[Int(top)]
    var name = start + 2
    var nameEnd = name
    while nameEnd < found, base[nameEnd] > 0x20 {
      if base[nameEnd] == 0x3A { name = nameEnd + 1 }
      nameEnd += 1
    }
    let length = Int(node.nameEnd - node.name)
    guard nameEnd - name == length, memcmp(base + name, base + Int(node.name), length) == 0 else {
      record.fault = .xmlNotWellFormed(line: linesBefore + lines(before: at) + 1)
      return
    }
    record.nodes[Int(top)].contentEnd = Int32(start)
    record.nodes[Int(top)].subtreeEnd = Int32(record.nodeCount)
    open.removeLast()
    at = found + 1
  }

  /// Behind a fault: to the end of the record by its name.
  private func resynchronise() throws(TableRefusal) {
    guard record.nodeCount > 0 else { return }
    let root = record.nodes[0]
    while let found = try nextTag(from: at) {
      at = found + 2
      guard base[found + 1] == UInt8(ascii: "/"), try find(">", from: at) else { continue }
      var name = at
      var nameEnd = name
      while nameEnd < self.found, base[nameEnd] > 0x20 {
        if base[nameEnd] == 0x3A { name = nameEnd + 1 }
        nameEnd += 1
      }
      let length = Int(root.nameEnd - root.name)
      at = self.found + 1
      if nameEnd - name == length, memcmp(base + name, base + Int(root.name), length) == 0 { return }
    }
    at = end
  }

  /// Where the last search ended.
  private var found = 0

  /// Whether a text is in memory from a place on, read as far as needed.
  private func find(_ text: StaticString, from start: Int) throws(TableRefusal) -> Bool {
    var from = start
    while true {
      let length = text.utf8CodeUnitCount
      if let hit = firstPlace(of: text, in: base + from, count: end - from) {
        found = from + hit
        return true
      }
      from = max(start, end - length + 1)
      if try !more() { return false }
    }
  }

  private func skipWithin(_ text: StaticString) throws(TableRefusal) {
    if try find(text, from: at + 2) {
      at = found + text.utf8CodeUnitCount
    } else {
      record.fault = .xmlNotWellFormed(line: linesBefore + lines(before: at) + 1)
    }
  }

  /// A comment, or text that is marked as such, inside a record.
  private func skipMarkup() throws(TableRefusal) {
    if try begins("<!--") { return try skipWithin("-->") }
    if try begins("<![CDATA[") { return try skipWithin("]]>") }
    record.mend(at)
    at += 1
  }

  private func begins(_ text: StaticString) throws(TableRefusal) -> Bool {
    let length = text.utf8CodeUnitCount
    while end - at < length { if try !more() { return false } }
    return memcmp(base + at, text.utf8Start, length) == 0
  }

  /// Outside of a record; false if the file ends before.
  private func skip(to text: StaticString) throws(TableRefusal) -> Bool {
    let isFound = try find(text, from: at + 1)
    at = isFound ? found + text.utf8CodeUnitCount : end
    return isFound
  }

  /// A comment or a document type, whose entities are looked at.
  private func skipDeclaration() throws(TableRefusal) {
    if try begins("<!--") {
      _ = try skip(to: "-->")
      return
    }
    var depth = 0
    var quote: UInt8 = 0
    var place = at
    while true {
      if place >= end, try !more() { break }
      let byte = base[place]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else {
        switch byte {
        case 0x22, 0x27: quote = byte
        case 0x3C:
          depth += 1
          if try declaresEntity(place) {
            throw .xmlDeclaresEntities(line: linesBefore + lines(before: place) + 1)
          }
        case 0x3E:
          depth -= 1
          if depth == 0 {
            at = place + 1
            return
          }
        default: break
        }
      }
      place += 1
    }
    at = end
  }

  /// An unparsed entity (a picture) has no text; any other could expand.
  private func declaresEntity(_ place: Int) throws(TableRefusal) -> Bool {
    while end - place < 1_024 { if try !more() { break } }
    let name = "<!ENTITY"
    guard end - place > 8, name.utf8.elementsEqual(UnsafeBufferPointer(start: base + place, count: 8)) else {
      return false
    }
    let length = min(end - place, 1_024)
    let close = firstPlace(of: ">", in: base + place, count: length) ?? length
    return firstPlace(of: " NDATA", in: base + place, count: close) == nil
  }

  private struct Tag {
    var local: Int
    var nameEnd: Int
    var end: Int
    var isEmpty: Bool
  }

  /// The start tag at a place; nil if what stands there can only be text.
  private func tag(_ start: Int) throws(TableRefusal) -> Tag? {
    var local = start + 1
    var place = local
    var quote: UInt8 = 0
    var nameEnd = 0
    while true {
      if place >= end, try !more() { return nil }
      let byte = base[place]
      if quote != 0 {
        // A quotation mark is closed within its tag.
        if byte == quote { quote = 0 } else if byte == 0x3C { return nil }
      } else {
        switch byte {
        case 0x3E:
          if nameEnd == 0 { nameEnd = base[place - 1] == 0x2F ? place - 1 : place }
          if nameEnd <= local { return nil }
          return Tag(local: local, nameEnd: nameEnd, end: place + 1, isEmpty: base[place - 1] == 0x2F)
        case 0x3C: return nil
        case 0x3A where nameEnd == 0: local = place + 1
        case 0...0x20: if nameEnd == 0 { nameEnd = place }
        case 0x2F: if nameEnd == 0 { nameEnd = place }
        case 0x22,
          0x27 where nameEnd > 0:
          quote = byte
        default:
          if place == start + 1, !Self.beginsName(byte) { return nil }
        }
      }
      place += 1
    }
  }

  private static func beginsName(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F || byte >= 0x80
  }

  /// The next `<` with a byte behind it.
  private func nextTag(from start: Int) throws(TableRefusal) -> Int? {
    var from = start
    while true {
      if let hit = memchr(base + from, 0x3C, end - from) {
        let place = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
        if place + 1 < end { return place }
        from = place
      } else {
        from = end
      }
      if record.nodeCount == 0 {
        // Outside of a record nothing behind is needed.
        linesBefore += lines(before: from)
        slide(to: from)
        from = 0
        at = 0
      }
      if try !more() { return nil }
    }
  }

  /// What stands before is needed no longer.
  private func slide(to place: Int) {
    base += place
    end -= place
    at = max(0, at - place)
  }

  /// Reads on; what is in memory keeps its place.
  private func more() throws(TableRefusal) -> Bool {
    if isAtEnd { return false }
    if capacity - (base - room) - end < capacity / 4 { try makeRoom() }
    let free = capacity - (base - room) - end
    let count = try source.read(into: UnsafeMutableRawBufferPointer(start: base + end, count: free))
    end += count
    isAtEnd = count == 0
    return count > 0
  }

  /// Moves what is needed to the front, and where that is most of all, into more room.
  private func makeRoom() throws(TableRefusal) {
    if end > capacity / 2 {
      if capacity > Self.largest { throw .xmlElementTooLong(line: linesBefore + 1) }
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2 + 16)
      larger.initialize(repeating: 0, count: capacity * 2 + 16)
      larger.update(from: base, count: end)
      room.deallocate()
      room = larger
      capacity *= 2
    } else {
      memmove(room, base, end)
    }
    base = room
  }

  private func lines(before place: Int) -> Int {
    var lines = 0
    for byte in UnsafeBufferPointer(start: base, count: place) where byte == 0x0A { lines &+= 1 }
    return lines
  }
}
