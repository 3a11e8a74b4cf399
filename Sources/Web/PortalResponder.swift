import API
import Access
import Foundation
import HTTPTypes
public import Hummingbird
import Kernel
import Logging
import Markup
import NIOCore

/// Everything between the socket and the doors: language, who asks, safety, log and figures.
public struct PortalResponder: HTTPResponder {
  private let portal: Portal
  private let router: RouterResponder<PortalContext>
  private let refusals: RefusalMiddleware
  private let successes: [String: Success]

  /// - Precondition: no two doors of `routes` answer to the same method and path.
  public init(_ portal: Portal, routes: Routes) {
    var routes = routes
    addAPIPages(to: &routes, site: portal.site)
    addProblemPages(to: &routes)
    addPlainFiles(to: &routes, portal)
    let router = Router(context: PortalContext.self)
    refusals = RefusalMiddleware(portal: portal, routes: routes.all)
    router.add(middleware: refusals)
    for route in routes.all { route.mount(on: router, portal) }
    self.portal = portal
    successes = routes.successes
    self.router = router.buildResponder()
  }

  public func respond(to request: Request, context: PortalContext) async throws -> Response {
    let clock = ContinuousClock()
    let start = clock.now
    let isHead = request.method == .head
    var (request, context) = prepared(request, context)
    var response: Response
    if let asset = portal.assets.response(to: request.uri.path, stamp: context.query.text("v")) {
      context.coreContext.endpointPath.value = "/assets"
      response = asset
    } else {
      response = await answer(&request, &context)
    }
    SafetyHeaders.add(to: &response, context)
    RequestRecord(request, response, context, isHead: isHead).note(clock.now - start)
    return isHead ? response.createHeadResponse() : response
  }

  private func answer(_ request: inout Request, _ context: inout PortalContext) async -> Response {
    do {
      try await identify(request, &context)
      return try await router.respond(to: request, context: context)
    } catch let forwarding as Forwarding {
      return await forward(forwarding, request, context)
    } catch let refusal as any Refusal {
      do { return try refusals.answer(to: refusal, request, context) } catch {
        return refusals.defect(error, request, context)
      }
    } catch {
      return refusals.defect(error, request, context)
    }
  }

  /// Answers as if the browser had gone to another page, with the cookies that it was just given.
  private func forward(_ forwarding: Forwarding, _ request: Request, _ context: PortalContext) async -> Response {
    var head = HTTPRequest(
      method: .get, scheme: request.head.scheme, authority: request.head.authority,
      path: forwarding.link.target, headerFields: request.headers)
    for cookie in forwarding.cookies {
      head.headerFields.append(HTTPField(name: .cookie, value: String(cookie.prefix { $0 != ";" })))
    }
    head.headerFields[.contentLength] = nil
    head.headerFields[.contentType] = nil
    let again = Request(head: head, body: .init(buffer: ByteBuffer()))
    var there = context
    there.address = forwarding.link
    there.query = Query(again.uri.query ?? "")
    there.offered = forwarding.state
    do {
      try await identify(again, &there)
      var response = try await router.respond(to: again, context: there)
      if let status = forwarding.status, response.status == .ok { response.status = status }
      for cookie in forwarding.cookies where !cookie.hasPrefix(Success.cookieName + "=") {
        response.headers.append(HTTPField(name: .setCookie, value: cookie))
      }
      return response
    } catch {
      return refusals.defect(error, again, there)
    }
  }

  /// The request without its language, and with GET for HEAD.
  private func prepared(_ request: Request, _ context: PortalContext) -> (Request, PortalContext) {
    var context = context
    let (language, target) = Self.split(request.head.path ?? "/")
    var head = request.head
    head.path = target
    if head.method == .head { head.method = .get }
    let bare = Request(head: head, body: request.body)
    context.language = target.hasPrefix("/api/") && language == .zh ? Self.accepted(request) : language
    context.site = portal.site
    context.stamps = portal.assets.stamps
    context.address = Link(returningTo: target) ?? Link("/")
    context.query = Query(bare.uri.query ?? "")
    context.requestID = portal.world.newID(Request.self).description
    context.isSecure = portal.site.isSecure || request.headers[.forwardedProtocol] == "https"
    context.cameFrom = cameFrom(request)
    context.clientName = request.headers[.userAgent]
    if portal.site.hasTrustedProxy, let forwarded = request.headers[.forwardedFor] {
      // The last one is what our own proxy saw; those before are what the client said.
      context.clientAddress = forwarded.split(separator: ",").last?.trimmingCharacters(in: .whitespaces)
    }
    context.logger[metadataKey: "request.id"] = "\(context.requestID)"
    return (bare, context)
  }

