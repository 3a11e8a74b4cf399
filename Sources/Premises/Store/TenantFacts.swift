public import Kernel
public import Premises
public import Storage

/// Asks whoever keeps the institutions what is known of tenants; whoever composes the zone knows whom to ask.
public struct TenantFacts: Sendable {
  /// What is known of `codes` on a day, in the caller's own transaction; who is unknown is left out.
  public let find: @Sendable ([SocialCreditCode], Day, any Reading) throws -> [SocialCreditCode: TenantFact]

  public init(
    find: @escaping @Sendable ([SocialCreditCode], Day, any Reading) throws -> [SocialCreditCode: TenantFact]
  ) {
    self.find = find
  }

  /// Knows nothing: tenants have the names of their contracts, and no stage can be told.
  public static let none = TenantFacts { _, _, _ in [:] }
}
