public enum DivisionCodeRefusal: Refusal, Equatable {
  case wrongLength(Int)
  case foreignSymbol(Character)
  case noProvince

  public var kind: RefusalKind { .invalid }

  public var code: String {
    switch self {
    case .wrongLength: "division-code.length"
    case .foreignSymbol: "division-code.symbol"
    case .noProvince: "division-code.province"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .wrongLength(let count):
      Phrase(
        zh: "行政区划代码应为6位数字，现为\(count)位，请补全，如江宁区 320115",
        en: "A division code has 6 digits; this has \(count). Please complete it, as in 320115 for Jiangning")
    case .foreignSymbol(let symbol):
      Phrase(
        zh: "行政区划代码只含数字，不得出现“\(symbol)”，请核对",
        en: "A division code has digits only, not “\(symbol)”; please check it")
    case .noProvince:
      Phrase(
        zh: "行政区划代码不以0开头，请核对前两位省级代码",
        en: "A division code does not start with 0; please check the first two digits, the province")
    }
  }
}
