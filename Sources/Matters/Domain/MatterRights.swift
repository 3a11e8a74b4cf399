public import Access
public import Kernel

/// What an account is in a matter, and so may see and do.
public struct MatterStanding: Equatable, Sendable {
  public let sides: Set<EventSide>
  /// Whether it is the one who works on the matter.
  public let isHandler: Bool
  /// Whether it withdrew from the matter or a tie keeps it from it.
  public let isRecused: Bool

  public init(sides: Set<EventSide>, isHandler: Bool = false, isRecused: Bool = false) {
    self.sides = sides
    self.isHandler = isHandler
    self.isRecused = isRecused
  }

  public var isNone: Bool { sides.isEmpty }
  public var isStaff: Bool { sides.contains(.staff) }

  /// Whether what `side` wrote for `readers` may be read.
  public func reads(from side: EventSide, for readers: Set<Side>) -> Bool {
    if sides.contains(.staff) || sides.contains(side) { return true }
    return readers.contains { reader in
      switch reader {
      case .filer: sides.contains(.filer)
      case .parties: sides.contains { if case .party = $0 { true } else { false } }
      case .party(let role): sides.contains(.party(role))
      }
    }
  }
}

extension Procedure {
  /// What `account` is in `matter`.
  ///
  /// - Parameter recused: the accounts that are kept from it.
  public func standing(
    of account: Account, in matter: Matter, parties: [MatterParty], recused: Set<ID<Account>> = []
  ) -> MatterStanding {
    var sides: Set<EventSide> = []
    let organisation = account.mandate?.organisation
    let isRecused = recused.contains(account.id)
    if account.standing == .person {
      if matter.isOwn(of: account.id, for: organisation) { sides.insert(.filer) }
      // Who was appointed and stood aside is no party any more.
      for party in parties {
        let isAppointed = party.account == account.id && !isRecused
        let isOwn = party.organisation.map { $0 == organisation } == true
        if isAppointed || isOwn { sides.insert(.party(party.role)) }
      }
    }
    // Who filed it for an organisation that they act for no more works on it neither.
    if account.may(head.handlers), !isRecused, sides.isEmpty, matter.filer != account.id { sides.insert(.staff) }
    if account.standing == .system { sides.insert(.zone) }
    return MatterStanding(
      sides: sides, isHandler: matter.handler == account.id && !isRecused, isRecused: isRecused)
  }

  /// In whose capacity `account` takes `step`; nil where it may not.
  public func capacity(for step: StepEntry, of account: Account, with standing: MatterStanding) -> EventSide? {
    for taker in step.takers {
      switch taker {
      case .filer: if standing.sides.contains(.filer) { return .filer }
      case .party(let role): if standing.sides.contains(.party(role)) { return .party(role) }
      case .staff(let permission): if standing.isStaff, account.may(permission) { return .staff }
      case .handler(let permission):
        if standing.isStaff, standing.isHandler, account.may(permission) { return .staff }
      case .zone: if standing.sides.contains(.zone) { return .zone }
      }
    }
    return nil
  }
}
