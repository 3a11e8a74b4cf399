public import Kernel

/// What somebody enters to let a tenant into a room.
public struct MoveIn: Sendable {
  public let room: ID<Room>
  public let tenant: SocialCreditCode
  public let tenantName: String
  public let stay: Stay
  public let contract: String
  public let decision: String
  /// The number of the matter that decided it, such as `RZ-2026-00012`; needed where nothing comes late.
  public let matter: String?
  /// Why a day that is over is entered only now; nil where none is.
  public let lateReason: String?

  public init(
    room: ID<Room>, tenant: SocialCreditCode, tenantName: String, stay: Stay, contract: String, decision: String,
    matter: String? = nil, lateReason: String? = nil
  ) {
    self.room = room
    self.tenant = tenant
    self.tenantName = tenantName
    self.stay = stay
    self.contract = contract
    self.decision = decision
    self.matter = matter
    self.lateReason = lateReason
  }
}

/// What somebody enters when a tenant leaves.
public struct MoveOut: Sendable {
  /// Still in on that day.
  public let last: Day
  public let reason: DepartureReason
  public let decision: String
  /// The number of the matter that decided it, such as `QC-2026-00012`; needed where nothing comes late.
  public let matter: String?
  /// What the tenant contests.
  public let dispute: String?
  public let lateReason: String?

  public init(
    last: Day, reason: DepartureReason, decision: String, matter: String? = nil, dispute: String? = nil,
    lateReason: String? = nil
  ) {
    self.last = last
    self.reason = reason
    self.decision = decision
    self.matter = matter
    self.dispute = dispute
    self.lateReason = lateReason
  }
}

/// What an occupancy should have said.
public struct OccupancyCorrection: Sendable {
  public let stay: Stay
  public let contract: String
  public let dispute: String?

  public init(stay: Stay, contract: String, dispute: String?) {
    self.stay = stay
    self.contract = contract
    self.dispute = dispute
  }
}
