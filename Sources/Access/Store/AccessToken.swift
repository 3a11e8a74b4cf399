public import Foundation
public import Kernel

/// A personal access token as its owner sees it in the list; the value was shown once.
public struct AccessToken: Equatable, Sendable {
  public let id: ID<AccessToken>
  public let label: String
  /// The last four symbols of the value.
  public let tail: String
  /// Codes of the permissions it may use, while its owner holds them.
  public let scopes: [String]
  public let createdAt: Date
  public let expiresAt: Date
  /// To the minute.
  public let lastUsedAt: Date?
}
