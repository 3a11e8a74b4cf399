import API
import Access
import Hummingbird
import Kernel
import Markup
import Rules
import RulesStore
import Web

/// Translates between the portal and the desk where deadlines are counted.
struct DeadlinePages: Sendable {
  let desk: RuleDesk
  let world: World

  @Sendable func show(_: Request, _ context: PortalContext) async throws -> Page {
    let question = DeadlineQuestion(context.query)
    let holidays = try await desk.holidays(by: context.account)
    let listings = try await desk.list(on: question.after ?? world.today(), by: context.account)
    var answer: DeadlineAnswer?
    if question.isComplete, let rule = question.rule, let day = question.after {
      do {
        answer = .found(try await desk.deadline(of: rule, after: day, by: context.account))
      } catch let refusal as RuleRefusal {
        answer = .refused(refusal)
      }
    }
    return deadlinePage(
      question, answer, limits: limits(listings, on: question.after ?? world.today(), holidays),
      holidays: holidays, today: world.today())
  }

  /// Those that can be counted on `day`; one whose first day nobody knows is not offered for long ago.
  private func limits(_ listings: [RuleListing], on day: Day, _ holidays: HolidayBook) -> [RuleListing] {
    listings.filter { listing in
      guard listing.rule.isTimeLimit else { return false }
      if day.year >= holidays.firstYear || listing.rule.isStartKnown(on: day) { return true }
      if case .value(let reading) = listing.finding { return reading.supersession != nil }
      return false
    }
  }

  @Sendable func showHolidays(_: Request, _ context: PortalContext) async throws -> Page {
    let holidays = try await desk.holidays(by: context.account)
    guard let year = Int(try context.segment("year")),
      holidays.notice(of: year) != nil || year == holidays.awaitedYear
    else { throw NoSuchPage() }
    return holidayPage(
      year, holidays, try await desk.calendarEditions(of: year, by: context.account),
      mayImport: context.account.may(.supersedeRules))
  }

  /// In the form in which a year is taken in.
  @Sendable func calendarFile(_: Request, _ context: PortalContext) async throws -> Response {
    guard let year = Int(try context.segment("year")),
      let notice = try await desk.holidays(by: context.account).notice(of: year)
    else { throw NoSuchPage() }
    let lines = ["日期,类型,事由"] + notice.lines.map(\.written)
    let text = "\u{FEFF}" + lines.map { $0 + "\r\n" }.joined()
    return .download(
      .init(byteBuffer: ByteBuffer(string: text)), name: "calendar-\(year).csv", mediaType: "text/csv; charset=utf-8")
  }

  @Sendable func showTakeCalendar(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    takeCalendarPage(
      try await desk.holidays(by: context.account), year: context.query.optional("year").flatMap { Int($0) }, state)
  }

  @Sendable func takeCalendar(_ form: Form, _ context: PortalContext) async throws -> Response {
    let draft = try holidayDraft(form, daysIn: { try HolidayDraft.Line.read(fileAt: $0) })
    let edition = try await desk.takeCalendar(draft, because: form.optional("reason"), by: context.account)
    return .seeOther(RulePath.holidays(edition.notice.year), context, saying: calendarTaken)
  }
}

let calendarTaken = Success(
  "rules.calendar-taken",
  Phrase(zh: "节假日安排已导入并留痕，期限已按新安排计算", en: "The calendar is taken in and recorded; deadlines are counted by it"))

/// What the calculator is asked; it stands in the address.
struct DeadlineQuestion {
  /// As typed.
  let ruleText: String?
  let afterText: String?
  /// Whether a day was asked for, though perhaps with nothing in its field.
  let asksDay: Bool

  init(_ query: Query) {
    ruleText = query.optional("rule")
    afterText = query.optional("after")
    asksDay = query.pairs.contains { $0.name == "after" }
  }

  var rule: RuleID? { ruleText.flatMap { RuleID($0) } }
  var after: Day? { afterText.flatMap { Day($0) } }
  var isComplete: Bool { rule != nil && after != nil }

  /// A rule alone is a link that leads here: nobody has typed anything wrong yet.
  var ruleFault: Phrase? {
    if ruleText != nil { return rule == nil ? FieldFault.notOffered.phrase : nil }
    return asksDay ? FieldFault.missing.phrase : nil
  }

  var afterFault: Phrase? { asksDay && after == nil ? FieldFault.noDay.phrase : nil }
}

/// What the desk says to it.
enum DeadlineAnswer {
  case found(RuleDeadline)
  case refused(RuleRefusal)
}
