public import Access
public import Foundation
public import Kernel

/// One case of a procedure (办件).
public struct Matter: Equatable, Sendable {
  public let id: ID<Matter>
  public let procedure: String
  public let number: MatterNumber
  public var stage: String
  public let channel: Channel
  public let filedAt: Date
  /// Who filed it; nil where nobody left a name.
  public let filer: ID<Account>?
  /// The organisation that it was filed for.
  public let organisation: SocialCreditCode?
  /// The applicant's name as the documents address it; nil where none was left.
  public let applicant: String?
  /// What names it in lists, for those who may see it.
  public let title: String?
  /// Who works on it.
  public var handler: ID<Account>?
  /// The station that took it in; nil at the centre or on the web.
  public let station: String?
  public var closedAt: Date?
  public var end: MatterEnd?
  /// The last day of its nearest clock; nil where none runs.
  public var due: Deadline?
  /// The code of that clock.
  public var dueClock: String?
  /// How many events it has.
  public var events: Int
  public let revision: Int64

  public init(
    id: ID<Matter>, procedure: String, number: MatterNumber, stage: String, channel: Channel, filedAt: Date,
    filer: ID<Account>?, organisation: SocialCreditCode?, applicant: String?, title: String?,
    handler: ID<Account>? = nil, station: String? = nil, closedAt: Date? = nil, end: MatterEnd? = nil,
    due: Deadline? = nil, dueClock: String? = nil, events: Int = 0, revision: Int64 = 0
  ) {
    self.id = id
    self.procedure = procedure
    self.number = number
    self.stage = stage
    self.channel = channel
    self.filedAt = filedAt
    self.filer = filer
    self.organisation = organisation
    self.applicant = applicant
    self.title = title
    self.handler = handler
    self.station = station
    self.closedAt = closedAt
    self.end = end
    self.due = due
    self.dueClock = dueClock
    self.events = events
    self.revision = revision
  }

  public var isOpen: Bool { end == nil }

  /// Whether somebody who acts for `acting`, or for nobody, is the applicant: what was filed for an organisation is that
  /// organisation's, also where who filed it has no mandate any more.
  public func isOwn(of account: ID<Account>, for acting: SocialCreditCode?) -> Bool {
    organisation.map { $0 == acting } ?? (filer == account)
  }

  /// How a matter came in.
  ///
  /// All of them share one series of numbers.
  public enum Channel: String, CaseIterable, Sendable {
    case web, counter, phone, station, api

    public var phrase: Phrase {
      switch self {
      case .web: Phrase(zh: "网上", en: "Web")
      case .counter: Phrase(zh: "窗口", en: "Counter")
      case .phone: Phrase(zh: "电话", en: "Telephone")
      case .station: Phrase(zh: "站点", en: "Station")
      case .api: Phrase(zh: "接口", en: "API")
      }
    }
  }

  /// The nearest end among `clocks` that run.
  public mutating func setDue(by clocks: [RunningClock]) {
    let nearest = clocks.filter(\.isRunning).min { $0.due.day < $1.due.day }
    due = nearest?.due
    dueClock = nearest?.clock
  }
}

/// One thing that happened to a matter (办理过程); they are never changed.
public struct MatterEvent: Equatable, Sendable {
  public let matter: ID<Matter>
  /// Counted from 1 in each matter.
  public let place: Int
  public let sort: Sort
  /// The step, or what the event is about.
  public let code: String
  public let from: String?
  public let to: String
  public let at: Date
  /// Who did it; nil for the zone itself and for who left no name.
  public let account: ID<Account>?
  /// In whose capacity.
  public let side: EventSide
  public let reason: String?

  public init(
    matter: ID<Matter>, place: Int, sort: Sort, code: String, from: String?, to: String, at: Date,
    account: ID<Account>?, side: EventSide, reason: String?
  ) {
    self.matter = matter
    self.place = place
    self.sort = sort
    self.code = code
    self.from = from
    self.to = to
    self.at = at
    self.account = account
    self.side = side
    self.reason = reason
  }

  public enum Sort: String, CaseIterable, Sendable {
    case filed, step, assigned, recused, note, extended, lapsed
  }

  /// The code of a note of the zone's: it could not take the step that a lapsed time limit asks for.
  public static let refusedCode = "refused"
}

/// Why the zone could not take a step of its own, in both languages: what is kept of it is one text.
public struct ZoneNote: Equatable, Sendable {
  public let words: Phrase

  public init(_ step: Phrase, _ causes: [Phrase]) {
    let (zh, en) = (causes.map(\.zh).joined(separator: "；"), causes.map(\.en).joined(separator: "; "))
    // Together they are one reason, which is not longer than others.
    words = Phrase(zh: String("\(step.zh)：\(zh)".prefix(400)), en: String("\(step.en): \(en)".prefix(500)))
  }

  /// Reads what ``text`` wrote; what was written in Chinese alone stays so in both.
  public init(_ text: String) {
    let lines = text.split(separator: "\n", maxSplits: 1).map(String.init)
    words = Phrase(zh: lines.first ?? "", en: lines.last ?? "")
  }

  /// As it is kept: the Chinese line, then the English one.
  public var text: String { "\(words.zh)\n\(words.en)" }
}

/// In whose capacity something was done.
public enum EventSide: Hashable, Sendable {
  case filer, staff, zone
  case party(String)

  public var code: String {
    switch self {
    case .filer: "filer"
    case .staff: "staff"
    case .zone: "zone"
    case .party(let role): "party:\(role)"
    }
  }

  public init(code: String) {
    self =
      switch code {
      case "filer": .filer
      case "zone": .zone
      case let text where text.hasPrefix("party:"): .party(String(text.dropFirst(6)))
      default: .staff
      }
  }
}

/// Somebody beside the applicant who takes part in one matter.
public struct MatterParty: Equatable, Sendable {
  public let matter: ID<Matter>
  public let place: Int
  public let role: String
  public let organisation: SocialCreditCode?
  public let account: ID<Account>?
  /// What documents call them.
  public let name: String

  public init(
    matter: ID<Matter>, place: Int, role: String, organisation: SocialCreditCode?, account: ID<Account>?, name: String
  ) {
    self.matter = matter
    self.place = place
    self.role = role
    self.organisation = organisation
    self.account = account
    self.name = name
  }
}

extension MatterEvent {
  /// As everybody but the staff sees it: in whose capacity it was done, not by whom.
  public func withoutAccount() -> MatterEvent {
    MatterEvent(
      matter: matter, place: place, sort: sort, code: code, from: from, to: to, at: at, account: nil, side: side,
      reason: reason)
  }

  /// As those see it whom the reason does not concern.
  public func withoutReason() -> MatterEvent {
    MatterEvent(
      matter: matter, place: place, sort: sort, code: code, from: from, to: to, at: at, account: nil, side: side,
      reason: nil)
  }
}

extension Matter {
  /// As other parties see it: without who asked, and without what names it.
  public func withoutApplicant() -> Matter {
    Matter(
      id: id, procedure: procedure, number: number, stage: stage, channel: channel, filedAt: filedAt, filer: nil,
      organisation: nil, applicant: nil, title: nil, handler: handler, station: station, closedAt: closedAt, end: end,
      due: due, dueClock: dueClock, events: events, revision: revision)
  }

  public func with(revision: Int64) -> Matter {
    Matter(
      id: id, procedure: procedure, number: number, stage: stage, channel: channel, filedAt: filedAt, filer: filer,
      organisation: organisation, applicant: applicant, title: title, handler: handler, station: station,
      closedAt: closedAt, end: end, due: due, dueClock: dueClock, events: events, revision: revision)
  }
}
