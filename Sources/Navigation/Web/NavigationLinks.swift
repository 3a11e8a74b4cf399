public import Journal
public import Kernel
public import Landscape
public import Markup

/// Where pages of other parts are that navigation leads to, and how they draw; whoever composes the portal knows.
public struct NavigationLinks: Sendable {
  /// A document, by its id in the register.
  public let document: @Sendable (Int64) -> Link
  /// Where somebody asks for a mandate.
  public let mandates: Link
  /// The language of searches.
  public let searchHelp: Link
  /// What became of a record, for those who may read it.
  public let history: @Sendable (Subject) -> Link
  /// An analysis as a chart with its figures: where numbers lead to, and where its file is.
  public let draw:
    @Sendable (LandscapeReport, Analysis, @escaping (Narrowing?) -> Link?, @escaping (AnalysisKind) -> Link) -> HTML

  public init(
    document: @escaping @Sendable (Int64) -> Link, mandates: Link, searchHelp: Link,
    history: @escaping @Sendable (Subject) -> Link,
    draw:
      @escaping @Sendable (
        LandscapeReport, Analysis, @escaping (Narrowing?) -> Link?, @escaping (AnalysisKind) -> Link
      ) -> HTML
  ) {
    self.document = document
    self.mandates = mandates
    self.searchHelp = searchHelp
    self.history = history
    self.draw = draw
  }
}
