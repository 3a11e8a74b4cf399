import Foundation
import HTTPTypes
public import Hummingbird
import Kernel
public import Markup

extension Response {
  /// The browser goes to a page, by GET: the answer to everything that was done.
  public static func seeOther(_ link: Link, _ context: PortalContext) -> Response {
    Response(status: .seeOther, headers: [.location: link.path(in: context.language)])
  }

  /// Gives the browser a session.
  ///
  /// `lifetime`: in seconds; nil ends it with the browser.
  public mutating func openSession(_ token: String, lifetime: Int?, _ context: PortalContext) {
    setCookie(
      Cookie(
        name: sessionCookie, value: token, maxAge: lifetime, path: "/", secure: context.isSecure, httpOnly: true,
        sameSite: .lax))
  }

  /// Takes the session from the browser.
  public mutating func closeSession(_ context: PortalContext) {
    setCookie(
      Cookie(
        name: sessionCookie, value: "", maxAge: 0, path: "/", secure: context.isSecure, httpOnly: true,
        sameSite: .lax))
  }

  /// Bytes that the browser saves under `name`.
  public static func download(_ body: ResponseBody, name: String, mediaType: String) -> Response {
    let plain = name.unicodeScalars.map { $0.isASCII && $0 != "\"" && $0 != "\\" && $0.value > 31 ? String($0) : "_" }
    let encoded = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    return Response(
      status: .ok,
      headers: [
        .contentType: mediaType,
        .contentDisposition: "attachment; filename=\"\(plain.joined())\"; filename*=UTF-8''\(encoded)",
        .cacheControl: "private, no-store",
      ], body: body)
  }
}

/// The name of the cookie that holds a session.
public let sessionCookie = "ipzone-session"
