import Kernel
import Markup
import Rules
import Web

/// One year's days off and make-up days as twelve months, with the notice that sets them; a year without one says so.
func holidayPage(_ year: Int, _ holidays: HolidayBook, _ editions: [HolidayEdition], mayImport: Bool) -> Page {
  let years = holidays.notices.map(\.year) + [holidays.awaitedYear].compactMap(\.self)
  return Page(
    Phrase(zh: "\(year)年节假日安排", en: "Holidays of \(year)"),
    trail: [Crumb(Phrase(zh: "期限计算", en: "Deadlines"), RulePath.deadlines)],
    """
    \(tabs(
      Phrase(zh: "年份", en: "Years"), years.sorted().map { (Phrase(zh: "\($0)年", en: "\($0)"), RulePath.holidays($0)) },
      current: RulePath.holidays(year)))
    \(if: mayImport, "<p class=\"actions\">\(linkButton(importTitle, to: RulePath.takeCalendar(year)))</p>")
    \(holidays.notice(of: year).map { announced($0, holidays, editions) } ?? awaited(year))
    """)
}

let importTitle = Phrase(zh: "导入节假日安排", en: "Take in a year's holidays")

private func awaited(_ year: Int) -> HTML {
  notice(
    .warning, Phrase(zh: "\(year)年节假日安排尚未公布", en: "The holidays of \(year) are not announced yet"),
    """
    <p>\(Phrase(
      zh: "国务院办公厅公布前，只按周末计算；用到这一年的届满日都标为暂定，公布后可能调整。",
      en: "Until the General Office of the State Council announces them, only weekends are counted; "
        + "every last day that needs this year is marked as provisional and may move."))</p>
    """)
}

private func announced(_ notice: HolidayNotice, _ holidays: HolidayBook, _ editions: [HolidayEdition]) -> HTML {
  let days = notice.lines.map(\.day)
  let runs = days.first.flatMap { first in days.last.map { holidays.runs(from: first, through: $0) } } ?? []
  let named = runs.filter { $0.kind != .weekend }
  return """
    \(definitions([
      (
        Phrase(zh: "通知", en: "Notice"),
        "<a href=\"\(notice.address)\" rel=\"noreferrer\">\(notice.title, in: .zh)</a>"
      )
    ] + documentFacts(notice) + [
      (Phrase(zh: "状态", en: "Status"), ruleStatus(.sourced, mark: nil)),
      (Phrase(zh: "放假日", en: "Days off"), "\(dayCount(notice.off.count))"),
      (Phrase(zh: "调休上班日", en: "Make-up working days"), "\(dayCount(notice.working.count))"),
    ]))
    <p class="actions"><a href="\(RulePath.calendarFile(notice.year))">\(Phrase(zh: "下载本年安排（CSV）", en: "Download the year (CSV)"))</a></p>
    \(months(of: notice.year, holidays))
    \(list(Phrase(zh: "放假日", en: "Days off"), named.filter { !$0.kind.isWorking }))
    \(list(Phrase(zh: "调休上班日", en: "Make-up working days"), named.filter(\.kind.isWorking)))
    \(if: !editions.isEmpty, history(editions))
    """
}

private func documentFacts(_ notice: HolidayNotice) -> [(Phrase, HTML)] {
  [
    notice.number.map { (Phrase(zh: "文号", en: "Document number"), marked($0)) },
    notice.issuedOn.map { (Phrase(zh: "发文日期", en: "Issued on"), "\($0.description)") },
  ].compactMap(\.self)
}

private func months(of year: Int, _ holidays: HolidayBook) -> HTML {
  let firsts = (1...12).compactMap { Day(year: year, month: $0, day: 1) }
  let sheets = firsts.map { first in
    monthCalendar(first) { day in
      switch holidays.kind(of: day) {
      case .makeUp: DayMark([Phrase(zh: "班", en: "work")], .extra)
      case .holiday: DayMark([Phrase(zh: "休", en: "off")], .off)
      case .weekend: DayMark([], .off)
      case .working: nil
      }
    }
  }
  return """
    <h2>\(Phrase(zh: "全年日历", en: "The year"))</h2>
    <p class="help">\(Phrase(
      zh: "休：放假日；班：调休上班日；底色较深而无字的是周末。", en: "off: a day off; work: a make-up working day; shaded without a word: a weekend."))</p>
    <div class="months">\(sheets)</div>
    """
}

private func list(_ caption: Phrase, _ runs: [DayRun]) -> HTML {
  table(
    caption,
    columns: [
      Column(Phrase(zh: "日期", en: "Days"), .name), Column(Phrase(zh: "天数", en: "Number"), .number),
      Column(Phrase(zh: "事由", en: "For")),
    ], rows: runs.map { [span($0), "\(Count($0.count))", "\($0.kind.phrase)"] })
}

/// What was taken in, the latest first: it counts.
private func history(_ editions: [HolidayEdition]) -> HTML {
  table(
    Phrase(zh: "导入记录，最新一次有效", en: "What was taken in; the latest counts"),
    columns: [
      Column(Phrase(zh: "导入时间", en: "Taken in"), .name), Column(Phrase(zh: "文号", en: "Document number")),
      Column(Phrase(zh: "放假", en: "Off"), .number), Column(Phrase(zh: "调休", en: "Make-up"), .number),
      Column(Phrase(zh: "替换理由", en: "Why it was replaced")),
    ],
    rows: editions.reversed().map { edition in
      [
        "\(Instant(edition.enteredAt))", marked(edition.notice.number ?? ""), "\(Count(edition.notice.off.count))",
        "\(Count(edition.notice.working.count))", edition.reason.map { "\($0, in: .zh)" } ?? .notGiven,
      ]
    })
}
