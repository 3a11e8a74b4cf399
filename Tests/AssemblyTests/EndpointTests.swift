import API
import Access
import AccessStore
import Assembly
import Fixtures
import Foundation
import HTTPTypes
import Kernel
import PortalFixtures
import Testing
import Web

@Suite struct `Every endpoint` {
  @Test func `answers as its schema says, and 304 to whom has the answer`() async throws {
    try await TestZone.with { zone in
      let places = try await Places(in: zone)
      let readers = try await readers(zone)
      for route in ZonePortal.routes(zone.zone).all where route.sort == .endpoint && route.method == .get {
        let endpoint = try #require(ZonePortal.routes(zone.zone).endpoints.first { $0.address == route.path })
        let browser = try #require(readers.first { $0.0.contains { $0 == endpoint.needs } || endpoint.needs == nil }).1
        guard !places.withoutFigures.contains(name(route)) else { continue }
        for address in Set([endpoint.example ?? places.address(of: route), places.address(of: route)]) {
          let answer = try await browser.get(address)
          #expect(answer.status == .ok, "\(address)")
          if case .file(let types) = endpoint.answer {
            #expect(answer.headers[.contentType].map(types.contains) == true && !answer.bytes.isEmpty, "\(address)")
          } else {
            #expect(answer.headers[.contentType] == "application/json", "\(address)")
            #expect(SchemaValidator.faults(try Sent(answer.bytes), endpoint.answer) == [], "\(address)")
          }
          let tag = try #require(answer.headers[.eTag], "\(address)")
          let again = try await browser.get(address, [.ifNoneMatch: tag])
          #expect(again.status == .notModified && again.bytes.isEmpty, "\(address)")
          #expect(try await browser.get(address, [.ifNoneMatch: "\"other\""]).status == .ok, "\(address)")
        }
      }
    }
  }

  @Test func `that lists is read to its end page by page, each entry once`() async throws {
    try await TestZone.with { zone in
      _ = try await Places(in: zone)
      let auditor = try await zone.signedIn(.auditor)
      let lists: [(String, String, Int)] = [
        ("/api/v1/patents", "patents", 37), ("/api/v1/parties", "parties", 41),
        ("/api/v1/search", "patents", 37), ("/api/v1/imports", "patent_imports", 1),
        ("/api/v1/premises/occupancies", "occupancies", 1), ("/api/v1/jobs", "jobs", 1),
        ("/api/v1/evidence", "evidence", 1), ("/api/v1/journal/entries", "journal", 7),
      ]
      for (path, table, limit) in lists {
        var ids: [Sent] = []
        var next: String? = ""
        while let cursor = next, ids.count < 10_000 {
          let page = try Sent(try await auditor.get("\(path)?limit=\(limit)&cursor=\(cursor)").bytes)
          let items = try #require(page["items"]).items
          #expect(items.count <= limit)
          ids += items.compactMap { $0["id"] ?? $0["number"] }
          next = page["next"]?.text
        }
        #expect(Int64(ids.count) == (try await zone.count(table)), "\(path)")
        #expect(Set(ids.map { "\($0)" }).count == ids.count, "\(path)")
      }
    }
  }

  @Test func `refuses a cursor or limit that it did not give`() async throws {
    try await TestZone.with { zone in
      let auditor = try await zone.signedIn(.auditor)
      let paths = ["patents", "parties", "imports", "jobs", "journal/entries", "evidence", "premises/occupancies"]
      for path in paths {
        for query in ["limit=0", "limit=201", "limit=x", "cursor=WyJhIl0x", "cursor=WyJ4Il0"] {
          let answer = try await auditor.get("/api/v1/\(path)?\(query)")
          #expect(answer.status == .badRequest, "\(path)?\(query)")
          try expectProblem(answer, 400, "/api/v1/\(path)")
        }
      }
    }
  }

  @Test func `refuses with a problem that says what and why`() async throws {
    try await TestZone.with(small) { zone in
      _ = try await Places(in: zone)
      let visitor = zone.visitor()
      try expectProblem(try await visitor.get("/api/v1/me"), 401, "/api/v1/me")
      try expectProblem(try await visitor.get("/api/v1/nothing"), 404, "/api/v1/nothing")
      try expectProblem(try await visitor.get("/api/v1/patents/0000000000007"), 404, "/api/v1/patents/0000000000007")
      try expectProblem(try await visitor.get("/api/v1/patents/no-id"), 404, "/api/v1/patents/no-id")
      try expectProblem(try await visitor.get("/api/v1/rules?on=yesterday"), 400, "/api/v1/rules")
      let wrong = try await visitor.send(.put, "/api/v1/patents")
      try expectProblem(wrong, 405, "/api/v1/patents")
      #expect(wrong.headers[.allow] == "GET, HEAD")
      let member = PortalClient(zone.responder, token: try await token(zone, .member))
      try expectProblem(try await member.get("/api/v1/jobs"), 403, "/api/v1/jobs")
      let json: HTTPFields = [.contentType: "application/json"]
      let unreadable = try await member.send(.post, "/api/v1/tokens", json, [Array("{\"label\": 3}".utf8)])
      try expectProblem(unreadable, 400, "/api/v1/tokens")
      let empty = #"{"label":"","scopes":["access.own"],"days":30}"#
      let invalid = try await member.send(.post, "/api/v1/tokens", json, [Array(empty.utf8)])
      try expectProblem(invalid, 422, "/api/v1/tokens")
      let pieces = Array(repeating: [UInt8](repeating: 0x20, count: 65_536), count: 80)
      try expectProblem(try await member.send(.post, "/api/v1/tokens", json, pieces), 413, "/api/v1/tokens")
      let centre = PortalClient(zone.responder, token: try await token(zone, .centreStaff))
      try expectProblem(try await centre.send(.post, "/api/v1/imports", json, pieces), 413, "/api/v1/imports")
      let stranger = PortalClient(zone.responder, token: "ipz_nobody")
      try expectProblem(try await stranger.get("/api/v1/patents"), 401, "/api/v1/patents")
    }
  }

