import API
import Access
import Evidence
import EvidenceStore
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore
import Web

/// Translates between the portal and the evidence desk.
struct EvidencePages: Sendable {
  let desk: EvidenceDesk
  let links: EvidenceLinks

  static let added = Success("evidence.added", Phrase(zh: "佐证已登记", en: "The evidence is registered"))
  static let withdrawn = Success("evidence.withdrawn", Phrase(zh: "佐证已撤回", en: "The evidence is withdrawn"))

  @Sendable func list(_: Request, _ context: PortalContext) async throws -> Page {
    let query = context.query
    let filter = EvidenceFilter(
      words: query.optional("q") ?? "", grade: query.optional("grade").flatMap { EvidenceGrade(code: $0) },
      standing: query.optional("standing").flatMap { EvidenceFilter.Standing(rawValue: $0) } ?? .standing)
    let last = query.optional("after").flatMap { ID<EvidenceItem>($0) }
    let limit = EvidenceListing.length
    let found = try await desk.page(filter, after: last, limit: limit + 1, by: context.account)
    return evidenceListPage(
      EvidenceListing(
        items: Array(found.prefix(limit)), filter: filter, isFirst: last == nil, hasMore: found.count > limit,
        mayAdd: context.account.may(.addEvidence)))
  }

  @Sendable func show(_: Request, _ context: PortalContext) async throws -> Page {
    let account = context.account
    let dossier: EvidenceDossier
    do {
      dossier = try await desk.find(try context.id(), by: account)
    } catch EvidenceRefusal.held {
      // The journal leads here, which names every piece of evidence: its page is there, and says no more.
      return heldPage()
    }
    return evidencePage(
      dossier, citations: try await links.citations(account, dossier.item),
      history: links.history(account, dossier.item.id), mayWithdraw: account.may(.withdrawEvidence))
  }

  @Sendable func showNew(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    newEvidencePage(state, limit: desk.limit)
  }

  @Sendable func add(_ form: Form, _ context: PortalContext) async throws -> Response {
    var check = FormCheck()
    let grade = try check.take("grade") { () throws -> EvidenceGrade in
      guard let grade = EvidenceGrade(code: try form.required("grade")) else { throw FieldFault.notOffered }
      return grade
    }
    let issuedOn = try check.take("issued-on") { try form.day("issued-on") }
    let file = form.file("file")
    if file == nil { check.refuse("file", FieldFault.noFile) }
    // What else is wrong is said in the same go, as far as it can be told without the grade.
    let facts = try check.take("title") {
      try EvidenceFacts(
        title: form.text("title"), grade: grade ?? .g4, issuer: form.optional("issuer"),
        number: form.optional("number"), issuedOn: issuedOn ?? nil, note: form.optional("note"),
        today: desk.today)
    }
    try check.verify()
    guard let facts, let file else { throw WebRefusal.malformedForm }
    let id = try await desk.add(ReceivedEvidence(file), facts, by: context.account)
    return .seeOther(EvidencePath.show(id), context, saying: Self.added)
  }

  @Sendable func download(_: Request, _ context: PortalContext) async throws -> Response {
    let open = try await desk.open(try context.id(), by: context.account)
    guard let handle = FileHandle(forReadingAtPath: open.path) else { throw NoSuchPage() }
    let body = ResponseBody(contentLength: Int(open.file.size)) { writer in
      defer { try? handle.close() }
      while let piece = try handle.read(upToCount: 1 << 18), !piece.isEmpty {
        try await writer.write(ByteBuffer(bytes: piece))
      }
      try await writer.finish(nil)
    }
    return .download(body, name: open.name, mediaType: open.file.sort.mediaType)
  }

  @Sendable func showWithdraw(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let item = try await desk.find(try context.id(), by: context.account).item
    guard item.stands else { throw EvidenceRefusal.withdrawn(item.id) }
    return withdrawEvidencePage(item, citations: try await links.citations(context.account, item), state)
  }

  @Sendable func withdraw(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<EvidenceItem> = try context.id()
    guard let seen = form.revision() else { throw WebRefusal.malformedForm }
    try await desk.withdraw(id, because: form.text("reason"), seen: seen, by: context.account)
    return .seeOther(EvidencePath.show(id), context, saying: Self.withdrawn)
  }
}

extension ReceivedEvidence {
  init(_ file: UploadedFile, named name: String? = nil) {
    self.init(path: file.path, sha256: file.sha256, size: file.size, name: name ?? file.name)
  }
}
