import Access
import AccessStore
import Assembly
import Kernel
import Navigation
import NavigationStore
import Testing

/// A released navigation project of the centre, reviewed by the expert: whatever has a page, everybody may see.
struct NavigationPlaces: Sendable {
  /// By the path of a door that is read.
  let addresses: [String: String]

  init(in zone: TestZone) async throws {
    let desk = zone.zone.navigation
    let staff = try await Self.account(.centreStaff, in: zone)
    let id = try await Self.released(in: zone, by: staff, reviewer: try await Self.account(.expert, in: zone))
    var found: [String: String] = [:]
    let parts = [
      "", "/scope", "/table", "/freeze", "/documents", "/documents.csv", "/clean", "/log", "/rerun", "/report",
      "/method", "/figures.csv", "/report.pdf", "/report.docx", "/submit", "/review", "/reopen", "/release", "/decline",
      "/uses/new",
    ]
    for part in parts { found["/navigations/:id\(part)"] = "/navigations/\(id)\(part)" }
    let section = try #require(try await desk.find(id, by: staff).project.facts.kind.sections.first)
    found["/navigations/:id/sections/:section"] = "/navigations/\(id)/sections/\(section.key)"
    for part in ["", "/dataset", "/rerun"] {
      found["/api/v1/navigations/:id\(part)"] = "/api/v1/navigations/\(id)\(part)"
    }
    addresses = found
  }

  static func account(_ role: Role, in zone: TestZone) async throws -> Account {
    try #require(try await zone.zone.access.resolve(session: try await zone.session(role))).0
  }

  /// Over whatever patents the zone has; they are imported before.
  static func released(
    in zone: TestZone, by staff: Account, reviewer: Account
  ) async throws -> ID<NavigationProject> {
    let desk = zone.zone.navigation
    let id = try await desk.open(
      NavigationFacts(
        title: "示例产业导航", kind: .industrial, need: "往哪里走", ordererName: "示例园区", cutoff: desk.today, isPublic: true),
      by: staff)
    try await desk.set(table: TechnologyBranch.table("装置 | 装置\n方法 | 方法"), of: id, by: staff)
    try await desk.freeze(id, by: staff)
    try await desk.closeLog("逐件核对题名", of: id, by: staff)
    for section in NavigationKind.industrial.sections {
      try await desk.write("示例判断", in: section.key, of: id, by: staff)
    }
    try await desk.submit(id, by: staff)
    try await desk.review(ReviewDraft(.accept, capacity: "研究员", opinion: "同意"), on: id, by: reviewer)
    try await desk.release(id, by: staff)
    return id
  }
}
