import Foundation
public import Kernel

/// A year's notice as an administrator brings it.
public struct HolidayDraft: Sendable {
  public var year: Int
  public var title: String
  public var number: String
  public var issuedOn: Day
  /// Where the notice can be read.
  public var address: String
  public var days: [Line]

  public init(year: Int, title: String, number: String, issuedOn: Day, address: String, days: [Line]) {
    self.year = year
    self.title = title
    self.number = number
    self.issuedOn = issuedOn
    self.address = address
    self.days = days
  }

  /// A day with what the notice says of it.
  public struct Line: Hashable, Sendable {
    public let day: Day
    public let isWorked: Bool
    public let holidays: [Holiday]

    public init(_ day: Day, isWorked: Bool, _ holidays: [Holiday]) {
      self.day = day
      self.isWorked = isWorked
      self.holidays = holidays
    }
  }

  /// The notice, if its days make sense.
  ///
  /// Each day once, in its year or in the last week of December before (the long weekend of 1 January); a make-up day
  /// lies on a weekend.
  public func notice() throws(HolidayRefusal) -> HolidayNotice {
    guard (2000...2099).contains(year) else { throw .noYear }
    guard days.contains(where: { !$0.isWorked }) else { throw .noDays }
    for text in [title, number] where text.allSatisfy(\.isWhitespace) || text.count > 200 { throw .noDocument }
    guard isAddress else { throw .noAddress }
    var seen: Set<Day> = []
    for line in days {
      let isBefore = line.day.year == year - 1 && line.day.month == 12 && line.day.day > 24
      guard line.day.year == year || isBefore else { throw .outside(line.day, year) }
      guard seen.insert(line.day).inserted else { throw .twice(line.day) }
      guard !line.isWorked || line.day.weekday > 5 else { throw .notWeekend(line.day) }
    }
    let sorted = days.sorted { $0.day < $1.day }
    func named(_ isWorked: Bool) -> [HolidayNotice.NamedDay] {
      sorted.filter { $0.isWorked == isWorked }.map { HolidayNotice.NamedDay($0.day, $0.holidays) }
    }
    return HolidayNotice(
      year: year, title: RuleSource.withoutMarks(title), number: number, issuedOn: issuedOn, address: address,
      off: named(false), working: named(true))
  }

  private var isAddress: Bool {
    ["http://", "https://"].contains { address.lowercased().hasPrefix($0) && address.count > $0.count + 3 }
      && address.count <= 500 && address.unicodeScalars.allSatisfy { (0x21...0x7E).contains($0.value) }
  }
}

extension HolidayDraft.Line {
  /// Reads lines such as `2027-01-01,休,元旦` or `2027-02-05至2027-02-11,休,春节`; headings and blank lines are passed over.
  ///
  /// - Throws: ``HolidayRefusal/badLine(_:)``, with the number of the first line that says no day.
  public static func read(_ text: String) throws(HolidayRefusal) -> [HolidayDraft.Line] {
    var lines: [HolidayDraft.Line] = []
    for (place, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let cells = line.split { ",，;；\t ".contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }
      guard let first = cells.first, !["日期", "day", "date"].contains(first.lowercased()) else { continue }
      guard cells.count == 3, let days = days(first), let isWorked = isWorked(cells[1]),
        let holidays = Holiday.named(cells[2]), lines.count + days.count <= 200
      else { throw .badLine(place + 1) }
      lines += days.map { HolidayDraft.Line($0, isWorked: isWorked, holidays) }
    }
    return lines
  }

  /// `2027-01-01,休,元旦`.
  public var written: String { "\(day),\(isWorked ? "班" : "休"),\(holidays.map(\.rawValue).joined(separator: "、"))" }

  private static func isWorked(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "休", "放假", "休息", "off": false
    case "班", "上班", "调休上班", "working", "work": true
    default: nil
    }
  }

  private static func days(_ text: String) -> [Day]? {
    let ends = text.replacing("..", with: "至").split(separator: "至").map { Day($0) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last,
      last.number - first.number < 31
    else { return nil }
    return (first.number...last.number).map { Day(number: $0) }
  }
}
