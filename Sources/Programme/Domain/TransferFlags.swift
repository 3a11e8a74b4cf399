/// Why the transfers of C11 concern the zone: each of the three flags by itself, since a transfer may have several.
public struct TransferFlags: Equatable, Sendable {
  public let fromZone: Int
  public let toZone: Int
  public let brokered: Int
  /// Transfers with more than one flag: they count once in the figure.
  public let several: Int

  public init(fromZone: Int, toZone: Int, brokered: Int, several: Int) {
    self.fromZone = fromZone
    self.toZone = toZone
    self.brokered = brokered
    self.several = several
  }
}
