public import Kernel

/// The name of an outside series, such as `abnormal-withdrawal-rate.province`.
public struct SeriesCode: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  public let description: String

  /// Nil for anything but lower-case letters, digits, `-` and `.`, at most 60 of them.
  public init?(_ text: String) {
    guard (1...60).contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E })
    else { return nil }
    description = text
  }

  /// - Precondition: the literal is a name.
  public init(stringLiteral text: String) {
    // A literal of the program itself: a wrong one shows when it is first run.
    guard let code = SeriesCode(text) else { preconditionFailure("not a series: \(text)") }
    self = code
  }

  public static func < (left: Self, right: Self) -> Bool { left.description < right.description }
}

/// A series of numbers that others publish and the zone only takes in, each with its source.
public struct Series: Sendable {
  public let code: SeriesCode
  public let name: Phrase
  public let unit: Phrase
  /// Decimals that its values are printed with.
  public let digits: Int
  /// Who publishes it.
  public let publisher: Phrase

  public init(_ code: SeriesCode, name: Phrase, unit: Phrase, digits: Int, publisher: Phrase) {
    self.code = code
    self.name = name
    self.unit = unit
    self.digits = digits
    self.publisher = publisher
  }
}

/// What a value of a series is about: a year as a whole or its end, or the state on a day.
public enum SeriesPeriod: Hashable, Sendable, CustomStringConvertible {
  case year(Int)
  case day(Day)

  /// Reads `2026` or `2026-10-31`.
  public init?(_ text: String) {
    if let day = Day(text) {
      self = .day(day)
    } else if text.utf8.count == 4, let year = Int(text), (1_949...2_199).contains(year) {
      self = .year(year)
    } else {
      return nil
    }
  }

  public var description: String {
    switch self {
    case .year(let year): "\(year)"
    case .day(let day): day.description
    }
  }

  /// The last day that the value speaks of: 31 December of a year.
  public var end: Day {
    switch self {
    case .year(let year): Day(year: year, month: 12, day: 31) ?? PeriodKind.planEnd
    case .day(let day): day
    }
  }
}

/// Whether the publisher may still revise a value.
public enum SeriesStanding: String, CaseIterable, Sendable {
  case provisional, final

  public var phrase: Phrase {
    switch self {
    case .provisional: Phrase(zh: "初步数", en: "provisional")
    case .final: Phrase(zh: "最终数", en: "final")
    }
  }
}

/// One published value.
///
/// Provisional and final ones are both kept; the final one is used.
public struct SeriesValue: Equatable, Sendable {
  public let id: ID<SeriesValue>
  public let series: SeriesCode
  public let period: SeriesPeriod
  public let value: Quantity
  public let standing: SeriesStanding
  /// The document or page that says so.
  public let source: String
  public let publishedOn: Day
  public let importedOn: Day

  public init(
    id: ID<SeriesValue>, series: SeriesCode, period: SeriesPeriod, value: Quantity, standing: SeriesStanding,
    source: String, publishedOn: Day, importedOn: Day
  ) {
    self.id = id
    self.series = series
    self.period = period
    self.value = value
    self.standing = standing
    self.source = source
    self.publishedOn = publishedOn
    self.importedOn = importedOn
  }
}

/// The series that a zone takes in.
public struct SeriesBook: Sendable {
  /// In the order in which pages list them.
  public let all: [Series]

  public init(_ all: [Series]) { self.all = all }

  public func find(_ code: SeriesCode) -> Series? { all.first { $0.code == code } }
}
