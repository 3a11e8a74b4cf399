public import Access
public import Journal
public import Kernel
public import Markup

/// Where pages of other parts about what stands in the premises are; whoever composes the portal knows.
public struct PremisesLinks: Sendable {
  /// The page of an institution; nil where there is none.
  public let tenant: @Sendable (SocialCreditCode) -> Link?
  /// The history of a record, for an account that may read it.
  public let history: @Sendable (Account, Subject) -> Link?

  public init(
    tenant: @escaping @Sendable (SocialCreditCode) -> Link?,
    history: @escaping @Sendable (Account, Subject) -> Link?
  ) {
    self.tenant = tenant
    self.history = history
  }
}
