import Kernel
import Markup
import Programme

/// The tasks of a year over its months, drawn by the server: baseline, present dates, progress, today.
///
/// Each row is a link with its words, so that the chart can be walked by keyboard and heard; what it shows stands in the
/// table below it, too.
struct GanttChart {
  let lines: [TaskLine]
  let today: Day
  let year: Int

  /// Units of the drawing; about one is a pixel of a wide screen.
  private static let (width, left, right) = (1_000, 256, 862)
  private static let (head, row) = (30, 30)

  private var first: Day {
    let starts = lines.flatMap { [$0.task.content.dates.start] + ($0.baseline.map { [$0.start] } ?? []) }
    return (starts + [Day(year: year, month: 1, day: 1)].compactMap(\.self)).min() ?? today
  }

  private var last: Day {
    let ends = lines.flatMap { line -> [Day] in
      [line.task.content.dates.due] + [line.baseline?.due, line.task.doneOn].compactMap(\.self)
    }
    return (ends + [Day(year: year, month: 12, day: 31)].compactMap(\.self)).max() ?? today
  }

  private var height: Int { Self.head + lines.count * Self.row + 6 }

  var markup: HTML {
    let caption = Phrase(zh: "进度图", en: "Gantt chart")
    return """
      <figure class="chart gantt"><figcaption>\(caption)</figcaption>
      <div class="gantt-region" role="region" aria-label="\(caption)" tabindex="0">
      <svg viewBox="0 0 \(Self.width) \(height)" width="\(Self.width)" height="\(height)" role="group" \
      aria-label="\(caption)">
      \(months)\(lines.enumerated().map { rowMarkup($0.element, at: $0.offset) })\(todayLine)</svg></div>
      <p class="help gantt-swipe">\(Phrase(zh: "左右滑动查看各月", en: "Swipe sideways to see the months"))</p>
      <p class="help">\(Phrase(
        zh: "细线：批准时的基线；粗条：现行安排，实心部分为已填报的进度；竖线：今天（\(today)）；菱形：实际完成日。右侧文字说明状态。",
        en: "Thin line: the approved baseline. Thick bar: the present dates, filled as far as progress was noted. Upright line: today (\(today)). Diamond: the day it was done. The words at the right say how it stands."))</p>
      </figure>
      """
  }

  private func x(_ day: Day) -> Int {
    let span = max(1, last.number - first.number + 1)
    return Self.left + (day.number - first.number) * (Self.right - Self.left) / span
  }

  private var months: HTML {
    var html = HTML()
    var month = first.adding(days: 1 - first.day)
    while month <= last {
      let place = max(x(month), Self.left)
      let isYear = month.month == 1
      let name = Phrase(
        zh: isYear && month.year != year ? "\(month.year)年1月" : "\(month.month)月",
        en: Self.names[month.month - 1] + (isYear && month.year != year ? " \(month.year)" : ""))
      html += """
        <line class="gantt-grid" x1="\(place)" y1="\(Self.head - 6)" x2="\(place)" y2="\(height)"/>\
        <text class="gantt-month" x="\(place + 3)" y="\(Self.head - 11)">\(name)</text>

        """
      month = month.adding(months: 1)
    }
    return html
  }

  private static let names = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private var todayLine: HTML {
    guard first <= today, today <= last else { return "" }
    return """
      <line class="gantt-today" x1="\(x(today))" y1="\(Self.head - 6)" x2="\(x(today))" y2="\(height)"/>

      """
  }

  private func rowMarkup(_ line: TaskLine, at place: Int) -> HTML {
    let (task, top) = (line.task, Self.head + place * Self.row)
    let light = line.light(on: today)
    let dates = task.content.dates
    let (from, to) = (x(dates.start), max(x(dates.due.adding(days: 1)), x(dates.start) + 3))
    let done = (to - from) * task.percent / 100
    return """
      <a href="\(PlanPath.task(task.id))" class="gantt-task \(light.colour.rawValue)">\
      <title\(languageAttribute(of: task.content.title))>\(task.content.title) \(dates.start.description)–\(dates.due.description)</title>\
      <rect class="gantt-row" x="1" y="\(top)" width="\(Self.width - 2)" height="\(Self.row)"/>\
      <text class="gantt-title" lang="zh-CN" x="6" y="\(top + 20)">\(task.place). \(Self.cut(task.content.title))</text>\
      <rect class="gantt-bar" x="\(from)" y="\(top + 6)" width="\(to - from)" height="12" rx="2"/>\
      \(if: done > 0, "<rect class=\"gantt-progress\" x=\"\(from)\" y=\"\(top + 6)\" width=\"\(done)\" height=\"12\" rx=\"2\"/>")\
      \(line.baseline.map { baseline($0, top) })\(task.doneOn.map { diamond($0, top) })\
      <text class="gantt-light" x="\(Self.right + 8)" y="\(top + 20)">\(light.phrase)</text></a>

      """
  }

  private func baseline(_ baseline: PlanBaseline, _ top: Int) -> HTML {
    let (from, to) = (x(baseline.start), x(baseline.due.adding(days: 1)))
    return
      "<rect class=\"gantt-baseline\" x=\"\(from)\" y=\"\(top + 21)\" width=\"\(max(to - from, 3))\" height=\"3\"/>"
  }

  private func diamond(_ day: Day, _ top: Int) -> HTML {
    let (middle, centre) = (x(day), top + 12)
    return """
      <polygon class="gantt-done" points="\(middle - 8),\(centre) \(middle),\(centre - 8) \(middle + 8),\(centre) \
      \(middle),\(centre + 8)"/>
      """
  }

  /// As much of a title as stands beside the bars: a Chinese character is about two Latin ones wide.
  private static func cut(_ title: String) -> String {
    var (width, kept) = (0, "")
    for symbol in title {
      width += symbol.isASCII ? 1 : 2
      if width > 34 { return kept + "…" }
      kept.append(symbol)
    }
    return kept
  }
}

extension PlanTask {
  var doneOn: Day? { if case .done(let day, _) = stage { day } else { nil } }
}
