import Foundation
public import HTTPTypes
import Hummingbird
public import Logging
public import NIOCore
import NIOEmbedded
import Synchronization
public import Web

/// A browser without a screen: asks the portal in the process, keeps cookies, finds the token of forms.
public final class PortalClient: Sendable {
  private let responder: PortalResponder
  private let cookies = Mutex<[String: String]>([:])
  private let authorisation: String?
  private let log: Logger

  /// `token`: a personal token for the API, instead of a session.
  public convenience init(_ portal: Portal, routes: Routes, token: String? = nil) {
    self.init(PortalResponder(portal, routes: routes), token: token)
  }

  /// Of a whole zone, put together as it is in service.
  ///
  /// - Parameter log: where the server writes what it answers; nowhere unless it is given.
  public init(_ responder: PortalResponder, token: String? = nil, log: Logger? = nil) {
    self.responder = responder
    var silent = Logger(label: "portal", factory: { _ in SwiftLogNoOpLogHandler() })
    silent.logLevel = .critical
    self.log = log ?? silent
    authorisation = token.map { "Bearer \($0)" }
  }

  public func get(_ path: String, _ headers: HTTPFields = [:]) async throws -> PortalAnswer {
    try await send(.get, path, headers)
  }

  /// Posts fields with the token that `page` shows; the page is `path` itself unless it is given.
  public func post(
    _ path: String, _ fields: [(String, String)], from page: String? = nil, _ headers: HTTPFields = [:]
  ) async throws -> PortalAnswer {
    let shown = try await get(page ?? path)
    return try await submit(path, [("form-token", shown.formToken ?? "")] + fields, headers)
  }

  /// Posts fields as they are, with no token of its own.
  public func submit(
    _ path: String, _ fields: [(String, String)], _ headers: HTTPFields = [:]
  ) async throws -> PortalAnswer {
    let body = fields.map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&")
    var headers = headers
    headers[.contentType] = "application/x-www-form-urlencoded"
    return try await send(.post, path, headers, [Array(body.utf8)])
  }

  /// Posts a form with one file, in pieces of `piece` bytes.
  public func upload(
    _ path: String, _ fields: [(String, String)], file: (field: String, name: String, content: [UInt8]),
    from page: String? = nil, piece: Int = 16_384, headers: HTTPFields = [:]
  ) async throws -> PortalAnswer {
    let shown = try await get(page ?? path)
    let boundary = "------ipzone-boundary"
    var body: [UInt8] = []
    for (name, value) in [("form-token", shown.formToken ?? "")] + fields {
      body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
    }
    body += Array(
      """
      --\(boundary)\r\nContent-Disposition: form-data; name="\(file.field)"; filename="\(file.name)"\r\n\
      Content-Type: application/octet-stream\r\n\r\n
      """.utf8)
    body += file.content + Array("\r\n--\(boundary)--\r\n".utf8)
    let pieces = stride(from: 0, to: body.count, by: piece).map { Array(body[$0..<min($0 + piece, body.count)]) }
    var headers = headers
    headers[.contentType] = "multipart/form-data; boundary=\(boundary)"
    return try await send(.post, path, headers, pieces)
  }

  /// Any request, its body in the pieces in which it is to arrive.
  public func send(
    _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:], _ body: [[UInt8]] = []
  ) async throws -> PortalAnswer {
    let buffers = body.map { ByteBuffer(bytes: $0) }
    let stream = AsyncStream { continuation in
      for buffer in buffers { continuation.yield(buffer) }
      continuation.finish()
    }
    return try await send(method, path, headers, stream)
  }

  /// Any request, its body made while it is read.
  public func send<Body: AsyncSequence & Sendable>(
    _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, _ body: Body
  ) async throws -> PortalAnswer where Body.Element == ByteBuffer {
    var fields = headers
    let jar = cookies.withLock { $0 }
    if !jar.isEmpty, fields[.cookie] == nil {
      fields[.cookie] = jar.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    }
    if let authorisation { fields[.authorization] = authorisation }
    let head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path, headerFields: fields)
    let context = PortalContext(source: .init(channel: EmbeddedChannel(), logger: log))
    let response = try await responder.respond(
      to: Request(head: head, body: .init(asyncSequence: body)), context: context)
    keep(response.headers[values: .setCookie])
    let writer = BufferedWriter()
    try await response.body.write(writer)
    return PortalAnswer(status: response.status, headers: response.headers, bytes: writer.bytes)
  }

  public func cookie(_ name: String) -> String? { cookies.withLock { $0[name] } }
  public func setCookie(_ name: String, _ value: String?) { cookies.withLock { $0[name] = value } }

  private func keep(_ headers: [String]) {
    for header in headers {
      let parts = header.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      let isGone = parts[1].isEmpty || header.contains("Max-Age=0")
      cookies.withLock { $0[String(parts[0])] = isGone ? nil : String(parts[1]) }
    }
  }

  private func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      return isPlain ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}

/// What came back.
public struct PortalAnswer: Sendable {
  public let status: HTTPResponse.Status
  public let headers: HTTPFields
  public let bytes: [UInt8]

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The token of the first form on the page; all forms of a page carry the same.
  public var formToken: String? { hiddenValue("form-token") }

  /// The value of a hidden field of the page.
  public func hiddenValue(_ name: String) -> String? {
    let marker = "<input type=\"hidden\" name=\"\(name)\" value=\""
    guard let start = text.range(of: marker) else { return nil }
    return String(text[start.upperBound...].prefix { $0 != "\"" })
  }
}

private final class BufferedWriter: ResponseBodyWriter, Sendable {
  private let held = Mutex<[UInt8]>([])

  var bytes: [UInt8] { held.withLock { $0 } }

  func write(_ buffer: ByteBuffer) async throws { held.withLock { $0 += Array(buffer.readableBytesView) } }
  func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
