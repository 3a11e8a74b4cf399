import Glibc
import Kernel

/// One element of an XML file with everything in it, as ``XMLRecords`` found it.
///
/// Valid until the reader goes on: nothing is copied before it is asked for.
public final class XMLRecord {
  struct Node {
    var name: Int32
    var nameEnd: Int32
    var contentStart: Int32
    var contentEnd: Int32
    /// The node behind the last one within: nodes stand in the order of the file.
    var subtreeEnd: Int32
  }

  /// The elements in the order of their start tags, by pointer: they are looked at many times for each byte.
  private(set) var nodes: UnsafeMutablePointer<Node>
  private(set) var nodeCount = 0
  private var capacity = 4_096
  var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// The line of the file that the record begins in.
  public internal(set) var line = 0
  /// Why the record cannot be read.
  public internal(set) var fault: TableRefusal?
  /// How many places were read as text because they can be nothing else, and where the first is.
  public private(set) var mended = 0
  private var firstMended = 0

  init() { nodes = .allocate(capacity: capacity) }

  deinit { nodes.deallocate() }

  func append(_ node: Node) {
    if nodeCount == capacity {
      let larger = UnsafeMutablePointer<Node>.allocate(capacity: capacity * 2)
      larger.update(from: nodes, count: nodeCount)
      nodes.deallocate()
      nodes = larger
      capacity *= 2
    }
    nodes[nodeCount] = node
    nodeCount += 1
  }

  func clear() {
    nodeCount = 0
    bytes = UnsafeBufferPointer(start: nil, count: 0)
    (fault, mended) = (nil, 0)
  }

  func mend(_ place: Int) {
    if mended == 0 { firstMended = place }
    mended += 1
  }

  public var root: XMLNode { XMLNode(nodes: nodes, bytes: bytes, place: 0) }

  /// The record's first bytes as they stand in the file.
  public func original(limit: Int) -> String { String(decoding: bytes.prefix(limit), as: UTF8.self) }

  /// What stands around the first place that had to be mended.
  public var mendedText: String {
    String(decoding: bytes.dropFirst(max(0, firstMended - 20)).prefix(60), as: UTF8.self)
  }

  /// Counts the ampersands that begin no reference; text in brackets of CDATA may have them.
  func countBareReferences() {
    guard let base = bytes.baseAddress else { return }
    var at = 0
    while at < bytes.count, let hit = memchr(base + at, 0x26, bytes.count - at) {
      let place = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
      at = place + 1
      if XMLNode.isReference(bytes, place) || isInCDATA(place) { continue }
      mend(place)
    }
  }

  private func isInCDATA(_ place: Int) -> Bool {
    guard let base = bytes.baseAddress, firstPlace(of: "<![CDATA[", in: base, count: place) != nil else { return false }
    var at = 0
    var isIn = false
    while at < place {
      let found = firstPlace(of: isIn ? "]]>" : "<![CDATA[", in: base + at, count: place - at)
      guard let found else { return isIn }
      at += found + (isIn ? 3 : 9)
      isIn.toggle()
    }
    return isIn
  }
}

/// An element of a record.
///
/// Valid as long as its record.
public struct XMLNode {
  let nodes: UnsafePointer<XMLRecord.Node>
  let bytes: UnsafeBufferPointer<UInt8>
  /// Tells it from the others of its record.
  public let place: Int32

  private var node: XMLRecord.Node { nodes[Int(place)] }

  private func other(_ place: Int32) -> XMLNode { XMLNode(nodes: nodes, bytes: bytes, place: place) }

  /// The local name.
  public var name: String { String(decoding: slice(node.name, node.nameEnd), as: UTF8.self) }

  public func isNamed(_ name: StaticString) -> Bool { equals(node, name) }

  /// The first child with a name.
  public subscript(_ name: StaticString) -> XMLNode? {
    var child = place + 1
    let last = node.subtreeEnd
    while child < last {
      let found = nodes[Int(child)]
      if equals(found, name) { return other(child) }
      child = found.subtreeEnd
    }
    return nil
  }

  /// The children with a name, in order.
  public func all(_ name: StaticString) -> [XMLNode] {
    var found: [XMLNode] = []
    var child = place + 1
    let last = node.subtreeEnd
    while child < last {
      let one = nodes[Int(child)]
      if equals(one, name) { found.append(other(child)) }
      child = one.subtreeEnd
    }
    return found
  }

