public import Access
import Foundation
import Journal
import JournalStore
public import Kernel
public import Learning
import Ledgers
import LedgersStore
import Matters
import Storage

extension LearningDesk {
  /// Signs oneself in with the code that the room shows; once.
  ///
  /// - Parameter room: the code of the room; good for five minutes, and as long again.
  public func signIn(_ id: ID<Booking>, _ code: String, room: String, by account: Account) async throws {
    try account.require(.registerForLectures)
    let desk = self
    try await attend(id, by: account) { booking, lecture, db in
      _ = try desk.booking(id, code, in: db)
      guard desk.keys.isRoom(room, of: lecture.id, at: desk.world.now()) else { throw LearningRefusal.wrongCode }
      return .code
    }
  }

  /// Finds the registration that a ticket's code opens among those of a lecture.
  ///
  /// - Throws: ``LearningRefusal/wrongTicket``.
  public func booking(withTicket code: String, at id: ID<Lecture>, by account: Account) async throws -> ID<Booking> {
    try account.require(.readLectures)
    let keys = keys
    return try await database.read { db in
      guard let found = try BookingRows.standing(of: id, in: db).first(where: { keys.isTicket(code, of: $0.id) }) else {
        throw LearningRefusal.wrongTicket
      }
      return found.id
    }
  }

  /// The registration of this number, where the code opens it.
  ///
  /// - Parameter number: as the ticket prints it, such as `BM-2026-00012`.
  /// - Throws: ``LearningRefusal/wrongTicket``, whichever of number and code is wrong.
  public func ticket(numbered number: String, _ code: String, by account: Account) async throws -> Ticket {
    try account.require(.readLectures)
    let desk = self
    return try await database.read { db in
      let written = number.uppercased().filter { !$0.isWhitespace }
      guard let found = try MatterNumber(written).flatMap({ try BookingRows.find($0, in: db) }) else {
        throw LearningRefusal.wrongTicket
      }
      return try desk.ticket(try desk.booking(found.id, code, in: db), in: db)
    }
  }

  /// The account's own standing registration for a lecture.
  public func ownBooking(at id: ID<Lecture>, by account: Account) async throws -> Ticket? {
    try account.require(.readLectures)
    guard account.standing == .person else { return nil }
    let desk = self
    return try await database.read { db in
      try BookingRows.standing(of: id, in: db).first { $0.learner.account == account.id }.map {
        try desk.ticket($0, in: db)
      }
    }
  }

  /// Signs somebody in who shows a ticket to the staff.
  public func signIn(ticket code: String, at id: ID<Lecture>, by account: Account) async throws {
    try account.require(.handleLectures)
    let found = try await booking(withTicket: code, at: id, by: account)
    try await attend(found, by: account) { _, _, _ in .ticket }
  }

  /// Enters somebody as present on the staff's word alone; figures that need proof do not count it.
  public func tick(_ id: ID<Booking>, by account: Account) async throws {
    try account.require(.handleLectures)
    try await attend(id, by: account) { _, _, _ in .list }
  }

  private func attend(
    _ id: ID<Booking>, by account: Account,
    _ prove: @escaping @Sendable (Booking, Lecture, any Reading) throws -> Booking.SignIn
  ) async throws {
    let (desk, world) = (self, world)
    try await database.write { db in
      try Recording.write(Deed(.signIn, by: account, on: id.subject), world: world, in: db) { recording in
        guard var booking = try BookingRows.find(id, in: db) else { throw LearningRefusal.wrongTicket }
        let (lecture, now) = (try LectureRows.find(booking.lecture, in: db), world.now())
        let way = try prove(booking, lecture, db)
        guard booking.signedAt == nil else { throw LearningRefusal.signedInAlready }
        guard lecture.stage == .planned else { throw LearningRefusal.notOpen }
        guard now >= lecture.signIn.lowerBound else { throw LearningRefusal.signInNotOpen }
        guard now <= lecture.signIn.upperBound else { throw LearningRefusal.signInOver }
        switch booking.stage {
        case .withdrawn: throw LearningRefusal.withdrawnAlready
        case .waiting: throw LearningRefusal.onlyWaiting
        case .seated: break
        }
        (booking.signedAt, booking.signedBy) = (now, way)
        try recording.update(BookingRows.values(booking), in: .lectureBookings)
        try desk.ledgers.addAttendance(booking, lecture, in: recording, db)
      }
    }
  }

