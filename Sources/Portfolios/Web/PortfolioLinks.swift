public import Journal
public import Kernel
public import Markup
public import Patents

/// Where pages of other parts are that portfolios lead to; whoever composes the portal knows.
public struct PortfolioLinks: Sendable {
  public let patent: @Sendable (ID<Patent>) -> Link
  /// Where somebody asks for a mandate.
  public let mandates: Link
  /// Where somebody subscribes to the own last days.
  public let calendar: Link
  /// What became of a record, which its owner may read.
  public let history: @Sendable (Subject) -> Link

  public init(
    patent: @escaping @Sendable (ID<Patent>) -> Link, mandates: Link, calendar: Link,
    history: @escaping @Sendable (Subject) -> Link
  ) {
    self.history = history
    self.patent = patent
    self.mandates = mandates
    self.calendar = calendar
  }
}
