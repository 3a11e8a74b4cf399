public import Kernel

/// The shape of a JSON value: the part of JSON Schema 2020-12 that the API needs.
public indirect enum APISchema: Sendable, Equatable {
  /// An object with a name of its own among the document's components.
  case object(String, [APIField])
  case array(APISchema)
  /// `format`: such as `date`, `date-time` or `uri`.
  case string(format: String? = nil, example: String? = nil)
  case integer(ClosedRange<Int>? = nil)
  case number
  case boolean
  /// One of a closed list.
  case choice([String])
  /// The value, or null.
  case nullable(APISchema)
  /// Bytes of these media types: a file that is sent or answered.
  case file([String])

  /// An id: thirteen symbols of base 32.
  public static let id = APISchema.string(format: nil, example: "00d3v7k2m4x1a")
  public static let day = APISchema.string(format: "date", example: "2026-11-22")
  public static let instant = APISchema.string(format: "date-time", example: "2026-11-22T06:03:00.000Z")
  public static let text = APISchema.string()
  /// The same words in both languages.
  public static let phrase = APISchema.object(
    "Phrase",
    [APIField("zh", .text, Phrase(zh: "中文", en: "Chinese")), APIField("en", .text, Phrase(zh: "英文", en: "English"))])

  /// One page of a list, with the cursor of the next.
  public static func page(of item: APISchema, named name: String) -> APISchema {
    .object(
      name,
      [
        APIField("items", .array(item), Phrase(zh: "本页条目", en: "The entries of this page")),
        APIField("next", .nullable(.text), Phrase(zh: "下一页的游标；没有则为 null", en: "The next page's cursor, or null")),
      ])
  }
}

/// A member of an object.
public struct APIField: Sendable, Equatable {
  public let name: String
  public let schema: APISchema
  public let summary: Phrase
  public let presence: Presence

  public init(_ name: String, _ schema: APISchema, _ summary: Phrase, _ presence: Presence = .always) {
    self.name = name
    self.schema = schema
    self.summary = summary
    self.presence = presence
  }

  public enum Presence: Sendable {
    case always, sometimes
  }
}

/// What the API can say or read: its JSON, and the shape of it.
///
/// Dates become ISO 8601 in UTC with milliseconds; keys are sorted.
public protocol APIValue: Encodable, Sendable {
  static var schema: APISchema { get }
}
