import Foundation
import Kernel
import Testing

@Suite struct `The working calendar` {
  @Test(arguments: [("2026-09-28", 5, "2026-10-10"), ("2026-09-28", 20, "2026-10-30"), ("2026-09-30", 0, "2026-09-30")])
  func `counts working days with make-up days`(start: String, days: Int, end: String) throws {
    let deadline = try calendar2026.deadline(workingDays: days, after: day(start))
    #expect(deadline == Deadline(day: try day(end)))
    #expect(deadline.caution == nil)
  }

  @Test func `moves a deadline that falls on a day off, and calls it provisional in an unannounced year`() throws {
    let deadline = try calendar2026.deadline(months: 3, after: day("2026-11-30"))
    #expect(deadline == Deadline(day: try day("2027-03-01"), provisional: 2027))
    #expect(deadline.caution?.zh.contains("2027") == true)
    #expect(deadline.caution?.en.contains("2027") == true)
  }

  @Test func `keeps the day of a count that runs into an unannounced year`() throws {
    let deadline = try calendar2026.deadline(workingDays: 40, after: day("2026-11-22"))
    #expect(deadline == Deadline(day: try day("2027-01-15"), provisional: 2027))
  }

  @Test func `is final up to the last announced day`() throws {
    #expect(try calendar2026.deadline(workingDays: 1, after: day("2026-12-30")) == Deadline(day: day("2026-12-31")))
    #expect(try calendar2026.deadline(days: 30, after: day("2026-12-01")) == Deadline(day: day("2026-12-31")))
    #expect(try calendar2026.deadline(days: 31, after: day("2026-12-01")).provisional == 2027)
  }

  @Test func `ends calendar days, months and years on a working day`() throws {
    #expect(try calendar2026.deadline(days: 15, after: day("2026-09-16")) == Deadline(day: day("2026-10-08")))
    #expect(try calendar2026.deadline(days: 9, after: day("2026-10-01")) == Deadline(day: day("2026-10-10")))
    #expect(try calendar2026.deadline(years: 2, after: day("2024-02-29")) == Deadline(day: day("2026-02-28")))
    #expect(try calendar2026.deadline(months: 1, after: day("2026-09-01")) == Deadline(day: day("2026-10-08")))
  }

  @Test func `counts the working days between two days`() throws {
    let calendar = calendar2026
    #expect(try calendar.workingDays(after: day("2026-09-28"), through: day("2026-10-10")) == WorkingDayCount(days: 5))
    #expect(try calendar.workingDays(after: day("2026-10-10"), through: day("2026-09-28")) == WorkingDayCount(days: 0))
    #expect(try calendar.workingDays(after: day("2026-12-31"), through: day("2027-01-04")).provisional == 2027)
  }

  @Test func `with no year announced still gives a day`() throws {
    let deadline = try WorkingCalendar(years: []).deadline(workingDays: 1, after: day("2026-09-30"))
    #expect(deadline == Deadline(day: try day("2026-10-01"), provisional: 2026))
  }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  /// Autumn 2026 as the State Council's notice gives it: 中秋节 25–27 September, 国庆节 1–7 October, worked on
  /// 20 September and 10 October.
  private var calendar2026: WorkingCalendar {
    let off = (25...27).map { Day(year: 2026, month: 9, day: $0) } + (1...7).map { Day(year: 2026, month: 10, day: $0) }
    let working = [Day(year: 2026, month: 9, day: 20), Day(year: 2026, month: 10, day: 10)]
    let spring = [14, 28].map { Day(year: 2026, month: 2, day: $0) }
    let year = HolidayYear(year: 2026, off: off.compactMap(\.self), working: (working + spring).compactMap(\.self))
    return WorkingCalendar(years: [year])
  }
}
