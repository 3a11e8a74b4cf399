import Calendars
import Foundation
import Kernel
import Testing

/// Expectations are those of RFC 5545: 3.1 (lines), 3.3.11 (text), 3.6 (components), 3.8 (properties).
@Suite struct `A calendar feed` {
  /// 2026-11-22 04:00:00 UTC, noon in Nanjing.
  private let noon = Date(timeIntervalSince1970: 1_795_320_000)

  @Test func `is published with what a calendar needs and nothing twice`() {
    let lines = lines([item()])
    #expect(
      lines.prefix(6).map { $0.prefix { $0 != ":" } } == [
        "BEGIN", "VERSION", "PRODID", "CALSCALE", "METHOD", "X-WR-CALNAME",
      ])
    #expect(lines.contains("VERSION:2.0") && lines.contains("METHOD:PUBLISH") && lines.last == "END:VCALENDAR")
    for name in ["UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY", "SEQUENCE"] {
      #expect(lines.filter { $0.hasPrefix("\(name):") }.count == 1, "\(name)")
    }
    #expect(lines.contains("DTSTAMP:20261122T040000Z"))
  }

  @Test func `ends an all-day event on the day after`() throws {
    let lines = lines([item()])
    #expect(lines.contains("DTSTART;VALUE=DATE:20261231") && lines.contains("DTEND;VALUE=DATE:20270101"))
    #expect(!lines.contains("BEGIN:VTIMEZONE"))
  }

  @Test func `names the day by which a thing is to be done`() {
    let lines = lines([item(.task)])
    #expect(lines.contains("BEGIN:VTODO") && lines.contains("DUE;VALUE=DATE:20261231"))
    #expect(!lines.contains { $0.hasPrefix("DTSTART") || $0.hasPrefix("DTEND") })
  }

  @Test func `gives hours in Nanjing with their zone`() {
    let lines = lines([item(at: .hours(from: noon, to: noon.addingTimeInterval(5_400)))])
    #expect(lines.contains("DTSTART;TZID=Asia/Shanghai:20261122T120000"))
    #expect(lines.contains("DTEND;TZID=Asia/Shanghai:20261122T133000"))
    #expect(lines.contains("TZID:Asia/Shanghai") && lines.contains("TZOFFSETTO:+0800"))
    #expect(lines.filter { $0 == "BEGIN:VTIMEZONE" }.count == 1)
  }

  @Test func `rings before a deadline`() {
    let allDay = lines([item(alarms: [.daysBefore(3, hour: 9)])])
    // Nine o'clock in Nanjing on 28 December is one o'clock UTC.
    #expect(allDay.contains("TRIGGER;VALUE=DATE-TIME:20261228T010000Z"))
    #expect(allDay.contains("BEGIN:VALARM") && allDay.contains("ACTION:DISPLAY"))
    let hours = item(at: .hours(from: noon, to: noon.addingTimeInterval(3_600)), alarms: [.minutesBefore(30)])
    #expect(lines([hours]).contains("TRIGGER:-PT30M"))
  }

  @Test func `escapes text as RFC 5545 says`() {
    var meeting = item()
    meeting.summary = #"Project XYZ; Final Review, \o/"#
    meeting.description = "Conference Room - 3B\nCome Prepared."
    let lines = lines([meeting])
    #expect(lines.contains(#"SUMMARY:Project XYZ\; Final Review\, \\o/"#))
    #expect(lines.contains(#"DESCRIPTION:Conference Room - 3B\nCome Prepared."#))
  }

  @Test(arguments: 0..<40)
  func `folds lines at 75 octets between characters`(shift: Int) throws {
    var long = item()
    long.summary = String(repeating: "x", count: shift) + String(repeating: "补正通知书期限", count: 20) + "🎓"
    let text = CalendarFeed("期限", items: [long]).text(at: noon)
    let raw = Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
    #expect(raw.last?.isEmpty == true)
    for line in raw.dropLast() {
      #expect(line.last == 0x0D && line.count - 1 <= 75)
      #expect(String(validating: line, as: UTF8.self) != nil)
    }
    #expect(text.replacing("\r\n ", with: "").contains("SUMMARY:\(long.summary)\r\n"))
  }

  @Test func `lets no value begin a line of its own`() {
    var hostile = item()
    hostile.address = "https://example.org/\r\nATTENDEE:mailto:a@example.org"
    hostile.summary = "a\r\nBEGIN:VALARM"
    let lines = lines([hostile])
    #expect(!lines.contains { $0.hasPrefix("ATTENDEE") } && !lines.contains("BEGIN:VALARM"))
  }

  @Test func `keeps the id of an entry that moves, and counts its changes`() {
    var moved = item()
    moved.time = .day(Day(number: 20_900))
    moved.sequence = 1
    let (first, second) = (lines([item()]), lines([moved]))
    #expect(first.first { $0.hasPrefix("UID") } == second.first { $0.hasPrefix("UID") })
    #expect(second.contains("SEQUENCE:1"))
  }

  private func item(
    _ sort: CalendarItem.Sort = .event, at time: CalendarItem.Time = .day(Day(number: 20_818)),
    alarms: [CalendarItem.Alarm] = []
  ) -> CalendarItem {
    CalendarItem(uid: "clock-1@ipzone", sort, time, summary: "受理期限届满", alarms: alarms)
  }

  /// Unfolded.
  private func lines(_ items: [CalendarItem]) -> [String] {
    CalendarFeed("期限", items: items).text(at: noon).replacing("\r\n ", with: "").split(separator: "\r\n").map(
      String.init)
  }
}
