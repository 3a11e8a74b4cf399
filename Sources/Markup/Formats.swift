public import Foundation
public import Kernel

/// A whole number with groups of three digits, such as `12,345`.
public struct Count: CustomStringConvertible, Sendable {
  public let value: Int

  public init(_ value: Int) { self.value = value }

  public var description: String {
    let digits = Array(String(value.magnitude).utf8)
    var grouped: [UInt8] = value < 0 ? [UInt8(ascii: "-")] : []
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { grouped.append(UInt8(ascii: ",")) }
      grouped.append(digit)
    }
    return String(decoding: grouped, as: UTF8.self)
  }
}

/// A day in running text, such as 2026年11月22日 or 22 November 2026; tables show `Day` itself.
public struct LongDay: Sendable {
  public let day: Day

  public init(_ day: Day) { self.day = day }

  public var phrase: Phrase { day.long }
}

/// The name of a day of the week, such as 星期五 or Friday.
public struct Weekday: Sendable {
  /// 1 is Monday, 7 is Sunday.
  public let number: Int

  public init(_ day: Day) { number = day.weekday }

  public var phrase: Phrase { Phrase(zh: "星期\(Self.zh[number - 1])", en: Self.en[number - 1]) }

  static let zh = ["一", "二", "三", "四", "五", "六", "日"]
  static let en = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
}

/// A moment, shown in Nanjing's time to the minute, such as `2026-11-22 14:03`.
public struct Instant: Sendable {
  public let date: Date

  public init(_ date: Date) { self.date = date }

  /// In Nanjing's time, such as `2026-11-22 14:03`.
  public var text: String {
    let day = Day(date)
    let minutes = Int(date.timeIntervalSince(day.start)) / 60
    return "\(day) \(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
  }

  var markup: HTML {
    "<time datetime=\"\(text.replacing(" ", with: "T"))+08:00\">\(text)</time>"
  }
}

/// A size of a file, such as `1.4 MB`; a megabyte is a million bytes.
public struct ByteCount: CustomStringConvertible, Sendable {
  public let value: Int64

  public init(_ value: Int64) { self.value = value }

  public var description: String {
    for (unit, name) in [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")] as [(Int64, String)]
    where value >= unit {
      let tenths = value / (unit / 10)
      return tenths >= 1_000 ? "\(tenths / 10) \(name)" : "\(tenths / 10).\(tenths % 10) \(name)"
    }
    return "\(value) B"
  }

  /// A limit that was set in powers of 1,024, as such: `512 MiB`; anything else as ``description``.
  public var binary: String {
    for (unit, name) in [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")] as [(Int64, String)]
    where value >= unit && value % unit == 0 {
      return "\(value / unit) \(name)"
    }
    return description
  }
}

extension HTML.StringInterpolation {
  public mutating func appendInterpolation(_ day: LongDay) { appendInterpolation(day.phrase) }
  public mutating func appendInterpolation(_ weekday: Weekday) { appendInterpolation(weekday.phrase) }
  public mutating func appendInterpolation(_ instant: Instant) { appendInterpolation(instant.markup) }
  public mutating func appendInterpolation(_ amount: Fen) { appendInterpolation("¥ \(amount.yuan)") }

  /// What is not known is shown as such, never as 0 or as nothing.
  public mutating func appendInterpolation(_ day: Day?) {
    if let day { appendInterpolation(day.description) } else { appendInterpolation(HTML.notKnown) }
  }
}

extension HTML {
  /// What nobody had to give and nobody did.
  public static let notGiven: HTML = "<span class=\"not-known\">\(Phrase(zh: "未填写", en: "Not given"))</span>"

  /// A dash that screen readers read as “not known”.
  public static let notKnown: HTML =
    """
    <span class="not-known"><span aria-hidden="true">—</span>\
    <span class="unseen">\(Phrase(zh: "暂无", en: "not known"))</span></span>
    """
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
