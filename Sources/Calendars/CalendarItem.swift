public import Foundation
public import Kernel

/// An event or a thing to do in a ``CalendarFeed``.
public struct CalendarItem: Hashable, Sendable {
  /// The same for ever for the same thing, so that a program moves the entry instead of making a second one.
  ///
  /// Such as `matter-AB12-clock-3@ipzone`; made of ids, never of names.
  public var uid: String
  public var sort: Sort
  public var time: Time
  public var summary: String
  public var description: String?
  public var location: String?
  /// Where to read on: a whole address with its scheme.
  public var address: String?
  /// Rises when the entry changes; a program keeps the highest.
  public var sequence: Int
  public var isCancelled: Bool
  /// How long before the item the program rings; none for an empty list.
  public var alarms: [Alarm]

  public init(
    uid: String, _ sort: Sort, _ time: Time, summary: String, description: String? = nil, location: String? = nil,
    address: String? = nil, sequence: Int = 0, isCancelled: Bool = false, alarms: [Alarm] = []
  ) {
    self.uid = uid
    self.sort = sort
    self.time = time
    self.summary = summary
    self.description = description
    self.location = location
    self.address = address
    self.sequence = sequence
    self.isCancelled = isCancelled
    self.alarms = alarms
  }

  public enum Sort: String, Sendable { case event = "VEVENT", task = "VTODO" }

  public enum Time: Hashable, Sendable {
    /// All day, the last day counted in.
    case days(ClosedRange<Day>)
    /// Hours in Nanjing.
    case hours(from: Date, to: Date)

    /// One whole day, such as the last day of a time limit.
    public static func day(_ day: Day) -> Time { .days(day...day) }
  }

  /// A reminder.
  public enum Alarm: Hashable, Sendable {
    /// So many minutes before the item begins; before the item is due, if it is a thing to do.
    case minutesBefore(Int)
    /// At an hour of the day so many days before an all-day item: nine o'clock the day before is (1, 9).
    case daysBefore(Int, hour: Int)
  }

  var hasTime: Bool {
    if case .hours = time { true } else { false }
  }

  func write(at now: Date, to lines: inout CalendarLines) {
    lines.add("BEGIN", sort.rawValue)
    lines.add("UID", text: uid)
    lines.add("DTSTAMP", CalendarLines.utc(now))
    writeTime(to: &lines)
    lines.add("SUMMARY", text: summary)
    if let description { lines.add("DESCRIPTION", text: description) }
    if let location { lines.add("LOCATION", text: location) }
    if let address { lines.add("URL", address) }
    lines.add("SEQUENCE", String(sequence))
    if isCancelled { lines.add("STATUS", "CANCELLED") }
    if !hasTime, sort == .event { lines.add("TRANSP", "TRANSPARENT") }
    for alarm in alarms { write(alarm, to: &lines) }
    lines.add("END", sort.rawValue)
  }

  /// An event ends before its DTEND, so an all-day one names the day after; a thing to do is due by its day.
  private func writeTime(to lines: inout CalendarLines) {
    switch (time, sort) {
    case (.days(let days), .event):
      lines.add("DTSTART;VALUE=DATE", CalendarLines.date(days.lowerBound))
      lines.add("DTEND;VALUE=DATE", CalendarLines.date(days.upperBound.adding(days: 1)))
    case (.days(let days), .task):
      // DUE must lie after DTSTART, so a task of one day has only the day that it is due on.
      if days.lowerBound < days.upperBound {
        lines.add("DTSTART;VALUE=DATE", CalendarLines.date(days.lowerBound))
      }
      lines.add("DUE;VALUE=DATE", CalendarLines.date(days.upperBound))
    case (.hours(let start, let end), _):
      lines.add("DTSTART;TZID=Asia/Shanghai", CalendarLines.local(start))
      lines.add("\(sort == .event ? "DTEND" : "DUE");TZID=Asia/Shanghai", CalendarLines.local(end))
    }
  }

  private func write(_ alarm: Alarm, to lines: inout CalendarLines) {
    lines.add("BEGIN", "VALARM")
    lines.add("ACTION", "DISPLAY")
    lines.add("DESCRIPTION", text: summary)
    switch (alarm, time, sort) {
    case (.daysBefore(let days, let hour), .days(let range), _):
      // An all-day item has no zone, so the moment itself is named: it rings at that hour in Nanjing everywhere.
      let day = sort == .task ? range.upperBound : range.lowerBound
      let moment = day.adding(days: -days).start.addingTimeInterval(Double(hour) * 3_600)
      lines.add("TRIGGER;VALUE=DATE-TIME", CalendarLines.utc(moment))
    case (.daysBefore(let days, _), .hours, _): lines.add(trigger, "-P\(days)D")
    case (.minutesBefore(let minutes), _, _): lines.add(trigger, "-PT\(minutes)M")
    }
    lines.add("END", "VALARM")
  }

  private var trigger: String { sort == .task ? "TRIGGER;RELATED=END" : "TRIGGER" }
}
