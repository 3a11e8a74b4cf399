import Access
import Calendars
import Foundation
import Hummingbird
import Kernel
import Learning
import LearningStore
import Markup
import NIOCore
import Web

/// The pages on which anybody looks at lectures.
struct LecturePages: Sendable {
  let desk: LearningDesk

  @Sendable func list(_: Request, _ context: PortalContext) async throws -> Page {
    let today = Day(desk.now)
    let asked = context.query.optional("month").flatMap { Day("\($0)-01") } ?? today
    let month = asked.adding(days: 1 - asked.day)
    let shown = try await desk.lectures(in: month.start..<month.adding(months: 1).start, by: context.account)
    let coming = try await desk.lectures(
      in: today.adding(days: -1).start..<today.adding(months: 6).start, by: context.account
    ).filter { [.coming, .running].contains($0.lecture.phase(at: desk.now)) }
    let counts = try await desk.counts(of: today.year, by: context.account)
    return lecturesPage(
      LectureOverview(month: month, inMonth: shown, coming: coming, counts: counts, year: today.year, now: desk.now),
      for: context.account)
  }

  @Sendable func feed(_: Request, _ context: PortalContext) async throws -> Response {
    let today = Day(desk.now)
    let lines = try await desk.lectures(
      in: today.adding(days: -30).start..<today.adding(months: 12).start, by: context.account)
    let origin = context.site.origin ?? ""
    let items = lines.map { line in
      let (lecture, plan) = (line.lecture, line.lecture.plan)
      return CalendarItem(
        uid: "lecture-\(lecture.id)@ipzone", .event, .hours(from: plan.startsAt, to: plan.endsAt), summary: plan.title,
        description: plan.lecturer, location: plan.place,
        address: origin.isEmpty ? nil : origin + LecturePath.show(lecture.id).path(in: context.language),
        sequence: Int(lecture.revision), isCancelled: lecture.stage != .planned,
        alarms: [.minutesBefore(60)])
    }
    let title = Phrase(zh: "讲座与培训", en: "Lectures and trainings").text(in: context.language)
    let text = CalendarFeed(title, in: context.language, items: items).text(at: desk.now)
    return .download(
      ResponseBody(byteBuffer: ByteBuffer(string: text)), name: "lectures.ics", mediaType: CalendarFeed.mediaType)
  }

  @Sendable func show(_: Request, _ context: PortalContext) async throws -> Page {
    let id: ID<Lecture> = try context.id()
    let line = try await desk.find(id, by: context.account)
    let own = try await desk.ownBooking(at: id, by: context.account)
    var target: Lecture?
    if let into = line.lecture.mergedInto { target = try await desk.find(into, by: context.account).lecture }
    return lecturePage(line, own, mergedInto: target, now: desk.now, for: context.account)
  }

  @Sendable func own(_: Request, _ context: PortalContext) async throws -> Page {
    ownPage(try await desk.own(by: context.account), now: desk.now)
  }
}

/// What the front page of lectures is made of.
struct LectureOverview {
  /// The first day of the month that is shown.
  let month: Day
  let inMonth: [LectureLine]
  let coming: [LectureLine]
  let counts: LearningCounts
  let year: Int
  let now: Date
}
