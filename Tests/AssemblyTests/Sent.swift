import Foundation

/// A JSON value as a client reads it.
enum Sent: Decodable, Equatable, Sendable {
  case object([String: Sent])
  case array([Sent])
  case string(String)
  case number(Double)
  case boolean(Bool)
  case null

  init(_ bytes: [UInt8]) throws { self = try JSONDecoder().decode(Sent.self, from: Data(bytes)) }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let flag = try? value.decode(Bool.self) {
      self = .boolean(flag)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .string(text)
    } else if let items = try? value.decode([Sent].self) {
      self = .array(items)
    } else {
      self = .object(try value.decode([String: Sent].self))
    }
  }

  /// Nil for anything but an object that has the member.
  subscript(_ member: String) -> Sent? {
    if case .object(let members) = self { members[member] } else { nil }
  }

  var text: String? { if case .string(let text) = self { text } else { nil } }
  var items: [Sent] { if case .array(let items) = self { items } else { [] } }
  var members: [String: Sent] { if case .object(let members) = self { members } else { [:] } }
}
