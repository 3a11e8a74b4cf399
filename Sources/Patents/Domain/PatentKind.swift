public import Kernel

/// What a patent document protects.
public enum PatentKind: String, CaseIterable, Sendable {
  case invention
  case utilityModel
  case design
  case plant

  public var phrase: Phrase {
    switch self {
    case .invention: Phrase(zh: "发明", en: "Invention")
    case .utilityModel: Phrase(zh: "实用新型", en: "Utility model")
    case .design: Phrase(zh: "外观设计", en: "Design")
    case .plant: Phrase(zh: "植物", en: "Plant")
    }
  }

  /// What the kind code of a publication says, or nil if it says nothing of the sort.
  ///
  /// Source: WIPO ST.16 by its letter; the plant patents of the United States use `P`.
  public init?(kindCode: String, office: String) {
    switch kindCode.utf8.first {
    case UInt8(ascii: "A"), UInt8(ascii: "B"), UInt8(ascii: "C"), UInt8(ascii: "E"), UInt8(ascii: "T"):
      self = .invention
    case UInt8(ascii: "U"), UInt8(ascii: "Y"): self = .utilityModel
    case UInt8(ascii: "S"): self = .design
    case UInt8(ascii: "P") where office == "US": self = .plant
    default: return nil
    }
  }

  /// What a Chinese table calls it: 发明专利, 发明申请, 授权发明, 实用新型, 外观设计.
  public init?(words: String) {
    if words.contains("实用新型") {
      self = .utilityModel
    } else if words.contains("外观") {
      self = .design
    } else if words.contains("发明") {
      self = .invention
    } else {
      return nil
    }
  }

  public init(_ kind: ApplicationKind) {
    switch kind {
    case .invention, .pctInvention: self = .invention
    case .utilityModel, .pctUtilityModel: self = .utilityModel
    case .design: self = .design
    }
  }
}
