import API
import Access
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Markup
import NIOCore

/// Turns refusals into pages or problem documents, and defects into a page with the number of the incident.
struct RefusalMiddleware: RouterMiddleware {
  let portal: Portal
  let routes: [Route]

  func handle(
    _ request: Request, context: PortalContext, next: (Request, PortalContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let forwarding as Forwarding {
      throw forwarding
    } catch let refusal as any Refusal {
      return try answer(to: refusal, request, context)
    } catch let error as HTTPError where error.status == .notFound {
      return try notFound(request, context)
    } catch {
      return defect(error, request, context)
    }
  }

  /// - Parameter status: where HTTP has a status for this refusal alone; left out, that of its kind.
  func answer(
    to refusal: any Refusal, _ request: Request, _ context: PortalContext, as status: HTTPResponse.Status? = nil
  ) throws -> Response {
    context.logger.info("Refused \(refusal.code)", metadata: ["refusal.code": "\(refusal.code)"])
    if isForPrograms(request) { return try problem(refusal, request, context, as: status) }
    if refusal.kind == .unauthenticated, request.method == .get {
      let signIn = Link(portal.site.signIn.target, query: [("return-to", context.address.target)])
      return .seeOther(signIn, context)
    }
    return refusalPage(refusal, context, as: status).response(in: context)
  }

  private func notFound(_ request: Request, _ context: PortalContext) throws -> Response {
    let allowed = Set(routes.filter { $0.matches(request.uri.path) }.map(\.method.rawValue))
    guard !allowed.isEmpty else { return try answer(to: NoSuchPage(), request, context) }
    var response = try answer(to: WebRefusal.wrongMethod, request, context, as: .methodNotAllowed)
    response.headers[.allow] = allowed.union(allowed.contains("GET") ? ["HEAD"] : []).sorted().joined(separator: ", ")
    return response
  }

  private func problem(
    _ refusal: any Refusal, _ request: Request, _ context: PortalContext, as status: HTTPResponse.Status?
  ) throws -> Response {
    let problem = Problem(refusal, at: request.uri.path, in: context.language, as: status)
    var headers: HTTPFields = [.contentType: "application/problem+json", .cacheControl: "no-store"]
    if refusal.kind == .unauthenticated { headers[.wwwAuthenticate] = "Bearer" }
    if case .notInScope(let permission)? = refusal as? AccessRefusal {
      headers[.wwwAuthenticate] = "Bearer error=\"insufficient_scope\", scope=\"\(permission.code)\""
    }
    return Response(
      status: status ?? refusal.kind.status, headers: headers,
      body: .init(byteBuffer: ByteBuffer(bytes: try apiJSON(problem))))
  }

  func defect(_ error: any Error, _ request: Request, _ context: PortalContext) -> Response {
    context.logger.error("A request failed", metadata: ["error": "\(String(reflecting: error))"])
    guard isForPrograms(request) else { return defectPage(context).response(in: context) }
    let title = Phrase(zh: "系统出错，编号 \(context.requestID)", en: "Something failed here, number \(context.requestID)")
    let body = try? apiJSON(
      [
        "type": "/problems/web.defect", "title": title.text(in: context.language), "code": "web.defect",
        "instance": request.uri.path, "incident": context.requestID,
      ])
    return Response(
      status: .internalServerError, headers: [.contentType: "application/problem+json", .cacheControl: "no-store"],
      body: .init(byteBuffer: ByteBuffer(bytes: body ?? [])))
  }

  private func isForPrograms(_ request: Request) -> Bool { request.uri.path.hasPrefix("/api/") }
}
