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
  private static let officeMark: UInt32 = 0xE000
  private static let numberMark: UInt32 = 0xE001
  private static let symbolBase: UInt32 = 0xE100
  private static let leastDigits = 5

  let part: String

  /// Nil for what is no number, or has less than five digits.
  init?(_ text: String) {
    guard let symbols = Self.symbols(text), symbols.count(where: Self.isDigit) >= Self.leastDigits else { return nil }
    let (office, rest) = Self.split(symbols)
    // The kind code ends a number; letters elsewhere are a word's.
    guard rest.prefix(while: { !Self.isDigit($0) }).count <= 2,
      rest.drop(while: { !Self.isDigit($0) }).drop(while: Self.isDigit).count <= 2
    else { return nil }
    part = Self.joined(office, rest)
  }

  static func written(_ number: String) -> String? {
    guard let symbols = symbols(number), symbols.contains(where: isDigit) else { return nil }
    let (office, rest) = split(symbols)
    return joined(office, rest)
  }

  /// ASCII capitals and digits without what stands between them; nil where anything else occurs.
  private static func symbols(_ text: String) -> [UInt8]? {
    guard text.utf8.count <= 64 else { return nil }
    var found: [UInt8] = []
    found.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      // Full-width forms as their ASCII ones.
      let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      switch value {
      case 0x30...0x39, 0x41...0x5A: found.append(UInt8(value))
      case 0x61...0x7A: found.append(UInt8(value - 0x20))
      case 0x20, 0x09, 0x3000, 0x2C...0x2F: continue
      default: return nil
      }
    }
    return found
  }

  /// Two letters in front are the office, but for the `ZL` of Chinese patents.
  private static func split(_ symbols: [UInt8]) -> (office: ArraySlice<UInt8>, rest: ArraySlice<UInt8>) {
    let hasOffice = symbols.count > 2 && !isDigit(symbols[0]) && !isDigit(symbols[1])
    let office = symbols.prefix(hasOffice ? 2 : 0)
    let rest = symbols.dropFirst(office.count).drop { $0 == UInt8(ascii: "0") }
    return (office.elementsEqual("ZL".utf8) ? [] : office, rest)
  }

  private static func joined(_ office: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    func append(_ value: UInt32) { if let scalar = Unicode.Scalar(value) { text.append(scalar) } }
    if !office.isEmpty {
      append(officeMark)
      for symbol in office { append(symbolBase + UInt32(symbol)) }
    }
    append(numberMark)
    for symbol in rest { append(symbolBase + UInt32(symbol)) }
    return String(text)
  }

  private static func isDigit(_ symbol: UInt8) -> Bool { (0x30...0x39).contains(symbol) }
}
