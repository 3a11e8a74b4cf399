import Access
import Calendars
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Matters
import MattersStore
import NIOCore
import Web

/// The private address at which calendar programs read somebody's last days.
struct CalendarForms: Sendable {
  let room: MatterRoom

  @Sendable func show(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    calendarPage(try await room.desk.calendar(by: context.account), state, in: context.language)
  }

  @Sendable func renew(_ form: Form, _ context: PortalContext) async throws -> Response {
    let language = Language(rawValue: form.text("language")) ?? context.language
    let token = try await room.desk.renewCalendar(in: language, by: context.account)
    let address = (context.site.origin ?? "") + MatterPath.feed(token.text).path(in: .zh)
    return freshCalendarPage(address).answer(context)
  }

  @Sendable func revoke(_: Form, _ context: PortalContext) async throws -> Response {
    try await room.desk.revokeCalendar(by: context.account)
    return .seeOther(MatterPath.calendar, context, saying: .calendarRevoked)
  }

  /// Programs ask again and again; nobody but them keeps the answer.
  @Sendable func feed(_: Request, _ context: PortalContext) async throws -> Response {
    let segment = try context.segment("token")
    guard segment.hasSuffix(".ics") else { throw MatterRefusal.noSuchCalendar }
    let feed = try await room.desk.feed(String(segment.dropLast(4)), by: context.account)
    let text = feed.calendar(of: context.site).text(at: feed.at)
    return Response(
      status: .ok, headers: [.contentType: CalendarFeed.mediaType, .cacheControl: "private, no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}

extension MatterFeed {
  /// Number, kind and time limit of each matter, and nobody's name.
  func calendar(of site: Site) -> CalendarFeed {
    let title = Phrase(zh: "办件期限 · \(site.platformName.zh)", en: "Last days of matters · \(site.platformName.en)")
    return CalendarFeed(
      title.text(in: language), in: language,
      items: deadlines.map { $0.item(in: language, origin: site.origin) }
        + others.map { $0.item(in: language, origin: site.origin) })
  }
}

extension OtherDay {
  fileprivate func item(in language: Language, origin: String?) -> CalendarItem {
    CalendarItem(
      uid: uid, .event, .day(day), summary: summary.text(in: language), description: description.text(in: language),
      address: origin.map { $0 + Link(path).path(in: language) },
      alarms: ringsBefore.map { .daysBefore($0, hour: 9) })
  }
}

extension MatterDeadline {
  /// One entry for each run of a time limit, whatever becomes of it and whichever address is asked.
  fileprivate func item(in language: Language, origin: String?) -> CalendarItem {
    let mark =
      due.provisional == nil ? Phrase(zh: "", en: "") : Phrase(zh: "（暂定）", en: " (provisional)")
    let summary = Phrase(zh: "\(number) \(words.zh)届满\(mark.zh)", en: "\(number): last day, \(words.en)\(mark.en)")
    let note = due.provisional.map { year in
      Phrase(
        zh: "\n\(year) 年节假日安排尚未公布或录入，届满日为暂定，公布后自动更新。",
        en: "\nThe holidays of \(year) are not on record yet: the day is provisional and moves by itself.")
    }
    let description = Phrase(
      zh: "事项：\(procedure.zh)\n时限：\(words.zh)\(note?.zh ?? "")\n请登录平台查看详情。",
      en: "Procedure: \(procedure.en)\nTime limit: \(words.en)\(note?.en ?? "")\nSign in to read more.")
    return CalendarItem(
      uid: "matter-\(matter)-\(clock)-\(run)@ipzone", .event, .day(due.day), summary: summary.text(in: language),
      description: description.text(in: language),
      address: origin.map { $0 + MatterPath.show(matter).path(in: language) },
      sequence: Int(truncatingIfNeeded: revision), isCancelled: hasEnded,
      alarms: hasEnded ? [] : [.daysBefore(1, hour: 9), .daysBefore(0, hour: 9)])
  }
}

/// Whether somebody subscribes, and how to begin, renew and end it.
private func calendarPage(_ calendar: MatterCalendar?, _ state: FormState, in language: Language) -> Page {
  let title = Phrase(zh: "订阅期限日历", en: "Subscribe to the last days")
  let choices = [
    Choice(Language.zh.rawValue, Phrase(zh: "中文", en: "Chinese")),
    Choice(Language.en.rawValue, Phrase(zh: "英文", en: "English")),
  ]
  let status = calendar.map { calendar in
    notice(
      .success, Phrase(zh: "已开通订阅", en: "You subscribe already"),
      """
      <p>\(Phrase(zh: "地址取得于 ", en: "The address was made at "))\(Instant(calendar.createdAt))\(Phrase(
        zh: "，只在当时显示过一次。", en: "; it was shown that once."))</p>
      <div class="actions">\(postButton(Phrase(zh: "撤销地址", en: "Revoke the address"), to: MatterPath.revokeCalendar, .grave))</div>
      """)
  }
  return Page(
    title, trail: deadlinesTrail,
    """
    <p>\(Phrase(
      zh: "手机和电脑的日历程序可以用一个只属于您的地址读取您的期限：您提出的、您所代表单位的、您参与的和由您承办的办件，随办理进展自动更新，届满前一天和当天上午九点提醒。",
      en: "The calendar of a phone or computer can read your last days at an address of your own: of matters that you or your organisation filed, that you take part in or that you work on. It follows what happens, and rings at nine on the day before and on the day."))</p>
    <p>\(Phrase(
      zh: "日历只写办件编号、事项和时限，不写当事人和内容。知道地址的人都能读到它，请不要转发；账号停用后地址即失效。",
      en: "It names number, procedure and time limit, and no persons or contents. Whoever has the address can read it, so do not pass it on; it ends with the account."))</p>
    \(status)
    <h2>\(calendar == nil ? Phrase(zh: "开通订阅", en: "Begin") : Phrase(zh: "更换地址", en: "Renew the address"))</h2>
    \(if: calendar != nil, "<p>\(Phrase(zh: "更换后，原地址立即失效。", en: "The address before leads nowhere from then on."))</p>")
    \(state.form(
      to: MatterPath.calendar,
      submit: calendar == nil ? Phrase(zh: "取得地址", en: "Get an address") : Phrase(zh: "更换地址", en: "Get a new address"),
      state.field(
        "language", Phrase(zh: "日历的语言", en: "Language of the calendar"), .radio(choices),
        else: (calendar?.language ?? language).rawValue)))
    """)
}

private let deadlinesTrail = [
  Crumb(Phrase(zh: "我的办件", en: "My matters"), MatterPath.own),
  Crumb(Phrase(zh: "期限日历", en: "Calendar of last days"), MatterPath.deadlines),
]

/// The address, shown once.
private func freshCalendarPage(_ address: String) -> Page {
  Page(
    Phrase(zh: "日历地址", en: "The address of your calendar"),
    trail: deadlinesTrail + [Crumb(Phrase(zh: "订阅期限日历", en: "Subscribe to the last days"), MatterPath.calendar)],
    """
    \(notice(
      .success, Phrase(zh: "请现在复制，此地址只显示这一次", en: "Please copy it now; the address is shown this once"),
      "<p>\(Phrase(zh: "平台只保存它的摘要；遗失时请更换地址。", en: "Only its digest is kept; if it is lost, get a new one."))</p>"))
    <p class="calendar-address">\(copyable(address))</p>
    <p>\(Phrase(
      zh: "在日历程序中选择“订阅日历”或“通过网址添加”，粘贴此地址。", en: "In your calendar choose “subscribe” or “add by URL”, and paste it."))</p>
    <p class="actions">\(linkButton(Phrase(zh: "期限日历", en: "Calendar of last days"), to: MatterPath.deadlines))</p>
    """)
}
