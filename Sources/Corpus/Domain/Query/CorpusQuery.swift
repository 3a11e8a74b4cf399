/// What is searched for.
///
/// ``QueryParser`` makes it of what people type; pages may make it themselves.
public indirect enum CorpusQuery: Equatable, Sendable {
  case everything
  /// A text with exactly these symbols one after the other, in one of the texts named; counted and ranked by it.
  case phrase(String, in: Set<CorpusText>)
  /// A word of an alphabet that begins so.
  case prefix(String, in: Set<CorpusText>)
  /// A name that holds the given one.
  case name(CorpusColumn, String)
  /// A value that is the given one, as the facets show it; an empty one for documents without any.
  case value(CorpusColumn, String)
  /// A number of an application or publication; `isPrefix` for all that begin so.
  case number(String, columns: Set<CorpusColumn>, isPrefix: Bool)
  /// A symbol of the IPC and all below it.
  case ipc(String)
  /// Days by number, both ends included.
  case days(CorpusDay, ClosedRange<Int>)
  /// The register's ids.
  case ids([Int64])
  case all([CorpusQuery])
  case any([CorpusQuery])
  case not(CorpusQuery)

  public static let allTexts = Set(CorpusText.allCases)

  /// The parts that rank: phrases that a hit should have.
  var ranking: [CorpusQuery] {
    switch self {
    case .phrase, .prefix: [self]
    case .all(let parts), .any(let parts): parts.flatMap(\.ranking)
    default: []
    }
  }

  /// The phrases and words that are marked in a text shown; a beginning of words ends in an asterisk.
  public func marked(in text: CorpusText) -> [String] {
    switch self {
    case .phrase(let words, let texts): texts.contains(text) ? [words] : []
    case .prefix(let words, let texts): texts.contains(text) ? [words + "*"] : []
    case .all(let parts), .any(let parts): parts.flatMap { $0.marked(in: text) }
    default: []
    }
  }
}
