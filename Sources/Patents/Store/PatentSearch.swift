import Kernel
import Patents
import Storage

/// What somebody typed to find patents: a number in any writing, or words of title and applicants.
///
/// Several words must all occur. A number may lack its country code, its kind code or its last digits, and may have
/// leading zeros.
struct PatentSearch {
  private let text: String

  init(_ text: String) { self.text = text }

  /// The documents that carry exactly this number, found by index; empty where it is none or nobody has it.
  func exact(in db: any Reading) throws -> [Int64] {
    let condition: SQL
    if let number = try? PublicationNumber(text) {
      condition = "identity = \("P:" + number.description)"
    } else if let number = try? ApplicationNumber(text) {
      condition = "application_number = \(number.description)"
    } else {
      return []
    }
    return try db.rows("SELECT id FROM patents WHERE \(condition)").map { row in
      var columns = row.columns
      return try columns.integer()
    }
  }

  /// What must occur in ``text(of:_:_:_:)`` of a patent: all parts of one of these.
  var choices: [[String]] {
    let words = text.split(whereSeparator: \.isWhitespace).prefix(Self.wordLimit).map(String.init)
    return [words] + (SearchedNumber(text).map { [[$0.part]] } ?? [])
  }

  /// What a search looks through: the words, and behind them the numbers in symbols that no word has.
  static func text(title: String?, applicants: String?, publication: String?, application: String?) -> String {
    let words = [title, applicants].compactMap(\.self).joined(separator: "\n")
    let numbers = [publication, application].compactMap { $0.flatMap { SearchedNumber.written($0) } }
    return ([words] + numbers).joined(separator: "\n")
  }

  /// More words than anybody types; each costs a look into every text that has the longest of them.
  private static let wordLimit = 12
}

/// A number as documents are searched by it: letters and digits only, without leading zeros.
///
/// Written in symbols of Unicode's private use area, so that a word such as “2020” finds no numbers: a mark, the
/// office, another mark, and the rest. A search for the rest alone begins with the second mark.
private struct SearchedNumber {
  private static let officeMark = "\u{E000}"
  private static let numberMark = "\u{E001}"
  private static let leastDigits = 5

  let part: String

  /// Nil for what is no number, or has less than five digits.
  init?(_ text: String) {
    guard let symbols = Self.symbols(text), symbols.count(where: \.isNumber) >= Self.leastDigits else { return nil }
    let (office, rest) = Self.split(symbols)
    // The kind code ends a number; letters elsewhere are a word's.
    guard rest.prefix(while: { !$0.isNumber }).count <= 2,
      rest.drop(while: { !$0.isNumber }).drop(while: \.isNumber).count <= 2
    else { return nil }
    part = Self.joined(office, rest)
  }

  static func written(_ number: String) -> String? {
    guard let symbols = symbols(number), symbols.contains(where: \.isNumber) else { return nil }
    let (office, rest) = split(symbols)
    return joined(office, rest)
  }

  /// Capitals and digits without what stands between them; nil where anything else occurs.
  private static func symbols(_ text: String) -> [Character]? {
    guard text.utf8.count <= 64 else { return nil }
    var found: [Character] = []
    for scalar in text.unicodeScalars {
      // Full-width forms as their ASCII ones.
      let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      switch value {
      case 0x30...0x39, 0x41...0x5A: found.append(Character(Unicode.Scalar(UInt8(value))))
      case 0x61...0x7A: found.append(Character(Unicode.Scalar(UInt8(value - 0x20))))
      case 0x20, 0x09, 0x3000, 0x2C...0x2F: continue
      default: return nil
      }
    }
    return found
  }

  /// Two letters in front are the office, but for the `ZL` of Chinese patents.
  private static func split(_ symbols: [Character]) -> (office: [Character], rest: [Character]) {
    let hasOffice = symbols.count > 2 && symbols[0].isLetter && symbols[1].isLetter
    let office = hasOffice ? Array(symbols.prefix(2)) : []
    let rest = symbols.dropFirst(office.count).drop { $0 == "0" }
    return (office == ["Z", "L"] ? [] : office, Array(rest))
  }

  private static func joined(_ office: [Character], _ rest: [Character]) -> String {
    (office.isEmpty ? "" : officeMark + hidden(office)) + numberMark + hidden(rest)
  }

  private static func hidden(_ symbols: [Character]) -> String {
    String(
      String.UnicodeScalarView(
        symbols.compactMap { symbol in symbol.asciiValue.flatMap { Unicode.Scalar(0xE100 + UInt32($0)) } }))
  }
}
