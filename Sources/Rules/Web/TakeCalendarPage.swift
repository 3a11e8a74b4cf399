import API
import Kernel
import Markup
import Rules
import Web

/// The form that takes a year's calendar in.
func takeCalendarPage(_ known: HolidayBook, year: Int?, _ state: FormState) -> Page {
  let next = year ?? known.awaitedYear
  return Page(
    importTitle, trail: [Crumb(Phrase(zh: "期限计算", en: "Deadlines"), RulePath.deadlines)],
    """
    <p class="lead">\(Phrase(
      zh: "按国务院办公厅的通知录入一年的放假日和调休上班日。导入后，期限即按新安排计算，用到这一年的暂定日期会重新计算；已收录的年份再次导入即为替换，原安排留存。",
      en: "Enter the days off and the make-up days as the General Office of the State Council announced them. Deadlines are counted by them at once, and provisional days that need the year are counted anew. Taking a known year in again replaces it; the earlier calendar stays on record."))</p>
    \(state.form(
      to: RulePath.takeCalendar(nil), .files, submit: Phrase(zh: "导入并留痕", en: "Take in and record"),
      """
      \(state.field(
        "year", Phrase(zh: "年份", en: "Year"), .number(2000...2099), else: next.map(String.init) ?? "", need: .required))\
      \(state.field(
        "title", Phrase(zh: "通知标题", en: "Title of the notice"), need: .required,
        help: Phrase(zh: "不必加书名号", en: "Without quotation marks")))\
      \(state.field("number", Phrase(zh: "文号", en: "Document number"), need: .required))\
      \(state.field("issued", Phrase(zh: "发文日期", en: "Issued on"), .day, need: .required))\
      \(state.field("address", Phrase(zh: "通知网址", en: "Address of the notice"), need: .required))\
      \(state.field(
        "days", Phrase(zh: "放假日和调休上班日", en: "Days off and make-up days"), .lines(rows: 14),
        help: Phrase(
          zh: "每行“日期,休或班,节日”，如 2027-01-01,休,元旦；连续多日可写 2027-01-01至2027-01-03；一日属两个节日的用顿号隔开",
          en: "A line a day or a run of days: the day, off or working, and the holiday’s Chinese name, as in the file that each year offers for download")))\
      \(state.field("file", Phrase(zh: "或上传 CSV", en: "Or a CSV file"), .file(accept: ".csv,.txt")))\
      \(state.field(
        "reason", Phrase(zh: "替换理由", en: "Reason"), .area(),
        help: Phrase(zh: "该年份已经收录时必填", en: "Needed where the year is known already")))
      """))
    """)
}

/// Reads the form.
func holidayDraft(_ form: Form, daysIn file: (String) throws -> [HolidayDraft.Line]) throws -> HolidayDraft {
  var check = FormCheck()
  let year = try check.take("year") { () throws -> Int in
    guard let year = try form.integer("year", in: 2000...2099) else { throw FieldFault.missing }
    return year
  }
  let title = try check.take("title") { try form.required("title") }
  let number = try check.take("number") { try form.required("number") }
  let issued = try check.take("issued") { () throws -> Day in
    guard let day = try form.day("issued") else { throw FieldFault.missing }
    return day
  }
  let address = try check.take("address") { try form.required("address") }
  let days = try check.take("days") { () throws -> [HolidayDraft.Line] in
    let typed = try HolidayDraft.Line.read(form.text("days"))
    guard let upload = form.file("file") else { return typed }
    return try typed + file(upload.path)
  }
  try check.verify()
  guard let year, let title, let number, let issued, let address, let days else { throw FieldFault.missing }
  return HolidayDraft(year: year, title: title, number: number, issuedOn: issued, address: address, days: days)
}
