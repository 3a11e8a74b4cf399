import Foundation
import Kernel
import Testing

@Suite struct `A day` {
  /// 2026-11-22T15:59:59Z and 16:00:00Z, whatever zone the process is in.
  @Test(arguments: ["UTC", "Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati"])
  func `changes at 16:00 UTC whatever the process's time zone`(zone: String) throws {
    let before = NSTimeZone.default
    NSTimeZone.default = try #require(TimeZone(identifier: zone))
    defer { NSTimeZone.default = before }
    #expect(Day(Date(timeIntervalSince1970: 1_795_363_199)).description == "2026-11-22")
    #expect(Day(Date(timeIntervalSince1970: 1_795_363_200)).description == "2026-11-23")
    #expect(Day("2026-11-23")?.start == Date(timeIntervalSince1970: 1_795_363_200))
  }

  /// Day numbers and weekdays from another proleptic Gregorian calendar.
  @Test(arguments: [
    ("1600-02-29", -135_081, 2), ("1970-01-01", 0, 4), ("2000-02-29", 11_016, 2), ("2026-11-22", 20_779, 7),
    ("9999-12-31", 2_932_896, 5), ("0001-01-01", -719_162, 1),
  ])
  func `has the number and weekday of the calendar`(text: String, number: Int, weekday: Int) throws {
    let day = try #require(Day(text))
    #expect(day.number == number)
    #expect(day.weekday == weekday)
    #expect(day.description == text)
    #expect(Day(number: number) == day)
  }

  @Test func `before 1970 is found for an instant, too`() {
    #expect(Day(Date(timeIntervalSince1970: -28_801)).description == "1969-12-31")
    #expect(Day(Date(timeIntervalSince1970: -28_800)).description == "1970-01-01")
  }

  @Test(arguments: [
    "2026-02-30", "2023-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-11-31", "2026-1-01", "2026/11/22", "",
    "0000-01-01", "2026-11-2x", " 2026-11-2",
  ])
  func `that does not exist is nil`(text: String) { #expect(Day(text) == nil) }

  @Test(arguments: [
    ("2026-11-30", 3, "2027-02-28"), ("2023-11-30", 3, "2024-02-29"), ("2026-01-31", 1, "2026-02-28"),
    ("2026-12-15", 1, "2027-01-15"), ("2026-11-22", 12, "2027-11-22"), ("2024-02-29", 12, "2025-02-28"),
    ("2026-01-15", -1, "2025-12-15"), ("2026-03-31", -1, "2026-02-28"), ("2026-03-31", -15, "2024-12-31"),
    ("2026-10-31", 1, "2026-11-30"),
  ])
  func `some months later keeps its number or ends the month`(start: String, months: Int, end: String) throws {
    #expect(try #require(Day(start)).adding(months: months).description == end)
  }

  @Test func `keeps its number before the first year, too`() throws {
    let day = try #require(Day("0001-01-15"))
    // The year before the first is a leap year: 366 days.
    #expect(day.adding(months: -12).number == day.number - 366)
    #expect(day.adding(months: -12).adding(months: 12) == day)
  }

  @Test func `walks four centuries one by one`() throws {
    var day = try #require(Day("1800-01-01"))
    var leapDays = 0
    while day.year < 2200 {
      #expect(Day(year: day.year, month: day.month, day: day.day) == day)
      if day.month == 2, day.day == 29 { leapDays += 1 }
      day = day.adding(days: 1)
    }
    #expect(leapDays == 97)
    #expect(day.description == "2200-01-01")
  }
}
