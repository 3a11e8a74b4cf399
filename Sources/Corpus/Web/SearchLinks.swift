public import Access
public import Corpus
public import Kernel
public import Markup

/// What the pages of the search know of the register behind the corpus.
public struct SearchLinks: Sendable {
  /// Where a document's own page is.
  public let document: @Sendable (Int64) -> Link
  /// Whether a document is one of the invented ones of a demonstration.
  public let isSample: @Sendable (CorpusDocument) -> Bool
  /// The kinds that a query may be restricted to, with their words.
  public let kinds: [(code: String, words: Phrase)]
  /// Who may take whole result sets along, and the files in which they come, by their endings.
  public let exports: (needs: Permission, forms: [(ending: String, words: Phrase)])
  public let export: @Sendable (_ ending: String) -> Link
  /// Where nothing is found: the same words among names and numbers.
  public let elsewhere: @Sendable (String) -> [(Phrase, Link)]
  /// Where all hits of a question are counted and drawn; nil for nowhere.
  public var drawn: (@Sendable (CorpusQuestion) -> (Phrase, Link))?

  public init(
    document: @escaping @Sendable (Int64) -> Link, isSample: @escaping @Sendable (CorpusDocument) -> Bool,
    kinds: [(code: String, words: Phrase)],
    exports: (needs: Permission, forms: [(ending: String, words: Phrase)]),
    export: @escaping @Sendable (_ ending: String) -> Link,
    elsewhere: @escaping @Sendable (String) -> [(Phrase, Link)]
  ) {
    self.document = document
    self.isSample = isSample
    self.kinds = kinds
    self.exports = exports
    self.export = export
    self.elsewhere = elsewhere
  }
}
