import Access
import Hummingbird
import Kernel
import Ledgers
import Markup
import Matters
import MattersStore
import Premises
import PremisesStore
import Web

/// What the public reads of the panel's decisions, and how it objects.
struct PublicityPages: Sendable {
  let desk: PremisesDesk
  let matters: MatterDesk

  /// In whose name an objection is handed on: nobody has to have an account for it.
  private static let zone = Account.system([.fileMatters])

  @Sendable func list(_: Request, _ context: PortalContext) async throws -> Page {
    publicityPage(try await desk.publicity(by: context.account))
  }

  @Sendable func show(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let decision = try await asked(context)
    // What somebody has written shows again, whatever has happened in the meantime.
    if decision.isOver, state.refusals.isEmpty { throw AdmissionRefusal.publicityOver }
    return objectionPage(decision, state)
  }

  @Sendable func object(_ form: Form, _ context: PortalContext) async throws -> Response {
    let decision = try await asked(context)
    let fields = Admission.Step.object.fields
    let texts = Dictionary(uniqueKeysWithValues: fields.map { ($0.name, form.text($0.name)) })
    if decision.isOver { throw AdmissionRefusal.publicityOver }
    try await matters.handOn(
      Admission.Step.object.rawValue, on: decision.matter, StepGiven(texts: texts), from: context.clientAddress,
      by: Self.zone)
    return .seeOther(PremisesPath.publicity, context, saying: .objectionTaken)
  }

  private func asked(_ context: PortalContext) async throws -> PublicDecision {
    guard let found = try await desk.publicDecision(try context.id(), by: context.account) else { throw NoSuchPage() }
    return found
  }
}

extension Success {
  static let objectionTaken = Success(
    "premises.objection",
    Phrase(zh: "异议已收到；核查期间公示暂停计时", en: "Your objection is in; the publicity stands still meanwhile"))
}
