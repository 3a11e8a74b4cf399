import API
import Access
import Evidence
import EvidenceStore
import Foundation
import HTTPTypes
import Kernel
import Web

/// The evidence for programs.
struct EvidenceAPI: Sendable {
  let desk: EvidenceDesk

  var endpoints: [APIEndpoint] { [list, show, file, add, withdraw] }

  private var list: APIEndpoint {
    APIEndpoint(
      .get, "evidence", summary: Phrase(zh: "佐证，新的在前", en: "Evidence, newest first"), needs: .readEvidence,
      parameters: APIParameter.paging + [
        .query("q", .text, Phrase(zh: "标题、出具单位、文号中的文字", en: "Words of title, issuer or number")),
        .query("grade", .choice(EvidenceGrade.allCases.map(\.code)), Phrase(zh: "等级", en: "Grade")),
        .query(
          "standing", .choice(EvidenceFilter.Standing.allCases.map(\.rawValue)),
          Phrase(zh: "状态，默认 standing", en: "Standing, “standing” if not given")),
      ],
      answer: .page(of: EvidenceView.schema, named: "EvidencePage"), example: "/api/v1/evidence?limit=10"
    ) { request in
      let limit = try request.limit()
      let found = try await desk.page(
        Self.filter(request), after: Self.last(request.cursor()), limit: limit + 1, by: request.account)
      let shown = found.prefix(limit)
      let next = found.count > limit ? shown.last.map { Cursor([$0.id.description]) } : nil
      return try .page(shown.map { EvidenceView($0) }, next: next)
    }
  }

  private var show: APIEndpoint {
    APIEndpoint(
      .get, "evidence/:id", summary: Phrase(zh: "一份佐证", en: "A piece of evidence"), needs: .readEvidence,
      answer: EvidenceDetail.schema
    ) { request in
      let dossier = try await desk.find(try request.id(), by: request.account)
      return try APIAnswer(EvidenceDetail(dossier), revision: dossier.item.revision)
    }
  }

  private var file: APIEndpoint {
    APIEndpoint(
      .get, "evidence/:id/file",
      summary: Phrase(zh: "佐证的文件，提供前核对 SHA-256", en: "Its file, compared with its SHA-256 before"),
      needs: .readEvidence,
      answer: .file(["application/octet-stream", "application/pdf", "image/png", "image/jpeg"])
    ) { request in
      let open = try await desk.open(try request.id(), by: request.account)
      let bytes = try Data(contentsOf: URL(fileURLWithPath: open.path), options: .alwaysMapped)
      return APIAnswer(bytes: [UInt8](bytes), mediaType: open.file.sort.mediaType)
    }
  }

  private var add: APIEndpoint {
    APIEndpoint(
      .post, "evidence", summary: Phrase(zh: "登记一份佐证", en: "Add a piece of evidence"), needs: .addEvidence,
      parameters: [
        .query("title", .text, Phrase(zh: "标题", en: "Its title")),
        .query("grade", .choice(EvidenceGrade.allCases.map(\.code)), Phrase(zh: "等级", en: "Its grade")),
        .query("issuer", .text, Phrase(zh: "出具单位，G1、G2 必填", en: "Its issuer; needed for G1 and G2")),
        .query("number", .text, Phrase(zh: "文号，G1 必填", en: "Its document number; needed for G1")),
        .query("issuedOn", .day, Phrase(zh: "出具日期", en: "The day it was issued on")),
        .query("note", .text, Phrase(zh: "说明", en: "A note")),
        .query("name", .text, Phrase(zh: "文件名", en: "What the file is called")),
      ],
      body: .file(["application/octet-stream"]), answer: EvidenceAdded.schema, status: .created
    ) { request in
      guard let file = request.file else { throw FieldRefusal(FieldFault.noFile, in: "body") }
      guard let grade = request.text("grade").flatMap({ EvidenceGrade(code: $0) }) else {
        throw APIRefusal.wrongParameter("grade")
      }
      let issuedOn = request.text("issuedOn").map { Day($0) }
      if case .some(.none) = issuedOn { throw APIRefusal.wrongParameter("issuedOn") }
      let facts = try EvidenceFacts(
        title: request.text("title") ?? "", grade: grade, issuer: request.text("issuer"),
        number: request.text("number"), issuedOn: issuedOn ?? nil, note: request.text("note"), today: desk.today)
      let id = try await desk.add(
        ReceivedEvidence(file, named: request.text("name")), facts, by: request.account)
      return try APIAnswer(
        EvidenceAdded(id: id), location: "/api/v1/evidence/\(id)")
    }
  }

  private var withdraw: APIEndpoint {
    APIEndpoint(
      .post, "evidence/:id/withdrawal", summary: Phrase(zh: "撤回一份佐证", en: "Withdraw a piece of evidence"),
      needs: .withdrawEvidence,
      body: .object("Reason", [APIField("reason", .text, Phrase(zh: "理由", en: "Why"))]), answer: EvidenceDetail.schema
    ) { request in
      let id: ID<EvidenceItem> = try request.id()
      let body: Reason = try request.decode()
      try await desk.withdraw(id, because: body.reason, seen: request.seenRevision, by: request.account)
      return try APIAnswer(EvidenceDetail(await desk.find(id, by: request.account)))
    }
  }

  private static func filter(_ request: APIRequest) throws(APIRefusal) -> EvidenceFilter {
    let grade = request.text("grade").map { EvidenceGrade(code: $0) }
    if case .some(.none) = grade { throw .wrongParameter("grade") }
    let standing = request.text("standing").map { EvidenceFilter.Standing(rawValue: $0) }
    if case .some(.none) = standing { throw .wrongParameter("standing") }
    return EvidenceFilter(
      words: request.text("q") ?? "", grade: grade ?? nil, standing: (standing ?? .standing) ?? .standing)
  }

  private static func last(_ cursor: Cursor?) throws(APIRefusal) -> ID<EvidenceItem>? {
    guard let cursor else { return nil }
    guard cursor.keys.count == 1, let id = ID<EvidenceItem>(cursor.keys[0]) else { throw .wrongParameter("cursor") }
    return id
  }
}

private struct Reason: Decodable { let reason: String }
