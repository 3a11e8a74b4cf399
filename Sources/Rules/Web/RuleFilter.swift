import Kernel
import Rules
import Web

/// What the list is asked to show; it stands in the address.
struct RuleFilter {
  var group: String?
  var status: RuleStatus?
  var part: String?
  /// Nil for today.
  var day: Day?

  init(group: String? = nil, status: RuleStatus? = nil, day: Day? = nil) {
    self.group = group
    self.status = status
    self.day = day
  }

  init(_ query: Query) {
    group = query.optional("group")
    status = query.optional("status").flatMap { RuleStatus(rawValue: $0) }
    part = query.optional("q")
    day = query.optional("on").flatMap { Day($0) }
  }

  /// Whether the list is narrowed to less than all rules.
  var isNarrow: Bool { group != nil || status != nil || part != nil }

  var query: [(String, String)] {
    [("group", group), ("status", status?.rawValue), ("q", part), ("on", day?.description)]
      .compactMap { name, value in value.map { (name, $0) } }
  }
}
