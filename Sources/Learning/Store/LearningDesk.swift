public import Access
public import Foundation
import Journal
import JournalStore
public import Kernel
public import Learning
public import LedgersStore
public import Matters
public import NoticesStore
public import Storage

/// What people do with lectures: plan, register, sign in, take the test, rate; nominate topics and vote.
public struct LearningDesk: Sendable {
  let database: any Database
  let world: World
  let ledgers: LedgerDesk
  let outbox: NoticeOutbox
  let keys: LearningKeys
  /// A keyed hash of a person's number; nil for what is no such number.
  let personKey: @Sendable (String) -> String?

  /// - Parameters:
  ///   - ledgers: where each sign-in becomes a record of the ledger of attendances.
  ///   - zoneKey: what codes of tickets, certificates and rooms are made of.
  public init(
    database: any Database, world: World, ledgers: LedgerDesk, outbox: NoticeOutbox, zoneKey: [UInt8],
    personKey: @escaping @Sendable (String) -> String?
  ) {
    self.database = database
    self.world = world
    self.ledgers = ledgers
    self.outbox = outbox
    keys = LearningKeys(zoneKey: zoneKey)
    self.personKey = personKey
  }

  init(_ desk: LearningDesk, in world: World) {
    database = desk.database
    self.world = world
    ledgers = desk.ledgers
    outbox = desk.outbox
    keys = desk.keys
    personKey = desk.personKey
  }

  public var now: Date { world.now() }

  /// The lectures of a stretch of time in their order, each with how full it is.
  public func lectures(in span: Range<Date>, by account: Account) async throws -> [LectureLine] {
    try account.require(.readLectures)
    return try await database.read { db in
      try LectureRows.all(in: span, db).map {
        LectureLine(lecture: $0, load: try BookingRows.load(of: $0.id, in: db), questions: 0)
      }
    }
  }

  /// - Throws: ``LearningRefusal/unknownLecture``.
  public func find(_ id: ID<Lecture>, by account: Account) async throws -> LectureLine {
    try account.require(.readLectures)
    return try await database.read { db in
      LectureLine(
        lecture: try LectureRows.find(id, in: db), load: try BookingRows.load(of: id, in: db),
        questions: try LectureRows.questions(of: id, in: db).count)
    }
  }

  /// The lecture that answers an order; nil before it is announced.
  public func lecture(of order: ID<Matter>, by account: Account) async throws -> Lecture? {
    try account.require(.readLectures)
    return try await database.read { try LectureRows.of(order, in: $0) }
  }

  /// Who took part in a year: persons once each, and every sign-in.
  public func counts(of year: Int, by account: Account) async throws -> LearningCounts {
    try account.require(.readLectures)
    guard let first = Day(year: year, month: 1, day: 1) else {
      return LearningCounts(lectures: 0, people: 0, attendances: 0, firms: 0, certificates: 0)
    }
    return try await database.read { try BookingRows.counts(in: first.start..<first.adding(months: 12).start, $0) }
  }

  /// Everybody who registered, with names as the staff sees them.
  ///
  /// - Throws: ``LearningRefusal/unknownLecture``.
  public func roll(of id: ID<Lecture>, by account: Account) async throws -> LectureRoll {
    try account.require(.handleLectures)
    let desk = self
    return try await database.read { db in
      let lecture = try LectureRows.find(id, in: db)
      let bookings = try BookingRows.all(of: id, in: db)
      return LectureRoll(
        lecture: lecture, load: try BookingRows.load(of: id, in: db), bookings: bookings,
        unreached: Set(bookings.filter { !desk.reaches($0.learner) }.map(\.id)),
        questions: try LectureRows.questions(of: id, in: db), comments: bookings.compactMap(\.comment),
        roomCode: desk.keys.room(of: id, at: desk.world.now()))
    }
  }

  /// Whether notices find somebody: by their account, or by e-mail where the zone sends any.
  private func reaches(_ learner: Learner) -> Bool {
    learner.account != nil || outbox.canMail && learner.email != nil
  }

  /// The lecture and how it may be changed now.
  func change(
    _ action: Action, of id: ID<Lecture>, because reason: String?, seen: Int64?, by account: Account,
    _ work: @escaping @Sendable (LectureChange, Lecture) throws -> Void
  ) async throws {
    let (world, ledgers) = (world, ledgers)
    try await database.write { db in
      let deed = Deed(action, by: account, on: id.subject, because: reason)
      try Recording.write(deed, world: world, in: db) { recording in
        let lecture = try LectureRows.find(id, in: db)
        if let seen, seen != lecture.revision { throw JournalRefusal.changedMeanwhile }
        try work(LectureChange(recording: recording, world: world, ledgers: ledgers, db: db), lecture)
      }
    }
  }
}

/// A lecture with how full it is.
public struct LectureLine: Sendable {
  public let lecture: Lecture
  public let load: LectureLoad
  /// How many questions its test has; 0 in lists, where nobody asks.
  public let questions: Int

  public var seatsLeft: Int { max(0, lecture.plan.capacity - load.seated) }
}

/// Who is registered for a lecture, for the staff.
public struct LectureRoll: Sendable {
  public let lecture: Lecture
  public let load: LectureLoad
  public let bookings: [Booking]
  /// Those whom no notice finds: they left no address.
  public let unreached: Set<ID<Booking>>
  public let questions: [TestQuestion]
  public let comments: [String]
  /// What the screen of the room shows now.
  public let roomCode: String

  public var isThin: Bool { load.seated < lecture.plan.least }
}

extension Action {
  static let planLecture = Action("learning.plan", Phrase(zh: "安排讲座", en: "Announced a lecture"))
  static let changeLecture = Action("learning.change", Phrase(zh: "变更讲座", en: "Changed a lecture"))
  static let setTest = Action("learning.test", Phrase(zh: "设置测试题", en: "Set a test"))
  static let register = Action("learning.register", Phrase(zh: "报名", en: "Registered"))
  static let withdrawBooking = Action("learning.withdraw", Phrase(zh: "取消报名", en: "Withdrew a registration"))
  static let eraseLearner = Action("learning.erase", Phrase(zh: "删除报名人信息", en: "Erased a learner’s data"))
  static let forgetAddresses = Action(
    "learning.forget-addresses", Phrase(zh: "清除已结束讲座的邮箱", en: "Forgot addresses of past lectures"))
  static let signIn = Action("learning.sign-in", Phrase(zh: "签到", en: "Signed in"))
  static let takeTest = Action("learning.take-test", Phrase(zh: "测试", en: "Took a test"))
  static let rateLecture = Action("learning.rate", Phrase(zh: "评价讲座", en: "Rated a lecture"))
  static let nominateTopic = Action("learning.nominate", Phrase(zh: "提名选题", en: "Nominated a topic"))
  static let voteForTopic = Action("learning.vote", Phrase(zh: "投票", en: "Voted for a topic"))
  static let answerTopic = Action("learning.answer-topic", Phrase(zh: "答复选题", en: "Answered a topic"))
}
