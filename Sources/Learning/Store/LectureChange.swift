import Access
import Foundation
import Journal
import JournalStore
import Kernel
import Learning
import LedgersStore
import Matters
import Storage

/// What happens to lectures, each inside a transaction and an entry of the journal that others have opened: the desk
/// of lectures, or a step of an order.
struct LectureChange {
  let recording: Recording
  let world: World
  let ledgers: LedgerDesk
  let db: any Writing

  /// Announces a lecture under the next number.
  func announce(_ plan: LecturePlan, order: ID<Matter>? = nil) throws -> Lecture {
    let now = world.now()
    guard plan.startsAt > now else { throw LearningRefusal.inThePast }
    let lecture = Lecture(
      id: world.newID(), number: try LectureRows.nextNumber(LectureRows.letters, Day(now).year, in: db), plan: plan,
      order: order)
    try recording.insert(LectureRows.values(lecture), into: .lectures)
    return lecture
  }

  /// To another moment: who registered stays registered, and who has signed in signs in anew.
  ///
  /// A lecture that is over and that nobody signed in at was not held, and can be moved, too.
  func postpone(_ lecture: Lecture, to start: Date, because reason: String) throws -> Lecture {
    var lecture = lecture
    if try !wasMissed(lecture) { lecture = try changeable(lecture) }
    guard start > world.now() else { throw LearningRefusal.inThePast }
    try undoSignIns(lecture, because: reason)
    lecture.plan.move(to: start)
    lecture.reason = reason
    try recording.update(LectureRows.values(lecture), in: .lectures)
    return lecture
  }

  /// Into another lecture: who registered goes along and takes what seats are left there, those with a seat first.
  ///
  /// They queue up behind who is there already; who has a place there before keeps that one.
  func merge(_ lecture: Lecture, into target: Lecture, because reason: String) throws {
    var lecture = try changeable(lecture)
    guard target.id != lecture.id, target.stage == .planned, target.plan.startsAt > world.now() else {
      throw LearningRefusal.noSuchTarget
    }
    try undoSignIns(lecture, because: reason)
    let load = try BookingRows.load(of: target.id, in: db)
    // Nobody overtakes the waiting list of the other lecture.
    var left = load.waiting > 0 ? 0 : max(0, target.plan.capacity - load.seated)
    let standing = try BookingRows.standing(of: lecture.id, in: db)
    let inTurn = standing.filter { $0.stage == .seated } + standing.filter { $0.stage == .waiting }
    for (place, booking) in inTurn.enumerated() {
      var booking = booking
      booking.movedFrom = lecture.id
      if try BookingRows.isThere(booking.learner.person, at: target.id, in: db) {
        booking.stage = .withdrawn
      } else {
        booking.lecture = target.id
        // A thousandth of a second apart, which keeps their order.
        booking.queuedAt = world.now().addingTimeInterval(Double(place) / 1_000)
        booking.stage = left > 0 ? .seated : .waiting
        left = max(0, left - 1)
      }
      try recording.update(BookingRows.values(booking), in: .lectureBookings)
    }
    (lecture.stage, lecture.mergedInto, lecture.reason) = (.merged, target.id, reason)
    try recording.update(LectureRows.values(lecture), in: .lectures)
  }

  func cancel(_ lecture: Lecture, because reason: String) throws {
    var lecture = try changeable(lecture)
    try undoSignIns(lecture, because: reason)
    (lecture.stage, lecture.reason) = (.cancelled, reason)
    try recording.update(LectureRows.values(lecture), in: .lectures)
  }

  /// Gives free seats to the first of the waiting list, while the lecture stands.
  ///
  /// - Returns: who has a seat now and had none before.
  func moveUp(_ lecture: Lecture) throws -> [Booking] {
    guard lecture.stage == .planned else { return [] }
    var seated = try BookingRows.load(of: lecture.id, in: db).seated
    var moved: [Booking] = []
    for var booking in try BookingRows.standing(of: lecture.id, in: db)
    where booking.stage == .waiting && seated < lecture.plan.capacity {
      booking.stage = .seated
      seated += 1
      try recording.update(BookingRows.values(booking), in: .lectureBookings)
      moved.append(booking)
    }
    return moved
  }

  /// Sign-in opens an hour before a lecture begins, so some may have signed in for one that is not held then.
  private func undoSignIns(_ lecture: Lecture, because reason: String) throws {
    for var booking in try BookingRows.standing(of: lecture.id, in: db) where booking.signedAt != nil {
      (booking.signedAt, booking.signedBy) = (nil, nil)
      try recording.update(BookingRows.values(booking), in: .lectureBookings)
      try ledgers.withdrawAttendance(booking, because: reason, in: recording, db)
    }
  }

  private func wasMissed(_ lecture: Lecture) throws -> Bool {
    guard lecture.stage == .planned, world.now() >= lecture.plan.endsAt else { return false }
    return try BookingRows.load(of: lecture.id, in: db).signedIn == 0
  }

  /// - Throws: ``LearningRefusal`` for a lecture that has begun, was merged or cancelled.
  private func changeable(_ lecture: Lecture) throws -> Lecture {
    guard lecture.stage == .planned else { throw LearningRefusal.notOpen }
    guard world.now() < lecture.plan.startsAt else { throw LearningRefusal.alreadyHeld }
    return lecture
  }
}
