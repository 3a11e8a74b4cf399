public import Kernel

/// A public holiday (法定节假日); the raw value is its name in the State Council's notices.
public enum Holiday: String, CaseIterable, Sendable {
  case newYear = "元旦"
  case springFestival = "春节"
  case tombSweeping = "清明节"
  case labourDay = "劳动节"
  case dragonBoat = "端午节"
  case midAutumn = "中秋节"
  case nationalDay = "国庆节"

  public var phrase: Phrase {
    switch self {
    case .newYear: Phrase(zh: rawValue, en: "New Year's Day")
    case .springFestival: Phrase(zh: rawValue, en: "Spring Festival")
    case .tombSweeping: Phrase(zh: rawValue, en: "Tomb-Sweeping Day")
    case .labourDay: Phrase(zh: rawValue, en: "Labour Day")
    case .dragonBoat: Phrase(zh: rawValue, en: "Dragon Boat Festival")
    case .midAutumn: Phrase(zh: rawValue, en: "Mid-Autumn Festival")
    case .nationalDay: Phrase(zh: rawValue, en: "National Day")
    }
  }

  /// Reads `中秋节、国庆节`; nil if one of the names is no holiday's.
  public static func named(_ text: String) -> [Holiday]? {
    let names = text.split(separator: "、", omittingEmptySubsequences: false)
    let found = names.compactMap { Holiday(rawValue: String($0)) }
    return found.count == names.count ? found : nil
  }
}

extension [Holiday] {
  public var phrase: Phrase {
    Phrase(
      zh: map(\.phrase.zh).joined(separator: "、"), en: map(\.phrase.en).joined(separator: " and "))
  }
}
