import Enterprises
import EnterprisesStore
import Evidence
import Kernel
import Ledgers
import LedgersStore
import Matters
import MattersStore
import Protection
import Storage

/// The record of the ledger of services that a matter leaves which served a firm (R-TKT, R-AID).
struct ServiceRecord {
  let taken: StepTaken
  let channel: String
  /// A code of the ledger's kinds of matter.
  let matter: String
  let object: String?
  /// The code of who rendered it.
  let provider: String?

  /// A person without an organisation is answered, but is no firm that was served.
  var faults: [any Refusal] {
    taken.matter.organisation != nil && provider == nil ? [ServiceRefusal.providerMissing] : []
  }

  /// Adds it under the matter's own id and number: a matter leaves one record at most.
  func add(with work: StepWork) throws {
    guard let firm = taken.matter.organisation, let provider else { return }
    let proof = taken.given[ServiceProof.record]
    var texts = [
      "number": taken.matter.number.description, "institution": provider, "client": firm.description,
      "channel": channel, "matter": matter, "served_on": taken.today.description,
    ]
    texts["client_name"] = taken.matter.applicant
    texts["object"] = object
    texts["client_place"] = try EnterpriseFacts.place(of: firm, in: work.db)
    let draft = LedgerDraft(texts: texts, grade: proof == nil ? .g4 : .g2, document: proof)
    try work.ledgers.add(draft, to: .services, as: ID(taken.matter.id.number), in: work.recording, work.db)
  }
}
