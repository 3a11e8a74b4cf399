import Kernel
import Markup
import Rules
import Web

/// The months of the count, each day marked in words, with the same in a table beside them.
func deadlineCalendar(_ deadline: RuleDeadline, _ holidays: HolidayBook) -> HTML {
  let (months, isWhole) = months(of: deadline)
  return """
    <h3>\(Phrase(zh: "月历", en: "Calendar"))</h3>
    <div class="months">\(months.map { month in monthCalendar(month) { mark($0, deadline, holidays) } })</div>
    <p class="help">\(legend(isWhole, deadline))</p>
    \(table(
      Phrase(zh: "月历中的日期", en: "The days of the calendar"),
      columns: [
        Column(Phrase(zh: "日期", en: "Days"), .name), Column(Phrase(zh: "天数", en: "Number"), .number),
        Column(Phrase(zh: "说明", en: "What they are")),
      ], rows: rows(deadline)))
    """
}

private let off = Phrase(zh: "休", en: "off")
private let worked = Phrase(zh: "班", en: "work")
private let start = Phrase(zh: "起", en: "from")
private let end = Phrase(zh: "止", en: "end")

private func mark(_ day: Day, _ deadline: RuleDeadline, _ holidays: HolidayBook) -> DayMark? {
  let place = day == deadline.end.day ? [end] : day == deadline.start ? [start] : []
  let sort: DayMark.Sort? = day == deadline.end.day ? .end : nil
  switch holidays.kind(of: day) {
  case .working: return place.isEmpty ? nil : DayMark(place, sort ?? .plain)
  case .makeUp: return DayMark([worked] + place, sort ?? .extra)
  case .weekend, .holiday: return DayMark([off] + place, sort ?? .off)
  }
}

/// The first day of each month to draw: all of a short way, else those where it begins and ends.
private func months(of deadline: RuleDeadline) -> (months: [Day], isWhole: Bool) {
  let first = deadline.start.adding(days: 1 - deadline.start.day)
  let last = deadline.end.day.adding(days: 1 - deadline.end.day.day)
  let count = (last.year - first.year) * 12 + last.month - first.month + 1
  guard count > 4 else { return ((0..<count).map { first.adding(months: $0) }, true) }
  let moved = deadline.movedFrom.map { $0.adding(days: 1 - $0.day) } ?? last
  return (moved == last ? [first, last] : [first, moved, last], false)
}

private func legend(_ isWhole: Bool, _ deadline: RuleDeadline) -> Phrase {
  let others =
    deadline.end.provisional == nil
    ? Phrase(zh: "其余为工作日。", en: "all others are working days.")
    : Phrase(zh: "其余暂按工作日计。", en: "all others are counted as working days for now.")
  return Phrase(
    zh: "起：起算日，不计入；止：届满日；休：休息日；班：调休上班日；" + others.zh
      + (isWhole ? "" : "期限较长，只画出开始和届满的月份。"),
    en: "from: the day counted from, not counted itself; end: the last day; off: a day off; "
      + "work: a make-up working day; " + others.en
      + (isWhole ? "" : " Of this long way only the months where it begins and ends are drawn."))
}

private func rows(_ deadline: RuleDeadline) -> [[HTML]] {
  var found: [(Day, [HTML])] = [
    (
      deadline.start,
      [dayAndWeekday(deadline.start), "1", "\(Phrase(zh: "起算日，不计入", en: "Counted from; not counted itself"))"]
    ),
    (
      deadline.end.day.adding(days: 1),
      [dayAndWeekday(deadline.end.day), "1", "<strong>\(Phrase(zh: "届满日", en: "The last day"))</strong>"]
    ),
  ]
  for run in deadline.met where run.kind != .weekend {
    found.append((run.first, [span(run), "\(Count(run.count))", "\(run.kind.phrase)"]))
  }
  let weekends = deadline.met.filter { $0.kind == .weekend }
  if let first = weekends.first, let last = weekends.last {
    let days = weekends.reduce(0) { $0 + $1.count }
    let all = DayRun(first: first.first, last: last.last, kind: .weekend)
    found.append(
      (first.first, [span(all), "\(Count(days))", "\(Phrase(zh: "其间的周末", en: "Weekends among these days"))"]))
  }
  return found.sorted { $0.0 < $1.0 }.map(\.1)
}
