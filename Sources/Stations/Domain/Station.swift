public import Foundation
public import Kernel

/// A place where the zone's services are taken in (站点).
public struct Station: Equatable, Sendable {
  public let id: ID<Station>
  public let number: String
  public let name: String
  public let place: String
  public let hours: String
  public let openedOn: Day
  public let closedOn: Day?

  public init(
    id: ID<Station>, number: String, name: String, place: String, hours: String, openedOn: Day, closedOn: Day? = nil
  ) {
    self.id = id
    self.number = number
    self.name = name
    self.place = place
    self.hours = hours
    self.openedOn = openedOn
    self.closedOn = closedOn
  }

  /// Whether it takes visits in on `day`.
  public func isOpen(on day: Day) -> Bool { openedOn <= day && closedOn.map { day < $0 } ?? true }
}

/// A visit as it was written down at a station, perhaps while the link was down.
///
/// The browser that holds it may send it any number of times: `key` tells it from all others, `sequence` puts the visits
/// of one browser and login (`queue`) in their order.
public struct StationVisit: Equatable, Sendable {
  public var queue: String
  /// Counted from 1.
  public var sequence: Int
  public var key: String
  /// When it was written down, by the clock of the browser.
  public var visitedAt: Date
  public var applicant: String
  /// As it was typed; empty for somebody without an organisation.
  public var organisation: String
  /// The answers to the questions of the ticket, by their names.
  public var texts: [String: String]

  public init(
    queue: String, sequence: Int, key: String, visitedAt: Date, applicant: String, organisation: String = "",
    texts: [String: String]
  ) {
    self.queue = queue
    self.sequence = sequence
    self.key = key
    self.visitedAt = visitedAt
    self.applicant = applicant
    self.organisation = organisation
    self.texts = texts
  }

  /// How long a browser keeps a visit that it could not hand in.
  public static let keptFor: TimeInterval = 72 * 3_600

  /// The day on which it was written down; no browser's clock makes that the future, or earlier than visits are kept.
  public func day(handedInAt now: Date) -> Day {
    Day(max(min(visitedAt, now), now.addingTimeInterval(-Self.keptFor)))
  }

  /// Whether `text` can be a key or a queue: 32 to 64 letters, digits and hyphens.
  static func isToken(_ text: String) -> Bool {
    (32...64).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D
      }
  }

  /// What is wrong with it before anybody asks a database.
  public var faults: [StationRefusal] {
    var faults: [StationRefusal] = []
    if !Self.isToken(queue) || !Self.isToken(key) || sequence < 1 { faults.append(.malformed) }
    if applicant.allSatisfy(\.isWhitespace) { faults.append(.applicantMissing) }
    if applicant.count > Self.longestName { faults.append(.applicantTooLong(Self.longestName)) }
    return faults
  }

  public static let longestName = 120
}
