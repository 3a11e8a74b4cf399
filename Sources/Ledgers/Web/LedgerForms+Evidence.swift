import API
import Access
import Evidence
import EvidenceStore
import Hummingbird
import Kernel
import Ledgers
import LedgersStore
import Web

extension LedgerForms {
  static let evidenceNumber = "evidence-number"
  static let evidenceFile = "evidence-file"
  static let evidenceIssuer = "evidence-issuer"

  /// The draft resting on the evidence that was chosen, or on the file that came with it.
  ///
  /// A file is registered only when the record can be kept.
  func proven(
    _ draft: LedgerDraft, _ form: Form, over id: ID<LedgerRecord>?, _ context: PortalContext
  ) async throws -> LedgerDraft {
    guard let evidence = room.evidence else { return draft }
    let account = context.account
    var draft = draft
    if let text = form.optional(Self.evidenceNumber) {
      do {
        draft.document = try await evidence.standing(named: text, by: account).id.description
      } catch let refusal as EvidenceRefusal {
        throw FormRefusal([FieldRefusal(refusal, in: Self.evidenceNumber)])
      }
      return draft
    }
    guard let file = form.file(Self.evidenceFile), file.size > 0 else { return draft }
    let number = draft.document
    // A file is a document, whether it has a number or not.
    draft.document = number ?? String(file.name.prefix(100))
    try await room.desk.check(draft, over: id, in: ledger, by: account)
    do {
      let facts = try EvidenceFacts(
        title: String(file.name.prefix(EvidenceFacts.longestTitle)), grade: draft.grade,
        issuer: form.optional(Self.evidenceIssuer), number: number, issuedOn: nil, note: nil, today: evidence.today)
      let received = ReceivedEvidence(path: file.path, sha256: file.sha256, size: file.size, name: file.name)
      draft.document = try await evidence.add(received, facts, by: account).description
    } catch let refusal as FormRefusal {
      throw FormRefusal(refusal.causes.map(Self.placed))
    } catch let refusal as EvidenceRefusal {
      throw FormRefusal([Self.placed(refusal)])
    }
    return draft
  }

  /// What is wrong with the evidence, beside the field of this form.
  private static func placed(_ refusal: any Refusal) -> FieldRefusal {
    switch refusal.field {
    case "issuer": FieldRefusal(refusal, in: evidenceIssuer)
    case "number": FieldRefusal(refusal, in: "document")
    default: FieldRefusal(refusal, in: evidenceFile)
    }
  }
}
