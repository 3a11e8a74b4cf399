public import Access
public import Kernel
public import Markup
public import Matters

/// What other parts of the zone add to the pages of matters.
public struct MatterLinks: Sendable {
  /// Where a rule is explained.
  public var rule: @Sendable (String) -> Link
  /// The journal of a matter, for who may read it.
  public var history: @Sendable (Account, ID<Matter>) -> Link?
  /// What stands below a matter of a procedure beside the mechanism's own, such as the rooms that are free.
  public var extra: @Sendable (Account, Matter, Procedure) async throws -> HTML

  public init(
    rule: @escaping @Sendable (String) -> Link,
    history: @escaping @Sendable (Account, ID<Matter>) -> Link? = { _, _ in nil },
    extra: @escaping @Sendable (Account, Matter, Procedure) async throws -> HTML = { _, _, _ in "" }
  ) {
    self.rule = rule
    self.history = history
    self.extra = extra
  }
}
