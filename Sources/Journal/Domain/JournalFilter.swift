public import Kernel

/// Which entries somebody asks for; nil leaves a field open.
public struct JournalFilter: Equatable, Sendable {
  /// The code of what was done.
  public var action: String?
  /// The sign-in name of who did it, in the case in which it stands in the journal.
  public var actor: String?
  /// When, in Nanjing.
  public var day: Day?
  /// The record that was changed or that it was about.
  public var subject: Subject?

  public init(action: String? = nil, actor: String? = nil, day: Day? = nil, subject: Subject? = nil) {
    self.action = action
    self.actor = actor
    self.day = day
    self.subject = subject
  }

  public var isEmpty: Bool { self == JournalFilter() }
}
