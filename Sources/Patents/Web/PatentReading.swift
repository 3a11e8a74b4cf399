import Corpus
public import Kernel
public import Markup
public import Patents
public import Web

/// How somebody comes to the page of a patent: from a list of hits, with a query whose words are marked.
public struct PatentTrail: Sendable {
  /// The way to the hits beside this one; nothing where somebody comes from elsewhere.
  let navigation: @Sendable (ID<Patent>, PortalContext) async throws -> HTML

  public init(navigation: @escaping @Sendable (ID<Patent>, PortalContext) async throws -> HTML) {
    self.navigation = navigation
  }

  /// Where there is no search.
  public static let none = PatentTrail { _, _ in "" }
}

/// What other parts of the zone know of a patent, below what the register says of it.
public struct PatentSections: Sendable {
  let below: @Sendable (ID<Patent>, PortalContext) async throws -> HTML

  public init(below: @escaping @Sendable (ID<Patent>, PortalContext) async throws -> HTML) { self.below = below }

  public static let none = PatentSections { _, _ in "" }
}

/// The words that are marked on the page of a patent.
struct PatentMarking: Sendable {
  private let query: CorpusQuery?

  /// - Parameter query: of the page's address: `q` as it was typed in the search.
  init(_ query: Query) {
    do throws(CorpusRefusal) {
      self.query = try query.optional("q").map { text throws(CorpusRefusal) in try CorpusQuestion(text).query() }
    } catch {
      self.query = nil
    }
  }

  func marks(_ text: String, as field: CorpusText) -> HTML { found(in: text, as: field) ?? data(text) }

  /// Nil where nothing of the query stands in the text.
  func found(in text: String, as field: CorpusText) -> HTML? {
    guard let query else { return nil }
    let pieces = Highlighter.mark(query, in: text, of: field)
    guard pieces.contains(where: \.isMarked) else { return nil }
    let marked = pieces.reduce(into: HTML()) { html, piece in
      html += piece.isMarked ? "<mark>\(Markup.marked(piece.text))</mark>" : Markup.marked(piece.text)
    }
    return "<span translate=\"no\">\(marked)</span>"
  }
}
