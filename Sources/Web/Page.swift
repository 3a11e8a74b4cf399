public import HTTPTypes
public import Hummingbird
public import Kernel
public import Markup
import NIOCore

/// A step of the way from the home page to this one.
public struct Crumb: Sendable {
  let title: Title
  let link: Link?

  /// - Parameter link: nil where the reader may not open the page.
  public init(_ title: Title, _ link: Link?) {
    self.title = title
    self.link = link
  }

  public init(_ phrase: Phrase, _ link: Link?) { self.init(.phrase(phrase), link) }

  var markup: HTML { link.map { "<a href=\"\($0)\">\(title.markup)</a>" } ?? title.markup }
}

/// What a page is called: words, or data in one language such as the title of a patent.
public enum Title: Sendable, Equatable {
  case phrase(Phrase)
  case text(String, lang: Language)

  func text(in language: Language) -> String {
    switch self {
    case .phrase(let phrase): phrase.text(in: language)
    case .text(let text, _): text
    }
  }

  var markup: HTML {
    switch self {
    case .phrase(let phrase): "\(phrase)"
    case .text(let text, let language): "\(text, in: language)"
    }
  }
}

/// A whole page; the language, the menu and the frame come from the request.
public struct Page: ResponseGenerator, Sendable {
  public let title: Title
  public let trail: [Crumb]
  public var status: HTTPResponse.Status
  public let body: HTML
  /// Scripts of this page alone, by their names among the assets.
  public var scripts: [String] = []
  var headers = HTTPFields()

  /// `trail`: the pages above this one, without the home page.
  public init(_ title: Title, trail: [Crumb] = [], status: HTTPResponse.Status = .ok, _ body: HTML) {
    self.title = title
    self.trail = trail
    self.status = status
    self.body = body
  }

  public init(_ phrase: Phrase, trail: [Crumb] = [], status: HTTPResponse.Status = .ok, _ body: HTML) {
    self.init(.phrase(phrase), trail: trail, status: status, body)
  }

  public func response(from request: Request, context: some RequestContext) throws -> Response {
    // Pages are answered by portals only; a foreign context has nothing to frame a page with.
    guard let context = context as? PortalContext else { throw HTTPError(.internalServerError) }
    return response(in: context)
  }

  func response(in context: PortalContext) -> Response {
    let document = PageFrame(page: self, context: context).document
    let bytes = document.bytes(
      Rendering(context.language, formToken: context.formToken.text, formID: context.requestID))
    var response = Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    response.headers[.contentType] = "text/html; charset=utf-8"
    response.headers[.contentLanguage] = context.language.rawValue
    response.headers[.cacheControl] = context.session == nil ? "private, no-cache" : "private, no-store"
    if context.success != nil {
      response.headers[.cacheControl] = "private, no-store"
      response.forgetSuccess(context)
    }
    if let cookie = context.formToken.freshCookie, document.usesFormToken {
      response.setCookie(
        Cookie(
          name: FormToken.cookieName(isSecure: context.isSecure), value: cookie, path: "/", secure: context.isSecure,
          httpOnly: true, sameSite: .lax))
    }
    return response
  }
}
