public import Foundation
public import Kernel
public import Ledgers

/// One time of an institution in the directory.
public struct OpenEntry: Sendable {
  public let record: LedgerRecord
  /// When the record was last written.
  public let changedAt: Date

  init(_ record: LedgerRecord, changedAt: Date) {
    self.record = record
    self.changedAt = changedAt
  }

  public var code: String { record.values.text("code") ?? "" }
  public var name: String { record.values.text("name") ?? "" }
  public var from: Day? { record.values.day("active_from") }
  /// The last day; nil while it has none.
  ///
  /// A withdrawn record ends where it was withdrawn.
  public var last: Day? {
    [record.withdrawnOn?.adding(days: -1), record.values.day("active_to")].compactMap(\.self).min()
  }

  /// Whether the directory has it on `day`; what was withdrawn leaves it at once, not at the end of the day.
  public func isListed(on day: Day) -> Bool {
    guard record.counts, let from, from <= day else { return false }
    return record.values.day("active_to").map { day <= $0 } ?? true
  }

  /// Since when it says what it says: written, or in the directory, whichever came later.
  var since: Date { max(changedAt, from?.start ?? changedAt) }

  /// When it left the directory: by withdrawal, or by its last day.
  var leftAt: Date {
    let end = record.values.day("active_to").map { max(changedAt, $0.adding(days: 1).start) }
    return record.withdrawnOn == nil ? end ?? changedAt : changedAt
  }
}

/// The directory on one day, and who has left it.
public struct OpenDirectory: Sendable {
  /// By name.
  public let listed: [OpenEntry]
  /// The code of each institution that was in it and is not, and when it left; the last first.
  public let left: [(code: String, at: Date)]

  init(_ entries: [OpenEntry], on day: Day, now: Date) {
    listed = entries.filter { $0.isListed(on: day) }.sorted { ($0.name, $0.code) < ($1.name, $1.code) }
    let standing = Set(listed.map(\.code))
    var left: [String: Date] = [:]
    for entry in entries where !standing.contains(entry.code) && entry.leftAt <= now {
      // Who was never in it has not left.
      guard let from = entry.from, from <= day else { continue }
      left[entry.code] = max(left[entry.code] ?? .distantPast, entry.leftAt)
    }
    self.left = left.map { ($0.key, $0.value) }.sorted { $0.at > $1.at }
  }

  /// When it last changed; nil while nobody was ever in it.
  public var changedAt: Date? { (listed.map(\.since) + left.map(\.at)).max() }
}

/// An institution through the times.
public struct OpenHistory: Sendable {
  /// Newest first.
  public let entries: [OpenEntry]
  /// What the directory has of it today; nil for one that is not listed.
  public let listed: OpenEntry?

  init(entries: [OpenEntry], on day: Day) {
    self.entries = entries.sorted { ($0.from?.number ?? 0, $0.changedAt) > ($1.from?.number ?? 0, $1.changedAt) }
    listed = self.entries.first { $0.isListed(on: day) }
  }
}
