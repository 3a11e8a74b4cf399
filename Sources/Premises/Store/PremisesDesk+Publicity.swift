public import Access
public import Kernel
import Ledgers
public import Matters
import MattersStore
public import Premises
import Storage

extension PremisesDesk {
  private static let admission = Procedure(Admission.self)

  /// The panel's decisions that are public at present, the oldest first.
  public func publicity(by account: Account) async throws -> [PublicDecision] {
    try account.require(.readPremises)
    let stages = PublicDecision.stages.map(\.rawValue)
    let today = world.today()
    return try await database.read { db in
      try PublicMatters.standing(at: Set(stages), of: Self.admission, in: db).map { PublicDecision($0, on: today) }
    }
  }

  /// One decision that is public, or was; nil where none ever was.
  public func publicDecision(_ matter: ID<Matter>, by account: Account) async throws -> PublicDecision? {
    try account.require(.readPremises)
    let today = world.today()
    return try await database.read { db in
      guard let found = try PublicMatters.find(matter, of: Self.admission, in: db),
        found.clocks.contains(where: { $0.clock == "publicity" })
      else { return nil }
      return PublicDecision(found, on: today)
    }
  }
}

/// A decision to admit somebody, as the public reads it.
public struct PublicDecision: Equatable, Sendable {
  public let matter: ID<Matter>
  public let number: MatterNumber
  public let name: String
  public let code: SocialCreditCode?
  public let site: SiteCode?
  public let stage: TenantStage?
  /// The number of the panel's decision.
  public let decision: String
  public let from: Day?
  /// The last day of the publicity; while an objection is looked into it stands still.
  public let until: Deadline?
  public let isObjected: Bool
  /// Whether it takes no more objections.
  public let isOver: Bool

  static let stages: [Admission.Stage] = [.publicity, .objected]

  init(_ matter: PublicMatter, on today: Day) {
    let said = matter.said[Admission.Step.admit.rawValue] ?? .init()
    let clock = matter.clocks.last { $0.clock == "publicity" }
    self.matter = matter.id
    number = matter.number
    name = matter.answers[Admission.name] ?? matter.applicant ?? ""
    code = matter.organisation
    site = said[Admission.decidedSite].flatMap(SiteCode.init(rawValue:))
    stage = said[Admission.decidedStage].flatMap(TenantStage.init(rawValue:))
    decision = said[Admission.decisionNumber] ?? ""
    from = clock?.startedOn
    until = clock?.due
    isObjected = matter.stage == Admission.Stage.objected.rawValue
    // It may be over before the zone has come round to saying so.
    isOver =
      !Self.stages.map(\.rawValue).contains(matter.stage) || clock.map { $0.isLate(on: today) } ?? true
  }
}
