import Access
import Foundation
import JournalStore
import Kernel
import Learning
import Matters
import Storage

/// The only SQL that knows who registered.
enum BookingRows {
  private static var columns: SQL { "\(RecordTable.lectureBookings.columnList), entry" }
  static let letters = "BM"

  static func find(_ id: ID<Booking>, in db: any Reading) throws -> Booking? {
    try db.row("SELECT \(columns) FROM lecture_bookings WHERE id = \(id)").map(booking)
  }

  static func find(certificate: Int, of lecture: ID<Lecture>, in db: any Reading) throws -> Booking? {
    try db.row("SELECT \(columns) FROM lecture_bookings WHERE lecture = \(lecture) AND certificate = \(certificate)")
      .map(booking)
  }

  /// In the order in which they were made.
  static func all(of lecture: ID<Lecture>, in db: any Reading) throws -> [Booking] {
    try db.rows("SELECT \(columns) FROM lecture_bookings WHERE lecture = \(lecture) ORDER BY year, serial").map(booking)
  }

  /// Those that stand, in the order of the queue.
  static func standing(of lecture: ID<Lecture>, in db: any Reading) throws -> [Booking] {
    try db.rows(
      """
      SELECT \(columns) FROM lecture_bookings WHERE lecture = \(lecture) AND stage <> 'withdrawn'
      ORDER BY queued_at, year, serial
      """
    ).map(booking)
  }

  static func all(of account: ID<Account>, in db: any Reading) throws -> [Booking] {
    try db.rows(
      "SELECT \(columns) FROM lecture_bookings WHERE account = \(account) ORDER BY registered_at DESC, id DESC LIMIT 200"
    ).map(booking)
  }

  /// Every registration of an account, for its erasure.
  static func whole(of account: ID<Account>, in db: any Reading) throws -> [Booking] {
    try db.rows("SELECT \(columns) FROM lecture_bookings WHERE account = \(account) ORDER BY id").map(booking)
  }

  static func find(_ number: MatterNumber, in db: any Reading) throws -> Booking? {
    guard number.letters == letters else { return nil }
    return try db.row(
      "SELECT \(columns) FROM lecture_bookings WHERE year = \(number.year) AND serial = \(number.serial)"
    ).map(booking)
  }

  /// Those of lectures that were over at `moment` and still have an address.
  static func addressed(before moment: Date, limit: Int, in db: any Reading) throws -> [Booking] {
    try db.rows(
      """
      SELECT \(columns) FROM lecture_bookings
      WHERE email IS NOT NULL AND lecture IN (SELECT id FROM lectures WHERE ends_at < \(moment))
      ORDER BY id LIMIT \(limit)
      """
    ).map(booking)
  }

  static func isThere(_ person: String, at lecture: ID<Lecture>, in db: any Reading) throws -> Bool {
    try db.count(
      """
      SELECT COUNT(*) FROM lecture_bookings
      WHERE lecture = \(lecture) AND person = \(person) AND stage <> 'withdrawn'
      """) > 0
  }

  static func load(of lecture: ID<Lecture>, in db: any Reading) throws -> LectureLoad {
    let row = try db.row(
      """
      SELECT COALESCE(SUM(CASE WHEN stage = 'seated' THEN 1 ELSE 0 END), 0),
        COALESCE(SUM(CASE WHEN stage = 'waiting' THEN 1 ELSE 0 END), 0), COUNT(signed_at), COUNT(certificate),
        COUNT(rating), COALESCE(SUM(rating), 0)
      FROM lecture_bookings WHERE lecture = \(lecture)
      """)
    guard var columns = row?.columns else { return LectureLoad() }
    return LectureLoad(
      seated: try columns.int(), waiting: try columns.int(), signedIn: try columns.int(),
      certified: try columns.int(), ratings: try columns.int(), ratingSum: try columns.int())
  }

