import API
import Access
import Foundation
import HTTPTypes
import Kernel
import Testing

private let words = Phrase(zh: "专利", en: "Patent")
private let patent = APISchema.object(
  "Patent",
  [
    APIField("id", .id, words), APIField("filed", .nullable(.day), words),
    APIField("kind", .choice(["A", "U"]), words), APIField("names", .array(.phrase), words, .sometimes),
  ])

private func endpoints() -> [APIEndpoint] {
  [
    APIEndpoint(
      .get, "patents/:id", summary: words, needs: Permission("patents.read", words), answer: patent
    ) { _ in .done },
    APIEndpoint(
      .get, "patents", summary: words, needs: nil, parameters: APIParameter.paging,
      answer: .page(of: patent, named: "PatentPage")
    ) { _ in .done },
    APIEndpoint(
      .post, "patents", summary: words, needs: nil, body: patent, answer: patent, status: .created
    ) { _ in .done },
  ]
}

/// A member of a JSON document by its path.
private func member(_ document: [UInt8], _ path: String...) throws -> Any? {
  var found: Any? = try JSONSerialization.jsonObject(with: Data(document))
  for name in path { found = (found as? [String: Any])?[name] }
  return found
}

@Suite struct `The OpenAPI document` {
  @Test func `is 3.1 and lists every endpoint under its template`() throws {
    let document = openAPI(endpoints(), title: "平台", in: .zh)
    #expect(try member(document, "openapi") as? String == "3.1.0")
    let paths = try #require(try member(document, "paths") as? [String: [String: Any]])
    #expect(Set(paths.keys) == ["/api/v1/patents", "/api/v1/patents/{id}"])
    #expect(Set(try #require(paths["/api/v1/patents"]).keys) == ["get", "post"])
  }

  @Test func `describes each segment of a path, an id where nothing is said`() throws {
    let document = openAPI(endpoints(), title: "平台", in: .zh)
    let found = try member(document, "paths", "/api/v1/patents/{id}", "get", "parameters") as? [[String: Any]]
    let parameter = try #require(found?.first)
    #expect(parameter["name"] as? String == "id")
    #expect(parameter["in"] as? String == "path")
    #expect(parameter["required"] as? Bool == true)
  }

  @Test func `resolves every reference`() throws {
    let document = openAPI(endpoints(), title: "平台", in: .zh)
    let schemas = try #require(try member(document, "components", "schemas") as? [String: Any])
    let text = String(decoding: document, as: UTF8.self)
    let names = text.matches(of: /#\/components\/schemas\/([A-Za-z]+)/).map { String($0.1) }
    #expect(Set(names) == ["Patent", "PatentPage", "Phrase", "Problem", "ProblemCause"])
    #expect(Set(names).isSubset(of: Set(schemas.keys)))
  }

  @Test func `tells what is always there and what may be null`() throws {
    let document = openAPI(endpoints(), title: "平台", in: .zh)
    let found = try member(document, "components", "schemas", "Patent", "required") as? [String]
    #expect(found == ["id", "filed", "kind"])
    let filed = try member(document, "components", "schemas", "Patent", "properties", "filed", "anyOf")
    #expect((filed as? [[String: Any]])?.compactMap { $0["type"] as? String } == ["string", "null"])
  }

  @Test func `is the same text whatever the order of declaration`() {
    #expect(
      openAPI(endpoints(), title: "平台", in: .zh) == openAPI(endpoints().reversed(), title: "平台", in: .zh))
  }

  @Test func `has words in the reader's language`() {
    #expect(
      String(decoding: openAPI(endpoints(), title: "P", in: .en), as: UTF8.self).contains("\"summary\":\"Patent\""))
  }
}
