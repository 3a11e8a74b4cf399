public import Access
public import Foundation
public import Journal
public import Kernel
public import Ledgers
public import Matters

/// A lecture or training that is held once (场次), with its seats.
public struct Lecture: Equatable, Sendable {
  public let id: ID<Lecture>
  /// `PX` with a year and a count without gaps.
  public let number: MatterNumber
  public var plan: LecturePlan
  /// The order that it answers; nil for one that the centre offers by itself.
  public let order: ID<Matter>?
  public var stage: Stage
  /// Where it went when too few registered.
  public var mergedInto: ID<Lecture>?
  /// Why it was moved, merged or cancelled last.
  public var reason: String?
  public let revision: Int64

  public init(
    id: ID<Lecture>, number: MatterNumber, plan: LecturePlan, order: ID<Matter>? = nil, stage: Stage = .planned,
    mergedInto: ID<Lecture>? = nil, reason: String? = nil, revision: Int64 = 0
  ) {
    self.id = id
    self.number = number
    self.plan = plan
    self.order = order
    self.stage = stage
    self.mergedInto = mergedInto
    self.reason = reason
    self.revision = revision
  }

  public enum Stage: String, CaseIterable, Sendable {
    case planned, merged, cancelled
  }

  /// What it is a part of.
  public enum Series: String, CaseIterable, Sendable {
    case order, training, topic

    public var phrase: Phrase {
      switch self {
      case .order: Phrase(zh: "你点我讲", en: "Ordered lecture")
      case .training: Phrase(zh: "百企千人培训", en: "Training of the zone")
      case .topic: Phrase(zh: "选题讲座", en: "Topic voted for")
      }
    }
  }

  public enum Medium: String, CaseIterable, Sendable {
    case onsite, online

    public var phrase: Phrase {
      switch self {
      case .onsite: Phrase(zh: "线下", en: "On site")
      case .online: Phrase(zh: "线上", en: "Online")
      }
    }

    static let choices = allCases.map { LedgerChoice($0.rawValue, $0.phrase) }
  }

  /// Where it stands at a moment.
  public enum Phase: String, CaseIterable, Sendable {
    case coming, running, over, merged, cancelled

    public var phrase: Phrase {
      switch self {
      case .coming: Phrase(zh: "报名中", en: "Open for registration")
      case .running: Phrase(zh: "正在举办", en: "Going on")
      case .over: Phrase(zh: "已结束", en: "Over")
      case .merged: Phrase(zh: "已并入其他场次", en: "Merged into another")
      case .cancelled: Phrase(zh: "已取消", en: "Cancelled")
      }
    }
  }

  public func phase(at now: Date) -> Phase {
    switch stage {
    case .merged: .merged
    case .cancelled: .cancelled
    case .planned: now < plan.startsAt ? .coming : now < plan.endsAt ? .running : .over
    }
  }

  public var day: Day { Day(plan.startsAt) }

  /// Sign-in opens an hour before it begins, and ends half an hour after it.
  public var signIn: ClosedRange<Date> {
    plan.startsAt.addingTimeInterval(-3_600)...plan.endsAt.addingTimeInterval(1_800)
  }
}

/// What is fixed about a lecture when it is announced.
public struct LecturePlan: Equatable, Sendable {
  public var title: String
  public var series: Lecture.Series
  public var about: String?
  public var lecturer: String
  /// The lecturer's account, where it is one that claimed the order.
  public var lecturerAccount: ID<Account>?
  public var medium: Lecture.Medium
  public var place: String
  public var startsAt: Date
  public var endsAt: Date
  public var capacity: Int
  /// The fewest that it is held for.
  public var least: Int
  /// The part of the test that has to be right, in percent.
  public var passMark: Int
  /// How often somebody may try the test.
  public var tries: Int

  public init(
    title: String, series: Lecture.Series, about: String? = nil, lecturer: String,
    lecturerAccount: ID<Account>? = nil, medium: Lecture.Medium, place: String, startsAt: Date, endsAt: Date,
    capacity: Int, least: Int = 1, passMark: Int = 60, tries: Int = 3
  ) {
    self.title = title
    self.series = series
    self.about = about
    self.lecturer = lecturer
    self.lecturerAccount = lecturerAccount
    self.medium = medium
    self.place = place
    self.startsAt = startsAt
    self.endsAt = endsAt
    self.capacity = capacity
    self.least = least
    self.passMark = passMark
    self.tries = tries
  }

  /// To begin at another moment, as long as before.
  public mutating func move(to start: Date) {
    let length = endsAt.timeIntervalSince(startsAt)
    (startsAt, endsAt) = (start, start.addingTimeInterval(length))
  }
}

extension ID<Lecture> {
  /// The lecture as the journal names it.
  public var subject: Subject { Subject(table: "lectures", number: number) }
}

/// An hour of the day, such as 14:30.
public struct HourOfDay: Equatable, Sendable {
  public let minutes: Int

  /// - Returns: nil for anything but an hour and minutes of a day.
  public init?(_ text: String) {
    let parts = text.replacing("：", with: ":").split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
      (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    minutes = 60 * hour + minute
  }

  /// The moment on a day in Nanjing.
  public func on(_ day: Day) -> Date { day.start.addingTimeInterval(Double(60 * minutes)) }
}
