import Foundation
public import Kernel

/// A mark as lists have it: each field as its best and newest source says it.
public struct TrademarkLine: Equatable, Sendable {
  public let identity: String
  public let sort: TrademarkRecord.Sort
  public let office: String
  public let name: String?
  public let numbers: [String]
  public let applicants: [String]
  public let classes: [Int]
  public let status: String?
  /// Of filing, else of registration; "" where neither is known.
  public let day: String
  private let words: String
  private let digits: [String]

  public var id: ID<TrademarkRecord> { TrademarkRecord.id(of: identity) }

  public init(_ mark: TrademarkRecord, identity: String) {
    self.identity = identity
    (sort, office, name, status) = (mark.sort, mark.office, mark.name, mark.status)
    numbers = [mark.applicationNumber, mark.registrationNumber].compactMap(\.self)
    applicants = mark.applicants
    classes = Set(mark.goods.map(\.niceClass)).sorted()
    day = (mark.filingDay ?? mark.registrationDay)?.description ?? ""
    words = ([mark.name].compactMap(\.self) + mark.applicants + mark.agents).map(Self.folded).joined(separator: "\n")
    digits = numbers.map(Self.number)
  }

  /// Small letters of one width, so that spellings meet.
  static func folded(_ text: String) -> String { text.precomposedStringWithCompatibilityMapping.lowercased() }

  /// A number without what stands between its symbols.
  static func number(_ text: String) -> String { folded(text).filter { $0.isLetter || $0.isNumber } }

  fileprivate func has(_ text: TrademarkWords) -> Bool {
    text.words.allSatisfy(words.contains)
      || text.number.map { number in digits.contains { $0.contains(number) } } ?? false
  }
}

/// What somebody typed to find marks: words that must all occur, or a number in any writing.
private struct TrademarkWords {
  let words: [String]
  let number: String?

  init(_ text: String) {
    words = TrademarkLine.folded(text).split(whereSeparator: \.isWhitespace).prefix(12).map(String.init)
    let number = TrademarkLine.number(text)
    self.number = number.count(where: \.isNumber) >= 4 ? number : nil
  }
}

/// Which marks a list shows.
public struct TrademarkFilter: Equatable, Sendable {
  public var sort: TrademarkRecord.Sort?
  public var niceClass: Int?
  public var status: String?
  public var office: String?
  /// Words of mark, applicants and agents that must all occur, or a number.
  public var text: String?

  public init(
    sort: TrademarkRecord.Sort? = nil, niceClass: Int? = nil, status: String? = nil, office: String? = nil,
    text: String? = nil
  ) {
    (self.sort, self.niceClass, self.status) = (sort, niceClass, status)
    (self.office, self.text) = (office, text)
  }

  public var isEmpty: Bool { self == TrademarkFilter() }
}

/// All marks of the register, the newest first, as they are searched.
public struct TrademarkList: Sendable {
  public let lines: [TrademarkLine]

  public init(_ lines: [TrademarkLine]) {
    self.lines = lines.sorted { ($1.day, $0.identity) < ($0.day, $1.identity) }
  }

  public func find(_ filter: TrademarkFilter) -> [TrademarkLine] {
    let text = filter.text.map(TrademarkWords.init)
    return lines.filter { line in Self.meets(line, filter) && text.map(line.has) ?? true }
  }

  private static func meets(_ line: TrademarkLine, _ filter: TrademarkFilter) -> Bool {
    (filter.sort.map { $0 == line.sort } ?? true) && (filter.niceClass.map(line.classes.contains) ?? true)
      && (filter.status.map { $0 == line.status } ?? true) && (filter.office.map { $0 == line.office } ?? true)
  }

  /// How many of the marks that a filter finds have each class, and each status: each counted as if the filter said
  /// nothing of it.
  public func facets(_ filter: TrademarkFilter) -> TrademarkFacets {
    func without(_ change: (inout TrademarkFilter) -> Void) -> [TrademarkLine] {
      var wider = filter
      change(&wider)
      return find(wider)
    }
    var (classes, statuses, offices): ([Int: Int], [String: Int], [String: Int]) = ([:], [:], [:])
    for line in without({ $0.niceClass = nil }) { for number in line.classes { classes[number, default: 0] += 1 } }
    for line in without({ $0.status = nil }) { if let status = line.status { statuses[status, default: 0] += 1 } }
    for line in without({ $0.office = nil }) { offices[line.office, default: 0] += 1 }
    return TrademarkFacets(
      classes: classes.map { (value: $0.key, count: $0.value) }.sorted { $0.value < $1.value },
      statuses: Self.ordered(statuses),
      offices: Self.ordered(offices))
  }

  /// The most frequent first.
  private static func ordered(_ counts: [String: Int]) -> [(value: String, count: Int)] {
    counts.map { (value: $0.key, count: $0.value) }.sorted { ($1.count, $0.value) < ($0.count, $1.value) }
  }
}

/// What a list of marks can be narrowed by, with how many marks each leaves.
public struct TrademarkFacets: Sendable {
  public let classes: [(value: Int, count: Int)]
  public let statuses: [(value: String, count: Int)]
  public let offices: [(value: String, count: Int)]
}
