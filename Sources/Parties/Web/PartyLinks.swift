public import Access
public import Kernel
public import Markup
public import Parties

/// Where the pages of other contexts about a party are; whoever composes the portal knows.
public struct PartyLinks: Sendable {
  /// The patents of a party.
  public let patents: @Sendable (ID<Party>) -> Link
  /// The history of a party, for an account that may read it.
  public let history: @Sendable (Account, ID<Party>) -> Link?

  public init(
    patents: @escaping @Sendable (ID<Party>) -> Link, history: @escaping @Sendable (Account, ID<Party>) -> Link?
  ) {
    self.patents = patents
    self.history = history
  }
}
