public import Rules

/// A rule as the list shows it.
public struct RuleListing: Sendable {
  public let rule: Rule
  public let finding: RuleFinding
  /// In how many places it is used.
  public let uses: Int
}

/// A rule as its page shows it.
public struct RuleFile: Sendable {
  public let rule: Rule
  public let finding: RuleFinding
  /// What was entered for it, withdrawn entries among it, oldest first.
  public let entries: [Supersession]
  public let uses: [RuleUse]
}
