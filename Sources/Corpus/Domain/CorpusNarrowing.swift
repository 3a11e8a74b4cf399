/// A value of a facet that hits must have, such as `kind:invention`: as it stands in addresses and in saved queries.
public struct CorpusNarrowing: Hashable, Sendable, CustomStringConvertible {
  public let column: CorpusColumn
  public let value: String

  public init(_ column: CorpusColumn, _ value: String) {
    self.column = column
    self.value = value
  }

  /// Reads what ``description`` wrote.
  public init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":"), let column = CorpusColumn(facet: String(text[..<colon])) else {
      return nil
    }
    let value = text[text.index(after: colon)...]
    guard !value.isEmpty, !value.contains("\n") else { return nil }
    self.init(column, String(value))
  }

  public var description: String { "\(column.word):\(value)" }
}

extension CorpusQuestion {
  /// What the question is narrowed to, by column and value: always in the same order.
  public var narrowings: [CorpusNarrowing] {
    narrowing.sorted { $0.key.place < $1.key.place }.flatMap { column, values in
      values.sorted().map { CorpusNarrowing(column, $0) }
    }
  }

  /// The same question, narrowed further; a second value of a column is an alternative to the first.
  public func narrowed(to narrowings: some Sequence<CorpusNarrowing>) -> CorpusQuestion {
    var question = self
    for one in narrowings { question.narrowing[one.column, default: []].insert(one.value) }
    return question
  }

  public func without(_ narrowing: CorpusNarrowing) -> CorpusQuestion {
    var question = self
    question.narrowing[narrowing.column]?.remove(narrowing.value)
    if question.narrowing[narrowing.column]?.isEmpty == true { question.narrowing[narrowing.column] = nil }
    return question
  }
}
