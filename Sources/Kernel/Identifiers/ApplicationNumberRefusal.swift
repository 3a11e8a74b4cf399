public enum ApplicationNumberRefusal: Refusal, Equatable {
  case wrongLength(Int)
  case foreignSymbol(Character)
  case misplacedSpace
  case roundedBySpreadsheet
  case impossibleYear(Int)
  case unknownKind(Int)
  case missingCheck
  case wrongCheck

  public var kind: RefusalKind { .invalid }

  public var code: String {
    switch self {
    case .wrongLength: "application-number.length"
    case .foreignSymbol: "application-number.symbol"
    case .misplacedSpace: "application-number.space"
    case .roundedBySpreadsheet: "application-number.rounded"
    case .impossibleYear: "application-number.year"
    case .unknownKind: "application-number.kind"
    case .missingCheck: "application-number.missing-check"
    case .wrongCheck: "application-number.check"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .wrongLength(let count):
      Phrase(
        zh: "申请号应为12位（2003年10月以前为8位）数字加校验位，现为\(count)位，请补全或删去多余的数字",
        en: "An application number has 12 digits (8 before October 2003) and a check symbol; this has \(count). "
          + "Please complete it")
    case .foreignSymbol(let symbol):
      Phrase(
        zh: "中国专利申请号中不得出现“\(symbol)”，请按 201710601862.3 的样式填写",
        en: "“\(symbol)” cannot occur in a Chinese application number; please write it like 201710601862.3")
    case .misplacedSpace:
      Phrase(
        zh: "空格只能各有一个，位于年份和种类号之后，请删去其他空格",
        en: "Single spaces may stand only behind the year and the kind; please remove the others")
    case .roundedBySpreadsheet:
      Phrase(
        zh: "该申请号已被电子表格按科学计数法舍入，无法还原，请将该列设为文本后重新导出",
        en: "A spreadsheet has rounded this number beyond repair; set the column to text and export it again")
    case .impossibleYear(let year):
      Phrase(
        zh: "申请号中的年份“\(year)”不存在，请核对开头的数字",
        en: "No application number starts with the year “\(year)”; please check the first digits")
    case .unknownKind(let digit):
      Phrase(
        zh: "种类号“\(digit)”不存在，年份之后应为1、2、3、8或9，请核对",
        en: "There is no kind “\(digit)”; behind the year stands 1, 2, 3, 8 or 9. Please check it")
    case .missingCheck:
      Phrase(
        zh: "缺少校验位，请补上小数点及其后的一位，如 201710601862.3",
        en: "The check symbol is missing; please add the dot and the symbol behind it, as in 201710601862.3")
    case .wrongCheck:
      Phrase(
        zh: "校验位不符，请对照受理通知书逐位核对申请号",
        en: "The check symbol does not match; please compare the number with the filing receipt, digit by digit")
    }
  }
}
