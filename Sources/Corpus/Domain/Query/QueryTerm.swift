import Kernel

/// Makes a part of a query of one value and the field before it.
struct QueryTerm {
  private let field: QueryField
  private let relation: String

  init(_ field: QueryField, _ relation: String) {
    self.field = field
    self.relation = relation
  }

  func query(_ text: String, isQuoted: Bool) throws(CorpusRefusal) -> CorpusQuery {
    if relation == "==", let exact = try exact(text) { return exact }
    switch field {
    case .texts(let texts): return try phrase(text, texts, isQuoted)
    case .name(let column): return try name(text, column)
    case .value(let column): return try value(text, column)
    case .numbers(let columns): return try number(text, columns)
    case .ipc: return try ipc(text)
    case .day(let day): return try days(text, day)
    case .applicantOrNumber:
      let folded = CorpusNumber.folded(text)
      return folded.filter(\.isNumber).count >= 7 ? try number(text, [.applicationNumber]) : try name(text, .applicant)
    }
  }

  /// The documents with just this value, or without any where it is empty; nil for what has no values.
  private func exact(_ text: String) throws(CorpusRefusal) -> CorpusQuery? {
    switch field {
    case .name(let column), .value(let column): return .value(column, QueryField.value(text, of: column))
    case .applicantOrNumber: return .value(.applicant, text)
    case .numbers(let columns):
      let number = CorpusNumber.folded(text)
      let parts = CorpusColumn.allCases.filter(columns.contains).map { CorpusQuery.value($0, number) }
      // Without a number is what has none of any sort.
      return parts.count == 1 ? parts[0] : number.isEmpty ? .all(parts) : .any(parts)
    case .ipc:
      guard !text.isEmpty else { return .value(.ipcSection, "") }
      guard let symbol = IPCSymbol(text) else { throw .query(.badSymbol(text)) }
      return .value(symbol.column, symbol.text)
    case .day(let day): return text.isEmpty ? .value(day == .filing ? .filingYear : .publicationYear, "") : nil
    case .texts: return nil
    }
  }

  func range(_ from: String, _ to: String) throws(CorpusRefusal) -> CorpusQuery {
    let shown = "[\(from) TO \(to)]"
    switch field {
    case .day(let day):
      let (first, last) = (try span(from).lowerBound, try span(to).upperBound)
      guard first <= last else { throw .query(.badRange(shown)) }
      return .days(day, first...last)
    case .value(let column) where column == .filingYear || column == .publicationYear:
      return try years(from, to, column, shown)
    default: throw .query(.badRange(shown))
    }
  }

  private func phrase(_ text: String, _ texts: Set<CorpusText>, _ isQuoted: Bool) throws(CorpusRefusal) -> CorpusQuery {
    var words = text
    var isPrefix = false
    if !isQuoted {
      if words.hasSuffix("*") {
        words.removeLast()
        isPrefix = true
      }
      guard !words.contains("*"), !words.contains("?") else { throw .query(.wildcardInside(text)) }
    }
    let folded = FoldedText(words)
    guard !folded.isEmpty else { throw .query(.nothingToFind(text)) }
    guard isPrefix, folded.units.allSatisfy({ PrefixWord.isPart($0) }) else { return .phrase(words, in: texts) }
    return .prefix(words, in: texts)
  }

  private func name(_ text: String, _ column: CorpusColumn) throws(CorpusRefusal) -> CorpusQuery {
    let name = text.hasSuffix("*") ? String(text.dropLast()) : text
    guard !FoldedText(name).isEmpty else { throw .query(.nothingToFind(text)) }
    return .name(column, name)
  }

  private func value(_ text: String, _ column: CorpusColumn) throws(CorpusRefusal) -> CorpusQuery {
    guard column == .filingYear || column == .publicationYear else {
      return .value(column, QueryField.value(text, of: column))
    }
    if let parts = Self.ends(of: text) { return try years(parts.from, parts.to, column, text) }
    switch relation {
    case ">=": return try years(text, "9999", column, text)
    case ">": return try years(Self.next(text, 1), "9999", column, text)
    case "<=": return try years("1", text, column, text)
    case "<": return try years("1", Self.next(text, -1), column, text)
    default: return try years(text, text, column, text)
    }
  }