  @Test func `speaks the language that was asked for in its problems`() async throws {
    try await TestZone.with { zone in
      let chinese = try Sent(try await zone.visitor().get("/api/v1/me").bytes)
      let english = try Sent(try await zone.visitor().get("/api/v1/me", [.acceptLanguage: "en"]).bytes)
      #expect(chinese["title"]?.text == "请先登录")
      #expect(english["title"]?.text == "Please sign in")
      #expect(chinese["code"] == english["code"])
    }
  }

  @Test func `that changes something does so for a token and is found again`() async throws {
    try await TestZone.with { zone in
      let centre = PortalClient(zone.responder, token: try await token(zone, .centreStaff))
      let content = try Data(contentsOf: URL(fileURLWithPath: Tree.path("Samples/uspto/us_example1.xml")))
      let ordered = try await centre.send(
        .post, "/api/v1/imports?name=us.xml", [.contentType: "application/octet-stream"], [Array(content)])
      #expect(ordered.status == .accepted)
      let job = try #require(ordered.headers[.location])
      try await zone.runJobs()
      let done = try Sent(try await centre.get(job).bytes)
      #expect(done["stage"]?.text == "done")
      let imports = try Sent(try await centre.get("/api/v1/imports").bytes)
      let run = try #require(imports["items"]?.items.first?["id"]?.text)
      let path = "/api/v1/imports/\(run)/withdrawal"
      let json: HTTPFields = [.contentType: "application/json"]
      try expectProblem(try await centre.send(.post, path, json, [Array(#"{"reason":""}"#.utf8)]), 422, path)
      let withdrawn = try await centre.send(.post, path, json, [Array(#"{"reason":"误传"}"#.utf8)])
      #expect(withdrawn.status == .ok)
      try expectProblem(try await centre.send(.post, path, json, [Array(#"{"reason":"误传"}"#.utf8)]), 409, path)
      #expect(try await zone.count("patents") == 0)
      #expect(try await zone.isIntact())
    }
  }

  private var small: Settings {
    var settings = Settings()
    settings.uploadLimit = 1_000_000
    return settings
  }

  /// Whom the matrix permits to read, so that together they read everything.
  private func readers(_ zone: TestZone) async throws -> [([Permission], PortalClient)] {
    var readers: [([Permission], PortalClient)] = []
    for role in [Role.auditor, .centreStaff, .administrator, .enterprise] {
      readers.append((Array(PermissionMatrix.zone.permissions(of: [role])), try await zone.signedIn(role)))
    }
    return readers
  }
}

/// Makes a token as people make it: on the page for it, with every scope that the role has.
func token(_ zone: TestZone, _ role: Role) async throws -> String {
  let browser = try await zone.signedIn(role)
  let scopes = PermissionMatrix.zone.permissions(of: [role]).map { ("scope", $0.code) }
  let made = try await browser.post("/account/tokens/new", [("label", "脚本"), ("days", "30")] + scopes)
  return String(try #require(made.text.firstMatch(of: /ipz_[a-z2-7]{52}/)).output)
}

/// A problem document: RFC 9457 section 3.1, and the members that this API adds.
func expectProblem(
  _ answer: PortalAnswer, _ status: Int, _ path: String, at place: SourceLocation = #_sourceLocation
) throws {
  #expect(answer.status.code == status, sourceLocation: place)
  #expect(answer.headers[.contentType] == "application/problem+json", sourceLocation: place)
  let problem = try Sent(answer.bytes)
  #expect(SchemaValidator.faults(problem, Problem.schema) == [], sourceLocation: place)
  #expect(problem["status"] == .number(Double(status)), sourceLocation: place)
  #expect(problem["instance"]?.text == path, sourceLocation: place)
  #expect(problem["type"]?.text == "/problems/" + (problem["code"]?.text ?? ""), sourceLocation: place)
  #expect(problem["title"]?.text?.isEmpty == false, sourceLocation: place)
  if status == 401 { #expect(answer.headers[.wwwAuthenticate] == "Bearer", sourceLocation: place) }
}
