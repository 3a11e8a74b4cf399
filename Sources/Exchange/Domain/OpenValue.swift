/// A JSON value whose members keep their order, for documents that people read, too.
public indirect enum OpenValue: Equatable, Sendable {
  case object([Member])
  case array([OpenValue])
  case text(String)
  /// As it is to be written, such as `12.50`; a number of JSON.
  case number(String)
  case flag(Bool)
  case null

  public struct Member: Equatable, Sendable {
    public let name: String
    public let value: OpenValue

    public init(_ name: String, _ value: OpenValue) {
      self.name = name
      self.value = value
    }
  }

  /// A text that may be missing.
  public static func text(_ text: String?) -> OpenValue { text.map { .text($0) } ?? .null }

  public subscript(name: String) -> OpenValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  public var items: [OpenValue] { if case .array(let items) = self { items } else { [] } }
  public var string: String? { if case .text(let text) = self { text } else { nil } }

  /// JSON (RFC 8259), indented by two blanks.
  public var json: String {
    var text = ""
    write(to: &text, depth: 0)
    return text + "\n"
  }

  private func write(to text: inout String, depth: Int) {
    switch self {
    case .null: text += "null"
    case .flag(let flag): text += flag ? "true" : "false"
    case .number(let number): text += number
    case .text(let value): text += Self.quoted(value)
    case .array(let items): Self.write(items, "[", "]", to: &text, depth: depth) { $0.write(to: &$1, depth: depth + 1) }
    case .object(let members):
      Self.write(members, "{", "}", to: &text, depth: depth) { member, text in
        text += Self.quoted(member.name) + ": "
        member.value.write(to: &text, depth: depth + 1)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], _ open: String, _ close: String, to text: inout String, depth: Int,
    _ write: (Item, inout String) -> Void
  ) {
    guard !items.isEmpty else {
      text += open + close
      return
    }
    text += open
    for (place, item) in items.enumerated() {
      text += (place == 0 ? "\n" : ",\n") + String(repeating: "  ", count: depth + 1)
      write(item, &text)
    }
    text += "\n" + String(repeating: "  ", count: depth) + close
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension OpenValue: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral members: (String, OpenValue)...) {
    self = .object(members.map { Member($0.0, $0.1) })
  }
}

extension OpenValue: ExpressibleByArrayLiteral {
  public init(arrayLiteral items: OpenValue...) { self = .array(items) }
}

extension OpenValue: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self = .text(text) }
}
