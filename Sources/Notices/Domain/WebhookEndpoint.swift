public import Access
public import Foundation
public import Kernel

/// A program outside that gets an account's notices as signed HTTPS requests (系统推送接收地址).
public struct WebhookEndpoint: Equatable, Sendable {
  public let id: ID<WebhookEndpoint>
  public var title: String
  public var address: WebhookAddress
  /// Whose notices it gets.
  public let owner: ID<Account>
  public var stage: EndpointStage
  public let createdBy: Int64
  public let createdAt: Date
  public let revision: Int64

  public init(
    id: ID<WebhookEndpoint>, title: String, address: WebhookAddress, owner: ID<Account>, stage: EndpointStage,
    createdBy: Int64, createdAt: Date, revision: Int64
  ) {
    self.id = id
    self.title = title
    self.address = address
    self.owner = owner
    self.stage = stage
    self.createdBy = createdBy
    self.createdAt = createdAt
    self.revision = revision
  }
}

public enum EndpointStage: String, CaseIterable, Sendable {
  /// It gets what is posted.
  case active
  /// Somebody has stopped it.
  case paused
  /// The program has stopped it after too many failures.
  case broken

  public var phrase: Phrase {
    switch self {
    case .active: Phrase(zh: "启用", en: "Active")
    case .paused: Phrase(zh: "已暂停", en: "Paused")
    case .broken: Phrase(zh: "多次失败，已自动停用", en: "Stopped after many failures")
    }
  }
}

/// Where a webhook goes: `https://host[:port]/path[?query]`, without a user's name.
public struct WebhookAddress: Hashable, Sendable, CustomStringConvertible {
  public let description: String

  /// - Parameter isPlainAllowed: whether `http` to this very machine is taken: for tests.
  /// - Throws: ``NoticeRefusal/badEndpointAddress``. What the host resolves to is looked at when a connection is made.
  public init(_ text: String, isPlainAllowed: Bool = false) throws(NoticeRefusal) {
    guard text.utf8.count <= 500, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }),
      let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty, parts.user == nil,
      parts.password == nil, parts.fragment == nil
    else { throw .badEndpointAddress }
    switch parts.scheme {
    case "https": break
    case "http" where isPlainAllowed && ["127.0.0.1", "localhost", "[::1]", "::1"].contains(host): break
    default: throw .badEndpointAddress
    }
    description = text
  }

  /// As it was stored.
  public init(known text: String) { description = text }

  /// Scheme and host alone, for logs: a path may carry a key.
  public var origin: String {
    description.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).prefix(3).joined(separator: "/")
  }
}
