/// Who is told of the elements of a document, in order.
///
/// Elements are named by their place in the vocabulary that the visitor gives, so that no name is
/// compared twice; prefixes do not count.
public protocol XMLVisitor: AnyObject {
  /// The local names that mean something.
  static var vocabulary: [String] { get }

  /// - Parameter name: a place in the vocabulary, or -1.
  func start(_ name: Int, _ attributes: XMLAttributes)
  /// A piece of text; one text may come in several. The bytes are UTF-8, and valid within the call only.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  func end(_ name: Int)

  /// Whether the document keeps more in memory at once than any real one does: then it is refused.
  var holdsTooMuch: Bool { get }
}

extension XMLVisitor {
  public var holdsTooMuch: Bool { false }
}

/// The attributes of an element; valid within the call that hands them over.
public struct XMLAttributes {
  private let values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  private let count: Int

  init(_ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int) {
    self.values = values
    self.count = count
  }

  /// The value by local name, whatever its prefix.
  public subscript(name: StaticString) -> String? {
    guard let bytes = bytes(name) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    // The parser, told to expand nothing, hands on `&amp;` as a character reference.
    return text.utf8.contains(0x26)
      ? text.split(separator: "&#38;", omittingEmptySubsequences: false).joined(separator: "&") : text
  }

  /// The bytes of the value, UTF-8.
  public func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let values else { return nil }
    for place in 0..<count {
      // Five pointers each: local name, prefix, namespace, beginning and end of the value.
      guard let local = values[place * 5], equal(local, name), let start = values[place * 5 + 3],
        let end = values[place * 5 + 4]
      else { continue }
      return UnsafeBufferPointer(start: start, count: end - start)
    }
    return nil
  }

  private func equal(_ text: UnsafePointer<UInt8>, _ name: StaticString) -> Bool {
    let length = name.utf8CodeUnitCount
    for place in 0..<length where text[place] != name.utf8Start[place] { return false }
    return text[length] == 0
  }
}
