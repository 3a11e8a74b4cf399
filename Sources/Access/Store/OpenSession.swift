public import Access
public import Foundation
public import Kernel

/// What a signed-in browser has: one row, found by the hash of its token.
public struct OpenSession: Equatable, Sendable {
  public let id: ID<OpenSession>
  public let account: ID<Account>
  public let factor: SessionFactor
  /// The mandate that the person chose to act under.
  public let mandate: ID<Mandate>?
  public let origin: Origin
  public let createdAt: Date
  public let seenAt: Date
  /// When it ends whatever happens.
  public let expiresAt: Date
}

public enum SessionFactor: String, CaseIterable, Sendable {
  /// The password was right and the code is still to come: nobody is signed in yet.
  case awaited
  /// The account has no second factor.
  case none
  case given
}

/// Where a request came from, as far as its owner may want to recognise it.
public struct Origin: Equatable, Sendable {
  public let address: String?
  /// The first 120 symbols of what the browser calls itself.
  public let device: String?

  public init(address: String? = nil, device: String? = nil) {
    self.address = address.map { String($0.prefix(64)) }
    self.device = device.map { String($0.prefix(120)) }
  }
}
