public import Kernel

extension LedgerField {
  /// What was written in the field, as a value; nil where nothing was.
  ///
  /// For ``Sort/organisation(of:)`` and ``Sort/person`` the text comes back trimmed: the desk resolves it.
  public func read(_ written: String) throws(LedgerFault) -> LedgerValue? {
    let text = LedgerText.trimmed(written)
    guard !text.isEmpty else {
      if isRequired { throw .missing }
      return nil
    }
    return switch sort {
    case .text(let limit): .text(try LedgerText.line(text, limit: limit))
    case .lines(let limit): .text(try LedgerText.within(text, limit: limit))
    case .day: .day(try LedgerText.day(text))
    case .whole(let range): .whole(try LedgerNumber(text).whole(in: range))
    case .hundredths(let range): .whole(try LedgerNumber(text).scaled(digits: 2, in: range))
    case .money(let unit):
      .whole(try LedgerNumber(text).scaled(digits: unit.digits, in: -Self.mostMoney...Self.mostMoney))
    case .share: .whole(try LedgerNumber.share(text))
    case .choice(let choices): .text(try Self.choice(text, of: choices).code)
    case .choices(let choices): .codes(try Self.chosen(text, of: choices))
    case .flag: .flag(try LedgerText.flag(text))
    case .creditCode: .text(try Self.creditCode(text))
    case .organisation, .person: .text(try LedgerText.line(text, limit: 200))
    }
  }

  /// A thousand billion yuan in fen.
  private static let mostMoney: Int64 = 100_000_000_000_000

  static func creditCode(_ text: String) throws(LedgerFault) -> String {
    do { return try SocialCreditCode(text).description } catch { throw .wrongCode(error) }
  }

  private static func choice(_ text: String, of choices: [LedgerChoice]) throws(LedgerFault) -> LedgerChoice {
    let wanted = LedgerText.folded(text)
    let found = choices.first { choice in
      ([choice.code, choice.words.zh, choice.words.en] + choice.aliases).contains { LedgerText.folded($0) == wanted }
    }
    guard let found else { throw .notOffered(text, offered: offered(choices)) }
    return found
  }

  private static func chosen(_ text: String, of choices: [LedgerChoice]) throws(LedgerFault) -> [String] {
    var found: Set<String> = []
    for part in text.split(whereSeparator: { ";；|\n".contains($0) }) {
      // A choice may itself hold the marks that others write between choices.
      if let whole = try? choice(String(part), of: choices) {
        found.insert(whole.code)
        continue
      }
      for word in part.split(whereSeparator: { ",，、".contains($0) }) {
        let word = LedgerText.trimmed(String(word))
        if !word.isEmpty { found.insert(try choice(word, of: choices).code) }
      }
    }
    return choices.map(\.code).filter(found.contains)
  }

  private static func offered(_ choices: [LedgerChoice]) -> Phrase {
    Phrase(
      zh: choices.map(\.words.zh).joined(separator: "、"), en: choices.map(\.words.en).joined(separator: ", "))
  }
}

/// What people write for words, days and yes or no.
enum LedgerText {
  /// Without blanks at its ends and without what no record can hold.
  static func trimmed(_ text: String) -> String {
    let plain =
      text.utf8.contains { $0 < 0x20 }
      ? String(
        String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 || "\n\t".unicodeScalars.contains($0) }))
      : text
    let start = plain.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }

  /// For comparison: without blanks, case and width.
  static func folded(_ text: String) -> String {
    LedgerNumber.halfWidth(text).lowercased().filter { !$0.isWhitespace }
  }

  static func line(_ text: String, limit: Int) throws(LedgerFault) -> String {
    try within(String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }), limit: limit)
  }

  static func within(_ text: String, limit: Int) throws(LedgerFault) -> String {
    guard text.count <= limit else { throw .tooLong(text.count, limit: limit) }
    return text
  }

  static func flag(_ text: String) throws(LedgerFault) -> Bool {
    switch text.lowercased() {
    case "是", "yes", "y", "true", "1", "有", "√": true
    case "否", "no", "n", "false", "0", "无", "×": false
    default: throw .noFlag(text)
    }
  }

  /// Year, month and day in this order, with any of the marks people use, or eight digits.
  ///
  /// Anything that begins with a day or a month could be two days, and is refused; so is a spreadsheet's count of days,
  /// which any other number could be.
  static func day(_ text: String) throws(LedgerFault) -> Day {
    let plain = LedgerNumber.halfWidth(text)
    let date = plain.split(separator: " ").first.map(String.init) ?? plain
    if date.allSatisfy({ $0.isASCII && $0.isNumber }) {
      guard let day = compact(date) else { throw .noDay(text) }
      return day
    }
    let parts = date.split(omittingEmptySubsequences: true) { "-/.年月日".contains($0) }
    guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }), parts[0].count == 4,
      parts[1].count <= 2, parts[2].count <= 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let number = Int(parts[2]),
      let day = Day(year: year, month: month, day: number)
    else { throw .noDay(text) }
    return day
  }

  private static func compact(_ digits: String) -> Day? {
    guard digits.count == 8, let number = Int(digits) else { return nil }
    return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }
}
