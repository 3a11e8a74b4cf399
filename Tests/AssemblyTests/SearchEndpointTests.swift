import Access
import Assembly
import Foundation
import HTTPTypes
import JournalStore
import Kernel
import PortalFixtures
import Storage
import Testing
import Web

@Suite struct `The search over the API` {
  @Test func `narrows by what it counts`() async throws {
    try await TestZone.with { zone in
      _ = try await Places(in: zone)
      let visitor = zone.visitor()
      let all = try Sent(try await visitor.get("/api/v1/search?facets=kind,year,ipc-section&limit=1").bytes)
      let count = try await zone.count("patents")
      #expect(all["total"] == .number(Double(count)))
      let facets = try #require(all["facets"]?.items)
      #expect(facets.compactMap { $0["facet"]?.text } == ["kind", "year", "ipc-section"])
      for facet in facets {
        let name = try #require(facet["facet"]?.text)
        for value in try #require(facet["values"]?.items).prefix(3) {
          let word = try #require(value["value"]?.text)
          let narrowed = try Sent(try await visitor.get("/api/v1/search?\(name)=\(word)").bytes)
          #expect(narrowed["total"] == value["count"], "\(name)=\(word)")
          #expect(narrowed["items"]?.items.isEmpty == false)
        }
      }
    }
  }

  @Test(arguments: [
    ("q=%28a", 422, "corpus.query-unclosed-bracket"), ("facets=colour", 400, "api.wrong-parameter"),
    ("order=best", 400, "api.wrong-parameter"), ("cursor=x", 400, "api.wrong-parameter"),
    ("limit=201", 400, "api.wrong-parameter"), ("at-least=999999", 422, "corpus.not-yet-written"),
    ("explain=no", 400, "api.wrong-parameter"),
  ])
  func `says what is wrong with a question`(_ query: String, _ status: Int, _ code: String) async throws {
    try await TestZone.with { zone in
      let answer = try await zone.visitor().get("/api/v1/search?\(query)")
      #expect(answer.status.code == status)
      #expect(try Sent(answer.bytes)["type"]?.text == "/problems/\(code)")
    }
  }

  @Test func `waits for an entry of the journal`() async throws {
    try await TestZone.with { zone in
      _ = try await Places(in: zone)
      let head = try await zone.zone.database.read { try JournalTrace.heads(in: $0)["patents"] ?? 0 }
      let answer = try Sent(try await zone.visitor().get("/api/v1/search?at-least=\(head)").bytes)
      #expect(answer["lag"] == .number(0))
      guard case .number(let position)? = answer["position"] else { throw NoSuchPage() }
      #expect(position >= Double(head) && head > 0)
    }
  }
}
