import Kernel
import Matters
import RulesStore
import Testing

@Suite struct `A time limit of a matter` {
  private let calendar: WorkingCalendar

  init() throws { calendar = try HolidayLibrary.shipped() }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  /// Counted by hand in the calendar of 2026: 1 to 7 October off, 10 October worked.
  @Test(arguments: [
    (5, ClockLimit.Unit.workingDays, "2026-09-28", "2026-10-10", nil),
    (20, .workingDays, "2026-09-28", "2026-10-30", nil),
    (3, .months, "2026-11-30", "2027-03-01", 2027),
  ])
  func `ends on the day that the law counts to`(
    _ count: Int, _ unit: ClockLimit.Unit, _ start: String, _ end: String, _ awaited: Int?
  ) throws {
    let found = ClockLimit(count, unit).deadline(after: try day(start), stopped: 0, in: calendar)
    #expect(found == Deadline(day: try day(end), provisional: awaited))
  }

  /// Seven days of standstill, in the limit's own kind of days.
  @Test(arguments: [
    (20, ClockLimit.Unit.workingDays, "2026-09-28", "2026-10-12", "2026-10-21", "2026-11-10"),
    (30, .days, "2026-10-12", "2026-10-20", "2026-10-27", "2026-11-18"),
    (3, .months, "2026-03-02", "2026-04-01", "2026-04-08", "2026-06-09"),
  ])
  func `moves by what it stood still`(
    _ count: Int, _ unit: ClockLimit.Unit, _ start: String, _ pause: String, _ resume: String, _ end: String
  ) throws {
    let clock = RunningClock.starting("a", run: 1, on: try day(start), limit: ClockLimit(count, unit), in: calendar)
    let paused = clock.paused(on: try day(pause))
    #expect(!paused.isRunning && paused.isOpen)
    let resumed = paused.resumed(on: try day(resume), in: calendar)
    #expect(resumed.isRunning && resumed.stopped == 7)
    #expect(resumed.due.day == (try day(end)))
  }

  /// Filed on 28 September, five working days end on 10 October; it stands still from the 9th on.
  @Test func `that ends while it stands still was not missed`() throws {
    let procedure = Procedure(KeyCase.self)
    func clocks(_ all: [RunningClock], _ old: String?, _ new: String, _ on: String) throws -> [RunningClock] {
      try procedure.clocks(all, from: old, to: new, on: day(on), calendar: calendar) { _ in ClockLimit(5, .workingDays)
      }
    }
    let asked = try clocks(clocks([], nil, "filed", "2026-09-28"), "filed", "asked", "2026-10-09")
    #expect(asked.map(\.due.day) == [try day("2026-10-10")])
    let refused = try #require(try clocks(asked, "asked", "refused", "2026-10-30").first)
    // 16 working days of standstill, 10 and 12 to 30 October, are added: 10 October and 16 more.
    #expect(refused.endedOn == (try day("2026-10-30")) && refused.pausedOn == nil && refused.stopped == 16)
    let after = try day("2026-12-01")
    #expect(refused.due.day == (try day("2026-11-02")))
    #expect(!refused.isLate(on: after))
    // Stopped only after its last day it was missed all the same.
    let late = try clocks(clocks([], nil, "filed", "2026-09-28"), "filed", "asked", "2026-10-13")
    #expect(try #require(try clocks(late, "asked", "refused", "2026-10-30").first).isLate(on: after))
  }

  @Test func `is late the day after its last, and no later than it ended`() throws {
    let clock = RunningClock.starting(
      "a", run: 1, on: try day("2026-09-28"), limit: ClockLimit(5, .workingDays), in: calendar)
    #expect(!clock.isLate(on: try day("2026-10-10")))
    #expect(clock.isLate(on: try day("2026-10-11")))
    #expect(!clock.ended(on: try day("2026-10-09")).isLate(on: try day("2026-12-01")))
  }

  @Test func `is longer by its own unit once extended`() throws {
    let clock = RunningClock.starting(
      "a", run: 1, on: try day("2026-09-28"), limit: ClockLimit(5, .workingDays), in: calendar)
    let longer = clock.extended(by: 15, in: calendar)
    #expect(longer.due.day == (try day("2026-10-30")) && longer.isExtended)
  }
}
