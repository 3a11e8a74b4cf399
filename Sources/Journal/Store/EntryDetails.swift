import Crypto
import Foundation
import Storage

/// What an entry says in its `details`: facts, and each changed value before and after.
struct EntryDetails: Codable {
  var facts: [String: String]
  var changes: [RecordedChange]

  /// JSON with sorted keys: equal content gives equal bytes, and so an equal hash.
  func canonicalText() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}

struct RecordedChange: Codable {
  let table: String
  let key: Int64
  var values: [String: RecordedPair]
}

struct RecordedPair: Codable {
  let from: RecordedValue?
  let to: RecordedValue?
}

/// A value in the journal: as it is, or as the salted hash of a personal value.
enum RecordedValue: Codable {
  case plain(SQLValue)
  case hidden(place: Int, hash: String)

  private enum Key: String, CodingKey { case place, hash, bytes }

  init(from decoder: any Decoder) throws {
    if let fields = try? decoder.container(keyedBy: Key.self) {
      if let bytes = try fields.decodeIfPresent(String.self, forKey: .bytes) {
        self = .plain(.text(bytes))
      } else {
        self = .hidden(
          place: try fields.decode(Int.self, forKey: .place), hash: try fields.decode(String.self, forKey: .hash))
      }
      return
    }
    let value = try decoder.singleValueContainer()
    if let integer = try? value.decode(Int64.self) {
      self = .plain(.integer(integer))
    } else if let real = try? value.decode(Double.self) {
      self = .plain(.real(real))
    } else {
      self = .plain(.text(try value.decode(String.self)))
    }
  }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .plain(.text(let text)):
      var value = encoder.singleValueContainer()
      try value.encode(text)
    case .plain(.integer(let integer)):
      var value = encoder.singleValueContainer()
      try value.encode(integer)
    case .plain(.real(let real)):
      var value = encoder.singleValueContainer()
      try value.encode(real)
    case .plain(.null):
      var value = encoder.singleValueContainer()
      try value.encodeNil()
    case .plain(.blob(let bytes)):
      var fields = encoder.container(keyedBy: Key.self)
      try fields.encode(hexadecimal(bytes), forKey: .bytes)
    case .hidden(let place, let hash):
      var fields = encoder.container(keyedBy: Key.self)
      try fields.encode(place, forKey: .place)
      try fields.encode(hash, forKey: .hash)
    }
  }
}

/// A personal value beside the chain, where it can be erased.
struct PersonalValue {
  let place: Int
  let table: String
  let key: Int64
  let salt: String
  let value: String

  static func hash(_ value: String, salt: String) -> String {
    hexadecimal(SHA256.hash(data: Array((salt + value).utf8)))
  }
}

extension SQLValue {
  var plainText: String {
    switch self {
    case .null: ""
    case .integer(let integer): "\(integer)"
    case .real(let real): "\(real)"
    case .text(let text): text
    case .blob(let bytes): hexadecimal(bytes)
    }
  }
}

func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}
