public import Access
public import Foundation
public import Journal
public import JournalStore
public import Kernel
import Learning
import Ledgers
import LedgersStore
import Matters
import MattersStore
import NoticesStore
public import Storage

extension LearningDesk {
  /// How long after a lecture the e-mail addresses of those who have no account are kept.
  public static let addressesKeptFor: TimeInterval = 14 * 86_400

  /// Blanks what lectures keep of somebody with an account, with the erasure of that account.
  ///
  /// What was counted stays counted: the person is another one from then on, whom nobody can name.
  ///
  /// - Returns: the records as the journal names them, whose personal values it has to forget, too.
  public func blank(of account: ID<Account>, in recording: Recording, _ db: any Writing) throws -> [Subject] {
    let erased = LearnerErasure(recording: recording, world: world, ledgers: ledgers, db: db)
    return try erased.blank(try BookingRows.whole(of: account, in: db)) + erased.blankClaims(of: account)
  }

  /// Blanks what is kept of somebody who registered without an account, at their own request.
  ///
  /// - Parameters:
  ///   - number: of the registration, such as `BM-2026-00012`.
  ///   - reason: the person's request or the legal ground, for the journal.
  /// - Throws: ``LearningRefusal/unknownBooking``.
  public func eraseLearner(numbered number: String, because reason: String, by account: Account) async throws {
    try account.require(.erasePersonal)
    let reason = try Reason(reason, orElse: LearningRefusal.staffReasonMissing).text
    let (world, ledgers) = (world, ledgers)
    try await database.write { db in
      let written = number.uppercased().filter { !$0.isWhitespace }
      guard let found = try MatterNumber(written).flatMap({ try BookingRows.find($0, in: db) }) else {
        throw FormRefusal([LearningRefusal.unknownBooking])
      }
      let deed = Deed(.eraseLearner, by: account, on: found.id.subject, because: reason)
      let subjects = try Recording.write(deed, world: world, in: db) { recording in
        try LearnerErasure(recording: recording, world: world, ledgers: ledgers, db: db).blank([found])
      }
      try Recording.erasePersonal(of: subjects, deed: deed, world: world, in: db)
    }
  }

  /// Forgets the e-mail addresses of who came to lectures that are long over, and what the journal keeps of them.
  ///
  /// - Returns: how many were forgotten.
  public func forgetAddresses(limit: Int = 100, by account: Account) async throws -> Int {
    try account.require(.runClocks)
    let world = world
    return try await database.write { db in
      let before = world.now().addingTimeInterval(-Self.addressesKeptFor)
      let found = try BookingRows.addressed(before: before, limit: limit, in: db)
      guard !found.isEmpty else { return 0 }
      let deed = Deed(.forgetAddresses, by: account)
      let notices = try Recording.write(deed, world: world, in: db) { recording in
        try found.flatMap { old in
          var booking = old
          booking.learner.email = nil
          try recording.update(BookingRows.values(booking), in: .lectureBookings)
          return try NoticeOutbox.blank(of: old, in: recording, db)
        }
      }
      let subjects = found.map(\.id.subject) + notices
      try Recording.erasePersonal(of: subjects, deed: deed, world: world, in: db)
      return found.count
    }
  }
}

extension NoticeOutbox {
  /// Blanks what was mailed to somebody about the lecture of a registration.
  fileprivate static func blank(
    of booking: Booking, in recording: Recording, _ db: any Writing
  ) throws -> [Subject] {
    guard let address = booking.learner.email else { return [] }
    let lectures =
      [booking.lecture] + (booking.movedFrom == booking.lecture ? [] : booking.movedFrom.map { [$0] } ?? [])
    return try blank(mailedTo: address, about: lectures.map(\.subject), in: recording, db)
  }
}

/// Writes over what names a person, inside an entry of the journal that others have opened.
private struct LearnerErasure {
  let recording: Recording
  let world: World
  let ledgers: LedgerDesk
  let db: any Writing

  func blank(_ bookings: [Booking]) throws -> [Subject] {
    var persons: [String: String] = [:]
    return try bookings.flatMap { old in
      var booking = old
      let person = persons[old.learner.person] ?? nobody()
      persons[old.learner.person] = person
      (booking.learner.person, booking.learner.name, booking.comment) = (person, "", nil)
      (booking.learner.email, booking.learner.employer, booking.learner.district) = (nil, nil, nil)
      try recording.update(BookingRows.values(booking), in: .lectureBookings)
      let attendance = try ledgers.blankAttendance(booking, in: recording, db)
      let notices = try NoticeOutbox.blank(of: old, in: recording, db)
      return [booking.id.subject] + (attendance.map { [$0] } ?? []) + notices
    }
  }

  func blankClaims(of account: ID<Account>) throws -> [Subject] {
    try LectureRows.claims(of: account, in: db).map { order in
      try recording.update([order.sqlValue, account.sqlValue, .text("（已删除）")], in: .lectureClaims)
      return Subject(table: RecordTable.lectureClaims.name, number: order.number)
    }
  }

  /// The key of a person whom no number leads to.
  private func nobody() -> String {
    "P-"
      + world.randomBytes(12).map { byte in
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count < 2 ? "0" + digits : digits
      }.joined()
  }
}
