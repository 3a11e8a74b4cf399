import Exchange
import ExchangeStore
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore
import Tables
import Web

/// The files of the open data.
struct ExchangeFiles: Sendable {
  let desk: ExchangeDesk

  func dataset(
    _ data: OpenData, as format: OpenFormat, _ request: Request, _ context: PortalContext
  ) async throws -> Response {
    let (description, table) = try await desk.dataset(data, by: context.account)
    let writing = OpenWriting(description, table, from: publisher(request, context), in: context.language)
    let bytes: [UInt8]
    switch format {
    case .csv: bytes = Array(writing.csv.utf8)
    case .json: bytes = Array(writing.json.json.utf8)
    case .xlsx:
      bytes = try writing.workbook(
        folder: context.site.limits.folder, named: context.requestID, made: description.modified ?? desk.begun)
    }
    return answer(bytes, format.contentType, saved: writing.fileName(format), request)
  }

  @Sendable func catalogue(_ request: Request, _ context: PortalContext) async throws -> Response {
    let datasets = try await desk.datasets(by: context.account)
    let catalogue = DataCatalogue(publisher(request, context), datasets: datasets, issued: desk.begun)
    return answer(Array(catalogue.jsonLD.json.utf8), "application/ld+json", request)
  }

  @Sendable func feed(_ request: Request, _ context: PortalContext) async throws -> Response {
    let feed = try await desk.news(from: publisher(request, context), in: context.language, by: context.account)
    return answer(Array(feed.xml(in: context.language).utf8), "application/atom+xml; charset=utf-8", request)
  }

  @Sendable func dataValues(_ request: Request, _ context: PortalContext) async throws -> Response {
    let text = context.query.optional("at")
    let cutoff = text.flatMap { Day($0) }
    if let text, cutoff == nil { throw ExchangeRefusal.noDay(text) }
    let values = try await desk.dataValues(at: cutoff, by: context.account)
    return answer(Array(values.json.json.utf8), "application/json", request)
  }

  private func publisher(_ request: Request, _ context: PortalContext) -> OpenPublisher {
    let site = context.site
    let host = "\(context.isSecure ? "https" : "http")://\(request.head.authority ?? "localhost")"
    return OpenPublisher(
      zone: site.zoneName, publisher: site.footer.host ?? site.zoneName, licence: desk.policy.licence,
      origin: site.origin ?? host, isDemonstration: desk.isDemonstration)
  }

  /// Open to programs of every site; asked for again, it comes only if it has changed.
  private func answer(
    _ bytes: [UInt8], _ contentType: String, saved name: String? = nil, _ request: Request
  ) -> Response {
    let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let tag = "\"\(String(hash, radix: 16))\""
    let body = ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    var response =
      name.map { Response.download(body, name: $0, mediaType: contentType) }
      ?? Response(status: .ok, headers: [.contentType: contentType], body: body)
    response.headers[.eTag] = tag
    response.headers[.cacheControl] = "public, no-cache"
    response.headers[.accessControlAllowOrigin] = "*"
    guard request.headers[.ifNoneMatch] == tag else { return response }
    return Response(
      status: .notModified, headers: [.eTag: tag, .cacheControl: "public, no-cache", .accessControlAllowOrigin: "*"])
  }
}

extension OpenFormat {
  var contentType: String {
    switch self {
    case .csv: "text/csv; charset=utf-8; header=present"
    case .json, .xlsx: mediaType
    }
  }
}
