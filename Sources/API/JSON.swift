/// JSON whose members stand in the order in which they were given, so that equal documents are equal texts.
enum JSON: Sendable, Equatable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  case object([(String, JSON)])
  case array([JSON])
  case string(String)
  case integer(Int)
  case bool(Bool)
  case null

  init(stringLiteral text: String) { self = .string(text) }
  init(integerLiteral number: Int) { self = .integer(number) }
  init(booleanLiteral flag: Bool) { self = .bool(flag) }

  static func strings(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }

  static func == (left: JSON, right: JSON) -> Bool { left.text == right.text }

  var text: String {
    var text = ""
    write(into: &text)
    return text
  }

  private func write(into text: inout String) {
    switch self {
    case .object(let members): Self.write(members.map { ($0.0, $0.1) }, between: ("{", "}"), into: &text)
    case .array(let items): Self.write(items.map { (nil, $0) }, between: ("[", "]"), into: &text)
    case .string(let value): Self.write(value, into: &text)
    case .integer(let number): text += String(number)
    case .bool(let flag): text += flag ? "true" : "false"
    case .null: text += "null"
    }
  }

  private static func write(_ items: [(String?, JSON)], between ends: (String, String), into text: inout String) {
    text += ends.0
    for (place, (name, value)) in items.enumerated() {
      if place > 0 { text += "," }
      if let name {
        write(name, into: &text)
        text += ":"
      }
      value.write(into: &text)
    }
    text += ends.1
  }

  private static func write(_ value: String, into text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}": text += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
