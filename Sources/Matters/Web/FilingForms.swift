import API
import Access
import Evidence
import EvidenceStore
import Hummingbird
import Kernel
import Ledgers
import LedgersWeb
import Markup
import Matters
import MattersStore
import Web

/// The application form of every procedure.
struct FilingForms: Sendable {
  let room: MatterRoom

  @Sendable func show(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let code = try context.segment("code")
    let draft = try await room.desk.begin(code, by: context.account)
    let procedure = try room.desk.book.kept(code).procedure
    return filingPage(procedure, draft, state, for: context.account)
  }

  @Sendable func submit(_ form: Form, _ context: PortalContext) async throws -> Response {
    let code = try context.segment("code")
    let procedure = try room.desk.book.kept(code).procedure
    let texts = form.texts(of: procedure.fields)
    if form.text("do") == "save" {
      try await room.desk.save(texts, of: code, by: context.account)
      return .seeOther(MatterPath.new(code), context, saying: .draftSaved)
    }
    // Files are kept of those alone who may file.
    _ = try await room.desk.begin(code, by: context.account)
    var filing = MatterFiling(code, texts: texts)
    filing.isAnonymous = form.isChecked("anonymous")
    if context.account.may(.workOnMatters), let name = form.optional("applicant") {
      filing.channel = form.text("channel") == Matter.Channel.phone.rawValue ? .phone : .counter
      filing.onBehalfOf = try applicant(name, form)
    }
    try tryOut(filing, of: procedure, form)
    filing.files = try await room.receive(
      procedure.materials.map { ("file-\($0.code)", $0.code, $0.name) }, from: form)
    let filed = try await room.desk.file(filing, by: context.account)
    let mayOpen = !filing.isAnonymous && context.account.standing == .person
    return receiptPage(filed, procedure, mayOpen: mayOpen).answer(context)
  }

  /// What is wrong with the answers is said before any file is kept, and with it what is missing.
  private func tryOut(_ filing: MatterFiling, of procedure: Procedure, _ form: Form) throws {
    let texts = filing.isAnonymous ? filing.withoutNames(in: procedure).texts : filing.texts
    let (answers, faults) = procedure.read(texts)
    try filing.requireName(of: procedure, for: answers)
    guard !faults.isEmpty else { return }
    let missing = procedure.materials(for: answers).filter { $0.isRequired && form.file("file-\($0.code)") == nil }
    throw FormRefusal(
      faults + missing.map { FieldRefusal(MatterRefusal.materialMissing($0.name), in: "file-\($0.code)") })
  }

  private func applicant(_ name: String, _ form: Form) throws -> MatterFiling.Applicant {
    var check = FormCheck()
    let organisation = try check.take("applicant-code") {
      try form.optional("applicant-code").map { try SocialCreditCode($0) }
    }
    try check.verify()
    return .init(name: name, organisation: organisation ?? nil)
  }
}

extension Form {
  /// What was typed into `fields`, by their names.
  func texts(of fields: [LedgerField]) -> [String: String] {
    Dictionary(uniqueKeysWithValues: fields.map { ($0.name, all($0.name).joined(separator: ";")) })
  }
}

extension MatterRoom {
  /// Takes files in as evidence of the lowest grade: what somebody hands in proves nothing yet.
  ///
  /// - Parameter asked: the form's field, the material's code and its name.
  func receive(_ asked: [(field: String, material: String, name: Phrase)], from form: Form) async throws -> [HandedIn] {
    var check = FormCheck()
    var found: [HandedIn] = []
    for (field, material, name) in asked {
      guard let file = form.file(field) else { continue }
      do {
        let facts = try EvidenceFacts(
          title: name.zh, grade: .g4, issuer: nil, number: nil, issuedOn: nil, note: nil, today: evidence.today)
        // What somebody called their file may say who they are: only the matter keeps it, for whom it concerns.
        let received = ReceivedEvidence(path: file.path, sha256: file.sha256, size: file.size, name: material)
        let id = try await evidence.add(received, facts, by: registrar)
        found.append(HandedIn(material: material, evidence: id, name: file.name))
      } catch let refusal as any Refusal {
        check.refuse(field, refusal)
      }
    }
    try check.verify()
    return found
  }
}
