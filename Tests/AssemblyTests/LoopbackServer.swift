import Foundation
import Hummingbird
import Logging
import NIOCore
import Web

/// A portal behind a real socket of this machine.
enum LoopbackServer {
  /// Hands `work` the port on which `responder` answers, and stops afterwards.
  ///
  /// - Parameter log: what the server and every request write to.
  static func with<Result: Sendable>(
    _ responder: PortalResponder, log: LogBook = LogBook(), _ work: @escaping @Sendable (Int) async throws -> Result
  ) async throws -> Result {
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let application = Application(
      responder: responder, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { channel in
        port.yield(channel.localAddress?.port ?? 0)
        port.finish()
      }, logger: Logger(label: "tests", factory: { _ in log.handler }))
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await application.run() }
      var first = ports.makeAsyncIterator()
      guard let port = await first.next() else { throw CancellationError() }
      let result = try await work(port)
      group.cancelAll()
      return result
    }
  }

  /// Sends bytes as they are and reads until the server closes; no bytes where it closes without a word.
  ///
  /// - Parameters:
  ///   - more: how many bytes to send behind `head`, as long as the server takes them and has not answered.
  ///   - end: what to do when all is sent.
  static func exchange(_ port: Int, _ head: [UInt8], more: Int = 0, then end: RawEnd = .listen) async -> RawAnswer {
    await withCheckedContinuation { continuation in
      // A socket that is waited for needs a thread of its own.
      Thread.detachNewThread {
        continuation.resume(returning: RawExchange(port: port, head: head, more: more, end: end).run())
      }
    }
  }
}

/// What a client does behind its last byte: it listens, says that no more will come, or is gone.
enum RawEnd: Sendable { case listen, fallSilent, hangUp }

/// One request over a socket that never waits for one side only: a server that answers early stops reading, and a
/// client that goes on writing would wait for ever.
private struct RawExchange {
  /// Without a sign of life for so many milliseconds, the exchange is over.
  private static let patience: Int32 = 20_000

  let port: Int
  let head: [UInt8]
  let more: Int
  let end: RawEnd

  func run() -> RawAnswer {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    guard connected(socket) else { return RawAnswer(bytes: [], sent: 0) }
    var answer: [UInt8] = []
    var sent = 0
    var isHeard = true
    while true {
      let wantsToSend = isHeard && answer.isEmpty && sent < head.count + more
      var state = pollfd(fd: socket, events: Int16(POLLIN | (wantsToSend ? POLLOUT : 0)), revents: 0)
      guard poll(&state, 1, Self.patience) > 0 else { break }
      if state.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 {
        guard let got = receive(socket) else { break }
        answer += got
      } else if state.revents & Int16(POLLOUT) != 0 {
        // Who no longer listens may still have answered.
        if let count = send(socket, from: sent) { sent += count } else { isHeard = false }
        guard sent == head.count + more else { continue }
        if end == .hangUp { break }
        if end == .fallSilent { shutdown(socket, Int32(SHUT_WR)) }
      }
    }
    return RawAnswer(bytes: answer, sent: sent)
  }

  private func connected(_ socket: Int32) -> Bool {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    } == 0
  }

  /// Nil at the end of what the server says.
  private func receive(_ socket: Int32) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(socket, &buffer, buffer.count, Int32(MSG_DONTWAIT))
    return count > 0 ? Array(buffer.prefix(count)) : nil
  }

  /// How many bytes went out; nil where no more will.
  private func send(_ socket: Int32, from place: Int) -> Int? {
    let piece =
      place < head.count
      ? Array(head[place...]) : [UInt8](repeating: 0x61, count: min(65_536, head.count + more - place))
    let count = piece.withUnsafeBytes {
      Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
    }
    return count >= 0 ? count : errno == EAGAIN ? 0 : nil
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