  private static func next(_ year: String, _ step: Int) -> String { Int(year).map { "\($0 + step)" } ?? year }

  private func years(
    _ from: String, _ to: String, _ column: CorpusColumn, _ shown: String
  ) throws(CorpusRefusal) -> CorpusQuery {
    guard let first = Int(from), let last = Int(to), (1...9_999).contains(first), (first...9_999).contains(last),
      let start = Day(year: first, month: 1, day: 1), let end = Day(year: last, month: 12, day: 31)
    else { throw .query(.badRange(shown)) }
    return .days(column == .filingYear ? .filing : .publication, start.number...end.number)
  }

  private func number(_ text: String, _ columns: Set<CorpusColumn>) throws(CorpusRefusal) -> CorpusQuery {
    let isPrefix = text.hasSuffix("*")
    var number = CorpusNumber.folded(text)
    if number.hasPrefix("ZL") { number = "CN" + number.dropFirst(2) }
    guard !number.isEmpty else { throw .query(.nothingToFind(text)) }
    // Without a country a number is taken as the Chinese one, too.
    guard number.first?.isNumber == true else { return .number(number, columns: columns, isPrefix: isPrefix) }
    return .any([
      .number(number, columns: columns, isPrefix: isPrefix),
      .number("CN" + number, columns: columns, isPrefix: isPrefix),
    ])
  }

  private func ipc(_ text: String) throws(CorpusRefusal) -> CorpusQuery {
    let symbol = text.hasSuffix("*") ? String(text.dropLast()) : text
    guard IPCSymbol(symbol) != nil else { throw .query(.badSymbol(text)) }
    return .ipc(symbol)
  }

  private func days(_ text: String, _ day: CorpusDay) throws(CorpusRefusal) -> CorpusQuery {
    if let parts = Self.ends(of: text) { return try range(parts.from, parts.to) }
    let span = try span(text)
    switch relation {
    case ">=": return .days(day, span.lowerBound...Self.lastDay)
    case ">": return .days(day, span.upperBound + 1...Self.lastDay)
    case "<=": return .days(day, Self.firstDay...span.upperBound)
    case "<": return .days(day, Self.firstDay...span.lowerBound - 1)
    default: return .days(day, span)
    }
  }

  private static let (firstDay, lastDay) = (-719_162, 2_932_896)

  /// `2019..2021`, `2019-2021`, `20190101~20191231`.
  private static func ends(of text: String) -> (from: String, to: String)? {
    for mark in ["..", "~", "至"] {
      guard let middle = text.firstRange(of: mark) else { continue }
      return (String(text[..<middle.lowerBound]), String(text[middle.upperBound...]))
    }
    let parts = text.split(separator: "-").map(String.init)
    guard parts.count == 2, parts.allSatisfy({ $0.count == 4 || $0.count == 8 }), parts[0].count == parts[1].count
    else { return nil }
    return (parts[0], parts[1])
  }

  /// The days of a year, a month or a day.
  private func span(_ text: String) throws(CorpusRefusal) -> ClosedRange<Int> {
    let parts = text.split { "-./年月日".contains($0) }.map(String.init)
    var numbers = parts.compactMap { Int($0) }
    if parts.count == 1, let whole = numbers.first {
      switch parts[0].count {
      case 4: numbers = [whole]
      case 6: numbers = [whole / 100, whole % 100]
      case 8: numbers = [whole / 10_000, whole / 100 % 100, whole % 100]
      default: numbers = []
      }
    } else if numbers.count != parts.count {
      numbers = []
    }
    guard (1...3).contains(numbers.count),
      let first = Day(
        year: numbers[0], month: numbers.count > 1 ? numbers[1] : 1, day: numbers.count > 2 ? numbers[2] : 1)
    else { throw .query(.badDay(text)) }
    switch numbers.count {
    case 1: return first.number...first.adding(months: 12).number - 1
    case 2: return first.number...first.adding(months: 1).number - 1
    default: return first.number...first.number
    }
  }
}

/// Which words an asterisk may follow: Chinese text needs none, since it is found wherever it stands.
enum PrefixWord {
  static func isPart(_ unit: UInt16) -> Bool { FoldTable.shared.entries[Int(unit)] >> 16 == FoldTable.Sort.word }
}
