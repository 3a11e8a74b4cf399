public import Foundation

/// The hours of the night, in Nanjing, in which no e-mail is sent.
public struct QuietHours: Hashable, Sendable {
  /// Minutes after midnight.
  public let from: Int
  /// Minutes after midnight; the first minute that is not quiet.
  public let to: Int

  /// 22:00 to 07:00.
  public static let usual = QuietHours(known: 22 * 60, to: 7 * 60)

  /// - Throws: ``NoticeRefusal/badQuietHours`` unless both are times of a day and differ.
  public init(from: Int, to: Int) throws(NoticeRefusal) {
    guard (0..<1_440).contains(from), (0..<1_440).contains(to), from != to else { throw .badQuietHours }
    self.init(known: from, to: to)
  }

  private init(known from: Int, to: Int) {
    self.from = from
    self.to = to
  }

  /// When the quiet that holds at `instant` ends; nil where it is not quiet.
  public func end(at instant: Date) -> Date? {
    // China keeps UTC+8 the whole year.
    let seconds = Int(instant.timeIntervalSince1970.rounded(.down)) + 8 * 3_600
    let ofDay = ((seconds % 86_400) + 86_400) % 86_400
    let minute = ofDay / 60
    let isQuiet = from < to ? (from..<to).contains(minute) : minute >= from || minute < to
    guard isQuiet else { return nil }
    let left = to * 60 - ofDay
    return Date(timeIntervalSince1970: Double(seconds - 8 * 3_600 + (left > 0 ? left : left + 86_400)))
  }
}
