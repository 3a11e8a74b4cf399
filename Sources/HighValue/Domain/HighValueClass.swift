public import Kernel

/// One of the five classes of high-value invention patents (高价值发明专利); the raw value is stored.
///
/// Source: the definition of CNIPA, as the rule `hv.classes` has it.
public enum HighValueClass: String, CaseIterable, Comparable, Sendable {
  case industry = "H1"
  case overseas = "H2"
  case maintained = "H3"
  case pledged = "H4"
  case awarded = "H5"

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  public var phrase: Phrase {
    switch self {
    case .industry: Phrase(zh: "战略性新兴产业的发明专利", en: "Strategic emerging industries")
    case .overseas: Phrase(zh: "在海外有同族专利权", en: "Family rights overseas")
    case .maintained: Phrase(zh: "维持年限超过规定年数", en: "Maintained beyond the years required")
    case .pledged: Phrase(zh: "实现较高质押融资金额", en: "Higher pledge financing")
    case .awarded: Phrase(zh: "获得国家科学技术奖或中国专利奖", en: "State Science and Technology Award or China Patent Award")
    }
  }

  /// Such as `H1 战略性新兴产业的发明专利`.
  public var title: Phrase { Phrase(zh: "\(rawValue) \(phrase.zh)", en: "\(rawValue) \(phrase.en)") }
}

/// How sure it is that a patent is of a class: what is probable is never counted with what is certain.
public enum Certainty: String, CaseIterable, Comparable, Sendable {
  case certain, probable

  public static func < (left: Self, right: Self) -> Bool { left == .certain && right == .probable }

  public var phrase: Phrase {
    switch self {
    case .certain: Phrase(zh: "确定", en: "Certain")
    case .probable: Phrase(zh: "可能", en: "Probable")
    }
  }
}
