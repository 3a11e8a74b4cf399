import Foundation
import Kernel

/// Content lines of iCalendar while they are being written (RFC 5545, 3.1).
struct CalendarLines {
  private(set) var text = ""

  /// A line whose value is written as it is: dates, names of the format, addresses.
  ///
  /// Line ends in it are dropped, so that no value can become a line of its own.
  mutating func add(_ name: String, _ value: String) {
    text += Self.folded("\(name):\(String(value.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))")
  }

  /// A line whose value is for people: escaped (RFC 5545, 3.3.11).
  mutating func add(_ name: String, text value: String) { add(name, Self.escaped(value)) }

  /// The zone of Nanjing: UTC+8 without summer time since 1992.
  mutating func addShanghai() {
    add("BEGIN", "VTIMEZONE")
    add("TZID", "Asia/Shanghai")
    add("BEGIN", "STANDARD")
    add("DTSTART", "19700101T000000")
    add("TZOFFSETFROM", "+0800")
    add("TZOFFSETTO", "+0800")
    add("TZNAME", "CST")
    add("END", "STANDARD")
    add("END", "VTIMEZONE")
  }

  static func date(_ day: Day) -> String { day.description.replacing("-", with: "") }

  static func utc(_ instant: Date) -> String { clock(instant.timeIntervalSince1970) + "Z" }

  static func local(_ instant: Date) -> String { clock(instant.timeIntervalSince1970 + 28_800) }

  private static func clock(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.down))
    let day = Int((Double(whole) / 86_400).rounded(.down))
    let rest = whole - day * 86_400
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date(Day(number: day)))T\(two(rest / 3_600))\(two(rest / 60 % 60))\(two(rest % 60))"
  }

  private static func escaped(_ value: String) -> String {
    value.replacing("\r\n", with: "\n").replacing("\\", with: "\\\\").replacing(";", with: "\\;")
      .replacing(",", with: "\\,").replacing("\n", with: "\\n").replacing("\r", with: "\\n")
  }

  /// At most 75 octets a line without its end; a line that goes on begins with a blank, which counts.
  ///
  /// Cut between characters of UTF-8, never inside one.
  private static func folded(_ line: String) -> String {
    var folded = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let width = String(scalar).utf8.count
      if octets + width > 75 {
        folded += "\r\n "
        octets = 1
      }
      folded.unicodeScalars.append(scalar)
      octets += width
    }
    return folded + "\r\n"
  }
}
