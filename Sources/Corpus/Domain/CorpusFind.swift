/// A document found, with the words of the query marked in it.
public struct CorpusFind: Sendable, Equatable {
  /// As the register has it now.
  public let document: CorpusDocument
  /// How well it fits; 0 where nothing ranks.
  public let score: Float
  /// The title, whole.
  public let title: [MarkedPiece]
  /// The abstract and the claims: around the first place found, or whole where one document is asked for.
  public let passages: [CorpusPassage]
  /// Why it ranks as it does, where that was asked for.
  public let explanation: CorpusExplanation?

  public init(
    _ document: CorpusDocument, score: Float, title: [MarkedPiece], passages: [CorpusPassage],
    explanation: CorpusExplanation? = nil
  ) {
    self.document = document
    self.score = score
    self.title = title
    self.passages = passages
    self.explanation = explanation
  }

  /// As a list shows it: the passages around what was found.
  public init(
    _ document: CorpusDocument, score: Float, marking query: CorpusQuery, because explanation: CorpusExplanation?
  ) {
    var passages: [CorpusPassage] = []
    for (text, words) in [(CorpusText.abstract, document.abstract), (.claims, document.claims)] where !words.isEmpty {
      let pieces = Highlighter.mark(query, in: words, of: text)
      let isFound = pieces.contains(where: \.isMarked)
      // An abstract tells what a document is about, whether or not it has the words.
      guard isFound || text == .abstract else { continue }
      passages.append(CorpusPassage(text, around: pieces))
    }
    self.init(
      document, score: score, title: Highlighter.mark(query, in: document.title, of: .title), passages: passages,
      explanation: explanation)
  }

  /// As its own page shows it.
  public init(whole document: CorpusDocument, marking query: CorpusQuery) {
    let texts = [(CorpusText.abstract, document.abstract), (.claims, document.claims)]
    self.init(
      document, score: 0, title: Highlighter.mark(query, in: document.title, of: .title),
      passages: texts.filter { !$0.1.isEmpty }.map { text, words in
        CorpusPassage(text, Highlighter.mark(query, in: words, of: text))
      })
  }

  /// The register's id.
  public var id: Int64 { document.id }
}

/// A piece of a document's text with the words of the query marked.
public struct CorpusPassage: Sendable, Equatable {
  public let text: CorpusText
  public let pieces: [MarkedPiece]
  /// Whether the text goes on before or behind it.
  public let isCutBefore: Bool
  public let isCutAfter: Bool

  public init(_ text: CorpusText, _ pieces: [MarkedPiece], isCutBefore: Bool = false, isCutAfter: Bool = false) {
    self.text = text
    self.pieces = pieces
    self.isCutBefore = isCutBefore
    self.isCutAfter = isCutAfter
  }

  /// The part around the first piece that is marked, else the beginning.
  ///
  /// - Complexity: goes by the length of the part, not of the text.
  init(_ text: CorpusText, around pieces: [MarkedPiece]) {
    let first = pieces.firstIndex(where: \.isMarked) ?? 0
    var cut: [MarkedPiece] = []
    var (rest, isCutBefore, isCutAfter) = (Self.length, false, false)
    if first > 0 {
      // Pieces that are not marked follow each other nowhere, so it is all that comes before.
      let before = pieces[first - 1].text
      let isShort = before.suffix(Self.longestLead).startIndex == before.startIndex
      let kept = isShort ? Substring(before) : before.suffix(Self.lead)
      isCutBefore = !isShort
      cut.append(MarkedPiece(text: String(kept), isMarked: false))
      rest -= kept.count
    }
    for piece in pieces[first...] {
      let kept = piece.text.prefix(rest)
      if !kept.isEmpty { cut.append(MarkedPiece(text: String(kept), isMarked: piece.isMarked)) }
      isCutAfter = kept.endIndex < piece.text.endIndex
      if isCutAfter { break }
      rest -= kept.count
    }
    self.init(text, cut, isCutBefore: isCutBefore, isCutAfter: isCutAfter)
  }

  /// Characters of a passage; of it before the first place found; and of it where the text begins so near.
  private static let (length, lead, longestLead) = (160, 40, 100)
}
