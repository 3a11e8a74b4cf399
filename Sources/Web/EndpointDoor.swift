import API
import Access
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore

/// Answers one endpoint of the API.
struct EndpointDoor: Sendable {
  let portal: Portal
  let endpoint: APIEndpoint

  func answer(_ request: Request, _ context: PortalContext) async throws -> Response {
    try proveCookie(request, context)
    try context.account.enter(endpoint.needs, orActing: endpoint.own)
    let file = endpoint.takesFile ? try await readFile(request) : nil
    defer { file?.discard() }
    let body = endpoint.takesFile || endpoint.body == nil ? [] : try await readBody(request)
    let segments = context.coreContext.parameters.reduce(into: [:]) { found, pair in
      found[String(pair.key)] = String(pair.value).removingPercentEncoding
    }
    let answer = try await endpoint.handler(
      APIRequest(
        account: context.account, language: context.language, path: request.uri.path, segments: segments,
        query: context.query.pairs, body: body, file: file, seenRevision: seenRevision(request),
        clientAddress: context.clientAddress))
    return response(answer, request)
  }

  /// A browser sends its cookie along with what other sites start; a token it does not.
  private func proveCookie(_ request: Request, _ context: PortalContext) throws(WebRefusal) {
    guard endpoint.method != .get, context.session != nil else { return }
    guard context.formToken.matches(request.headers[.formToken] ?? "") else { throw .formExpired }
  }

  private func readBody(_ request: Request) async throws -> [UInt8] {
    try portal.site.limits.refuseTooLarge(request, in: Int64(portal.site.limits.json))
    var bytes: [UInt8] = []
    var body = BodyPieces(request.body)
    while let buffer = try await body.next() {
      guard bytes.count + buffer.readableBytes <= portal.site.limits.json else { throw WebRefusal.formTooLarge }
      bytes.append(contentsOf: buffer.readableBytesView)
    }
    return bytes
  }

  private func readFile(_ request: Request) async throws -> UploadedFile {
    let limits = portal.site.limits
    try limits.refuseTooLarge(request, in: limits.file)
    var file = try TemporaryFile(in: limits.folder, named: portal.world.newID(UploadedFile.self).description)
    do {
      var body = BodyPieces(request.body)
      while let buffer = try await body.next() {
        guard file.size + Int64(buffer.readableBytes) <= limits.file else {
          throw WebRefusal.fileTooLarge(limit: limits.file, field: "")
        }
        try file.append(Array(buffer.readableBytesView))
      }
    } catch {
      file.discard()
      throw error
    }
    return try file.close(
      field: "", name: fileName(request), mediaType: request.headers[.contentType] ?? "application/octet-stream")
  }

  /// From `Content-Disposition: attachment; filename=…`, which clients may send to name the file.
  private func fileName(_ request: Request) -> String {
    let header = "content-disposition: form-data; name=file; " + (request.headers[.contentDisposition] ?? "")
    return (try? PartHead(Array(header.utf8)[...]))?.fileName ?? ""
  }

  private func seenRevision(_ request: Request) -> Int64? {
    request.headers[.ifMatch].flatMap { Int64($0.trimmingCharacters(in: CharacterSet(charactersIn: "\"W/ "))) }
  }

  private func response(_ answer: APIAnswer, _ request: Request) -> Response {
    var headers: HTTPFields = [.cacheControl: "private, no-cache", .vary: "Accept-Language, Authorization, Cookie"]
    headers[.eTag] = answer.tag
    headers[.location] = answer.location
    if let tag = answer.tag, endpoint.method == .get, Self.holds(tag, request.headers[.ifNoneMatch]) {
      return Response(status: .notModified, headers: headers)
    }
    let status = answer.status ?? endpoint.status
    if !answer.body.isEmpty { headers[.contentType] = answer.mediaType }
    return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: answer.body)))
  }

  private static func holds(_ tag: String, _ header: String?) -> Bool {
    guard let header else { return false }
    let bare = tag.hasPrefix("W/") ? String(tag.dropFirst(2)) : tag
    return header.split(separator: ",").contains { item in
      let item = item.trimmingCharacters(in: .whitespaces)
      return item == "*" || item == bare || item == "W/" + bare
    }
  }
}
