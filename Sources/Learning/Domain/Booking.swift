public import Access
public import Foundation
public import Journal
public import Kernel
public import Matters

/// One person's place at a lecture (报名), from the form to the certificate.
public struct Booking: Equatable, Sendable {
  public let id: ID<Booking>
  public var lecture: ID<Lecture>
  /// `BM` with a year and a count without gaps.
  public let number: MatterNumber
  public var learner: Learner
  public var stage: Stage
  public let registeredAt: Date
  /// When it came to the queue of its lecture: by registering, or by a merger.
  public var queuedAt: Date
  /// The lecture that it was made for, where that was merged; its own where a merger ended it, because the person had
  /// a place at the other lecture already.
  public var movedFrom: ID<Lecture>?
  public var signedAt: Date?
  public var signedBy: SignIn?
  /// How often the test was tried.
  public var tries: Int
  /// The best result, in percent; nil before the first try.
  public var score: Int?
  public var certifiedAt: Date?
  /// Counted from 1 within the lecture.
  public var certificate: Int?
  public var rating: Int?
  public var comment: String?
  public let revision: Int64

  public init(
    id: ID<Booking>, lecture: ID<Lecture>, number: MatterNumber, learner: Learner, stage: Stage,
    registeredAt: Date, queuedAt: Date? = nil, movedFrom: ID<Lecture>? = nil, signedAt: Date? = nil,
    signedBy: SignIn? = nil, tries: Int = 0,
    score: Int? = nil, certifiedAt: Date? = nil, certificate: Int? = nil, rating: Int? = nil, comment: String? = nil,
    revision: Int64 = 0
  ) {
    self.id = id
    self.lecture = lecture
    self.number = number
    self.learner = learner
    self.stage = stage
    self.registeredAt = registeredAt
    self.queuedAt = queuedAt ?? registeredAt
    self.movedFrom = movedFrom
    self.signedAt = signedAt
    self.signedBy = signedBy
    self.tries = tries
    self.score = score
    self.certifiedAt = certifiedAt
    self.certificate = certificate
    self.rating = rating
    self.comment = comment
    self.revision = revision
  }

  public enum Stage: String, CaseIterable, Sendable {
    case seated, waiting, withdrawn

    public var phrase: Phrase {
      switch self {
      case .seated: Phrase(zh: "报名成功", en: "Seat kept")
      case .waiting: Phrase(zh: "候补", en: "On the waiting list")
      case .withdrawn: Phrase(zh: "已取消", en: "Withdrawn")
      }
    }
  }

  /// How somebody signed in; it says how much the record proves.
  public enum SignIn: String, CaseIterable, Sendable {
    /// By the code shown in the room.
    case code
    /// By their own ticket, checked by staff.
    case ticket
    /// Ticked off by staff, without the person's own act.
    case list

    public var phrase: Phrase {
      switch self {
      case .code: Phrase(zh: "扫现场码", en: "By the code in the room")
      case .ticket: Phrase(zh: "出示报名码", en: "By ticket")
      case .list: Phrase(zh: "工作人员代签", en: "Entered by staff")
      }
    }
  }

  /// Whether a merger ended it, because the person had a place at the other lecture already.
  public var isJoined: Bool { stage == .withdrawn && movedFrom == lecture }

  /// The number of a certificate of `lecture`, such as `PX-2026-00003-012`; nil where none was issued.
  public func certificateNumber(of lecture: Lecture) -> String? {
    certificate.map { serial in
      let digits = String(serial)
      return "\(lecture.number)-\(String(repeating: "0", count: max(0, 3 - digits.count)))\(digits)"
    }
  }
}

/// Who registered: no more than sign-in and certificate need.
public struct Learner: Equatable, Sendable {
  /// A keyed hash of the identity number, which itself is kept nowhere.
  public var person: String
  public var name: String
  /// Where notices go; nil for who has an account, or none.
  public var email: String?
  public let organisation: SocialCreditCode?
  public var employer: String?
  /// District or county, which evaluations of training ask for.
  public var district: String?
  /// The account of the person; nil for who has none, or was registered by somebody else.
  public let account: ID<Account>?

  public init(
    person: String, name: String, email: String?, organisation: SocialCreditCode?, employer: String?,
    district: String?, account: ID<Account>?
  ) {
    self.person = person
    self.name = name
    self.email = email
    self.organisation = organisation
    self.employer = employer
    self.district = district
    self.account = account
  }

  /// The name as others see it: `张*`, `欧**`, `J. D.` becomes `J***`.
  public var maskedName: String { Learner.masked(name) }

  public static func masked(_ name: String) -> String {
    guard let first = name.first else { return "*" }
    return String(first) + String(repeating: "*", count: min(3, max(1, name.count - 1)))
  }
}

extension ID<Booking> {
  /// The booking as the journal names it.
  public var subject: Subject { Subject(table: "lecture_bookings", number: number) }
}

extension Booking {
  public func with(revision: Int64) -> Booking {
    Booking(
      id: id, lecture: lecture, number: number, learner: learner, stage: stage, registeredAt: registeredAt,
      queuedAt: queuedAt, movedFrom: movedFrom, signedAt: signedAt, signedBy: signedBy, tries: tries, score: score,
      certifiedAt: certifiedAt, certificate: certificate, rating: rating, comment: comment, revision: revision)
  }
}