  /// Who took part within `span`: persons once, and every time that one came.
  static func counts(in span: Range<Date>, _ db: any Reading) throws -> LearningCounts {
    let within: SQL = """
      FROM lecture_bookings b JOIN lectures l ON l.id = b.lecture
      WHERE b.signed_at IS NOT NULL AND l.stage = 'planned' AND l.starts_at >= \(span.lowerBound) AND l.starts_at < \(span.upperBound)
      """
    return LearningCounts(
      lectures: try db.count("SELECT COUNT(DISTINCT b.lecture) \(within)"),
      people: try db.count("SELECT COUNT(DISTINCT b.person) \(within)"),
      attendances: try db.count("SELECT COUNT(*) \(within)"),
      firms: try db.count("SELECT COUNT(DISTINCT b.organisation) \(within)"),
      certificates: try db.count("SELECT COUNT(b.certificate) \(within)"))
  }

  static func values(_ booking: Booking) -> [SQLValue] {
    let learner = booking.learner
    return [
      booking.id.sqlValue, booking.lecture.sqlValue, .integer(Int64(booking.number.year)),
      .integer(Int64(booking.number.serial)), .text(learner.person), .text(learner.name), learner.email.sqlValue,
      (learner.organisation?.description).sqlValue, learner.employer.sqlValue, learner.district.sqlValue,
      learner.account.sqlValue, .text(booking.stage.rawValue), booking.registeredAt.sqlValue,
      booking.queuedAt.sqlValue, booking.movedFrom.sqlValue, booking.signedAt.sqlValue,
      (booking.signedBy?.rawValue).sqlValue,
      .integer(Int64(booking.tries)), booking.score.sqlValue, booking.certifiedAt.sqlValue,
      booking.certificate.sqlValue, booking.rating.sqlValue, booking.comment.sqlValue,
    ]
  }

  private static func booking(_ row: Row) throws -> Booking {
    var row = row.columns
    let (id, lecture): (ID<Booking>, ID<Lecture>) = (try row.id(), try row.id())
    let number = MatterNumber(letters: letters, year: try row.int(), serial: try row.int())
    let learner = Learner(
      person: try row.text(), name: try row.text(), email: try row.optional { try $0.text() },
      organisation: try row.optional { try SocialCreditCode($0.text()) }, employer: try row.optional { try $0.text() },
      district: try row.optional { try $0.text() }, account: try row.optional { try $0.id() })
    var found = Booking(
      id: id, lecture: lecture, number: number, learner: learner, stage: try row.value(), registeredAt: try row.date())
    found.queuedAt = try row.date()
    found.movedFrom = try row.optional { try $0.id() }
    found.signedAt = try row.optional { try $0.date() }
    found.signedBy = try row.optional { try $0.value() }
    found.tries = try row.int()
    found.score = try row.optional { try $0.int() }
    found.certifiedAt = try row.optional { try $0.date() }
    found.certificate = try row.optional { try $0.int() }
    found.rating = try row.optional { try $0.int() }
    found.comment = try row.optional { try $0.text() }
    let revision = try row.integer()
    try row.end()
    return found.with(revision: revision)
  }
}

/// How full a lecture is, and what became of those who came.
public struct LectureLoad: Equatable, Sendable {
  public var seated = 0
  public var waiting = 0
  public var signedIn = 0
  public var certified = 0
  public var ratings = 0
  /// The sum of all ratings; see ``rating``.
  public var ratingSum = 0

  public init(
    seated: Int = 0, waiting: Int = 0, signedIn: Int = 0, certified: Int = 0, ratings: Int = 0, ratingSum: Int = 0
  ) {
    self.seated = seated
    self.waiting = waiting
    self.signedIn = signedIn
    self.certified = certified
    self.ratings = ratings
    self.ratingSum = ratingSum
  }

  /// The mean rating in tenths; nil without one.
  public var rating: Int? { ratings == 0 ? nil : (ratingSum * 10 + ratings / 2) / ratings }
}

/// Who took part in a stretch of time.
public struct LearningCounts: Equatable, Sendable {
  /// Lectures that somebody signed in at.
  public let lectures: Int
  /// Persons, each once (人).
  public let people: Int
  /// Sign-ins (人次).
  public let attendances: Int
  public let firms: Int
  public let certificates: Int

  public init(lectures: Int, people: Int, attendances: Int, firms: Int, certificates: Int) {
    self.lectures = lectures
    self.people = people
    self.attendances = attendances
    self.firms = firms
    self.certificates = certificates
  }
}
