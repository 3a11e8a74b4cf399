public enum AgencyCodeRefusal: Refusal, Equatable {
  case wrongLength(Int)
  case foreignSymbol(Character)

  public var kind: RefusalKind { .invalid }

  public var code: String {
    switch self {
    case .wrongLength: "agency-code.length"
    case .foreignSymbol: "agency-code.symbol"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .wrongLength(let count):
      Phrase(
        zh: "专利代理机构代码应为5位数字，现为\(count)位，请对照执业许可证核对",
        en: "A patent agency's code has 5 digits; this has \(count). Please compare it with the licence")
    case .foreignSymbol(let symbol):
      Phrase(
        zh: "专利代理机构代码只含数字，不得出现“\(symbol)”，请核对",
        en: "A patent agency's code has digits only, not “\(symbol)”; please check it")
    }
  }
}
