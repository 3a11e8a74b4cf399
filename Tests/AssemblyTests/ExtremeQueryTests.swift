import Access
import Assembly
import Foundation
import HTTPTypes
import Kernel
import LedgersStore
import PortalFixtures
import Testing
import Web

@Suite struct `Numbers out of all proportion` {
  /// Each ends a process that reckons with it unguarded.
  private static let values = [
    "9223372036854775807", "-9223372036854775808", "9223372036854775808", "9999-12-31", "0001-01-01", "2099-12-31",
    "zzzzzzzzzzzzz", "~0000000000000",
  ]

  @Test func `in any query of any door give an answer`() async throws {
    let names = try Self.parameters()
    #expect(names.isSuperset(of: ["year", "before", "after", "on", "limit", "cursor", "applicant"]))
    try await TestZone.with { zone in
      let places = try await Places(in: zone)
      var browsers: [Role: PortalClient] = [:]
      for role in Role.allCases { browsers[role] = try await zone.signedIn(role) }
      for (turn, route) in ZonePortal.routes(zone.zone).all.enumerated()
      where route.method == .get && !LedgerPlaces.isSpokenFor(route, in: zone.zone.ledgers.book) {
        let role = Role.allCases.first { role in
          route.needs.map { PermissionMatrix.zone.permissions(of: [role]).contains($0) } ?? true
        }
        let browser = try #require(role.flatMap { browsers[$0] }, "\(route.path)")
        let address = places.address(of: route)
        // Each name alone, since one refused hides the others, with the values in turn from door to door; then all together.
        for (place, name) in names.sorted().enumerated() where name != "v" {
          let value = Self.values[(turn + place) % Self.values.count]
          let answer = try await browser.get("\(address)?\(name)=\(value)")
          #expect(answer.status.code < 500, "\(address)?\(name)=\(value)")
        }
        for value in Self.values {
          let all = names.sorted().map { "\($0)=\(value)" }.joined(separator: "&")
          let whole = try await browser.get("\(address)?\(all)")
          #expect(whole.status.code < 500, "\(address)?\(all)")
          let path = route.path.split(separator: "/").map { $0.hasPrefix(":") ? value : String($0) }
          let answer = try await browser.get("/" + path.joined(separator: "/"))
          #expect(answer.status.code < 500, "\(route.path) with \(value)")
        }
      }
    }
  }

  /// Every parameter that the sources read from an address.
  private static func parameters() throws -> Set<String> {
    let root = URL(fileURLWithPath: Tree.path("Sources"))
    let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
    var names: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      let reads = text.matches(of: /(?:query|request)\.(?:optional|text|all|integer)\("([a-z-]+)"/).map(\.1)
      let declared = text.matches(of: /\.query\(\s*"([a-z-]+)"/).map(\.1)
      let asked = text.matches(of: /read\("([a-z]+)", Phrase/).map(\.1)
      names.formUnion((reads + declared + asked).map(String.init))
    }
    return names.union(["limit", "cursor"])
  }
}
