public import Kernel

/// Why a field does not take what was written, and what to write instead.
public enum LedgerFault: Refusal, Equatable {
  case missing
  case tooLong(Int, limit: Int)
  /// Not a day, or one that could be two.
  case noDay(String)
  case noWhole(String)
  case decimalComma(String)
  case tooManyDecimals(String, digits: Int)
  case noNumber(String)
  case outOfRange(from: String, to: String)
  /// A share between 0 and 1 without its sign: 0.65 may be meant as 65 %.
  case unclearShare(String)
  case aboveWhole(String)
  case notOffered(String, offered: Phrase)
  case noFlag(String)
  case wrongCode(SocialCreditCodeRefusal)
  case noOrganisation(String, in: Phrase)
  case severalOrganisations(String)
  case noPerson
  /// A long number that a spreadsheet kept as a number, and so rounded.
  case ruinedNumber(String)
  /// A spreadsheet made a date of a text.
  case dateInText(String)
  /// `#N/A` and its like.
  case errorInCell(String)

  public var kind: RefusalKind { .invalid }

  public var code: String {
    switch self {
    case .missing: "ledger.missing"
    case .tooLong: "ledger.too-long"
    case .noDay: "ledger.no-day"
    case .noWhole: "ledger.no-whole-number"
    case .decimalComma: "ledger.decimal-comma"
    case .tooManyDecimals: "ledger.too-many-decimals"
    case .noNumber: "ledger.no-number"
    case .outOfRange: "ledger.out-of-range"
    case .unclearShare: "ledger.unclear-share"
    case .aboveWhole: "ledger.above-whole"
    case .notOffered: "ledger.not-offered"
    case .noFlag: "ledger.no-flag"
    case .wrongCode(let cause): cause.code
    case .noOrganisation: "ledger.no-organisation"
    case .severalOrganisations: "ledger.several-organisations"
    case .noPerson: "ledger.no-person"
    case .ruinedNumber: "ledger.ruined-number"
    case .dateInText: "ledger.date-in-text"
    case .errorInCell: "ledger.error-in-cell"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .missing: Phrase(zh: "此项必填", en: "Please fill this in")
    case .tooLong(let count, let limit):
      Phrase(zh: "不超过 \(limit) 字，现为 \(count) 字", en: "At most \(limit) characters, this has \(count)")
    case .noDay(let text):
      Phrase(
        zh: "“\(text)”不是明确的日期；请按年-月-日填写，如 2026-11-22",
        en: "“\(text)” is not clearly a date; please write year-month-day, such as 2026-11-22")
    case .noWhole(let text):
      Phrase(zh: "“\(text)”不是整数；请填写整数，如 12", en: "“\(text)” is no whole number; please write one, such as 12")
    case .decimalComma(let text):
      Phrase(
        zh: "“\(text)”中的逗号不是千分位；小数请用句点，如 12.5",
        en: "The comma in “\(text)” does not group thousands; please write decimals with a point, such as 12.5")
    case .tooManyDecimals(let text, let digits):
      Phrase(zh: "“\(text)”小数过多；最多 \(digits) 位", en: "“\(text)” has too many decimals; at most \(digits)")
    case .noNumber(let text):
      Phrase(zh: "“\(text)”不是数字；请只填数字，如 1234.5", en: "“\(text)” is no number; please write digits only, such as 1234.5")
    case .outOfRange(let from, let to):
      Phrase(zh: "应在 \(from) 至 \(to) 之间", en: "Must be from \(from) to \(to)")
    case .unclearShare(let text):
      Phrase(
        zh: "“\(text)”可能是 \(text)% 也可能是比例；请带百分号填写，如 65%",
        en: "“\(text)” may be a percentage or a ratio; please write it with the sign, such as 65%")
    case .aboveWhole(let text):
      Phrase(zh: "“\(text)”超过 100%；请核对分子与分母", en: "“\(text)” is above 100 %; please check both numbers")
    case .notOffered(let text, let offered):
      Phrase(zh: "“\(text)”不在选项中；可选：\(offered.zh)", en: "“\(text)” is not offered; choose from: \(offered.en)")
    case .noFlag(let text): Phrase(zh: "“\(text)”应为“是”或“否”", en: "“\(text)” must be yes or no")
    case .wrongCode(let cause): cause.phrase
    case .noOrganisation(let text, let place):
      Phrase(
        zh: "\(place.zh)中没有“\(text)”；请填写已登记的统一社会信用代码或全称，或先登记",
        en: "There is no “\(text)” in \(place.en); please give a registered code or full name, or register it first")
    case .severalOrganisations(let text):
      Phrase(zh: "“\(text)”不止一家；请填写统一社会信用代码", en: "Several are called “\(text)”; please give the credit code")
    case .ruinedNumber(let text):
      Phrase(
        zh: "Excel 把长数字“\(text)”改成了科学计数，末几位已丢失；请把该列设为文本后重新填写",
        en: "Excel made “\(text)” of a long number and lost its last digits; set the column to text and enter it again")
    case .dateInText(let text):
      Phrase(
        zh: "此单元格是日期 \(text)，该列应填文字；请核对是否错列，或把该列设为文本后重新填写",
        en:
          "This cell is the date \(text) where words belong; check for a shifted column, or set it to text and enter it again"
      )
    case .errorInCell(let text):
      Phrase(
        zh: "单元格内是公式错误“\(text)”；请改正公式或直接填写数值",
        en: "The cell holds the formula error “\(text)”; please correct the formula or write the value")
    case .noPerson:
      Phrase(
        zh: "证件号码有误；请填写 18 位身份证号，或护照号（5 至 20 位字母数字）",
        en: "Not a valid number; please give an 18-symbol identity number or a passport number of 5 to 20 symbols")
    }
  }
}