  public var children: [XMLNode] {
    var found: [XMLNode] = []
    var child = place + 1
    let last = node.subtreeEnd
    while child < last {
      found.append(other(child))
      child = nodes[Int(child)].subtreeEnd
    }
    return found
  }

  /// The first element with a name anywhere within.
  public func within(_ name: StaticString) -> XMLNode? {
    var at = place + 1
    let last = node.subtreeEnd
    while at < last {
      if equals(nodes[Int(at)], name) { return other(at) }
      at += 1
    }
    return nil
  }

  /// All elements with a name anywhere within, none inside another.
  public func allWithin(_ name: StaticString) -> [XMLNode] {
    var found: [XMLNode] = []
    var at = place + 1
    let last = node.subtreeEnd
    while at < last {
      let one = nodes[Int(at)]
      if equals(one, name) {
        found.append(other(at))
        at = one.subtreeEnd
      } else {
        at += 1
      }
    }
    return found
  }

  /// The text of everything within, runs of white space as one space; nil if there is none.
  public var text: String? {
    if let onlyChild { return onlyChild.text }
    let content = slice(node.contentStart, node.contentEnd)
    if Self.isPlain(content) { return content.isEmpty ? nil : String(decoding: content, as: UTF8.self) }
    var text: [UInt8] = []
    text.reserveCapacity(content.count)
    collect(content, into: &text)
    while text.last == 0x20 { text.removeLast() }
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }

  /// The element that everything within stands in, tags without a prefix: a `claim-text` in its `claim`.
  private var onlyChild: XMLNode? {
    guard node.subtreeEnd == place + 2 else { return nil }
    let child = nodes[Int(place + 1)]
    let endTag = child.nameEnd - child.name + 3
    guard child.name == node.contentStart + 1, child.contentEnd + endTag == node.contentEnd else { return nil }
    return other(place + 1)
  }

  /// The value of an attribute by its local name.
  public func attribute(_ name: StaticString) -> String? {
    let tag = slice(node.nameEnd, node.contentStart)
    var at = 0
    let length = name.utf8CodeUnitCount
    while let equal = tag[at...].firstIndex(of: 0x3D) {
      var nameEnd = equal
      while nameEnd > at, tag[nameEnd - 1] <= 0x20 { nameEnd -= 1 }
      var start = equal + 1
      while start < tag.count, tag[start] <= 0x20 { start += 1 }
      guard start < tag.count, tag[start] == 0x22 || tag[start] == 0x27,
        let close = tag[(start + 1)...].firstIndex(of: tag[start])
      else { return nil }
      let from = nameEnd - length
      if from >= at, let base = tag.baseAddress, memcmp(base + from, name.utf8Start, length) == 0,
        from == 0 || tag[from - 1] <= 0x20 || tag[from - 1] == 0x3A
      {
        var value: [UInt8] = []
        collect(UnsafeBufferPointer(rebasing: tag[(start + 1)..<close]), into: &value)
        return String(decoding: value, as: UTF8.self)
      }
      at = close + 1
    }
    return nil
  }

