public import Access
public import Foundation
import Journal
import JournalStore
public import Kernel
public import Learning
import Matters
import NoticesStore
import Storage

extension LearningDesk {
  /// Announces a lecture that nobody ordered.
  ///
  /// - Throws: `FormRefusal` with everything that is wrong.
  @discardableResult
  public func plan(_ draft: LectureDraft, by account: Account) async throws -> Lecture {
    try account.require(.handleLectures)
    let (plan, world, ledgers) = (try draft.plan(), world, ledgers)
    return try await database.write { db in
      try Recording.write(Deed(.planLecture, by: account), world: world, in: db) { recording in
        try LectureChange(recording: recording, world: world, ledgers: ledgers, db: db).announce(plan)
      }
    }
  }

  /// Moves a lecture to another moment and tells everybody who registered.
  public func postpone(
    _ id: ID<Lecture>, to start: Date, because reason: String, seen: Int64? = nil, by account: Account
  ) async throws {
    try account.require(.handleLectures)
    let (reason, outbox) = (try Reason(reason, orElse: LearningRefusal.reasonMissing).text, outbox)
    try await change(.changeLecture, of: id, because: reason, seen: seen, by: account) { work, lecture in
      try lecture.requireOwn()
      let moved = try work.postpone(lecture, to: start, because: reason)
      try outbox.tellOfMove(moved, because: reason, with: work.recording, in: work.db)
    }
  }

  /// Merges a lecture into another one and tells everybody who goes along.
  ///
  /// - Throws: ``LearningRefusal/answersOrder`` for a lecture that answers an order, as moving and cancelling do.
  public func merge(
    _ id: ID<Lecture>, into number: String, because reason: String, seen: Int64? = nil, by account: Account
  ) async throws {
    try account.require(.handleLectures)
    let (reason, outbox) = (try Reason(reason, orElse: LearningRefusal.reasonMissing).text, outbox)
    try await change(.changeLecture, of: id, because: reason, seen: seen, by: account) { work, lecture in
      try lecture.requireOwn()
      guard let target = try LectureRows.find(written: number, in: work.db) else { throw LearningRefusal.noSuchTarget }
      try work.merge(lecture, into: target, because: reason)
      try outbox.tellOfMerger(lecture, into: target, because: reason, with: work.recording, in: work.db)
    }
  }

  public func cancel(
    _ id: ID<Lecture>, because reason: String, seen: Int64? = nil, by account: Account
  ) async throws {
    try account.require(.handleLectures)
    let (reason, outbox) = (try Reason(reason, orElse: LearningRefusal.reasonMissing).text, outbox)
    try await change(.changeLecture, of: id, because: reason, seen: seen, by: account) { work, lecture in
      try lecture.requireOwn()
      try work.cancel(lecture, because: reason)
      try outbox.tellOfCancelling(lecture, because: reason, with: work.recording, in: work.db)
    }
  }

  /// Sets how many seats there are; seats that are added go to the waiting list, and nobody loses one.
  public func setCapacity(
    _ id: ID<Lecture>, to capacity: Int, seen: Int64? = nil, by account: Account
  ) async throws {
    try account.require(.handleLectures)
    guard (1...2_000).contains(capacity) else { throw LearningRefusal.wrongNumber("capacity", 1...2_000) }
    let outbox = outbox
    try await change(.changeLecture, of: id, because: nil, seen: seen, by: account) { work, lecture in
      var lecture = lecture
      guard lecture.stage == .planned else { throw LearningRefusal.notOpen }
      guard work.world.now() < lecture.plan.endsAt else { throw LearningRefusal.lectureOver }
      let least = max(1, try BookingRows.load(of: id, in: work.db).seated)
      guard capacity >= least else { throw LearningRefusal.wrongNumber("capacity", least...2_000) }
      lecture.plan.capacity = capacity
      try work.recording.update(LectureRows.values(lecture), in: .lectures)
      let moved = try work.moveUp(lecture)
      try outbox.tell(
        moved, LectureNews.seat, LectureNews(lecture, .seat, because: ""), with: work.recording, in: work.db)
    }
  }

  /// Sets the test of a lecture, as ``TestQuestion/read(_:)`` reads it; it stays as it is once somebody took it.
  public func setTest(
    _ text: String, passMark: Int, tries: Int, of id: ID<Lecture>, seen: Int64? = nil, by account: Account
  ) async throws {
    try account.require(.handleLectures)
    let questions = try TestQuestion.read(text)
    guard (1...100).contains(passMark) else { throw LearningRefusal.wrongNumber("pass_mark", 1...100) }
    guard (1...10).contains(tries) else { throw LearningRefusal.wrongNumber("tries", 1...10) }
    try await change(.setTest, of: id, because: nil, seen: seen, by: account) { work, lecture in
      guard lecture.stage == .planned else { throw LearningRefusal.notOpen }
      if try BookingRows.all(of: id, in: work.db).contains(where: { $0.tries > 0 }) { throw LearningRefusal.testTaken }
      let old = try LectureRows.questions(of: id, in: work.db)
      for place in old.indices {
        try work.recording.delete([id.sqlValue, .integer(Int64(place + 1))], from: .lectureQuestions)
      }
      try work.recording.insert(
        questions.enumerated().map { LectureRows.values($1, place: $0 + 1, of: id) }, into: .lectureQuestions)
      var lecture = lecture
      (lecture.plan.passMark, lecture.plan.tries) = (passMark, tries)
      try work.recording.update(LectureRows.values(lecture), in: .lectures)
    }
  }
}

extension Lecture {
  /// What answers an order is changed by a step of the order, so that both always agree.
  ///
  /// - Throws: ``LearningRefusal/answersOrder``.
  fileprivate func requireOwn() throws(LearningRefusal) {
    if order != nil { throw .answersOrder }
  }
}

extension LectureRows {
  static func find(written number: String, in db: any Reading) throws -> Lecture? {
    try MatterNumber(number.uppercased().filter { !$0.isWhitespace }).flatMap { try find($0, in: db) }
  }
}
