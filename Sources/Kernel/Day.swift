public import Foundation

/// A calendar day in Nanjing (Asia/Shanghai), whatever the server's time zone.
///
/// Deadlines, filing and publication dates are days. China has kept UTC+8 without summer time
/// since 1992, so an instant becomes a day by that fixed offset.
public struct Day: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Days since 1970-01-01.
  public let number: Int

  public init(number: Int) { self.number = number }

  /// The day that an instant falls on in Nanjing: 16:00 UTC is already tomorrow.
  public init(_ instant: Date) {
    number = Int(((instant.timeIntervalSince1970 + 28_800) / 86_400).rounded(.down))
  }

  /// A day of the Gregorian calendar, or nil if there is none (30 February).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9_999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    number = Self.number(year: year, month: month, day: day)
    guard parts == (year, month, day) else { return nil }
  }

  /// Reads `2026-11-22`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = Self.decimal(bytes[0..<4]), let month = Self.decimal(bytes[5..<7]),
      let day = Self.decimal(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  public var year: Int { parts.year }
  public var month: Int { parts.month }
  public var day: Int { parts.day }

  /// 1 is Monday, 7 is Sunday.
  public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  /// The first instant of the day: midnight in Nanjing.
  public var start: Date { Date(timeIntervalSince1970: Double(number) * 86_400 - 28_800) }

  /// ISO 8601, such as `2026-11-22`.
  public var description: String {
    let (year, month, day) = parts
    let padded = String(year + 10_000).dropFirst()
    return "\(padded)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  public func adding(days: Int) -> Day { Day(number: number + days) }

  /// The same-numbered day `months` later, or the last day of that month if it has none.
  ///
  /// Source: 专利法实施细则 第五条.
  public func adding(months: Int) -> Day {
    let (year, month, day) = parts
    let count = year * 12 + month - 1 + months
    let newMonth = (count % 12 + 12) % 12
    let newYear = (count - newMonth) / 12
    let first = Day(number: Self.number(year: newYear, month: newMonth + 1, day: 1))
    let next = Day(number: Self.number(year: newYear + (newMonth + 1) / 12, month: (newMonth + 1) % 12 + 1, day: 1))
    return first.adding(days: min(day, next.number - first.number) - 1)
  }

  public static func < (left: Self, right: Self) -> Bool { left.number < right.number }

  private static func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }

  /// Days from civil, counting years from March so that the leap day comes last.
  private static func number(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
