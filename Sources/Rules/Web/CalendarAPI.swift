import API
import HTTPTypes
import Kernel
import Rules
import RulesStore

/// The calendars of years for programs.
struct CalendarAPI: Sendable {
  let desk: RuleDesk

  var endpoints: [APIEndpoint] {
    [
      APIEndpoint(
        .get, "calendars/:year", summary: Phrase(zh: "一年的节假日安排", en: "The holidays of a year"), needs: .readRules,
        parameters: [.path("year", .integer(2000...2099), Phrase(zh: "年份", en: "The year"))],
        answer: CalendarView.schema, example: "/api/v1/calendars/2026"
      ) { request in
        guard let year = request.text("year").flatMap({ Int($0) }) else { throw APIRefusal.noSuchThing }
        guard let notice = try await desk.holidays(by: request.account).notice(of: year) else {
          throw APIRefusal.noSuchThing
        }
        return try APIAnswer(CalendarView(notice))
      },
      APIEndpoint(
        .post, "calendars", summary: Phrase(zh: "导入一年的节假日安排", en: "Take in the holidays of a year"),
        needs: .supersedeRules, body: CalendarOrder.schema, answer: CalendarView.schema, status: .created
      ) { request in
        let order = try request.decode(CalendarOrder.self)
        let edition = try await desk.takeCalendar(order.draft(), because: order.reason, by: request.account)
        return try APIAnswer(
          CalendarView(edition.notice), location: "/api/v1/calendars/\(edition.notice.year)")
      },
    ]
  }
}

/// A year's calendar.
struct CalendarView: APIValue {
  let year: Int
  let title: String
  let number: String?
  let issuedOn: Day?
  let address: String
  let days: [CalendarDay]

  init(_ notice: HolidayNotice) {
    year = notice.year
    title = notice.title
    number = notice.number
    issuedOn = notice.issuedOn
    address = notice.address
    days = notice.lines.map { CalendarDay($0) }
  }

  static var schema: APISchema {
    .object(
      "Calendar",
      [
        APIField("year", .integer(2000...2099), Phrase(zh: "年份", en: "The year")),
        APIField("title", .text, Phrase(zh: "通知标题", en: "Title of the notice")),
        APIField("number", .text, Phrase(zh: "文号", en: "Its document number"), .sometimes),
        APIField("issuedOn", .day, Phrase(zh: "发文日期", en: "When it was issued"), .sometimes),
        APIField("address", .text, Phrase(zh: "通知网址", en: "Where it can be read")),
        APIField("days", .array(CalendarDay.schema), Phrase(zh: "放假日和调休上班日", en: "Days off and make-up days")),
      ])
  }
}

/// A day that the notice moves.
struct CalendarDay: APIValue, Decodable {
  let day: Day
  let kind: Kind
  let holidays: [String]

  enum Kind: String, CaseIterable, Codable, Sendable { case off, working }

  init(_ line: HolidayDraft.Line) {
    day = line.day
    kind = line.isWorked ? .working : .off
    holidays = line.holidays.map(\.rawValue)
  }

  func line() throws(APIRefusal) -> HolidayDraft.Line {
    let found = holidays.compactMap { Holiday(rawValue: $0) }
    guard found.count == holidays.count, !found.isEmpty else { throw .malformedBody("days") }
    return HolidayDraft.Line(day, isWorked: kind == .working, found)
  }

  static var schema: APISchema {
    .object(
      "CalendarDay",
      [
        APIField("day", .day, Phrase(zh: "日期", en: "The day")),
        APIField("kind", .choice(Kind.allCases.map(\.rawValue)), Phrase(zh: "休或班", en: "Off or working")),
        APIField(
          "holidays", .array(.choice(Holiday.allCases.map(\.rawValue))), Phrase(zh: "节日", en: "For which holidays")),
      ])
  }
}

/// A year's calendar that a program brings.
struct CalendarOrder: Decodable, Sendable {
  let year: Int
  let title: String
  let number: String
  let issuedOn: Day
  let address: String
  let days: [CalendarDay]
  let reason: String?

  func draft() throws(APIRefusal) -> HolidayDraft {
    var lines: [HolidayDraft.Line] = []
    for day in days { lines.append(try day.line()) }
    return HolidayDraft(
      year: year, title: title, number: number, issuedOn: issuedOn, address: address, days: lines)
  }

  static let schema = APISchema.object(
    "CalendarOrder",
    [
      APIField("year", .integer(2000...2099), Phrase(zh: "年份", en: "The year")),
      APIField("title", .text, Phrase(zh: "通知标题", en: "Title of the notice")),
      APIField("number", .text, Phrase(zh: "文号", en: "Its document number")),
      APIField("issuedOn", .day, Phrase(zh: "发文日期", en: "When it was issued")),
      APIField("address", .text, Phrase(zh: "通知网址", en: "Where it can be read")),
      APIField("days", .array(CalendarDay.schema), Phrase(zh: "放假日和调休上班日", en: "Days off and make-up days")),
      APIField("reason", .text, Phrase(zh: "替换理由；该年份已收录时必填", en: "Needed where the year is known already"), .sometimes),
    ])
}
