public enum TrademarkNumberRefusal: Refusal, Equatable {
  case wrongLength(Int)
  case foreignSymbol(Character)

  public var kind: RefusalKind { .invalid }

  public var code: String {
    switch self {
    case .wrongLength: "trademark-number.length"
    case .foreignSymbol: "trademark-number.symbol"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .wrongLength(let count):
      Phrase(
        zh: "商标申请/注册号应为1至8位数字（国际注册为G加号码），现为\(count)位，请核对",
        en: "A trademark number has 1 to 8 digits (an international one a G and its number); this has \(count). "
          + "Please check it")
    case .foreignSymbol(let symbol):
      Phrase(
        zh: "商标申请/注册号的这一位置不得出现“\(symbol)”，请按 12345678 或 G1234567 的样式填写",
        en: "“\(symbol)” cannot stand there in a trademark number; please write it like 12345678 or G1234567")
    }
  }
}
