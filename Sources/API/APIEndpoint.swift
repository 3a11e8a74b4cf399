public import Access
public import HTTPTypes
public import Kernel

/// One door of the API: what it is for, who may pass, what comes in and what goes out.
///
/// The same declaration makes the route, the OpenAPI document and the page for people.
public struct APIEndpoint: Sendable {
  public let method: HTTPRequest.Method
  /// Below `/api/v1`, such as `patents/:id`.
  public let path: String
  public let summary: Phrase
  /// Nil for doors that anybody may pass.
  public let needs: Permission?
  /// What lets in who acts for an organisation and lacks the other right.
  public let own: Permission?
  public let parameters: [APIParameter]
  /// JSON that is sent, or a file.
  public let body: APISchema?
  public let answer: APISchema
  public let status: HTTPResponse.Status
  /// A whole address that works in the demonstration zone, such as `/api/v1/patents?kind=A`.
  public let example: String?
  public let handler: @Sendable (APIRequest) async throws -> APIAnswer

  public init(
    _ method: HTTPRequest.Method, _ path: String, summary: Phrase, needs: Permission?,
    orActing own: Permission? = nil, parameters: [APIParameter] = [], body: APISchema? = nil, answer: APISchema,
    status: HTTPResponse.Status = .ok,
    example: String? = nil, handler: @escaping @Sendable (APIRequest) async throws -> APIAnswer
  ) {
    self.method = method
    self.path = path
    self.summary = summary
    self.needs = needs
    self.own = own
    self.parameters = parameters
    self.body = body
    self.answer = answer
    self.status = status
    self.example = example
    self.handler = handler
  }

  /// Where the endpoint stands, such as `/api/v1/patents/:id`.
  public var address: String { "/api/v1/" + path }

  /// Whether the body is kept as a file instead of being read into memory.
  public var takesFile: Bool {
    if case .file? = body { true } else { false }
  }
}

/// A parameter of the path or of the query.
public struct APIParameter: Sendable {
  public let name: String
  public let schema: APISchema
  public let summary: Phrase
  public let place: Place

  /// A parameter of the query, which may be left out.
  public static func query(_ name: String, _ schema: APISchema = .text, _ summary: Phrase) -> APIParameter {
    APIParameter(name: name, schema: schema, summary: summary, place: .query)
  }

  /// A segment of the path; where an endpoint does not describe one, it is an id.
  public static func path(_ name: String, _ schema: APISchema = .id, _ summary: Phrase) -> APIParameter {
    APIParameter(name: name, schema: schema, summary: summary, place: .path)
  }

  /// `limit` and `cursor` of every list.
  public static let paging: [APIParameter] = [
    .query("limit", .integer(1...200), Phrase(zh: "每页条数，默认 50", en: "Entries a page, 50 if not given")),
    .query("cursor", .text, Phrase(zh: "上一页答复中的 next", en: "The “next” of the page before")),
  ]

  public enum Place: String, Sendable {
    case path, query
  }
}
