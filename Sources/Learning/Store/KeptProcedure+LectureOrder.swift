import Access
import Foundation
import JournalStore
import Kernel
import Learning
import Ledgers
import Matters
public import MattersStore
import Storage

extension KeptProcedure {
  /// An ordered lecture: its steps announce, move, merge and cancel the lecture that answers it.
  public static var lectureOrder: KeptProcedure {
    KeptProcedure(
      LectureOrder.self,
      check: { step, taken, db in
        switch step {
        case .announce: taken.planFaults()
        case .announceAnew: try taken.againFaults(db)
        case .postpone: try taken.timeFaults(db)
        case .merge: try taken.mergeFaults(db)
        case .fulfil: try taken.holdingFaults(db)
        case .giveBack:
          try LectureRows.claim(of: taken.matter.id, in: db)?.account == taken.by.id
            ? [] : [LearningRefusal.notYourClaim]
        case nil, .ask, .supplement, .confirm, .decline, .invite, .claim, .cancel, .withdraw, .rate: []
        }
      },
      effect: { step, taken, work in
        switch step {
        case .claim:
          let words = taken.given[LectureOrder.presentation] ?? ""
          let name = words.isEmpty ? taken.by.displayName : "\(taken.by.displayName)（\(words)）"
          try work.recording.insert(
            [taken.matter.id.sqlValue, taken.by.id.sqlValue, .text(name)], into: .lectureClaims)
        case .giveBack: try work.recording.delete([taken.matter.id.sqlValue], from: .lectureClaims)
        case .announce, .announceAnew: try taken.announce(work)
        case .postpone: try taken.postpone(work)
        case .merge: try taken.merge(work)
        case .cancel: try taken.cancel(work)
        case nil, .ask, .supplement, .confirm, .decline, .invite, .fulfil, .withdraw, .rate: break
        }
      })
  }
}

extension StepTaken {
  private var start: Date? {
    guard let day = given[LectureOrder.heldOn] else { return nil }
    return given[LectureOrder.begins].flatMap(HourOfDay.init)?.on(day)
  }

  /// What is wrong with the day, the hour and the seats of a lecture that is announced.
  fileprivate func planFaults() -> [any Refusal] {
    guard let start else { return [LearningRefusal.wrongTime] }
    var faults: [any Refusal] = start <= at ? [LearningRefusal.inThePast] : []
    if let least = given[LectureOrder.least], let capacity = given[LectureOrder.capacity], least > capacity {
      faults.append(LearningRefusal.leastAboveCapacity)
    }
    return faults
  }

  /// Another lecture follows one that was cancelled, or one of others that nobody of all came to.
  fileprivate func againFaults(_ db: any Reading) throws -> [any Refusal] {
    guard let found = try LectureRows.of(matter.id, in: db) else { return planFaults() }
    let isMissed =
      try found.order != matter.id && at >= found.plan.endsAt && BookingRows.load(of: found.id, in: db).signedIn == 0
    return found.stage == .cancelled || isMissed ? planFaults() : [LearningRefusal.announcedAlready]
  }

  fileprivate func timeFaults(_ db: any Reading) throws -> [any Refusal] {
    guard let start else { return [LearningRefusal.wrongTime] }
    if start <= at { return [LearningRefusal.inThePast] }
    guard let found = try LectureRows.of(matter.id, in: db) else { return [LearningRefusal.unknownLecture] }
    let faults = ownFaults(found)
    // Over without anybody there, it was not held.
    let isMissed = try at >= found.plan.endsAt && BookingRows.load(of: found.id, in: db).signedIn == 0
    return isMissed ? faults.filter { $0 as? LearningRefusal != .alreadyHeld } : faults
  }

  fileprivate func mergeFaults(_ db: any Reading) throws -> [any Refusal] {
    guard let found = try LectureRows.of(matter.id, in: db) else { return [LearningRefusal.unknownLecture] }
    let faults = ownFaults(found)
    guard faults.isEmpty else { return faults }
    let target = try LectureRows.find(written: given[LectureOrder.into] ?? "", in: db)
    guard let target, target.id != found.id, target.stage == .planned, target.plan.startsAt > at else {
      return [LearningRefusal.noSuchTarget]
    }
    return []
  }

  /// A lecture that the order's own was merged into is others', too, and not moved on its account.
  private func ownFaults(_ found: Lecture) -> [any Refusal] {
    if found.stage == .cancelled { return [LearningRefusal.lectureGone] }
    guard found.order == matter.id, found.stage == .planned else { return [LearningRefusal.notOpen] }
    return at < found.plan.startsAt ? [] : [LearningRefusal.alreadyHeld]
  }

  /// An order is fulfilled by a lecture that is over and that somebody came to.
  fileprivate func holdingFaults(_ db: any Reading) throws -> [any Refusal] {
    guard let found = try LectureRows.of(matter.id, in: db) else { return [LearningRefusal.notHeldYet] }
    guard found.stage == .planned else { return [LearningRefusal.lectureGone] }
    guard at >= found.plan.endsAt else { return [LearningRefusal.notHeldYet] }
    return try BookingRows.load(of: found.id, in: db).signedIn > 0 ? [] : [LearningRefusal.nobodyCame]
  }

  private func change(_ work: StepWork) -> LectureChange {
    LectureChange(recording: work.recording, world: work.world, ledgers: work.ledgers, db: work.db)
  }

  fileprivate func announce(_ work: StepWork) throws {
    guard let start else { return }
    let claim = try LectureRows.claim(of: matter.id, in: work.db)
    let minutes = given[LectureOrder.minutes] ?? 60
    let plan = LecturePlan(
      title: given[LectureOrder.title] ?? answers[LectureOrder.topic] ?? "", series: .order,
      lecturer: claim?.name ?? "", lecturerAccount: claim?.account,
      medium: given[LectureOrder.heldAs].flatMap(Lecture.Medium.init) ?? .onsite,
      place: given[LectureOrder.venue] ?? "", startsAt: start,
      endsAt: start.addingTimeInterval(Double(60 * minutes)), capacity: Int(given[LectureOrder.capacity] ?? 1),
      least: Int(given[LectureOrder.least] ?? 1))
    _ = try change(work).announce(plan, order: matter.id)
  }

  fileprivate func postpone(_ work: StepWork) throws {
    guard let start, let found = try LectureRows.of(matter.id, in: work.db) else { return }
    _ = try change(work).postpone(found, to: start, because: reason ?? "")
  }

  fileprivate func merge(_ work: StepWork) throws {
    guard let found = try LectureRows.of(matter.id, in: work.db),
      let target = try LectureRows.find(written: given[LectureOrder.into] ?? "", in: work.db)
    else { return }
    try change(work).merge(found, into: target, because: reason ?? "")
  }

  /// A lecture that others were merged into is theirs, too: it goes on without the order.
  fileprivate func cancel(_ work: StepWork) throws {
    guard let found = try LectureRows.of(matter.id, in: work.db), found.order == matter.id, found.stage == .planned,
      at < found.plan.startsAt
    else { return }
    try change(work).cancel(found, because: reason ?? "")
  }
}
