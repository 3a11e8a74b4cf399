public import Kernel

/// Days from a first to a last, both included; without a last day it goes on.
public struct Stay: Hashable, Sendable {
  public let first: Day
  public let last: Day?

  /// - Throws: ``MoveRefusal/endsBeforeItBegins(_:)``.
  public init(from first: Day, to last: Day?) throws(MoveRefusal) {
    if let last, last < first { throw .endsBeforeItBegins(first) }
    self.first = first
    self.last = last
  }

  /// - Precondition: `last` is not before `first`.
  private init(_ first: Day, _ last: Day?) {
    self.first = first
    self.last = last
  }

  public static func since(_ first: Day) -> Stay { Stay(first, nil) }

  public func contains(_ day: Day) -> Bool { first <= day && last.map { day <= $0 } ?? true }

  /// Whether one day at least belongs to both.
  public func overlaps(_ other: Stay) -> Bool {
    (last.map { other.first <= $0 } ?? true) && (other.last.map { first <= $0 } ?? true)
  }

  /// Whether every day of `other` belongs to this.
  public func covers(_ other: Stay) -> Bool {
    guard first <= other.first else { return false }
    guard let last else { return true }
    return other.last.map { $0 <= last } ?? false
  }

  /// Its days before `day`; nil for none.
  public func part(before day: Day) -> Stay? {
    guard first < day else { return nil }
    let end = day.adding(days: -1)
    return Stay(first, last.map { min($0, end) } ?? end)
  }
}
