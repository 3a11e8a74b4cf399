public import Kernel

/// What is wrong with a query, with the piece that it is about.
public enum QueryFault: Equatable, Sendable {
  case empty
  case unclosedQuote
  case unclosedBracket
  case unopenedBracket
  case missingOperand(after: String)
  case unknownField(String)
  case missingValue(field: String)
  case badRange(String)
  case badDay(String)
  case badSymbol(String)
  case wildcardInside(String)
  case proximity(String)
  case nothingToFind(String)
  case tooLong(limit: Int)

  public var code: String {
    switch self {
    case .empty: "corpus.query-empty"
    case .unclosedQuote: "corpus.query-unclosed-quote"
    case .unclosedBracket: "corpus.query-unclosed-bracket"
    case .unopenedBracket: "corpus.query-unopened-bracket"
    case .missingOperand: "corpus.query-missing-operand"
    case .unknownField: "corpus.query-unknown-field"
    case .missingValue: "corpus.query-missing-value"
    case .badRange: "corpus.query-bad-range"
    case .badDay: "corpus.query-bad-day"
    case .badSymbol: "corpus.query-bad-symbol"
    case .wildcardInside: "corpus.query-wildcard-inside"
    case .proximity: "corpus.query-proximity"
    case .nothingToFind: "corpus.query-nothing-to-find"
    case .tooLong: "corpus.query-too-long"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .empty: Phrase(zh: "请输入检索词", en: "Please enter something to search for")
    case .unclosedQuote: Phrase(zh: "引号没有成对；请补上右引号", en: "A quotation mark is missing; please close the quotation")
    case .unclosedBracket: Phrase(zh: "括号没有成对；请补上右括号", en: "A bracket is missing; please close it")
    case .unopenedBracket:
      Phrase(zh: "多了一个右括号；请删去或补上左括号", en: "There is a closing bracket too many; remove it or open it")
    case .missingOperand(let word):
      Phrase(zh: "“\(word)”后面缺少检索词", en: "Something to search for is missing after “\(word)”")
    case .unknownField(let name):
      Phrase(
        zh: "没有“\(name)”这个字段；可用字段见检索说明。若要检索冒号本身，请加引号",
        en:
          "There is no field “\(name)”; the search help lists the fields. To search for the colon itself, use quotation marks"
      )
    case .missingValue(let field):
      Phrase(zh: "字段“\(field)”后面缺少内容", en: "The field “\(field)” needs something to search for")
    case .badRange(let text):
      Phrase(
        zh: "看不懂范围“\(text)”；请写成 2019..2021 或 [20190101 TO 20211231]",
        en: "The range “\(text)” is not understood; write 2019..2021 or [20190101 TO 20211231]")
    case .badDay(let text):
      Phrase(
        zh: "看不懂日期“\(text)”；请写成 2019、201906、20190630 或 2019-06-30",
        en: "The date “\(text)” is not understood; write 2019, 201906, 20190630 or 2019-06-30")
    case .badSymbol(let text):
      Phrase(zh: "“\(text)”不是IPC分类号；例如 G06F16/90", en: "“\(text)” is no IPC symbol; for example G06F16/90")
    case .wildcardInside(let text):
      Phrase(
        zh: "“\(text)”：星号只能放在词尾，问号通配符不支持；汉字检索本身就是包含检索，不需要通配符",
        en: "“\(text)”: an asterisk may stand at the end of a word only, question marks do not stand for letters")
    case .proximity(let text):
      Phrase(
        zh: "不支持位置算符“\(text)”；请用 AND，或用引号检索连续的词句",
        en:
          "The proximity operator “\(text)” is not supported; use AND, or quotation marks for words that follow each other"
      )
    case .nothingToFind(let text):
      Phrase(zh: "“\(text)”中没有可检索的字词", en: "There is nothing to search for in “\(text)”")
    case .tooLong(let limit):
      Phrase(zh: "检索式超过\(limit)个字符；请缩短", en: "The query has more than \(limit) characters; please shorten it")
    }
  }
}
