public enum SocialCreditCodeRefusal: Refusal, Equatable {
  case wrongLength(Int)
  case foreignSymbol(Character)
  case wrongDivision
  case wrongCheck
  case onlyZeros

  public var kind: RefusalKind { .invalid }

  public var code: String {
    switch self {
    case .wrongLength: "social-credit-code.length"
    case .foreignSymbol: "social-credit-code.symbol"
    case .wrongDivision: "social-credit-code.division"
    case .wrongCheck: "social-credit-code.check"
    case .onlyZeros: "social-credit-code.zeros"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .wrongLength(let count):
      Phrase(
        zh: "统一社会信用代码应为18位，现为\(count)位，请对照营业执照补全",
        en: "A social credit code has 18 symbols; this has \(count). Please complete it from the business licence")
    case .onlyZeros:
      Phrase(
        zh: "全部为0的不是统一社会信用代码，请对照营业执照填写",
        en: "Eighteen zeros are no social credit code; please copy the code from the business licence")
    case .foreignSymbol(let symbol) where !"IOSVZ".contains(symbol):
      Phrase(
        zh: "统一社会信用代码只有数字和大写英文字母，“\(symbol)”不是，请对照营业执照核对",
        en:
          "A social credit code has digits and capital letters; “\(symbol)” is neither. Please compare it with the licence"
      )
    case .foreignSymbol(let symbol):
      Phrase(
        zh: "统一社会信用代码中不得出现“\(symbol)”（不使用字母I、O、S、V、Z），请核对是否与数字混淆",
        en: "“\(symbol)” cannot occur in a social credit code (it has no I, O, S, V or Z); "
          + "please check whether a digit is meant")
    case .wrongDivision:
      Phrase(
        zh: "第3至8位应为6位数字的行政区划代码，请对照营业执照核对",
        en: "Symbols 3 to 8 are the six digits of a division; please compare the code with the business licence")
    case .wrongCheck:
      Phrase(
        zh: "校验位不符，请对照营业执照逐位核对",
        en: "The check symbol does not match; please compare the code with the business licence, symbol by symbol")
    }
  }
}
