public import Access
public import Foundation
import Journal
import JournalStore
public import Kernel
public import Learning
import NoticesStore
import Storage

extension LearningDesk {
  /// Registers somebody: a seat while there is one, else the waiting list.
  ///
  /// However many register at once, no more seats are given than there are: each registration holds the head of the
  /// journal while it counts.
  ///
  /// - Returns: the registration with the code that opens it; whoever has the code may withdraw and sign in.
  /// - Throws: `FormRefusal`; ``LearningRefusal``.
  public func register(
    _ draft: LearnerDraft, for id: ID<Lecture>, by account: Account
  ) async throws -> (booking: Booking, code: String) {
    try account.require(.registerForLectures)
    let learner = try draft.learner(account, personKey)
    let (desk, world) = (self, world)
    let booking = try await database.write { db in
      try Recording.write(Deed(.register, by: account, on: id.subject), world: world, in: db) { recording in
        let (lecture, now) = (try LectureRows.find(id, in: db), world.now())
        guard lecture.stage == .planned else { throw LearningRefusal.notOpen }
        guard now < lecture.plan.endsAt else { throw LearningRefusal.lectureOver }
        if try BookingRows.isThere(learner.person, at: id, in: db) { throw LearningRefusal.registeredAlready }
        if let own = learner.account,
          try BookingRows.standing(of: id, in: db).contains(where: { $0.learner.account == own })
        {
          throw FormRefusal([LearningRefusal.ownAlready])
        }
        let load = try BookingRows.load(of: id, in: db)
        // Nobody overtakes the waiting list.
        let isSeated = load.seated < lecture.plan.capacity && load.waiting == 0
        let booking = Booking(
          id: world.newID(), lecture: id,
          number: try LectureRows.nextNumber(BookingRows.letters, Day(now).year, in: db), learner: learner,
          stage: isSeated ? .seated : .waiting, registeredAt: now)
        try recording.insert(BookingRows.values(booking), into: .lectureBookings)
        return booking
      }
    }
    return (booking, desk.keys.ticket(of: booking.id))
  }

  /// What the holder of a code sees of the registration.
  ///
  /// - Throws: ``LearningRefusal/wrongTicket``.
  public func ticket(_ id: ID<Booking>, _ code: String, by account: Account) async throws -> Ticket {
    try account.require(.readLectures)
    let desk = self
    return try await database.read { try desk.ticket(try desk.booking(id, code, in: $0), in: $0) }
  }

  /// The account's own registrations, newest first.
  public func own(by account: Account) async throws -> [Ticket] {
    try account.require(.followLectures)
    let desk = self
    return try await database.read { db in
      try BookingRows.all(of: account.id, in: db).map { try desk.ticket($0, in: db) }
    }
  }

  /// Gives a seat back; the first of the waiting list gets it and is told.
  public func withdraw(_ id: ID<Booking>, _ code: String, by account: Account) async throws {
    try account.require(.registerForLectures)
    let (desk, world) = (self, world)
    try await database.write { db in
      try Recording.write(Deed(.withdrawBooking, by: account, on: id.subject), world: world, in: db) { recording in
        _ = try desk.withdraw(try desk.booking(id, code, in: db), in: recording, db)
      }
    }
  }

  /// Withdraws somebody's registration for them, such as one whose ticket was lost, and tells them; they can register
  /// again.
  ///
  /// - Throws: ``LearningRefusal/wrongTicket`` where the lecture has no such registration.
  public func withdraw(
    _ id: ID<Booking>, at lecture: ID<Lecture>, because reason: String, by account: Account
  ) async throws {
    try account.require(.handleLectures)
    let reason = try Reason(reason, orElse: LearningRefusal.staffReasonMissing).text
    let (desk, world) = (self, world)
    try await database.write { db in
      let deed = Deed(.withdrawBooking, by: account, on: id.subject, because: reason)
      try Recording.write(deed, world: world, in: db) { recording in
        guard let booking = try BookingRows.find(id, in: db), booking.lecture == lecture else {
          throw LearningRefusal.wrongTicket
        }
        let found = try desk.withdraw(booking, in: recording, db)
        let news = LectureNews(found, .withdrawn, because: reason)
        try desk.outbox.tell([booking], LectureNews.changed, news, with: recording, in: db)
      }
    }
  }

  /// - Returns: its lecture, in which the first who waited has the seat now.
  private func withdraw(_ old: Booking, in recording: Recording, _ db: any Writing) throws -> Lecture {
    var booking = old
    let lecture = try LectureRows.find(booking.lecture, in: db)
    guard booking.stage != .withdrawn else { throw LearningRefusal.withdrawnAlready }
    guard lecture.stage == .planned else { throw LearningRefusal.notOpen }
    guard booking.signedAt == nil else { throw LearningRefusal.attendedAlready }
    guard world.now() < lecture.plan.endsAt else { throw LearningRefusal.lectureOver }
    booking.stage = .withdrawn
    try recording.update(BookingRows.values(booking), in: .lectureBookings)
    let change = LectureChange(recording: recording, world: world, ledgers: ledgers, db: db)
    let news = LectureNews(lecture, .seat, because: "")
    try outbox.tell(try change.moveUp(lecture), LectureNews.seat, news, with: recording, in: db)
    return lecture
  }

  /// - Throws: ``LearningRefusal/wrongTicket``, whether there is no such registration or the code is another's.
  func booking(_ id: ID<Booking>, _ code: String, in db: any Reading) throws -> Booking {
    guard keys.isTicket(code, of: id), let booking = try BookingRows.find(id, in: db) else {
      throw LearningRefusal.wrongTicket
    }
    return booking
  }

  func ticket(_ booking: Booking, in db: any Reading) throws -> Ticket {
    let lecture = try LectureRows.find(booking.lecture, in: db)
    let ahead = try BookingRows.standing(of: lecture.id, in: db).filter { $0.stage == .waiting }
    return Ticket(
      booking: booking, lecture: lecture, code: keys.ticket(of: booking.id),
      place: ahead.firstIndex { $0.id == booking.id }.map { $0 + 1 },
      questions: try LectureRows.questions(of: lecture.id, in: db),
      certificateCode: booking.certificate == nil ? nil : keys.certificate(of: booking.id))
  }
}

/// A registration as its holder sees it.
public struct Ticket: Sendable {
  public let booking: Booking
  public let lecture: Lecture
  public let code: String
  /// The place on the waiting list, from 1; nil for who has a seat.
  public let place: Int?
  public let questions: [TestQuestion]
  /// What proves the certificate; nil where none was issued.
  public let certificateCode: String?

  public var certificateNumber: String? { booking.certificateNumber(of: lecture) }

  /// Whether the test can be taken at `now`.
  public func mayTakeTest(at now: Date) -> Bool {
    lecture.stage == .planned && now >= lecture.plan.startsAt && booking.signedAt != nil && booking.certificate == nil
      && !questions.isEmpty
      && booking.tries < lecture.plan.tries
  }

  /// Whether it can be rated at `now`.
  public func mayRate(at now: Date) -> Bool {
    lecture.stage == .planned && now >= lecture.plan.startsAt && booking.signedAt != nil && booking.rating == nil
  }

  /// Whether it can still be withdrawn or used at the door at `now`.
  public func isLive(at now: Date) -> Bool {
    lecture.stage == .planned && booking.stage != .withdrawn && booking.signedAt == nil && now < lecture.plan.endsAt
  }
}
