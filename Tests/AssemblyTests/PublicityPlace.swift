import Access
import AccessStore
import Assembly
import Evidence
import Kernel
import Matters
import MattersStore
import Testing

/// A move-in whose decision is public, by the roles that take its steps.
struct PublicityPlace {
  let matter: ID<Matter>

  init(in zone: Zone, _ evidence: ID<EvidenceItem>) async throws {
    let (desk, console) = (zone.matters, zone.console)
    let known = try await zone.access.accounts(limit: 200, by: console)
    func person(_ role: Role) throws -> Account {
      let line = try #require(known.first { $0.roles == [role] })
      return Account(
        id: line.id, standing: .person, name: line.name, displayName: "示例\(role.phrase.zh)", roles: [role],
        permissions: PermissionMatrix.zone.permissions(of: [role]))
    }
    let texts = [
      "name": "示例申请机构", "kind": "company", "registered_on": "2015-05-01", "main_category": "agency",
      "categories": "agency", "phone": "示例号码", "services_offered": "示例", "licence": "none", "staff": "40",
      "total_revenue": "2000", "ip_revenue": "2000", "stage": "mature", "site": "centre", "stage_basis": "criteria",
      "wanted_area": "60", "wanted_from": "\(zone.world.today())", "commitments": "lawful;local;returns;true",
      "planned_revenue": "2000", "planned_staff": "40",
    ]
    matter = try await desk.file(
      MatterFiling(
        "move-in", texts: texts, files: [HandedIn(material: "business", evidence: evidence, name: "示例.txt")],
        channel: .counter,
        onBehalfOf: .init(name: "示例申请机构", organisation: try SocialCreditCode("91320115MA1X000027"))), by: console
    ).id
    let panel = try [person(.expert), person(.regulator), person(.government)]
    let base = try person(.baseManager)
    let visit = ["visited_on": "\(zone.world.today())", "visit_note": "示例", "visit_advice": "for"]
    try await desk.take("accept", on: matter, StepGiven(), seen: nil, by: console)
    try await desk.take("visit", on: matter, StepGiven(texts: visit), seen: nil, by: base)
    try await desk.take("convene", on: matter, StepGiven(named: panel.map(\.id)), seen: nil, by: console)
    for judge in panel {
      let vote = ["no_tie": "yes", "vote": "for", "opinion": "示例"]
      try await desk.take("vote", on: matter, StepGiven(texts: vote), seen: nil, by: judge)
    }
    let sheet = try await desk.prepare("admit", on: matter, by: console).texts
    try await desk.take(
      "admit", on: matter, StepGiven(texts: sheet.merging(["decision_number": "示例决1号"]) { $1 }), seen: nil, by: console)
  }
}
