import Foundation
public import Kernel
import NIOCore
import NIOPosix

/// Where a server listens, tried before a zone is opened or made.
public enum Listening {
  /// Refuses a port that is none, or that this process cannot have.
  ///
  /// - Throws: ``ListeningRefusal``.
  public static func refuseTaken(_ settings: Settings) async throws {
    try await refuse(settings.host, settings.port)
    guard settings.metricsPort != 0 else { return }
    guard settings.metricsPort != settings.port else { throw ListeningRefusal.samePort(settings.port) }
    try await refuse("127.0.0.1", settings.metricsPort)
  }

  private static func refuse(_ host: String, _ port: Int) async throws {
    guard (1...65_535).contains(port) else { throw ListeningRefusal.noPort(port) }
    do {
      let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .bind(host: host, port: port).get()
      try await channel.close()
    } catch let fault as IOError where fault.errnoCode == EADDRINUSE {
      throw ListeningRefusal.taken(port)
    } catch let fault as IOError where fault.errnoCode == EACCES {
      throw ListeningRefusal.notAllowed(port)
    } catch is IOError {
      throw ListeningRefusal.noAddress(host)
    } catch is SocketAddressError {
      throw ListeningRefusal.noAddress(host)
    }
  }
}

/// Why a server cannot listen.
public enum ListeningRefusal: Refusal, Equatable {
  case noPort(Int)
  case samePort(Int)
  case taken(Int)
  case notAllowed(Int)
  case noAddress(String)

  public var kind: RefusalKind {
    switch self {
    case .taken, .samePort: .conflict
    case .noPort, .notAllowed, .noAddress: .invalid
    }
  }

  public var code: String {
    switch self {
    case .noPort: "server.no-port"
    case .samePort: "server.same-port"
    case .taken: "server.port-taken"
    case .notAllowed: "server.port-not-allowed"
    case .noAddress: "server.no-address"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .noPort(let port):
      Phrase(zh: "端口应为1至65535，现为\(port)", en: "A port is a number from 1 to 65535, not \(port)")
    case .samePort(let port):
      Phrase(
        zh: "服务端口与指标端口同为\(port)；请用 --metrics-port 另选一个，0 为不开",
        en:
          "The portal and the figures have the same port \(port); please choose another with --metrics-port, 0 for none"
      )
    case .taken(let port):
      Phrase(
        zh: "端口\(port)已被占用；请停止占用它的程序，或用 --port、--metrics-port 另选一个",
        en:
          "Port \(port) is in use; please stop the program that has it, or choose another with --port or --metrics-port"
      )
    case .notAllowed(let port):
      Phrase(
        zh: "无权使用端口\(port)；1024以下的端口须由管理员放行，请另选一个",
        en: "Port \(port) is not open to this user; ports below 1024 need the system's leave, please choose another")
    case .noAddress(let host):
      Phrase(
        zh: "本机没有地址 \(host)；请检查 --host", en: "This machine has no address \(host); please check --host")
    }
  }
}
