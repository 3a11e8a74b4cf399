/// What the zone decides about its open data.
public struct OpenPolicy: Equatable, Sendable {
  /// The address of the licence's text; nil while none is set.
  public var licence: String?
  /// The code of the zone's organisation unit in a DHIS2.
  public var unit: String

  public init(licence: String? = nil, unit: String = "IPZONE") {
    self.licence = licence
    self.unit = unit
  }
}
