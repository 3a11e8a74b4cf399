import HTTPTypes
public import Hummingbird
public import Kernel
public import Markup

/// What the page after a form says once: that it was done, and what comes next.
///
/// It travels as a code in a short-lived cookie; only codes that ``Routes`` know are ever shown, so nobody can put
/// words of their own on a page.
public struct Success: Sendable {
  /// Stable within one release, such as `access.registered`.
  public let code: String
  public let phrase: Phrase
  /// The next step, for whom there is one.
  public let next: (phrase: Phrase, link: Link)?

  public init(_ code: String, _ phrase: Phrase, next: (phrase: Phrase, link: Link)? = nil) {
    self.code = code
    self.phrase = phrase
    self.next = next
  }

  static let cookieName = "ipzone-done"

  var markup: HTML {
    notice(
      .success, phrase,
      "\(next.map { "<p class=\"actions\">\(linkButton($0.phrase, to: $0.link, .main))</p>" as HTML })")
  }
}

extension Response {
  /// As ``seeOther(_:_:)``, and the page there says once what was done.
  public static func seeOther(_ link: Link, _ context: PortalContext, saying success: Success) -> Response {
    var response = seeOther(link, context)
    response.setCookie(
      Cookie(
        name: Success.cookieName, value: success.code, maxAge: 60, path: "/", secure: context.isSecure,
        httpOnly: true, sameSite: .lax))
    return response
  }

  /// What was said is not said again.
  mutating func forgetSuccess(_ context: PortalContext) {
    setCookie(
      Cookie(
        name: Success.cookieName, value: "", maxAge: 0, path: "/", secure: context.isSecure, httpOnly: true,
        sameSite: .lax))
  }
}
