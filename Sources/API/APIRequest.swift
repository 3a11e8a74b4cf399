public import Access
import Foundation
public import Kernel

/// A request as an endpoint sees it: who asks, in which language, for what.
public struct APIRequest: Sendable {
  public let account: Account
  public let language: Language
  /// Path with its segments filled in, without the query.
  public let path: String
  /// JSON that was sent; empty for files.
  public let body: [UInt8]
  /// The file that was sent, where the endpoint takes one; gone when the handler returns.
  public let file: UploadedFile?
  /// The revision that the client has seen, from `If-Match`.
  public let seenRevision: Int64?
  /// From where the request came, as the server sees it.
  public let clientAddress: String?
  private let segments: [String: String]
  private let query: [(name: String, value: String)]

  public init(
    account: Account, language: Language, path: String, segments: [String: String] = [:],
    query: [(name: String, value: String)] = [], body: [UInt8] = [], file: UploadedFile? = nil,
    seenRevision: Int64? = nil, clientAddress: String? = nil
  ) {
    self.clientAddress = clientAddress
    self.account = account
    self.language = language
    self.path = path
    self.segments = segments
    self.query = query
    self.body = body
    self.file = file
    self.seenRevision = seenRevision
  }

  /// The id in the path.
  ///
  /// - Throws: ``APIRefusal/noSuchThing`` if the segment is not an id.
  public func id<Entity>(_ name: String = "id", of _: Entity.Type = Entity.self) throws(APIRefusal) -> ID<Entity> {
    guard let id = segments[name].flatMap({ ID<Entity>($0) }) else { throw .noSuchThing }
    return id
  }

  /// A segment of the path or a parameter of the query, trimmed; nil where it is absent or empty.
  public func text(_ name: String) -> String? {
    let found = segments[name] ?? query.first { $0.name == name }?.value
    let trimmed = found?.trimmingCharacters(in: .whitespacesAndNewlines)
    return trimmed?.isEmpty == false ? trimmed : nil
  }

  /// Every value of a parameter that may be repeated.
  public func all(_ name: String) -> [String] { query.filter { $0.name == name }.map(\.value) }

  /// A whole number of the query; nil where it is absent.
  ///
  /// - Throws: ``APIRefusal/wrongParameter(_:)`` for anything that is no number or outside of `range`.
  public func integer(_ name: String, in range: ClosedRange<Int>) throws(APIRefusal) -> Int? {
    guard let text = text(name) else { return nil }
    guard let number = Int(text), range.contains(number) else { throw .wrongParameter(name) }
    return number
  }

  /// Entries a page: 1 to 200, and 50 where the request does not say.
  public func limit() throws(APIRefusal) -> Int { try integer("limit", in: 1...200) ?? 50 }

  /// Where the page before ended; nil for the first.
  ///
  /// - Throws: ``APIRefusal/wrongParameter(_:)`` for what ``Cursor`` did not write.
  public func cursor() throws(APIRefusal) -> Cursor? {
    guard let text = text("cursor") else { return nil }
    guard let cursor = Cursor(text) else { throw .wrongParameter("cursor") }
    return cursor
  }

  /// The body as a value; instants are ISO 8601, with a fraction of the second or without.
  ///
  /// - Throws: ``APIRefusal/malformedBody(_:)``, naming the member that is wrong or missing.
  public func decode<Value: Decodable>(_: Value.Type = Value.self) throws(APIRefusal) -> Value {
    do {
      let decoder = JSONDecoder()
      decoder.dateDecodingStrategy = .custom(Self.instant)
      return try decoder.decode(Value.self, from: Data(body))
    } catch let error as DecodingError {
      throw .malformedBody(error.member)
    } catch {
      throw .malformedBody("")
    }
  }

  private static func instant(from decoder: any Decoder) throws -> Date {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: text.utf8.contains(UInt8(ascii: ".")))
    guard let date = try? style.parse(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an instant")
    }
    return date
  }
}

extension DecodingError {
  /// The path of the member that could not be read, such as `parties.0.name`.
  fileprivate var member: String {
    let path: [any CodingKey]
    switch self {
    case .keyNotFound(let key, let context): path = context.codingPath + [key]
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      path = context.codingPath
    @unknown default: path = []
    }
    return path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
  }
}
