public import Kernel

/// What a ``monthCalendar(_:marks:)`` says of a day: words below its number, and a ground to find them by.
public struct DayMark: Sendable {
  let words: [Phrase]
  let sort: Sort

  public init(_ words: [Phrase], _ sort: Sort) {
    self.words = words
    self.sort = sort
  }

  /// How the day's ground looks; the words say the same.
  public enum Sort: String, CaseIterable, Sendable {
    case plain, off, extra, end
  }
}

/// A month as a sheet of weeks that begin on Monday.
///
/// - `month`: any day of it.
/// - `marks`: nil for a day of which there is nothing to say.
public func monthCalendar(_ month: Day, marks: (Day) -> DayMark?) -> HTML {
  let first = month.adding(days: 1 - month.day)
  let last = first.adding(months: 1).adding(days: -1)
  let start = first.adding(days: 1 - first.weekday)
  let weeks = stride(from: start.number, through: last.number, by: 7).map { monday -> HTML in
    let cells = (monday..<monday + 7).map { number -> HTML in
      let day = Day(number: number)
      return day < first || day > last ? "<td></td>" : cell(day, marks(day))
    }
    return "<tr>\(cells)</tr>\n"
  }
  let title = Phrase(
    zh: "\(first.year)年\(first.month)月", en: "\(Day.months[first.month - 1]) \(first.year)")
  let heads = (0..<7).map { place -> HTML in
    let name = Phrase(zh: Weekday.zh[place], en: String(Weekday.en[place].prefix(2)))
    return "<th scope=\"col\" abbr=\"\(Phrase(zh: "星期\(Weekday.zh[place])", en: Weekday.en[place]))\">\(name)</th>"
  }
  return """
    <table class="month"><caption>\(title)</caption><thead><tr>\(heads)</tr></thead>
    <tbody>
    \(weeks)</tbody></table>
    """
}

private func cell(_ day: Day, _ mark: DayMark?) -> HTML {
  guard let mark else { return "<td>\(day.day)</td>" }
  let words = mark.words.map { "<span class=\"day-mark\">\($0)</span>" as HTML }
  return "<td class=\"\(mark.sort.rawValue)-day\">\(day.day)\(words)</td>"
}
