/// Why a text is no identity number, without a symbol of the text.
public enum PersonalIdentityNumberRefusal: Refusal, Equatable {
  case wrongLength(Int)
  case foreignSymbol
  case impossibleBirth
  case wrongCheck

  public var kind: RefusalKind { .invalid }

  public var code: String {
    switch self {
    case .wrongLength: "identity-number.length"
    case .foreignSymbol: "identity-number.symbol"
    case .impossibleBirth: "identity-number.birth"
    case .wrongCheck: "identity-number.check"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .wrongLength(let count):
      Phrase(
        zh: "公民身份号码应为18位，现为\(count)位，请对照身份证补全",
        en: "An identity number has 18 symbols; this has \(count). Please complete it from the identity card")
    case .foreignSymbol:
      Phrase(
        zh: "公民身份号码只含数字，末位可为X，请删去其他字符",
        en: "An identity number has digits only, and perhaps X at the end; please remove other symbols")
    case .impossibleBirth:
      Phrase(
        zh: "第7至14位不是有效的出生日期，请对照身份证核对",
        en: "Symbols 7 to 14 are not a day of birth; please compare the number with the identity card")
    case .wrongCheck:
      Phrase(
        zh: "校验位不符，请对照身份证逐位核对",
        en: "The check symbol does not match; please compare the number with the identity card, symbol by symbol")
    }
  }
}
