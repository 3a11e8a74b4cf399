public import Access
public import Foundation
public import Journal
public import Kernel

/// A topic that somebody would like to hear about (选题); the one with the most votes of a quarter is scheduled, or
/// publicly declined with a reason.
public struct Topic: Equatable, Sendable {
  public let id: ID<Topic>
  public let title: String
  public let wish: String?
  public let quarter: Quarter
  public let nominator: ID<Account>
  public let nominatedAt: Date
  public var stage: Stage
  /// The lecture that it became.
  public var lecture: ID<Lecture>?
  /// Why it was declined.
  public var reason: String?
  public var answeredAt: Date?
  public let revision: Int64

  public init(
    id: ID<Topic>, title: String, wish: String?, quarter: Quarter, nominator: ID<Account>, nominatedAt: Date,
    stage: Stage = .open, lecture: ID<Lecture>? = nil, reason: String? = nil, answeredAt: Date? = nil,
    revision: Int64 = 0
  ) {
    self.id = id
    self.title = title
    self.wish = wish
    self.quarter = quarter
    self.nominator = nominator
    self.nominatedAt = nominatedAt
    self.stage = stage
    self.lecture = lecture
    self.reason = reason
    self.answeredAt = answeredAt
    self.revision = revision
  }

  public enum Stage: String, CaseIterable, Sendable {
    case open, scheduled, declined

    public var phrase: Phrase {
      switch self {
      case .open: Phrase(zh: "征集中", en: "Open to votes")
      case .scheduled: Phrase(zh: "已排课", en: "Scheduled")
      case .declined: Phrase(zh: "未排课，理由已公开", en: "Declined, with a reason")
      }
    }
  }
}

/// A quarter of a year, in which topics compete.
public struct Quarter: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let year: Int
  public let place: Int

  public init(year: Int, place: Int) {
    self.year = year
    self.place = place
  }

  public init(_ day: Day) { self.init(year: day.year, place: (day.month - 1) / 3 + 1) }

  /// Reads `2026-4`.
  public init?(_ text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2, (1...4).contains(parts[1]), (2_000...9_999).contains(parts[0]) else { return nil }
    self.init(year: parts[0], place: parts[1])
  }

  public var description: String { "\(year)-\(place)" }
  public var phrase: Phrase { Phrase(zh: "\(year) 年第 \(place) 季度", en: "Quarter \(place) of \(year)") }

  public static func < (left: Quarter, right: Quarter) -> Bool {
    (left.year, left.place) < (right.year, right.place)
  }
}

extension ID<Topic> {
  /// The topic as the journal names it.
  public var subject: Subject { Subject(table: "lecture_topics", number: number) }
}