  private func slice(_ from: Int32, _ to: Int32) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[Int(from)..<Int(max(from, to))])
  }

  private func equals(_ node: XMLRecord.Node, _ name: StaticString) -> Bool {
    let length = Int(node.nameEnd - node.name)
    guard length == name.utf8CodeUnitCount, let base = bytes.baseAddress else { return false }
    return memcmp(base + Int(node.name), name.utf8Start, length) == 0
  }

  /// Text without markup, references and white space that would be folded.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = bytes.last, last > 0x20 else { return bytes.isEmpty }
    var at = 0
    while true {
      let length = plainLength(of: UnsafeBufferPointer(rebasing: bytes[at...]))
      if length == 0 { return false }
      at += length
      if at == bytes.count { return true }
      guard bytes[at] == 0x20 else { return false }
      at += 1
    }
  }

  /// Appends text without tags and with its references resolved.
  private func collect(_ bytes: UnsafeBufferPointer<UInt8>, into text: inout [UInt8]) {
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case 0x3C: at = passMarkup(bytes, at, into: &text)
      case 0x26:
        if let (scalar, length) = Self.reference(bytes, at) {
          Self.append(scalar, to: &text)
          at += length
        } else {
          text.append(byte)
          at += 1
        }
      case 0...0x20:
        if let last = text.last, last != 0x20 { text.append(0x20) }
        at += 1
      default:
        let end = at + plainLength(of: UnsafeBufferPointer(rebasing: bytes[at...]))
        text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[at..<end]))
        at = end
      }
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
    if scalar.value <= 0x20 {
      if let last = text.last, last != 0x20 { text.append(0x20) }
    } else {
      text.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
    }
  }

  /// Elements that begin a line of their own are parted from the text before them.
  private func passMarkup(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, into text: inout [UInt8]) -> Int {
    let rest = UnsafeBufferPointer(rebasing: bytes[at...])
    if rest.starts(with: "<![CDATA[".utf8) {
      let end = Self.place(of: "]]>", in: rest) ?? rest.count
      for byte in rest[9..<max(9, end)] { text.append(byte) }
      return at + min(rest.count, end + 3)
    }
    if rest.starts(with: "<!--".utf8) {
      return at + min(rest.count, (Self.place(of: "-->", in: rest) ?? rest.count) + 3)
    }
    if rest.starts(with: "<?".utf8) { return at + min(rest.count, (Self.place(of: "?>", in: rest) ?? rest.count) + 2) }
    guard let end = Self.tagEnd(rest) else {
      text.append(0x3C)
      return at + 1
    }
    if Self.breaksLine(rest), let last = text.last, last != 0x20 { text.append(0x20) }
    return at + end + 1
  }

  /// The `>` of a tag, or nil if what begins with `<` is text.
  private static func tagEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes.count > 2 else { return nil }
    let first = bytes[1]
    guard
      first == 0x2F || first == 0x5F || first >= 0x80 || (0x41...0x5A).contains(first) || (0x61...0x7A).contains(first)
    else { return nil }
    var quote: UInt8 = 0
    for place in 1..<bytes.count {
      let byte = bytes[place]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3E {
        return place
      } else if byte == 0x3C {
        return nil
      }
    }
    return nil
  }

  private static let lineNames: Set<String> = [
    "p", "P", "br", "BR", "claim-text", "ClaimText", "Paragraphs", "li", "LI", "heading", "Heading", "row", "entry",
    "claim", "Claim",
  ]

  private static func breaksLine(_ tag: UnsafeBufferPointer<UInt8>) -> Bool {
    var name = tag.dropFirst(tag[1] == 0x2F ? 2 : 1).prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F }
    if let colon = name.lastIndex(of: 0x3A) { name = name[(colon + 1)...] }
    return lineNames.contains(String(decoding: name, as: UTF8.self))
  }

  private static func place(of text: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    bytes.baseAddress.flatMap { firstPlace(of: text, in: $0, count: bytes.count) }
  }

  /// The character that a reference stands for, and its length; nil for one that only a DTD could tell.
  private static func reference(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Unicode.Scalar, Int)? {
    guard let semicolon = bytes[at...].prefix(12).firstIndex(of: 0x3B), semicolon > at + 1 else { return nil }
    let name = String(decoding: bytes[(at + 1)..<semicolon], as: UTF8.self)
    let length = semicolon - at + 1
    switch name {
    case "amp": return ("&", length)
    case "lt": return ("<", length)
    case "gt": return (">", length)
    case "quot": return ("\"", length)
    case "apos": return ("'", length)
    case "nbsp": return (" ", length)
    default:
      guard name.first == "#" else { return nil }
      let digits = name.dropFirst()
      let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap(Unicode.Scalar.init).map { ($0, length) }
    }
  }

  static func isReference(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    let name = bytes[(at + 1)...].prefix(32).prefix { byte in
      (0x30...0x39).contains(byte) || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == 0x23 || byte == 0x2E
        || byte == 0x2D || byte == 0x5F
    }
    return !name.isEmpty && name.endIndex < bytes.count && bytes[name.endIndex] == 0x3B
  }
}

/// How many bytes from the first on are neither markup, nor the beginning of a reference, nor white space.
private func plainLength(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
  plainLength(of: bytes, least: 0x21, without: 0x3C, 0x26)
}

/// Where a text begins among bytes.
func firstPlace(of text: StaticString, in base: UnsafePointer<UInt8>, count: Int) -> Int? {
  let length = text.utf8CodeUnitCount
  var at = 0
  while at + length <= count, let hit = memchr(base + at, Int32(text.utf8Start[0]), count - length + 1 - at) {
    let place = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
    if memcmp(base + place, text.utf8Start, length) == 0 { return place }
    at = place + 1
  }
  return nil
}
