import Kernel
import Markup
import Rules
import Web

/// One year's days off and make-up days with the notice that sets them; a year without one says so.
func holidayPage(_ year: Int, _ holidays: HolidayBook) -> Page {
  let years = holidays.notices.map(\.year) + [holidays.awaitedYear].compactMap(\.self)
  return Page(
    Phrase(zh: "\(year)年节假日安排", en: "Holidays of \(year)"),
    trail: [Crumb(Phrase(zh: "期限计算", en: "Deadlines"), RulePath.deadlines)],
    """
    \(tabs(
      Phrase(zh: "年份", en: "Years"), years.map { (Phrase(zh: "\($0)年", en: "\($0)"), RulePath.holidays($0)) },
      current: RulePath.holidays(year)))
    \(holidays.notice(of: year).map { announced($0, holidays) } ?? awaited(year))
    """)
}

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

private func announced(_ notice: HolidayNotice, _ holidays: HolidayBook) -> HTML {
  let days = (notice.off + notice.working).map(\.day)
  let runs = days.min().flatMap { first in days.max().map { holidays.runs(from: first, through: $0) } } ?? []
  let named = runs.filter { $0.kind != .weekend }
  return """
    \(definitions([
      (
        Phrase(zh: "通知", en: "Notice"),
        "<a href=\"\(notice.address)\" rel=\"noreferrer\">\(notice.title, in: .zh)</a>"
      ),
      (Phrase(zh: "状态", en: "Status"), ruleStatus(.sourced, mark: nil)),
      (Phrase(zh: "放假日", en: "Days off"), "\(dayCount(notice.off.count))"),
      (Phrase(zh: "调休上班日", en: "Make-up working days"), "\(dayCount(notice.working.count))"),
    ]))
    \(list(Phrase(zh: "放假日", en: "Days off"), named.filter { !$0.kind.isWorking }))
    \(list(Phrase(zh: "调休上班日", en: "Make-up working days"), named.filter(\.kind.isWorking)))
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
