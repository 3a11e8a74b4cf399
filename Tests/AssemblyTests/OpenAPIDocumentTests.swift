import API
import Assembly
import Foundation
import HTTPTypes
import Kernel
import PortalFixtures
import Testing
import Web

@Suite struct `The description of the API for programs` {
  @Test(arguments: [("zh", Language.zh), ("en", .en)])
  func `is served as it is made`(_ header: String, _ language: Language) async throws {
    try await TestZone.with { zone in
      let answer = try await zone.visitor().get("/api/v1/openapi.json", [.acceptLanguage: header])
      let title = Site().platformName.text(in: language)
      #expect(answer.bytes == openAPI(ZonePortal.routes(zone.zone).endpoints, title: title, in: language))
    }
  }

  @Test func `describes every endpoint and nothing else`() async throws {
    try await TestZone.with { zone in
      let document = try Sent(try await zone.visitor().get("/api/v1/openapi.json").bytes)
      let described = try #require(document["paths"]).members.flatMap { path, item in
        item.members.keys.map { "\($0.uppercased()) \(path)" }
      }
      let doors = ZonePortal.routes(zone.zone).endpoints.map { endpoint in
        "\(endpoint.method.rawValue) " + endpoint.address.replacing(/:([a-z0-9]+)/) { "{\($0.1)}" }
      }
      #expect(described.sorted() == doors.sorted())
    }
  }

  /// The rules of OpenAPI 3.1 that the document uses.
  @Test func `is a valid document`() async throws {
    try await TestZone.with { zone in
      let document = try Sent(try await zone.visitor().get("/api/v1/openapi.json").bytes)
      #expect(document["openapi"]?.text == "3.1.0")
      #expect(document["info"]?["title"]?.text?.isEmpty == false && document["info"]?["version"]?.text == "1")
      let schemes = try #require(document["components"]?["securitySchemes"]).members
      #expect(schemes["token"]?["type"]?.text == "http" && schemes["token"]?["scheme"]?.text == "bearer")
      #expect(schemes["session"]?["type"]?.text == "apiKey" && schemes["session"]?["in"]?.text == "cookie")
      #expect(schemes["session"]?["name"]?.text == sessionCookie)
      let wanted = try #require(document["security"]).items.flatMap(\.members.keys)
      #expect(Set(wanted) == Set(schemes.keys))
      var ids: [String] = []
      for (path, item) in try #require(document["paths"]).members {
        for (method, operation) in item.members {
          ids.append(try #require(operation["operationId"]?.text))
          check(operation, of: path, "\(method) \(path)")
        }
      }
      #expect(Set(ids).count == ids.count)
      #expect(ids.allSatisfy { $0.wholeMatch(of: /[a-zA-Z][a-zA-Z0-9]*/) != nil })
      checkReferences(document, in: document)
    }
  }

  private func check(_ operation: Sent, of path: String, _ who: String) {
    #expect(operation["summary"]?.text?.isEmpty == false, "\(who)")
    let parameters = operation["parameters"]?.items ?? []
    let inPath = parameters.filter { $0["in"]?.text == "path" }
    #expect(
      Set(inPath.compactMap { $0["name"]?.text }) == Set(path.matches(of: /{([^}]+)}/).map { String($0.1) }), "\(who)")
    #expect(inPath.allSatisfy { $0["required"] == .boolean(true) }, "\(who)")
    let names = parameters.map { "\($0["in"]?.text ?? "") \($0["name"]?.text ?? "")" }
    #expect(Set(names).count == names.count, "\(who)")
    #expect(parameters.allSatisfy { !($0["schema"]?.members.isEmpty ?? true) }, "\(who)")
    let responses = operation["responses"]?.members ?? [:]
    #expect(responses.keys.contains { $0.hasPrefix("2") } && responses["default"] != nil, "\(who)")
    #expect(responses.values.allSatisfy { $0["description"]?.text?.isEmpty == false }, "\(who)")
    #expect(responses["default"]?["content"]?["application/problem+json"]?["schema"] != nil, "\(who)")
    if let body = operation["requestBody"] { #expect(body["content"]?.members.isEmpty == false, "\(who)") }
  }

  private func checkReferences(_ value: Sent, in document: Sent) {
    if let reference = value["$ref"]?.text {
      let target = reference.split(separator: "/").dropFirst().reduce(document as Sent?) { $0?[String($1)] }
      #expect(target?["type"]?.text == "object", "\(reference)")
      for name in target?["required"]?.items ?? [] {
        #expect(target?["properties"]?[name.text ?? ""] != nil, "\(reference)")
      }
    }
    for member in value.members.values { checkReferences(member, in: document) }
    for item in value.items { checkReferences(item, in: document) }
  }
}
