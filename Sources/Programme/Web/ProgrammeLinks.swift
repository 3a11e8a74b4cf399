public import Access
public import Journal
public import Kernel
public import Markup

/// What other parts of the zone say about plans and evaluations; whoever composes the portal knows.
public struct ProgrammeLinks: Sendable {
  /// What a figure is today, in words; nil where nobody knows it.
  public let figureNote: @Sendable (String, Account) async -> Phrase?
  /// The page of a figure; nil where it has none.
  public let figure: @Sendable (String) -> Link?
  /// The history of a record, for an account that may read it.
  public let history: @Sendable (Account, Subject) -> Link?

  public init(
    figureNote: @escaping @Sendable (String, Account) async -> Phrase? = { _, _ in nil },
    figure: @escaping @Sendable (String) -> Link? = { _ in nil },
    history: @escaping @Sendable (Account, Subject) -> Link? = { _, _ in nil }
  ) {
    self.figureNote = figureNote
    self.figure = figure
    self.history = history
  }
}