  /// Finds out who asks: by token below `/api/`, by session everywhere.
  private func identify(_ request: Request, _ context: inout PortalContext) async throws {
    context.account = portal.keeper.visitor
    context.session = nil
    let cookies = Self.cookies(of: request)
    context.success = request.method == .get ? cookies[Success.cookieName].flatMap { successes[$0] } : nil
    if request.uri.path.hasPrefix("/api/"), let given = request.headers[.authorization] {
      guard given.lowercased().hasPrefix("bearer "),
        let account = try await portal.keeper.resolveToken(given.dropFirst(7).trimmingCharacters(in: .whitespaces))
      else { throw WebRefusal.unknownToken }
      context.account = account
    } else if let token = cookies[sessionCookie], !token.isEmpty,
      let (account, session) = try await portal.keeper.resolve(token)
    {
      context.account = account
      context.session = session
      context.formToken = .of(session)
      try await ring(request, &context)
      return
    }
    let visit = cookies[FormToken.cookieName(isSecure: context.isSecure)]
    context.formToken = .ofVisitor(cookie: visit, secret: portal.secret, world: portal.world)
  }

  /// Counts what is unread, for pages alone.
  private func ring(_ request: Request, _ context: inout PortalContext) async throws {
    guard let bell = portal.site.bell, context.account.may(bell.needs), !request.uri.path.hasPrefix("/api/") else {
      return
    }
    context.unread = try await bell.count(context.account)
  }

  /// `/en/patents` is `/patents` in English.
  private static func split(_ path: String) -> (Language, String) {
    for language in Language.allCases where !language.pathPrefix.isEmpty {
      let prefix = language.pathPrefix
      guard path.hasPrefix(prefix) else { continue }
      let rest = path.dropFirst(prefix.count)
      switch rest.first {
      case nil: return (language, "/")
      case "/": return (language, String(rest))
      case "?": return (language, "/" + rest)
      default: continue
      }
    }
    return (.zh, path)
  }

  /// English where a program prefers it to Chinese.
  private static func accepted(_ request: Request) -> Language {
    var best: (Language, Double) = (.zh, 0)
    for item in (request.headers[.acceptLanguage] ?? "").split(separator: ",") {
      let parts = item.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
      let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
      guard let tag = parts.first, weight > best.1 else { continue }
      if tag.hasPrefix("en") { best = (.en, weight) } else if tag.hasPrefix("zh") { best = (.zh, weight) }
    }
    return best.0
  }

  /// The later of two cookies of one name counts: a new session stands behind the old.
  private static func cookies(of request: Request) -> [String: String] {
    request.headers[values: .cookie].flatMap { $0.split(separator: ";") }.reduce(into: [:]) { found, pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return }
      found[parts[0].trimmingCharacters(in: .whitespaces)] = parts[1].trimmingCharacters(in: .whitespaces)
    }
  }

  /// The page of this portal that the browser names as the one before.
  private func cameFrom(_ request: Request) -> Link? {
    guard let referer = request.headers[.referer], let url = URLComponents(string: referer), let host = url.host
    else { return nil }
    let authority = url.port.map { "\(host):\($0)" } ?? host
    guard authority == request.head.authority else { return nil }
    return Link(returningTo: url.percentEncodedPath + (url.percentEncodedQuery.map { "?" + $0 } ?? ""))
  }
}

extension HTTPField.Name {
  static let referer = HTTPField.Name("Referer") ?? .origin
}
