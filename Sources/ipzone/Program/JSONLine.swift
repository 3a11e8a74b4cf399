/// JSON on one line, its members in the order in which they were given.
indirect enum JSONLine: Sendable, Equatable {
  case object([Member])
  case array([JSONLine])
  case string(String)
  case integer(Int64)
  case real(Double)
  /// Digits as they are to stand: an exact decimal.
  case number(String)
  case bool(Bool)
  case null

  struct Member: Sendable, Equatable {
    let name: String
    let value: JSONLine
  }

  var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  /// The same object with further members at its end.
  func adding(_ further: JSONLine) -> JSONLine {
    guard case .object(let own) = self, case .object(let more) = further else { return self }
    return .object(own + more)
  }

  private func write(to text: inout String) {
    switch self {
    case .object(let members):
      text += "{"
      for (place, member) in members.enumerated() {
        if place > 0 { text += "," }
        Self.write(member.name, to: &text)
        text += ":"
        member.value.write(to: &text)
      }
      text += "}"
    case .array(let items):
      text += "["
      for (place, item) in items.enumerated() {
        if place > 0 { text += "," }
        item.write(to: &text)
      }
      text += "]"
    case .string(let value): Self.write(value, to: &text)
    case .integer(let number): text += "\(number)"
    case .real(let number): text += number.isFinite ? "\(number)" : "null"
    case .number(let digits): text += digits
    case .bool(let flag): text += flag ? "true" : "false"
    case .null: text += "null"
    }
  }

  private static func write(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension JSONLine: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByNilLiteral
{
  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int64) { self = .integer(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(dictionaryLiteral elements: (String, JSONLine)...) {
    self = .object(elements.map { Member(name: $0, value: $1) })
  }
  init(arrayLiteral elements: JSONLine...) { self = .array(elements) }
  init(nilLiteral: ()) { self = .null }

  init(_ value: String) { self = .string(value) }
  init(_ value: String?) { self = value.map { .string($0) } ?? .null }
  init(_ value: Int) { self = .integer(Int64(value)) }
  init(_ value: Int64) { self = .integer(value) }
}
