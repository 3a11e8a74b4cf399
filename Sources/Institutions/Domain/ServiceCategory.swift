public import Kernel
public import Ledgers

/// The seven categories of the national statistics of IP services (知识产权服务业统计调查, 2025 round).
public enum ServiceCategory: String, CaseIterable, Sendable {
  case agency, law, information, consulting, operation, training, other

  public var phrase: Phrase {
    switch self {
    case .agency: Phrase(zh: "代理", en: "Agency")
    case .law: Phrase(zh: "法律", en: "Law")
    case .information: Phrase(zh: "信息", en: "Information")
    case .consulting: Phrase(zh: "咨询", en: "Consulting")
    case .operation: Phrase(zh: "运营", en: "Operation")
    case .training: Phrase(zh: "培训", en: "Training")
    case .other: Phrase(zh: "其他", en: "Other")
    }
  }

  /// As answers of a field; older forms say 商用化 for 运营.
  public static let choices = allCases.map { category in
    LedgerChoice(category.rawValue, category.phrase, aliases: category == .operation ? ["商用化"] : [])
  }
}

/// What a service is about (统计对象).
public let serviceObjects: [LedgerChoice] = [
  LedgerChoice("patent", Phrase(zh: "专利", en: "Patents")),
  LedgerChoice("mark", Phrase(zh: "商标", en: "Trade marks")),
  LedgerChoice("copyright", Phrase(zh: "版权", en: "Copyright")),
  LedgerChoice("secret", Phrase(zh: "商业秘密", en: "Trade secrets")),
  LedgerChoice("plant", Phrase(zh: "植物新品种", en: "Plant varieties")),
  LedgerChoice("special", Phrase(zh: "特定领域", en: "Special fields")),
  LedgerChoice("other", Phrase(zh: "其他", en: "Other")),
]
