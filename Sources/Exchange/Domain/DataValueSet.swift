public import Kernel

/// Figures as DHIS2 imports them: `POST /api/dataValueSets`.
///
/// Indicators and the zone are named by their codes, so that the receiving system needs elements and a unit with these
/// codes and no table of ids. Missing values are left out: DHIS2 would take 0 for a value.
///
/// Source: DHIS2 Web API, data values: `dataElementIdScheme`, `orgUnitIdScheme`; periods `yyyyMM` and `yyyyMMdd`.
public struct DataValueSet: Sendable {
  public struct Value: Equatable, Sendable {
    public let code: String
    public let cutoff: Day
    /// Without grouping, such as `1234.50`.
    public let value: String
    /// What vouches for it.
    public let comment: String

    public init(code: String, cutoff: Day, value: String, comment: String) {
      self.code = code
      self.cutoff = cutoff
      self.value = value
      self.comment = comment
    }
  }

  private let unit: String
  private let values: [Value]

  /// - Parameter unit: the code of the zone's organisation unit.
  public init(unit: String, values: [Value]) {
    self.unit = unit
    self.values = values
  }

  public var json: OpenValue {
    [
      "dataElementIdScheme": "CODE", "orgUnitIdScheme": "CODE",
      "dataValues": .array(
        values.map { value in
          [
            "dataElement": .text(value.code), "period": .text(Self.period(value.cutoff)), "orgUnit": .text(unit),
            "value": .text(value.value), "comment": .text(value.comment),
          ]
        }),
    ]
  }

  /// The month where the day ends one, the day itself otherwise.
  public static func period(_ cutoff: Day) -> String {
    let digits = cutoff.description.filter { $0 != "-" }
    return cutoff.adding(days: 1).day == 1 ? String(digits.prefix(6)) : digits
  }
}
