import Access
import AccessStore
import Assembly
import Evidence
import EvidenceStore
import Kernel
import Matters
import MattersStore
import Testing

/// A ticket that the auditor asked, and a report that is being verified: together they have every page of a matter.
struct MatterPlaces: Sendable {
  /// By the path of a door that is read.
  let addresses: [String: String]

  init(in zone: Zone) async throws {
    let (desk, console) = (zone.matters, zone.console)
    let auditor = try #require(
      try await zone.access.accounts(limit: 200, by: console).first { $0.roles == [.auditor] })
    let asker = Account(
      id: auditor.id, standing: .person, name: auditor.name, displayName: "示例申请人", roles: [.auditor],
      permissions: PermissionMatrix.zone.permissions(of: [.auditor]))
    let texts = ["category": "consulting", "question": "示例问题"]
    try await desk.save(texts, of: "window-ticket", by: asker)
    let ticket = try await desk.file(MatterFiling("window-ticket", texts: texts), by: asker).id
    try await desk.save(texts, of: "window-ticket", by: asker)
    let evidence = try #require(try await zone.evidence.page(limit: 1, by: console).first).id
    let report = try await desk.file(
      MatterFiling(
        "complaint",
        texts: ["complaint_kind": "report", "complaint_subject": "示例", "target": "示例某商行", "facts": "示例"],
        files: [HandedIn(material: "evidence", evidence: evidence, name: "示例.csv")], channel: .counter,
        onBehalfOf: .init(name: "示例来访人")), by: console
    ).id
    try await desk.take("accept-to-verify", on: report, StepGiven(), seen: nil, by: console)
    let centre = try #require(
      try await zone.access.accounts(limit: 200, by: console).first { $0.roles == [.centreStaff] })
    let reader = Account(
      id: centre.id, standing: .person, name: centre.name, displayName: "示例承办人", roles: [.centreStaff],
      permissions: PermissionMatrix.zone.permissions(of: [.centreStaff]))
    let calendar = try await desk.renewCalendar(in: .zh, by: reader).text
    let admission = try await PublicityPlace(in: zone, evidence).matter
    addresses = [
      "/calendar/:token": "/calendar/\(calendar).ics",
      "/publicity/:id/object": "/publicity/\(admission)/object",
      "/guide/:code": "/guide/window-ticket", "/guide/:code/apply": "/guide/window-ticket/apply",
      "/status/:code/:step": "/status/window-ticket/withdraw", "/matters/:id": "/matters/\(ticket)",
      "/matters/:id/steps/:step": "/matters/\(ticket)/steps/answer", "/matters/:id/assign": "/matters/\(ticket)/assign",
      "/matters/:id/recuse": "/matters/\(ticket)/recuse", "/matters/:id/note": "/matters/\(ticket)/note",
      "/matters/:id/extend/:clock": "/matters/\(report)/extend/verify",
      "/matters/:id/letters/:place": "/matters/\(report)/letters/2",
      "/matters/:id/letters/:place/pdf": "/matters/\(report)/letters/2/pdf",
      "/matters/:id/files/:place/:number": "/matters/\(report)/files/1/1",
      "/api/v1/procedures/:code": "/api/v1/procedures/window-ticket",
      "/api/v1/matters/:id": "/api/v1/matters/\(ticket)",
    ]
  }
}
