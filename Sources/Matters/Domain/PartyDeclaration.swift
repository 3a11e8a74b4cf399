public import Access
public import Kernel
import Ledgers

/// Somebody beside the applicant who takes part in a matter: the other side, a mediator, a panel.
public struct PartyDeclaration: Sendable {
  /// Stable, such as `respondent`.
  public let role: String
  public let words: Phrase
  /// The question whose answer, a unified social credit code, names the organisation; nil where a step appoints.
  public let field: String?
  /// The question whose answer says what such a party is called that no register knows.
  public let name: String?
  /// The step that brings the party in; nil: it takes part from the answer on.
  public let joinsAt: String?
  /// The questions that such a party reads of the application.
  public let reads: Set<String>

  public init(
    _ role: String, _ words: Phrase, namedBy question: Question<String>? = nil, called name: Question<String>? = nil,
    joinsAt step: String? = nil, reads: Set<String> = []
  ) {
    joinsAt = step
    self.role = role
    self.words = words
    field = question?.field.name
    self.name = name?.field.name
    self.reads = reads
  }
}

/// That a step names persons for a role.
public struct Appointment: Sendable {
  public let role: String
  /// Whoever holds it is a candidate, unless a tie to a party speaks against it.
  public let from: Permission
  public let count: ClosedRange<Int>
  /// Whether their number must be odd.
  public let isOdd: Bool

  public init(_ role: String, from permission: Permission, count: ClosedRange<Int> = 1...1, isOdd: Bool = false) {
    self.role = role
    from = permission
    self.count = count
    self.isOdd = isOdd
  }

  public func takes(_ persons: Int) -> Bool { count.contains(persons) && (!isOdd || persons % 2 == 1) }
}
