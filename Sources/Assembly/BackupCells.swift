import Foundation
import Storage

/// Values of a row as one JSON array: numbers, texts, null, `{"r":"1.5"}` for reals, `{"b":"…"}` for bytes.
enum BackupCells {
  static func line(_ values: [SQLValue]) -> [UInt8] {
    var line: [UInt8] = [0x5B]
    for (place, value) in values.enumerated() {
      if place > 0 { line.append(0x2C) }
      switch value {
      case .null: line += "null".utf8
      case .integer(let number): line += String(number).utf8
      case .real(let number): line += "{\"r\":\"\(number)\"}".utf8
      case .text(let text): append(text, to: &line)
      case .blob(let bytes): line += "{\"b\":\"\(Data(bytes).base64EncodedString())\"}".utf8
      }
    }
    line.append(0x5D)
    return line
  }

  private static func append(_ text: String, to line: inout [UInt8]) {
    line.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: line += [0x5C, byte]
      case 0x00..<0x20: line += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: line.append(byte)
      }
    }
    line.append(0x22)
  }

  /// Reads what ``line(_:)`` wrote; nil for anything else.
  static func values(_ line: ArraySlice<UInt8>) -> [SQLValue]? {
    var reader = CellReader(rest: line)
    return reader.row()
  }
}

private struct CellReader {
  var rest: ArraySlice<UInt8>

  mutating func row() -> [SQLValue]? {
    guard take("[") else { return nil }
    var values: [SQLValue] = []
    if take("]") { return rest.isEmpty ? values : nil }
    repeat {
      guard let value = value() else { return nil }
      values.append(value)
    } while take(",")
    return take("]") && rest.isEmpty ? values : nil
  }

  private mutating func value() -> SQLValue? {
    if take("null") { return .null }
    if rest.first == 0x22 { return string().map { .text($0) } }
    if take("{\"r\":") {
      guard let text = string(), let number = Double(text), take("}") else { return nil }
      return .real(number)
    }
    if take("{\"b\":") {
      guard let text = string(), let bytes = Data(base64Encoded: text), take("}") else { return nil }
      return .blob(Array(bytes))
    }
    let digits = rest.prefix { $0 == 0x2D || (0x30...0x39).contains($0) }
    rest = rest.dropFirst(digits.count)
    return Int64(String(decoding: digits, as: UTF8.self)).map { .integer($0) }
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var bytes: [UInt8] = []
    while let byte = rest.popFirst() {
      switch byte {
      case 0x22: return String(validating: bytes, as: UTF8.self)
      case 0x5C:
        guard let escaped = rest.popFirst() else { return nil }
        if escaped == 0x75 {
          guard let code = UInt8(String(decoding: rest.prefix(4), as: UTF8.self), radix: 16) else { return nil }
          rest = rest.dropFirst(4)
          bytes.append(code)
        } else {
          bytes.append(escaped)
        }
      default: bytes.append(byte)
      }
    }
    return nil
  }

  private mutating func take(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { wanted in
      guard rest.starts(with: wanted) else { return false }
      rest = rest.dropFirst(wanted.count)
      return true
    }
  }
}
