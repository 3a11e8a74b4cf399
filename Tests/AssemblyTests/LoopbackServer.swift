import Foundation
import Hummingbird
import Logging
import NIOCore
import Synchronization
import Web

/// A portal behind a real socket of this machine.
enum LoopbackServer {
  /// Hands `work` the port on which `responder` answers, and stops afterwards.
  static func with<Result: Sendable>(
    _ responder: PortalResponder, _ work: @escaping @Sendable (Int) async throws -> Result
  ) async throws -> Result {
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let application = Application(
      responder: responder, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { channel in
        port.yield(channel.localAddress?.port ?? 0)
        port.finish()
      }, logger: Logger(label: "tests", factory: { _ in SwiftLogNoOpLogHandler() }))
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await application.run() }
      var first = ports.makeAsyncIterator()
      guard let port = await first.next() else { throw CancellationError() }
      let result = try await work(port)
      group.cancelAll()
      return result
    }
  }

  /// Sends bytes as they are and reads until the server closes; nil where it closes without a word.
  ///
  /// - Parameter more: sent behind `head`, piece by piece, as long as the server takes it.
  static func exchange(_ port: Int, _ head: [UInt8], more: Int = 0) async -> RawAnswer {
    await withCheckedContinuation { continuation in
      // A blocking socket needs a thread of its own.
      Thread.detachNewThread { continuation.resume(returning: talk(port, head, more)) }
    }
  }

  private static func talk(_ port: Int, _ head: [UInt8], _ more: Int) -> RawAnswer {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var patience = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { return RawAnswer(bytes: [], sent: 0) }
    var sent = write(head, to: socket)
    let piece = [UInt8](repeating: 0x61, count: 65_536)
    while sent < head.count + more, !hasAnswer(socket) {
      let count = write(piece, to: socket)
      sent += count
      if count < piece.count { break }
    }
    return RawAnswer(bytes: readAll(socket), sent: sent)
  }

  private static func write(_ bytes: [UInt8], to socket: Int32) -> Int {
    var place = 0
    while place < bytes.count {
      let count = bytes.withUnsafeBytes {
        $0.baseAddress.map { send(socket, $0 + place, bytes.count - place, Int32(MSG_NOSIGNAL)) } ?? 0
      }
      guard count > 0 else { break }
      place += count
    }
    return place
  }

  private static func hasAnswer(_ socket: Int32) -> Bool {
    var byte: UInt8 = 0
    return recv(socket, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT)) > 0
  }

  private static func readAll(_ socket: Int32) -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(socket, &buffer, buffer.count, 0)
      guard count > 0 else { return all }
      all += buffer.prefix(count)
    }
  }
}

/// What came back over the wire.
struct RawAnswer: Sendable {
  let bytes: [UInt8]
  let sent: Int

  var text: String { String(decoding: bytes, as: UTF8.self) }
  /// Nil where nothing came, or no HTTP.
  var status: Int? {
    text.hasPrefix("HTTP/1.1 ") ? Int(text.dropFirst(9).prefix(3)) : nil
  }
}
