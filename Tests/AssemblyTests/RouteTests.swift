import API
import Access
import Assembly
import Fixtures
import Foundation
import HTTPTypes
import Kernel
import PortalFixtures
import Testing
import Web

@Suite struct `Every door of the portal` {
  /// Doors that ask for no permission; a new one is added here by hand, with the reason.
  private static let open = [
    // The home page, and how somebody comes in.
    "GET /", "GET /sign-in", "POST /sign-in", "GET /sign-in/code", "POST /sign-in/code", "GET /invitation",
    "POST /invitation", "GET /forgotten", "POST /forgotten", "GET /reset", "POST /reset", "POST /sign-out",
    // What everybody must be able to read before anything else: what is kept of them, and what is accessible.
    "GET /privacy", "GET /accessibility",
    // The record's subject needs no right; the desk asks everybody else.
    "GET /journal/records/:table/:key", "GET /api/v1/journal/records/:table/:key",
  ]

  @Test func `asks for a permission, but for these`() async throws {
    try await TestZone.with { zone in
      let open = ZonePortal.routes(zone.zone).all.filter { $0.needs == nil }.map(name)
      #expect(Set(open) == Set(Self.open))
    }
  }

  @Test func `asks only for permissions that the matrix knows`() async throws {
    try await TestZone.with { zone in
      let known = PermissionMatrix.zone.all
      for route in ZonePortal.routes(zone.zone).all {
        if let needs = route.needs { #expect(known.contains(needs), "\(name(route))") }
      }
    }
  }

  @Test func `lets in exactly those whom the matrix permits it, and never fails`() async throws {
    try await TestZone.with { zone in
      let places = try await Places(in: zone)
      let routes = ZonePortal.routes(zone.zone).all
      var seen: Set<String> = []
      for role in [nil] + Role.allCases.map(Optional.some) {
        let walk = try await Walk(zone, role, places)
        // Whoever signs out or ends sessions does so at the end.
        for route in routes.sorted(by: { rank($0) < rank($1) }) { seen.formUnion(try await walk.pass(route)) }
      }
      let missed = Set(routes.filter { $0.method == .get }.map(name)).subtracting(seen)
      #expect(Set(missed.filter { !Self.isShownToNobody($0) }) == places.withoutFigures)
      #expect(try await zone.isIntact())
    }
  }

  /// Pages that need a state which the walk does not make, and tables that are shown to whoever sent them alone.
  private static func isShownToNobody(_ name: String) -> Bool {
    name == "GET /parties/:id/unmerge" || name == "GET /open/figures/:id" || name.hasSuffix("/import/:sha256")
      || name.hasSuffix("/import/:sha256/report.csv")
  }

  private func rank(_ route: Route) -> Int {
    if route.path == "/sign-out" { return 2 }
    return route.method == .get ? 0 : 1
  }
}

func name(_ route: Route) -> String { "\(route.method.rawValue) \(route.path)" }

/// One person going from door to door.
private struct Walk {
  let browser: PortalClient
  let permissions: Set<Permission>
  let role: Role?
  let places: Places
  let token: String

  init(_ zone: TestZone, _ role: Role?, _ places: Places) async throws {
    browser = if let role { try await zone.signedIn(role) } else { zone.visitor() }
    permissions = PermissionMatrix.zone.permissions(of: role.map { [$0] } ?? [])
    self.role = role
    self.places = places
    // All forms of a session carry one token.
    token = try #require(try await browser.get(role == nil ? "/sign-in" : "/account/profile").formToken)
  }

  /// - Returns: the name of the route if it was shown.
  func pass(_ route: Route) async throws -> Set<String> {
    let answer = try await ask(route)
    let who = "\(name(route)) by \(role?.rawValue ?? "visitor") gave \(answer.status.code)"
    #expect(answer.status.code < 500, "\(who)")
    guard let needs = route.needs else { return answer.status == .ok ? [name(route)] : [] }
    if permissions.contains(needs) {
      #expect(!isRefused(answer), "\(who)")
      return answer.status == .ok ? [name(route)] : []
    }
    #expect(isRefused(answer), "\(who)")
    if role != nil { #expect(answer.status == .forbidden, "\(who)") }
    if role == nil, route.method == .get, route.sort != .endpoint {
      #expect(answer.status == .seeOther && answer.headers[.location]?.hasPrefix("/sign-in?") == true, "\(who)")
    } else if role == nil {
      #expect(answer.status == .unauthorized, "\(who)")
    }
    return []
  }

  private func ask(_ route: Route) async throws -> PortalAnswer {
    let address = places.address(of: route)
    if route.sort == .endpoint {
      return try await browser.send(route.method, address, [.contentType: "application/json", .formToken: token])
    }
    guard route.method != .get else { return try await browser.get(address) }
    return try await browser.submit(address, [("form-token", token)])
  }

  private func isRefused(_ answer: PortalAnswer) -> Bool {
    if answer.status == .seeOther { return answer.headers[.location]?.hasPrefix("/sign-in?return-to=") == true }
    if answer.status == .unauthorized { return true }
    return answer.status == .forbidden && answer.text.contains("access.not-permitted")
  }
}

extension HTTPField.Name {
  static let formToken = HTTPField.Name("X-CSRF-Token") ?? .origin
}
