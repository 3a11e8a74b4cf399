import API
import Corpus
import CorpusStore
import HTTPTypes
import Kernel
import Web

/// The search over the API: the same desk as the pages.
func addSearchEndpoints(to routes: inout Routes, desk: CorpusDesk) {
  routes.endpoint(
    APIEndpoint(
      .get, "search", summary: Phrase(zh: "检索语料", en: "Search the corpus"), needs: desk.register.readers,
      parameters: searchParameters + APIParameter.paging, answer: SearchAnswer.schema,
      example: "/api/v1/search?q=%E8%A3%85%E7%BD%AE&facets=year,kind&limit=2"
    ) { request in
      let answer = try await desk.search(CorpusQuestion(request), by: request.account)
      // As long as the index stands where it stood, the same question has the same answer, but for the time it took.
      let standing = answer.standing
      return try APIAnswer(
        SearchAnswer(answer, words: desk.register.words), revision: standing.lag == 0 ? standing.position : nil)
    })
  routes.endpoint(
    APIEndpoint(
      .get, "search/index", summary: Phrase(zh: "检索索引的状态", en: "How the search index stands"),
      needs: desk.register.readers, answer: IndexAnswer.schema, example: "/api/v1/search/index"
    ) { request in try APIAnswer(IndexAnswer(await desk.status(by: request.account))) })
}

private let searchParameters: [APIParameter] =
  [
    .query("q", .text, Phrase(zh: "检索式；不给则为全部", en: "The query; everything if not given")),
    .query(
      "facets", .text,
      Phrase(
        zh: "要统计的分面，以逗号分隔：\(facetWords)", en: "What to count by, separated by commas: \(facetWords)")),
    .query("values", .integer(0...1_000), Phrase(zh: "每个分面的值数，默认 20", en: "Values of a facet, 20 if not given")),
    .query("order", .choice(CorpusOrder.allCases.map(\.word)), Phrase(zh: "排序", en: "The order of the list")),
    .query(
      "explain", .choice(["yes"]), Phrase(zh: "是否说明得分", en: "Whether hits say why they rank as they do")),
    .query(
      "at-least", .integer(0...Int.max),
      Phrase(zh: "索引至少要跟进到的留痕序号", en: "The journal entry that the index must have seen")),
  ]
  + CorpusColumn.facets.map { column in
    .query(
      column.word, .text,
      Phrase(
        zh: "限定\(column.phrase.zh)，可重复（任一相符）", en: "\(column.phrase.en), any of those given; may be repeated"))
  }

private let facetWords = CorpusColumn.facets.map(\.word).joined(separator: ", ")

extension CorpusQuestion {
  /// - Throws: ``API/APIRefusal/wrongParameter(_:)`` for what cannot be asked.
  init(_ request: APIRequest) throws {
    let facets = try (request.text("facets") ?? "").split(whereSeparator: { ",，、 ".contains($0) }).map { word in
      guard let column = CorpusColumn(facet: String(word)) else { throw APIRefusal.wrongParameter("facets") }
      return column
    }
    let order = try request.text("order").map { word in
      guard let order = CorpusOrder(word: word) else { throw APIRefusal.wrongParameter("order") }
      return order
    }
    let cursor = try request.cursor().map { cursor in
      guard cursor.keys.count == 1, let found = CorpusCursor(cursor.keys[0]) else {
        throw APIRefusal.wrongParameter("cursor")
      }
      return found
    }
    if let explain = request.text("explain"), explain != "yes" { throw APIRefusal.wrongParameter("explain") }
    var narrowing: [CorpusColumn: Set<String>] = [:]
    for column in CorpusColumn.facets {
      let values = request.all(column.word).filter { !$0.isEmpty }
      if !values.isEmpty { narrowing[column] = Set(values) }
    }
    try self.init(
      request.text("q") ?? "", narrowing: narrowing, facets: facets,
      facetLimit: request.integer("values", in: 0...1_000) ?? 20, order: order ?? .relevance,
      limit: request.limit(), cursor: cursor, atLeast: request.integer("at-least", in: 0...Int.max).map(Int64.init),
      explains: request.text("explain") != nil)
  }
}
