import Foundation
import Kernel
import Patents

/// The text that sayings are kept in: names and values in turn, as an array of JSON.
///
/// Written and read by hand, because every imported row has one and the index asks each of them for a few names.
enum SayingText {
  static func text(_ sayings: [PatentExtra]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sayings.reduce(2) { $0 + $1.name.utf8.count + $1.value.utf8.count + 6 })
    bytes.append(0x5B)
    for saying in sayings {
      if bytes.count > 1 { bytes.append(0x2C) }
      append(saying.name, to: &bytes)
      bytes.append(0x2C)
      append(saying.value, to: &bytes)
    }
    bytes.append(0x5D)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// - Parameter names: of the sayings that are wanted; nil for all.
  static func sayings(_ text: String, named names: Set<String>? = nil) throws -> [PatentExtra] {
    if let found = text.withBytes({ read($0, names) }) { return found }
    let parts = try JSONDecoder().decode([String].self, from: Data(text.utf8))
    return stride(from: 0, to: parts.count - 1, by: 2).compactMap { place in
      guard names?.contains(parts[place]) ?? true else { return nil }
      return PatentExtra(name: parts[place], value: parts[place + 1])
    }
  }

  // MARK: - Writing

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    text.withBytes { source in
      var at = 0
      while true {
        let rest = UnsafeBufferPointer(rebasing: source[at...])
        let length = plainLength(of: rest, least: 0x20, without: 0x22, 0x5C)
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: rest[..<length]))
        at += length
        if at == source.count { break }
        appendEscaped(source[at], to: &bytes)
        at += 1
      }
    }
    bytes.append(0x22)
  }

  private static func appendEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case 0x22, 0x5C: bytes += [0x5C, byte]
    case 0x0A: bytes += [0x5C, 0x6E]
    default: bytes += Array("\\u00".utf8) + Array((byte < 16 ? "0" : "").utf8) + Array(String(byte, radix: 16).utf8)
    }
  }

  // MARK: - Reading

  /// Nil for what another hand wrote.
  private static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ names: Set<String>?) -> [PatentExtra]? {
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
      if let names, !names.contains(where: { name.elementsEqual($0.utf8) }) { continue }
      guard let nameText = plain(name), let valueText = plain(value) else { return nil }
      found.append(PatentExtra(name: nameText, value: valueText))
    }
    return at == bytes.count - 1 ? found : nil
  }

  /// What stands between two quotation marks; moves behind the second.
  private static func literal(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: inout Int
  ) -> Slice<UnsafeBufferPointer<UInt8>>? {
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
    return bytes[start..<end]
  }

  private static func plain(_ literal: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    let raw = UnsafeBufferPointer(rebasing: literal)
    guard let start = raw.baseAddress, memchr(start, 0x5C, raw.count) != nil else {
      return String(decoding: raw, as: UTF8.self)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(literal.count)
    var at = literal.startIndex
    while let start = literal.base.baseAddress, at < literal.endIndex {
      let rest = UnsafeBufferPointer(start: start + at, count: literal.endIndex - at)
      let length = plainLength(of: rest, least: 0, without: 0x5C, 0x5C)
      bytes.append(contentsOf: rest[..<length])
      if length == rest.count { break }
      at += length + 1
      guard at < literal.endIndex else { return nil }
      switch literal[at] {
      case 0x22, 0x5C: bytes.append(literal[at])
      case 0x6E: bytes.append(0x0A)
      case 0x75:
        guard at + 4 < literal.endIndex,
          let value = UInt8(String(decoding: literal[at + 1...at + 4], as: UTF8.self), radix: 16), value < 0x80
        else { return nil }
        bytes.append(value)
        at += 4
      default: return nil
      }
      at += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
