public import API
public import Access
public import HTTPTypes
public import Hummingbird

public typealias PageHandler = @Sendable (Request, PortalContext) async throws -> Page
public typealias FileHandler = @Sendable (Request, PortalContext) async throws -> Response
public typealias ShowHandler = @Sendable (FormState, Request, PortalContext) async throws -> Page
public typealias SubmitHandler = @Sendable (Form, PortalContext) async throws -> Response

/// All doors of the portal, each with the permission it needs.
///
/// Paths begin with `/`, and `:name` stands for a segment that the handler reads. The permission is asked for
/// before the handler is called; a refusal of the handler becomes a page, or a problem document below `/api/`.
public struct Routes: Sendable {
  public private(set) var all: [Route] = []
  /// By its code, all that a page may say after a form.
  private(set) var successes: [String: Success] = [:]

  public init() {}

  /// A page.
  ///
  /// - `needs`: nil where anybody at all may come, such as to sign in.
  /// - `orActing`: what lets in who acts for an organisation and lacks the other right.
  /// - `example`: an address that works in the demonstration zone, where the path has parameters.
  public mutating func page(
    _ path: String, needs: Permission?, orActing own: Permission? = nil, example: String? = nil,
    _ handler: @escaping PageHandler
  ) {
    all.append(Route(.get, path, needs, example, .page(handler), orActing: own))
  }

  /// Anything else that is fetched: CSV, a feed, a download.
  public mutating func file(
    _ path: String, needs: Permission?, orActing own: Permission? = nil, example: String? = nil,
    _ handler: @escaping FileHandler
  ) {
    all.append(Route(.get, path, needs, example, .file(handler), orActing: own))
  }

  /// A form: GET shows it, POST submits it.
  ///
  /// `submit` is called with a proven token only. When it refuses, the form is shown again with what was typed
  /// and the refusals beside their fields. When the session is over, the fields travel through the sign-in page
  /// and the form is shown again, filled in. One form is submitted once: its second submission is answered by a page
  /// that says so, unless it is `repeated` without harm.
  public mutating func form(
    _ path: String, needs: Permission?, example: String? = nil, repeated: FormRepetition = .refused,
    show: @escaping ShowHandler, submit: @escaping SubmitHandler
  ) {
    all.append(Route(.get, path, needs, example, .show(show)))
    all.append(Route(.post, path, needs, nil, .submit(show, submit), repeated))
  }

  /// A button of another page.
  ///
  /// A refusal becomes a page with a way back.
  public mutating func action(
    _ path: String, needs: Permission?, repeated: FormRepetition = .refused, submit: @escaping SubmitHandler
  ) {
    all.append(Route(.post, path, needs, nil, .action(submit), repeated))
  }

  public mutating func endpoint(_ endpoint: APIEndpoint) {
    all.append(
      Route(
        endpoint.method, endpoint.address, endpoint.needs, endpoint.example, .endpoint(endpoint),
        orActing: endpoint.own))
  }

  /// Makes `successes` known: only what is known is said.
  public mutating func say(_ successes: [Success]) {
    for success in successes { self.successes[success.code] = success }
  }

  public mutating func add(_ other: Routes) {
    all += other.all
    say(Array(other.successes.values))
  }

  public var endpoints: [APIEndpoint] {
    all.compactMap { route in
      if case .endpoint(let endpoint) = route.door { endpoint } else { nil }
    }
  }
}

/// One door: what it answers to, and whom it lets in.
public struct Route: Sendable {
  public let method: HTTPRequest.Method
  public let path: String
  public let needs: Permission?
  /// What lets in who acts for an organisation, where that is another right.
  public let own: Permission?
  public let example: String?
  let door: Door
  let repetition: FormRepetition

  init(
    _ method: HTTPRequest.Method, _ path: String, _ needs: Permission?, _ example: String?, _ door: Door,
    _ repetition: FormRepetition = .refused, orActing own: Permission? = nil
  ) {
    self.method = method
    self.own = own
    self.path = path
    self.needs = needs
    self.example = example
    self.door = door
    self.repetition = repetition
  }

  enum Door: Sendable {
    case page(PageHandler)
    case file(FileHandler)
    case show(ShowHandler)
    case submit(ShowHandler, SubmitHandler)
    case action(SubmitHandler)
    case endpoint(APIEndpoint)
  }

  public enum Sort: String, CaseIterable, Sendable {
    case page, file, form, action, endpoint
  }

  public var sort: Sort {
    switch door {
    case .page: .page
    case .file: .file
    case .show, .submit: .form
    case .action: .action
    case .endpoint: .endpoint
    }
  }

  /// Whether `path` (without the language) is one of this door's.
  func matches(_ path: String) -> Bool {
    let own = self.path.split(separator: "/")
    let given = path.split(separator: "/")
    return own.count == given.count && zip(own, given).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
  }
}
