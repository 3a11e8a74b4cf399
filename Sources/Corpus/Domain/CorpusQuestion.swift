/// What somebody wants to know of the corpus: a query, what it is narrowed by, and which page of which counts.
public struct CorpusQuestion: Sendable, Equatable {
  /// As typed, in the language of docs/search.md; empty for everything.
  public var text: String
  /// Values chosen from the facets: a document has, of each column named, at least one of the values.
  public var narrowing: [CorpusColumn: Set<String>]
  /// What is counted over the whole hit set.
  public var facets: [CorpusColumn]
  /// How many values of a facet are wanted, the most frequent first; years always come whole.
  public var facetLimit: Int
  public var order: CorpusOrder
  public var limit: Int
  /// Where the page before ended.
  public var cursor: CorpusCursor?
  /// The journal entry that the index must have seen: waited for, then refused in words.
  public var atLeast: Int64?
  /// Whether hits say why they rank as they do.
  public var explains: Bool

  public init(
    _ text: String = "", narrowing: [CorpusColumn: Set<String>] = [:], facets: [CorpusColumn] = [],
    facetLimit: Int = 20, order: CorpusOrder = .relevance, limit: Int = 20, cursor: CorpusCursor? = nil,
    atLeast: Int64? = nil, explains: Bool = false
  ) {
    self.text = text
    self.narrowing = narrowing
    self.facets = facets
    self.facetLimit = facetLimit
    self.order = order
    self.limit = limit
    self.cursor = cursor
    self.atLeast = atLeast
    self.explains = explains
  }

  /// The query with what it is narrowed by.
  ///
  /// - Throws: ``CorpusRefusal/query(_:)`` with the first fault of the text.
  public func query() throws(CorpusRefusal) -> CorpusQuery {
    var parts: [CorpusQuery] = []
    if text.contains(where: { !$0.isWhitespace }) { parts.append(try QueryParser.parse(text)) }
    for column in CorpusColumn.allCases {
      guard let values = narrowing[column], !values.isEmpty else { continue }
      let choices = values.sorted().map { CorpusQuery.value(column, $0) }
      parts.append(choices.count == 1 ? choices[0] : .any(choices))
    }
    switch parts.count {
    case 0: return .everything
    case 1: return parts[0]
    default: return .all(parts)
    }
  }
}

extension CorpusQuestion {
  /// How far down a list pages go: who needs more needs a file, not pages.
  public static let deepest = 10_000
  /// Hits of one page.
  public static let longestPage = 200

  /// Which hits of the list are wanted.
  public struct Page: Sendable, Equatable {
    public let offset: Int
    public let limit: Int
  }

  /// - Throws: ``CorpusSearchRefusal/tooDeep(limit:)`` beyond ``deepest``.
  public func page() throws(CorpusSearchRefusal) -> Page {
    let offset = cursor?.offset ?? 0
    guard offset < Self.deepest else { throw .tooDeep(limit: Self.deepest) }
    return Page(offset: offset, limit: min(max(limit, 0), Self.longestPage, Self.deepest - offset))
  }
}

/// The order of a list; of two alike the one that came later to the register stands first.
public enum CorpusOrder: String, CaseIterable, Sendable {
  /// The best first; without words that rank, the latest arrival first.
  case relevance
  /// Documents without the day come last.
  case newestFiled, newestPublished, oldestFiled, oldestPublished
}

/// Where a page of hits ended; handed back as it came.
public struct CorpusCursor: Sendable, Equatable, CustomStringConvertible {
  /// How many hits come before the next page.
  public let offset: Int

  public init(offset: Int) { self.offset = offset }

  public init?(_ text: String) {
    guard let offset = Int(text), offset > 0, "\(offset)" == text else { return nil }
    self.offset = offset
  }

  public var description: String { "\(offset)" }
}
