import Foundation
import Kernel
import Patents

/// The text that sayings are kept in: names and values in turn, as an array of JSON.
///
/// Written and read by hand, because every imported row has one and the index asks each of them for a few names.
enum SayingText {
  static func text(_ sayings: [PatentExtra]) -> String {
    // Put together of texts, which are not looked through for bad characters again.
    var text = "["
    text.reserveCapacity(sayings.reduce(64) { $0 + $1.name.utf8.count + $1.value.utf8.count + 6 })
    for place in sayings.indices {
      text += place == 0 ? "\"" : ",\""
      append(sayings[place].name, to: &text)
      text += "\",\""
      append(sayings[place].value, to: &text)
      text += "\""
    }
    text += "]"
    return text
  }

  /// - Parameter names: of the sayings that are wanted; nil for all.
  static func sayings(_ text: String, named names: Set<String>? = nil) throws -> [PatentExtra] {
    if let found = text.withBytes({ read(text, $0, names) }) { return found }
    let parts = try JSONDecoder().decode([String].self, from: Data(text.utf8))
    return stride(from: 0, to: parts.count - 1, by: 2).compactMap { place in
      guard names?.contains(parts[place]) ?? true else { return nil }
      return PatentExtra(name: parts[place], value: parts[place + 1])
    }
  }

  // MARK: - Writing

  private static func append(_ part: String, to text: inout String) {
    part.withBytes { bytes in
      var at = 0
      while true {
        let length = plainLength(of: UnsafeBufferPointer(rebasing: bytes[at...]), least: 0x20, without: 0x22, 0x5C)
        if length == bytes.count { return text += part }
        let from = part.utf8.index(part.startIndex, offsetBy: at)
        text += part[from..<part.utf8.index(from, offsetBy: length)]
        at += length
        if at == bytes.count { return }
        appendEscaped(bytes[at], to: &text)
        at += 1
      }
    }
  }

  private static func appendEscaped(_ byte: UInt8, to text: inout String) {
    switch byte {
    case 0x22: text += "\\\""
    case 0x5C: text += "\\\\"
    case 0x0A: text += "\\n"
    default: text += (byte < 16 ? "\\u000" : "\\u00") + String(byte, radix: 16)
    }
  }

  // MARK: - Reading

  /// Nil for what another hand wrote.
  private static func read(
    _ text: String, _ bytes: UnsafeBufferPointer<UInt8>, _ names: Set<String>?
  ) -> [PatentExtra]? {
    guard bytes.count >= 2, bytes.first == 0x5B, bytes.last == 0x5D else { return nil }
    var found: [PatentExtra] = []
    var at = 1
    while at < bytes.count - 1 {
      if at > 1 {
        guard bytes[at] == 0x2C else { return nil }
        at += 1
      }
      guard let name = literal(bytes, at: &at), at < bytes.count, bytes[at] == 0x2C else { return nil }
      at += 1
      guard let value = literal(bytes, at: &at) else { return nil }
      if let names, !names.contains(where: { bytes[name].elementsEqual($0.utf8) }) { continue }
      guard let nameText = plain(text, bytes, name), let valueText = plain(text, bytes, value) else { return nil }
      found.append(PatentExtra(name: nameText, value: valueText))
    }
    return at == bytes.count - 1 ? found : nil
  }

  /// What stands between two quotation marks; moves behind the second.
  private static func literal(_ bytes: UnsafeBufferPointer<UInt8>, at place: inout Int) -> Range<Int>? {
    guard place < bytes.count, bytes[place] == 0x22 else { return nil }
    let start = place + 1
    var end = start
    while end < bytes.count {
      let rest = UnsafeBufferPointer(rebasing: bytes[end...])
      end += plainLength(of: rest, least: 0, without: 0x22, 0x5C)
      if end >= bytes.count || bytes[end] == 0x22 { break }
      end += 2
    }
    guard end < bytes.count else { return nil }
    place = end + 1
    return start..<end
  }

  /// A literal without its escapes, put together of pieces of the text.
  private static func plain(_ text: String, _ bytes: UnsafeBufferPointer<UInt8>, _ literal: Range<Int>) -> String? {
    var plain = ""
    plain.reserveCapacity(literal.count)
    var at = literal.lowerBound
    while at < literal.upperBound {
      let rest = UnsafeBufferPointer(rebasing: bytes[at..<literal.upperBound])
      let length = plainLength(of: rest, least: 0, without: 0x5C, 0x5C)
      let from = text.utf8.index(text.startIndex, offsetBy: at)
      plain += text[from..<text.utf8.index(from, offsetBy: length)]
      if length == rest.count { break }
      at += length + 1
      guard at < literal.upperBound else { return nil }
      switch bytes[at] {
      case 0x22: plain += "\""
      case 0x5C: plain += "\\"
      case 0x6E: plain += "\n"
      case 0x75:
        guard at + 4 < literal.upperBound,
          let value = UInt8(String(decoding: bytes[at + 1...at + 4], as: UTF8.self), radix: 16), value < 0x80
        else { return nil }
        plain.unicodeScalars.append(Unicode.Scalar(value))
        at += 4
      default: return nil
      }
      at += 1
    }
    return plain
  }
}
