public import Kernel

/// A tenant in a room, from the first day to the last.
///
/// The last day is still in: a tenant who leaves on the 30th counts on the 30th.
public struct Occupancy: Equatable, Sendable {
  public let id: ID<Occupancy>
  public let room: ID<Room>
  /// Always the site of the room.
  public let site: SiteCode
  public let tenant: SocialCreditCode
  /// The tenant's name when the contract was signed.
  public let tenantName: String
  public var stay: Stay
  /// The stage that the tenant was admitted at; nil where it was not decided.
  public let stage: TenantStage?
  /// Number of the contract; nil where the reader may not see it.
  public var contract: String?
  /// The document that decided the move-in; nil where the reader may not see it.
  public var decision: String?
  /// Why and by which document the tenant left; nil while it is in.
  public var departure: Departure?
  /// What the tenant contests; it stays on record.
  public var dispute: String?
  /// Whether the entry was a mistake and counts on no day.
  public var isWithdrawn: Bool
  public let revision: Int64

  public init(
    id: ID<Occupancy>, room: ID<Room>, site: SiteCode, tenant: SocialCreditCode, tenantName: String, stay: Stay,
    stage: TenantStage?, contract: String?, decision: String?, departure: Departure? = nil, dispute: String? = nil,
    isWithdrawn: Bool = false, revision: Int64 = 0
  ) {
    self.id = id
    self.room = room
    self.site = site
    self.tenant = tenant
    self.tenantName = tenantName
    self.stay = stay
    self.stage = stage
    self.contract = contract
    self.decision = decision
    self.departure = departure
    self.dispute = dispute
    self.isWithdrawn = isWithdrawn
    self.revision = revision
  }

  public func counts(on day: Day) -> Bool { !isWithdrawn && stay.contains(day) }

  /// What everybody may know: who is where and when, without contract, decisions and dispute.
  public func withoutTerms() -> Occupancy {
    var open = self
    open.contract = nil
    open.decision = nil
    open.departure = departure.map { Departure(reason: $0.reason, decision: nil) }
    open.dispute = nil
    return open
  }

  /// - Throws: ``MoveRefusal/occupied(by:until:room:)`` if one of `others` has a day in common with this one.
  public func requireFree(of others: [Occupancy], room number: String) throws(MoveRefusal) {
    guard !isWithdrawn else { return }
    let clash = others.filter { $0.id != id && !$0.isWithdrawn && $0.stay.overlaps(stay) }
      .min { $0.stay.first < $1.stay.first }
    if let clash { throw .occupied(by: clash.tenantName, until: clash.stay.last, room: number) }
  }
}

/// Why a tenant left.
public struct Departure: Equatable, Sendable {
  public let reason: DepartureReason
  /// The document that decided it; nil where the reader may not see it.
  public let decision: String?

  public init(reason: DepartureReason, decision: String?) {
    self.reason = reason
    self.decision = decision
  }
}

/// Source of the kinds: journey 迁出 (考核不合格、到期、自愿) of 入驻和迁出的动态管理机制; a move between sites when the stage changed.
public enum DepartureReason: String, CaseIterable, Sendable {
  case expired, own, appraisal, graduated, moved, closed

  public var phrase: Phrase {
    switch self {
    case .expired: Phrase(zh: "合同到期", en: "The contract ended")
    case .own: Phrase(zh: "自愿迁出", en: "At its own wish")
    case .appraisal: Phrase(zh: "考核不合格", en: "Failed the appraisal")
    case .graduated: Phrase(zh: "晋级迁至其他片区", en: "Moved up to another site")
    case .moved: Phrase(zh: "区内换房", en: "Moved to another room")
    case .closed: Phrase(zh: "注销或停业", en: "Dissolved or out of business")
    }
  }
}
