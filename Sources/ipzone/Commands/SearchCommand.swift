import ArgumentParser
import Assembly
import Corpus
import CorpusStore
import Kernel

/// `ipzone search`.
struct SearchCommand: ZoneCommand {
  static let configuration = CommandConfiguration(
    "search", zh: "检索专利语料", en: "Search the corpus of patents",
    more: Phrase(
      zh: "检索语言见 docs/search.md。没有索引时先建立索引；服务运行时查其索引。",
      en:
        "docs/search.md describes the query language. Where there is no index it is built first; beside a server its index is searched."
    ))

  @OptionGroup var options: GlobalOptions

  @Argument(help: .both(zh: "检索式", en: "The query", value: "QUERY"))
  var query: String

  @Option(
    help: .both(
      zh: "要统计的分面，以逗号分隔，如 year,kind,ipc,applicant",
      en: "What to count by, separated by commas, such as year,kind,ipc,applicant",
      value: "FACETS"))
  var facets: String?

  @Option(help: .both(zh: "列出几件（默认 10，最多 200）", en: "How many hits to list (10 if not given, 200 at most)", value: "N"))
  var limit: Int?

  @Option(help: .both(zh: "从第几件之后列起", en: "How many hits to pass over", value: "N"))
  var after: Int?

  @Option(
    help: .both(
      zh: "排序：relevance、newest-filed、newest-published、oldest-filed、oldest-published",
      en: "Order: relevance, newest-filed, newest-published, oldest-filed, oldest-published", value: "ORDER"))
  var order: String?

  @Option(help: .both(zh: "每个分面列几个值（默认 20）", en: "Values of a facet (20 if not given)", value: "N"))
  var values: Int?

  @Flag(help: .both(zh: "说明每件的得分", en: "Say why each hit ranks as it does"))
  var explain = false

  func perform(_ surroundings: Surroundings) async throws -> Outcome {
    let question = try question()
    return try await surroundings.withZone(.existing) { zone in
      let answer = try await zone.corpus.search(question, by: zone.console)
      if !surroundings.console.isJSON {
        for hit in answer.hits { surroundings.console.line(hit.line) }
        for facet in answer.facets { surroundings.console.line(facet.line(in: surroundings.console.language)) }
      }
      return Outcome(
        [
          "total": JSONLine(answer.total), "hits": .array(answer.hits.map(\.json)),
          "facets": .object(answer.facets.map { .init(name: $0.column.word, value: $0.json) }),
          "milliseconds": .real((answer.milliseconds * 1_000).rounded() / 1_000),
          "position": JSONLine(answer.standing.position), "lag": JSONLine(answer.standing.lag),
        ],
        Phrase(
          zh: "命中 \(answer.total) 件，用时 \(answer.milliseconds.formatted(digits: 2)) 毫秒",
          en: "\(answer.total) documents found in \(answer.milliseconds.formatted(digits: 2)) ms"))
    }
  }

  private func question() throws(CommandRefusal) -> CorpusQuestion {
    var columns: [CorpusColumn] = []
    for word in (facets ?? "").split(whereSeparator: { ",，、 ".contains($0) }) {
      guard let column = CorpusColumn(facet: String(word)) else { throw .notAFacet(String(word)) }
      columns.append(column)
    }
    guard let order = CorpusOrder(word: order ?? "relevance") else { throw .notAnOrder(order ?? "") }
    guard let limit = Self.number(limit, else: 10, atMost: CorpusQuestion.longestPage) else {
      throw .notACount("--limit")
    }
    guard let values = Self.number(values, else: 20, atMost: 1_000_000) else { throw .notACount("--values") }
    guard let offset = Self.number(after, else: 0, atMost: CorpusQuestion.deepest - 1) else {
      throw .notACount("--after")
    }
    return CorpusQuestion(
      query, facets: columns, facetLimit: values, order: order, limit: limit,
      cursor: offset > 0 ? CorpusCursor(offset: offset) : nil, explains: explain)
  }

  private static func number(_ given: Int?, else usual: Int, atMost limit: Int) -> Int? {
    (0...limit).contains(given ?? usual) ? given ?? usual : nil
  }
}

extension CorpusFind {
  fileprivate var line: String {
    [
      document.publicationNumbers.first ?? document.applicationNumbers.first ?? "", document.title,
      document.applicants.joined(separator: "; "),
    ].joined(separator: "\t")
  }

  fileprivate var json: JSONLine {
    let object: JSONLine = [
      "id": JSONLine(ID<CorpusDocument>(id).description), "score": .real(Double(score)),
      "publicationNumber": JSONLine(document.publicationNumbers.first),
      "applicationNumber": JSONLine(document.applicationNumbers.first), "title": JSONLine(document.title),
      "kind": JSONLine(document.kind), "filingDay": JSONLine(document.filingDay?.description),
      "publicationDay": JSONLine(document.publicationDay?.description),
      "applicants": .array(document.applicants.map { JSONLine($0) }), "ipc": .array(document.ipc.map { JSONLine($0) }),
      "highlights": .object(
        [.init(name: CorpusText.title.rawValue, value: Self.marked(title))]
          + passages.map { .init(name: $0.text.rawValue, value: Self.marked($0.pieces)) }),
    ]
    guard let explanation else { return object }
    return object.adding(["explanation": explanation.json])
  }

  /// The text with what was found between 【 and 】.
  private static func marked(_ pieces: [MarkedPiece]) -> JSONLine {
    JSONLine(pieces.map { $0.isMarked ? "【\($0.text)】" : $0.text }.joined())
  }
}

extension CorpusExplanation {
  fileprivate var json: JSONLine {
    [
      "score": .real(Double(score)),
      "parts": .array(
        parts.map {
          [
            "words": JSONLine($0.words), "weight": JSONLine($0.weight), "documents": JSONLine($0.documents),
            "rarity": .real(Double($0.rarity)), "saturation": .real(Double($0.saturation)),
            "score": .real(Double($0.score)),
          ]
        }),
    ]
  }
}

extension CorpusTally {
  fileprivate func line(in language: Language) -> String {
    column.phrase.text(in: language) + "\t" + entries.map { "\($0.value) \($0.count)" }.joined(separator: "\t")
  }

  fileprivate var json: JSONLine {
    [
      "values": .array(entries.map { ["value": JSONLine($0.value), "count": JSONLine($0.count)] }),
      "distinct": JSONLine(distinct), "missing": JSONLine(missing),
    ]
  }
}

extension Double {
  /// With this many digits behind the point.
  fileprivate func formatted(digits: Int) -> String {
    let factor = (0..<digits).reduce(1.0) { product, _ in product * 10 }
    return "\((self * factor).rounded() / factor)"
  }
}
