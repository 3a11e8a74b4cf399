public import Access
import Foundation
import JournalStore
import Kernel
import Learning
import MattersStore

extension LearningDesk {
  /// Every operation that is handed an account, with arguments that change nothing.
  public var operations: [DeskOperation] { looking + planning + attending + topicOperations }

  private var looking: [DeskOperation] {
    let desk = self
    let day = Date(timeIntervalSince1970: 0)
    return [
      DeskOperation("learning.lectures", needs: .readLectures) {
        _ = try await desk.lectures(in: day..<day.addingTimeInterval(1), by: $0)
      },
      DeskOperation("learning.find", needs: .readLectures) { _ = try await desk.find(ID(-1), by: $0) },
      DeskOperation("learning.lectureOf", needs: .readLectures) { _ = try await desk.lecture(of: ID(-1), by: $0) },
      DeskOperation("learning.counts", needs: .readLectures) { _ = try await desk.counts(of: 2_000, by: $0) },
      DeskOperation("learning.roll", needs: .handleLectures) { _ = try await desk.roll(of: ID(-1), by: $0) },
      DeskOperation("learning.verify", needs: .readLectures) { _ = try await desk.verify("", "", by: $0) },
    ]
  }

  private var planning: [DeskOperation] {
    let desk = self
    return [
      DeskOperation("learning.plan", needs: .handleLectures) {
        try await desk.plan(LectureDraft(texts: [:]), by: $0)
      },
      DeskOperation("learning.postpone", needs: .handleLectures) {
        try await desk.postpone(ID(-1), to: Date(timeIntervalSince1970: 0), because: "-", by: $0)
      },
      DeskOperation("learning.merge", needs: .handleLectures) {
        try await desk.merge(ID(-1), into: "", because: "-", by: $0)
      },
      DeskOperation("learning.cancel", needs: .handleLectures) {
        try await desk.cancel(ID(-1), because: "-", by: $0)
      },
      DeskOperation("learning.setCapacity", needs: .handleLectures) {
        try await desk.setCapacity(ID(-1), to: 1, by: $0)
      },
      DeskOperation("learning.setTest", needs: .handleLectures) {
        try await desk.setTest("", passMark: 60, tries: 1, of: ID(-1), by: $0)
      },
    ]
  }

  private var attending: [DeskOperation] {
    let desk = self
    return [
      DeskOperation("learning.register", needs: .registerForLectures) {
        _ = try await desk.register(LearnerDraft(name: "", identity: ""), for: ID(-1), by: $0)
      },
      DeskOperation("learning.ticket", needs: .readLectures) { _ = try await desk.ticket(ID(-1), "", by: $0) },
      DeskOperation("learning.own", needs: .followLectures) { _ = try await desk.own(by: $0) },
      DeskOperation("learning.withdraw", needs: .registerForLectures) {
        try await desk.withdraw(ID(-1), "", by: $0)
      },
      DeskOperation("learning.withdrawFor", needs: .handleLectures) {
        try await desk.withdraw(ID(-1), at: ID(-1), because: "-", by: $0)
      },
      DeskOperation("learning.ticketNumbered", needs: .readLectures) {
        _ = try await desk.ticket(numbered: "", "", by: $0)
      },
      DeskOperation("learning.eraseLearner", needs: .erasePersonal) {
        try await desk.eraseLearner(numbered: "", because: "-", by: $0)
      },
      DeskOperation("learning.forgetAddresses", needs: .runClocks) { _ = try await desk.forgetAddresses(by: $0) },
      DeskOperation("learning.signIn", needs: .registerForLectures) {
        try await desk.signIn(ID(-1), "", room: "", by: $0)
      },
      DeskOperation("learning.bookingWithTicket", needs: .readLectures) {
        _ = try await desk.booking(withTicket: "", at: ID(-1), by: $0)
      },
      DeskOperation("learning.ownBooking", needs: .readLectures) {
        _ = try await desk.ownBooking(at: ID(-1), by: $0)
      },
      DeskOperation("learning.signInByTicket", needs: .handleLectures) {
        try await desk.signIn(ticket: "", at: ID(-1), by: $0)
      },
      DeskOperation("learning.tick", needs: .handleLectures) { try await desk.tick(ID(-1), by: $0) },
      DeskOperation("learning.takeTest", needs: .registerForLectures) {
        try await desk.takeTest([], ID(-1), "", by: $0)
      },
      DeskOperation("learning.rate", needs: .registerForLectures) {
        try await desk.rate(5, "", ID(-1), "", by: $0)
      },
    ]
  }

  private var topicOperations: [DeskOperation] {
    let desk = self
    return [
      DeskOperation("learning.topics", needs: .readLectures) {
        _ = try await desk.topics(of: Quarter(year: 2_000, place: 1), by: $0)
      },
      DeskOperation("learning.topic", needs: .readLectures) { _ = try await desk.topic(ID(-1), by: $0) },
      DeskOperation("learning.nominate", needs: .nominateTopics) { try await desk.nominate("", wish: "", by: $0) },
      DeskOperation("learning.vote", needs: .nominateTopics) { try await desk.vote(for: ID(-1), by: $0) },
      DeskOperation("learning.answer", needs: .handleLectures) {
        try await desk.answer(ID(-1), .declined("-"), seen: nil, by: $0)
      },
    ]
  }
}
