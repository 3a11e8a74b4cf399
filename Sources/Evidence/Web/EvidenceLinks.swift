public import Access
public import Evidence
public import Kernel
public import Markup

/// What cites evidence, and where its history is; whoever composes the portal knows.
public struct EvidenceLinks: Sendable {
  /// The records that rest on a piece of evidence, as far as an account may see them.
  public let citations: @Sendable (Account, EvidenceItem) async throws -> [EvidenceCitation]
  /// The history of a piece of evidence, for an account that may read it.
  public let history: @Sendable (Account, ID<EvidenceItem>) -> Link?

  public init(
    citations: @escaping @Sendable (Account, EvidenceItem) async throws -> [EvidenceCitation],
    history: @escaping @Sendable (Account, ID<EvidenceItem>) -> Link?
  ) {
    self.citations = citations
    self.history = history
  }
}

/// A record that rests on a piece of evidence.
public struct EvidenceCitation: Sendable {
  /// What sort of record it is.
  public let sort: Phrase
  /// What the record is called, in the language that it is written in.
  public let title: String
  public let link: Link

  public init(sort: Phrase, title: String, link: Link) {
    self.sort = sort
    self.title = title
    self.link = link
  }
}
