public import Kernel

/// A place where a rule is used, declared by the function that uses it and collected by `Assembly`.
public struct RuleUse: Hashable, Sendable {
  public let rule: RuleID
  public let function: Phrase
  /// The page of that function, without a language prefix; nil if it has none of its own.
  public let path: String?

  public init(_ rule: RuleID, in function: Phrase, at path: String?) {
    self.rule = rule
    self.function = function
    self.path = path
  }
}
