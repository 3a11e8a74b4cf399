public import Kernel
public import Patents

/// The district whose patents are counted (地址在本区).
public struct HighValuePlace: Equatable, Sendable {
  /// Without 市, such as `南京`.
  public let city: String
  /// Such as `江宁区`.
  public let district: String

  public init(city: String, district: String) {
    self.city = city
    self.district = district
  }

  /// Where an address lies, as far as it says so itself.
  ///
  /// - Parameter said: the district that a source gives beside the address.
  public func standing(address: String?, said: String?) -> PlaceStanding {
    if let said, !said.isEmpty { return said.contains(district) || district.contains(said) ? .inside : .outside }
    guard let address, !address.isEmpty else { return .unknown }
    let found = PlaceInAddress(address)
    if let city = found.city, city != self.city { return .outside }
    if let other = found.district { return other == district ? .inside : .outside }
    // 江宁经济技术开发区 is no district's name, yet lies in one.
    if address.contains(district.dropLast()), found.city != nil { return .likely }
    return .unknown
  }
}

/// Whether a patent belongs to the district.
public enum PlaceStanding: String, Sendable {
  case inside
  /// The address names the district without saying that it is one: probable.
  case likely
  case outside
  /// The address is missing, or says no district: listed apart, never counted.
  case unknown

  public var phrase: Phrase {
    switch self {
    case .inside: Phrase(zh: "地址在区内", en: "Address in the district")
    case .likely: Phrase(zh: "地址疑在区内", en: "Address probably in the district")
    case .outside: Phrase(zh: "地址在区外", en: "Address elsewhere")
    case .unknown: Phrase(zh: "地址未说明所在区", en: "Address names no district")
    }
  }
}
