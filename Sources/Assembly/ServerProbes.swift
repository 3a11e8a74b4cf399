import HTTPTypes
public import Hummingbird
import NIOCore
public import Web

/// Answers `/healthz` and `/readyz` before the portal is asked, and takes away what only a proxy may say.
public struct ServerProbes: HTTPResponder {
  private let portal: PortalResponder
  private let health: Health
  private let believesProxy: Bool

  public init(before portal: PortalResponder, health: Health, settings: Settings) {
    self.portal = portal
    self.health = health
    believesProxy = settings.trustedProxy
  }

  public func respond(to request: Request, context: PortalContext) async throws -> Response {
    if let answer = await ServerAnswer.probe(request, health) { return answer }
    guard !believesProxy else { return try await portal.respond(to: request, context: context) }
    var head = request.head
    for name in Self.proxyNames { head.headerFields[name] = nil }
    return try await portal.respond(to: Request(head: head, body: request.body), context: context)
  }

  private static let proxyNames = [
    "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "Forwarded", "X-Real-IP",
  ]
  .compactMap { HTTPField.Name($0) }
}

/// The small answers for machines.
enum ServerAnswer {
  static func probe(_ request: Request, _ health: Health) async -> Response? {
    switch request.uri.path {
    case "/healthz": return text("ok\n")
    case "/readyz":
      let obstacles = await health.obstacles()
      return obstacles.isEmpty
        ? text("ready\n") : text("not ready: \(obstacles.joined(separator: ", "))\n", status: .serviceUnavailable)
    default: return nil
    }
  }

  static func text(
    _ text: String, status: HTTPResponse.Status = .ok, type: String = "text/plain; charset=utf-8"
  ) -> Response {
    Response(
      status: status, headers: [.contentType: type, .cacheControl: "no-store"],
      body: .init(byteBuffer: ByteBuffer(string: text)))
  }
}
