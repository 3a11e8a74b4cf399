/// What an application number says it was filed for.
public enum ApplicationKind: String, CaseIterable, Sendable {
  case invention
  case utilityModel
  case design
  case pctInvention
  case pctUtilityModel

  /// The digit behind the year.
  public var digit: Int {
    switch self {
    case .invention: 1
    case .utilityModel: 2
    case .design: 3
    case .pctInvention: 8
    case .pctUtilityModel: 9
    }
  }

  public init?(digit: Int) {
    switch digit {
    case 1: self = .invention
    case 2: self = .utilityModel
    case 3: self = .design
    case 8: self = .pctInvention
    case 9: self = .pctUtilityModel
    default: return nil
    }
  }

  public var phrase: Phrase {
    switch self {
    case .invention: Phrase(zh: "发明", en: "Invention")
    case .utilityModel: Phrase(zh: "实用新型", en: "Utility model")
    case .design: Phrase(zh: "外观设计", en: "Design")
    case .pctInvention: Phrase(zh: "进入国家阶段的PCT发明", en: "Invention by PCT")
    case .pctUtilityModel: Phrase(zh: "进入国家阶段的PCT实用新型", en: "Utility model by PCT")
    }
  }
}
