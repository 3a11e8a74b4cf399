public enum PublicationNumberRefusal: Refusal, Equatable {
  case wrongLength(Int)
  case foreignSymbol(Character)
  case missingOffice
  case missingNumber
  case missingKindCode
  case wrongChineseLength(Int)
  case unknownChineseKind(Character)

  public var kind: RefusalKind { .invalid }

  public var code: String {
    switch self {
    case .wrongLength: "publication-number.length"
    case .foreignSymbol: "publication-number.symbol"
    case .missingOffice: "publication-number.missing-office"
    case .missingNumber: "publication-number.missing-number"
    case .missingKindCode: "publication-number.missing-kind"
    case .wrongChineseLength: "publication-number.chinese-length"
    case .unknownChineseKind: "publication-number.chinese-kind"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .wrongLength(let count):
      Phrase(
        zh: "公开（公告）号最多20位，不得为空，现为\(count)位，请核对",
        en: "A publication number has at most 20 symbols and is not empty; this has \(count). Please check it")
    case .foreignSymbol(let symbol):
      Phrase(
        zh: "公开（公告）号的这一位置不得出现“\(symbol)”，请按 CN106844774A 的样式填写",
        en: "“\(symbol)” cannot stand there in a publication number; please write it like CN106844774A")
    case .missingOffice:
      Phrase(
        zh: "缺少国别代码，请在号码前加上两个字母，如 CN、US、EP、WO",
        en: "The office is missing; please put its two letters in front, such as CN, US, EP or WO")
    case .missingNumber:
      Phrase(
        zh: "国别代码与文献种类代码之间没有号码，请补全，如 CN106844774A",
        en: "There is no number between office and kind code; please complete it, as in CN106844774A")
    case .missingKindCode:
      Phrase(
        zh: "缺少文献种类代码，请在号码后加上，如 A（公布）、B（授权）、U（实用新型）、S（外观设计）",
        en: "The kind code is missing; please add it behind the number, such as A (application), B (grant), "
          + "U (utility model) or S (design)")
    case .wrongChineseLength(let count):
      Phrase(
        zh: "中国公开（公告）号应为9位数字（2007年以前为7位），现为\(count)位，请核对",
        en: "A Chinese publication number has 9 digits (7 until 2007); this has \(count). Please check it")
    case .unknownChineseKind(let letter):
      Phrase(
        zh: "中国文献没有种类代码“\(letter)”，应为A、B、C、U、Y或S，请核对",
        en: "Chinese documents have no kind code “\(letter)”; it is A, B, C, U, Y or S. Please check it")
    }
  }
}
