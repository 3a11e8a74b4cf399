import API
import HTTPTypes
import Kernel
import Parties
import PartiesStore

/// The parties for programs.
struct PartyAPI: Sendable {
  let desk: PartyDesk

  var endpoints: [APIEndpoint] { [list, show] }

  private var list: APIEndpoint {
    APIEndpoint(
      .get, "parties", summary: Phrase(zh: "主体，按拼音排列", en: "Parties, in the order of their pinyin"),
      needs: .readParties,
      parameters: APIParameter.paging + [.query("q", .text, Phrase(zh: "名称中的文字", en: "Part of a spelling"))],
      answer: .page(of: PartyView.schema, named: "Parties"), example: "/api/v1/parties?limit=10"
    ) { request in
      let limit = try request.limit()
      let found = try await desk.page(
        containing: request.text("q"), after: try Self.last(request.cursor()), limit: limit + 1, by: request.account)
      let shown = found.prefix(limit)
      let next = found.count > limit ? shown.last.map { Cursor([$0.id.description]) } : nil
      return try .page(shown.map { PartyView($0) }, next: next)
    }
  }

  private var show: APIEndpoint {
    APIEndpoint(
      .get, "parties/:id", summary: Phrase(zh: "一个主体及其名称写法", en: "One party with its spellings"),
      needs: .readParties, answer: PartyDetail.schema
    ) { request in
      let file = try await desk.find(try request.id(), by: request.account)
      return try APIAnswer(PartyDetail(file))
    }
  }

  private static func last(_ cursor: Cursor?) throws(APIRefusal) -> ID<Party>? {
    guard let cursor else { return nil }
    guard cursor.keys.count == 1, let id = ID<Party>(cursor.keys[0]) else { throw .wrongParameter("cursor") }
    return id
  }
}
