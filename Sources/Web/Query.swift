import Foundation

/// The query of an address, or the fields of an urlencoded form: names and values in their order.
public struct Query: Sendable {
  public let pairs: [(name: String, value: String)]

  public init() { pairs = [] }

  /// Reads pairs such as `a=1&b=x+y%20z`.
  ///
  /// What is no UTF-8 becomes replacement characters.
  public init(_ text: some StringProtocol) {
    pairs = text.utf8.split(separator: UInt8(ascii: "&")).map { pair in
      let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      return (decoded(parts[0]), parts.count > 1 ? decoded(parts[1]) : "")
    }
  }

  /// The first value, without blanks at its ends; "" where there is none.
  public func text(_ name: String) -> String {
    pairs.first { $0.name == name }?.value.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
  }

  /// The first value, or nil where it is absent or blank.
  public func optional(_ name: String) -> String? {
    let text = text(name)
    return text.isEmpty ? nil : text
  }

  public func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }
}

/// Percent-decoded, with `+` for a space as HTML forms write it.
private func decoded(_ bytes: some Collection<UInt8>) -> String {
  var found: [UInt8] = []
  found.reserveCapacity(bytes.count)
  var rest = bytes.makeIterator()
  while let byte = rest.next() {
    switch byte {
    case UInt8(ascii: "+"): found.append(UInt8(ascii: " "))
    case UInt8(ascii: "%"):
      var ahead = rest
      if let high = ahead.next().flatMap(hexDigit), let low = ahead.next().flatMap(hexDigit) {
        found.append(high << 4 | low)
        rest = ahead
      } else {
        found.append(byte)
      }
    default: found.append(byte)
    }
  }
  // No database keeps a NUL in text.
  return String(decoding: found.contains(0) ? found.map { $0 == 0 ? UInt8(ascii: " ") : $0 } : found, as: UTF8.self)
}

private func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
