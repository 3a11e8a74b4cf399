import Foundation
public import JournalStore
public import Kernel
public import Learning
public import Matters
public import MattersStore
import Notices
public import NoticesStore
public import Storage

extension NoticeOutbox {
  /// Tells everybody who is registered.
  func tell(
    _ bookings: [Booking], _ template: NoticeTemplate<LectureNews>, _ news: LectureNews, with recording: Recording,
    in db: any Writing
  ) throws {
    let notices = bookings.compactMap { booking -> Notice? in
      guard let addressee = booking.learner.addressee else { return nil }
      let link = booking.learner.account == nil ? "/lectures/sessions/\(news.lecture.id)" : "/lectures/mine"
      return template.notice(to: addressee, news, link: link, about: news.lecture.id.subject)
    }
    try post(notices, with: recording, in: db)
  }

  func tellOfMove(
    _ lecture: Lecture, because reason: String, with recording: Recording, in db: any Writing
  ) throws {
    let news = LectureNews(lecture, .moved(lecture.plan.startsAt.inNanjing), because: reason)
    try tell(try BookingRows.standing(of: lecture.id, in: db), LectureNews.changed, news, with: recording, in: db)
  }

  /// Tells each who was registered for `lecture` what became of the registration.
  func tellOfMerger(
    _ lecture: Lecture, into target: Lecture, because reason: String, with recording: Recording, in db: any Writing
  ) throws {
    let there = try BookingRows.standing(of: target.id, in: db)
    let waiting = there.filter { $0.stage == .waiting }
    func tell(_ booking: Booking, _ place: MergedPlace) throws {
      let news = LectureNews(target, .merged("\(lecture.number)", place), because: reason)
      try self.tell([booking], LectureNews.changed, news, with: recording, in: db)
    }
    for booking in there where booking.movedFrom == lecture.id {
      try tell(booking, waiting.firstIndex { $0.id == booking.id }.map { .waiting($0 + 1) } ?? .seated)
    }
    for booking in try BookingRows.all(of: lecture.id, in: db) where booking.isJoined { try tell(booking, .known) }
  }

  func tellOfCancelling(
    _ lecture: Lecture, because reason: String, with recording: Recording, in db: any Writing
  ) throws {
    let news = LectureNews(lecture, .cancelled, because: reason)
    try tell(try BookingRows.standing(of: lecture.id, in: db), LectureNews.changed, news, with: recording, in: db)
  }

  /// Tells who registered what a step of an order changed, in the step's own transaction.
  public func tellLearners(_ news: MatterNews, _ work: StepWork) throws {
    guard news.matter.procedure == LectureOrder.head.code, news.event.sort == .step,
      let step = LectureOrder.Step(rawValue: news.event.code), let reason = news.event.reason,
      let lecture = try LectureRows.own(of: news.matter.id, in: work.db)
    else { return }
    switch step {
    case .postpone: try tellOfMove(lecture, because: reason, with: work.recording, in: work.db)
    case .cancel where lecture.stage == .cancelled:
      try tellOfCancelling(lecture, because: reason, with: work.recording, in: work.db)
    case .merge:
      guard let into = lecture.mergedInto else { return }
      let target = try LectureRows.find(into, in: work.db)
      try tellOfMerger(lecture, into: target, because: reason, with: work.recording, in: work.db)
    // A lecture that was held, or that the order's own was merged into, goes on without the order.
    case .cancel, .ask, .supplement, .confirm, .decline, .invite, .claim, .giveBack, .announce, .announceAnew, .fulfil,
      .withdraw, .rate:
      break
    }
  }
}

extension Learner {
  /// Where they are told of changes; nil for who left no address.
  var addressee: Addressee? {
    if let account { return .account(account) }
    return email.flatMap { try? EmailAddress($0) }.map { .email($0, .zh) }
  }
}

extension Date {
  /// The moment in Nanjing to the minute, such as `2026-11-22 14:03`.
  var inNanjing: String {
    let day = Day(self)
    let minutes = Int(timeIntervalSince(day.start)) / 60
    func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(day) \(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
  }
}
