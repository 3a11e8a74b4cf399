import Foundation
import Journal

/// What an entry's canonical JSON says: facts, and each changed value before and after.
struct EntryContent: Decodable {
  let facts: [String: String]
  let changes: [RecordChange]

  /// Nil where the text is not as the journal writes it.
  init?(_ details: String) {
    guard let content = try? JSONDecoder().decode(EntryContent.self, from: Data(details.utf8)) else { return nil }
    self = content
  }

  /// The changes of one record; a deed may change several.
  func changes(of subject: Subject) -> [RecordChange] { changes.filter { $0.subject == subject } }
}

/// One record that an entry changed.
struct RecordChange: Decodable {
  let table: String
  let key: Int64
  let values: [String: ValueChange]

  var subject: Subject { Subject(table: table, number: key) }
}

/// A value before and after; nil is no value.
struct ValueChange: Decodable {
  let from: ChangedValue?
  let to: ChangedValue?

  /// A new record has its empty columns in the journal, too.
  var isEmpty: Bool { from == nil && to == nil }
}

/// A value as the journal keeps it.
enum ChangedValue: Decodable, Equatable {
  case text(String)
  case whole(Int64)
  case real(Double)
  /// Hexadecimal digits.
  case bytes(String)
  /// A personal value: only its salted hash is in the chain.
  case personal(hash: String)

  private enum Key: CodingKey { case bytes, hash }

  init(from decoder: any Decoder) throws {
    if let fields = try? decoder.container(keyedBy: Key.self) {
      if let digits = try fields.decodeIfPresent(String.self, forKey: .bytes) {
        self = .bytes(digits)
      } else {
        self = .personal(hash: try fields.decode(String.self, forKey: .hash))
      }
      return
    }
    let value = try decoder.singleValueContainer()
    if let whole = try? value.decode(Int64.self) {
      self = .whole(whole)
    } else if let real = try? value.decode(Double.self) {
      self = .real(real)
    } else {
      self = .text(try value.decode(String.self))
    }
  }
}
