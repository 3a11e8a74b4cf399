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
  /// Given, but no status or no day.
  private(set) var statusFault: Phrase?
  private(set) var dayFault: Phrase?

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
    if query.optional("status") != nil, status == nil { statusFault = FieldFault.notOffered.phrase }
    if query.optional("on") != nil, day == nil { dayFault = FieldFault.noDay.phrase }
  }

  /// What is wrong with the subject: it is none of `groups`.
  func groupFault(_ groups: [RuleGroup]) -> Phrase? {
    guard let group, !groups.contains(where: { $0.key == group }) else { return nil }
    return FieldFault.notOffered.phrase
  }

  /// Whether the list is narrowed to less than all rules.
  var isNarrow: Bool { group != nil || status != nil || part != nil }

  var query: [(String, String)] {
    [("group", group), ("status", status?.rawValue), ("q", part), ("on", day?.description)]
      .compactMap { name, value in value.map { (name, $0) } }
  }
}
