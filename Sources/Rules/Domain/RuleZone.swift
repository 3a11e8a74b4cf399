/// Which values a zone reads.
public enum RuleZone: Sendable {
  /// Values adopted for the demonstration are unknown.
  case operating
  case demonstration
}
