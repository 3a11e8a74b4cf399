/// How fine a place in the classification is: 部、大类、小类、大组、小组.
public enum IPCLevel: Int, CaseIterable, Comparable, Sendable {
  case section, `class`, subclass, mainGroup, group

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  public var phrase: Phrase {
    switch self {
    case .section: Phrase(zh: "部", en: "Section")
    case .class: Phrase(zh: "大类", en: "Class")
    case .subclass: Phrase(zh: "小类", en: "Subclass")
    case .mainGroup: Phrase(zh: "大组", en: "Main group")
    case .group: Phrase(zh: "小组", en: "Subgroup")
    }
  }
}
