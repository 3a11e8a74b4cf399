public import Storage

/// What a spelling counts as where it is not its party's own name: what the register folds itself, and what people have
/// merged by hand.
///
/// For those who count names in other records, such as the applicants of a landscape. Keep it until one of
/// ``partyTables`` changes.
public struct PartySpelling: Sendable, Equatable {
  /// The name of the party.
  public let name: String
  /// Whether somebody merged two parties, with a reason that the journal keeps.
  public let isByHand: Bool

  init(name: String, isByHand: Bool) {
    self.name = name
    self.isByHand = isByHand
  }

  /// By spelling.
  public static func variants(in db: any Reading) throws -> [String: PartySpelling] {
    try PartyRows.variants(in: db)
  }
}
