public import Kernel

/// What the stage and the coverage need to know of a tenant; nil is unknown, never 0.
public struct TenantFact: Equatable, Sendable {
  /// As the register of institutions has it; nil where it does not know the tenant.
  public var name: String?
  public var staff: Int?
  /// Yearly revenue from intellectual-property services.
  public var revenue: Fen?
  /// The day on which the institution was registered.
  public var registered: Day?
  /// Codes of the clusters that the institution says it serves.
  public var clusters: Set<String>

  public init(
    name: String? = nil, staff: Int? = nil, revenue: Fen? = nil, registered: Day? = nil, clusters: Set<String> = []
  ) {
    self.name = name
    self.staff = staff
    self.revenue = revenue
    self.registered = registered
    self.clusters = clusters
  }

  /// The name alone: what a firm earns and employs is not for everybody.
  public var nameOnly: TenantFact { TenantFact(name: name) }
}
