import Foundation
public import HTTPTypes
import Kernel

/// What an endpoint answers.
public struct APIAnswer: Sendable {
  public let status: HTTPResponse.Status?
  public let mediaType: String
  public let body: [UInt8]
  /// Names the state that was answered; `If-None-Match` is compared with it.
  public let tag: String?
  /// Where what was created can be found.
  public let location: String?

  /// A value as JSON.
  ///
  /// - `status`: nil for the endpoint's own.
  /// - `revision`: of the record that was answered; without it the tag is made of the text.
  public init(
    _ value: some APIValue, status: HTTPResponse.Status? = nil, revision: Int64? = nil, location: String? = nil
  ) throws {
    let bytes = try apiJSON(value)
    self.init(bytes, tag: revision.map { "\"\($0)\"" } ?? weakTag(bytes), status: status, location: location)
  }

  /// One page of a list; a longer list names where its next page begins.
  public static func page<Item: APIValue>(_ items: [Item], next: Cursor?) throws -> APIAnswer {
    try APIAnswer(APIPage(items: items, next: next?.description))
  }

  /// Nothing: it was done.
  public static let done = APIAnswer([], tag: nil, status: .noContent)

  /// Bytes of another media type.
  public init(bytes: [UInt8], mediaType: String) {
    self.init(bytes, tag: weakTag(bytes), mediaType: mediaType)
  }

  private init(
    _ body: [UInt8], tag: String?, mediaType: String = "application/json", status: HTTPResponse.Status? = nil,
    location: String? = nil
  ) {
    self.body = body
    self.tag = tag
    self.mediaType = mediaType
    self.status = status
    self.location = location
  }
}

private struct APIPage<Item: APIValue>: APIValue {
  let items: [Item]
  let next: String?

  static var schema: APISchema { .page(of: Item.schema, named: "Page") }

  private enum CodingKeys: CodingKey {
    case items, next
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(items, forKey: .items)
    try container.encode(next, forKey: .next)
  }
}

/// `value` as the API writes it: sorted keys, instants in UTC with milliseconds.
public func apiJSON(_ value: some Encodable) throws -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  encoder.dateEncodingStrategy = .custom { date, encoder in
    var container = encoder.singleValueContainer()
    try container.encode(date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
  }
  return Array(try encoder.encode(value))
}

/// FNV-1a over the text: enough to see a change, and no promise of more.
private func weakTag(_ bytes: [UInt8]) -> String {
  let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  return "W/\"\(String(hash, radix: 16))\""
}
