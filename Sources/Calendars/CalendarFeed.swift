public import Foundation
public import Kernel

/// A calendar that other programs subscribe to (iCalendar, RFC 5545): deadlines as events or as things to do.
///
/// ``text(at:)`` is the file; it is published, never asked for an answer (`METHOD:PUBLISH`).
public struct CalendarFeed: Hashable, Sendable {
  /// What calendar programs call it.
  public var name: String
  public var language: Language
  public var items: [CalendarItem]

  public init(_ name: String, in language: Language = .zh, items: [CalendarItem]) {
    self.name = name
    self.language = language
    self.items = items
  }

  /// The media type of ``text(at:)``.
  public static let mediaType = "text/calendar; charset=utf-8; method=PUBLISH"

  /// The calendar as a file: UTF-8, lines of at most 75 octets that end with CR LF.
  ///
  /// - Parameter now: the moment that the file is made at (`DTSTAMP`).
  public func text(at now: Date) -> String {
    var lines = CalendarLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//ipzone//ipzone//\(language == .zh ? "ZH" : "EN")")
    lines.add("CALSCALE", "GREGORIAN")
    lines.add("METHOD", "PUBLISH")
    lines.add("X-WR-CALNAME", text: name)
    if items.contains(where: \.hasTime) { lines.addShanghai() }
    for item in items { item.write(at: now, to: &lines) }
    lines.add("END", "VCALENDAR")
    return lines.text
  }
}