  /// Takes the short test; passing it issues the certificate.
  ///
  /// - Parameter answers: for each question the place of the answer, from 0.
  public func takeTest(
    _ answers: [Int?], _ id: ID<Booking>, _ code: String, by account: Account
  ) async throws {
    try account.require(.registerForLectures)
    let (desk, world) = (self, world)
    try await database.write { db in
      try Recording.write(Deed(.takeTest, by: account, on: id.subject), world: world, in: db) { recording in
        var booking = try desk.booking(id, code, in: db)
        let lecture = try LectureRows.find(booking.lecture, in: db)
        let questions = try LectureRows.questions(of: lecture.id, in: db)
        guard lecture.stage == .planned else { throw LearningRefusal.notOpen }
        guard !questions.isEmpty else { throw LearningRefusal.noTest }
        guard booking.signedAt != nil else { throw LearningRefusal.notAttended }
        guard world.now() >= lecture.plan.startsAt else { throw LearningRefusal.testNotOpen }
        guard booking.certificate == nil else { throw LearningRefusal.certifiedAlready }
        guard booking.tries < lecture.plan.tries else { throw LearningRefusal.noTriesLeft }
        guard answers.count == questions.count, answers.allSatisfy({ $0 != nil }) else {
          throw LearningRefusal.answersMissing
        }
        let score = TestQuestion.score(answers, of: questions)
        booking.tries += 1
        booking.score = max(booking.score ?? 0, score)
        if score >= lecture.plan.passMark {
          booking.certifiedAt = world.now()
          booking.certificate = try BookingRows.load(of: lecture.id, in: db).certified + 1
        }
        try recording.update(BookingRows.values(booking), in: .lectureBookings)
      }
    }
  }

  /// Says how good it was, once.
  public func rate(
    _ rating: Int, _ comment: String, _ id: ID<Booking>, _ code: String, by account: Account
  ) async throws {
    try account.require(.registerForLectures)
    guard (1...5).contains(rating) else { throw LearningRefusal.wrongRating }
    guard comment.count <= 500 else { throw LearningRefusal.tooLong("comment", limit: 500) }
    let (desk, world) = (self, world)
    try await database.write { db in
      try Recording.write(Deed(.rateLecture, by: account, on: id.subject), world: world, in: db) { recording in
        var booking = try desk.booking(id, code, in: db)
        let lecture = try LectureRows.find(booking.lecture, in: db)
        guard lecture.stage == .planned else { throw LearningRefusal.notOpen }
        guard booking.signedAt != nil else { throw LearningRefusal.notAttended }
        guard world.now() >= lecture.plan.startsAt else { throw LearningRefusal.ratingNotOpen }
        guard booking.rating == nil else { throw LearningRefusal.ratedAlready }
        booking.rating = rating
        booking.comment = comment.isEmpty ? nil : comment
        try recording.update(BookingRows.values(booking), in: .lectureBookings)
      }
    }
  }

  /// What anybody may know of a certificate who has it in hand: number, masked name, lecture and day.
  ///
  /// - Throws: ``LearningRefusal/wrongCertificate``, whichever of number and code is wrong.
  public func verify(_ number: String, _ code: String, by account: Account) async throws -> VerifiedCertificate {
    try account.require(.readLectures)
    let keys = keys
    return try await database.read { db in
      let parts = number.uppercased().filter { !$0.isWhitespace }.split(separator: "-")
      guard parts.count == 4, let serial = Int(parts[3]),
        let lecture = try LectureRows.find(written: parts.prefix(3).joined(separator: "-"), in: db),
        let booking = try BookingRows.find(certificate: serial, of: lecture.id, in: db),
        keys.isCertificate(code, of: booking.id), let certified = booking.certifiedAt
      else { throw LearningRefusal.wrongCertificate }
      return VerifiedCertificate(
        number: booking.certificateNumber(of: lecture) ?? "", maskedName: booking.learner.maskedName,
        lecture: lecture, issuedOn: Day(certified))
    }
  }
}

/// What the verification of a certificate says.
public struct VerifiedCertificate: Sendable {
  public let number: String
  public let maskedName: String
  public let lecture: Lecture
  public let issuedOn: Day
}
