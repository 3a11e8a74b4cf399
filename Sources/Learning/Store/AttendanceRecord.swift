import Evidence
import Journal
import JournalStore
import Kernel
import Learning
import Ledgers
import LedgersStore
import Storage

extension LedgerDesk {
  /// Adds the sign-in to the ledger of attendances (R-TRN) under the registration's own id, so that one sign-in is
  /// one record.
  ///
  /// What somebody signed themselves counts as proof (G2); what the staff entered for them does not (G3).
  func addAttendance(
    _ booking: Booking, _ lecture: Lecture, in recording: Recording, _ db: any Writing
  ) throws {
    guard let ledger = book["attendances"]?.ledger else { return }
    var texts = [
      "training": String("\(lecture.number) \(lecture.plan.title)".prefix(120)), "held_on": "\(lecture.day)",
      "person_name": booking.learner.name, "person": booking.learner.person,
    ]
    texts["firm"] = booking.learner.organisation?.description
    let draft = LedgerDraft(
      texts: texts, grade: booking.signedBy == .list ? .g3 : .g2, document: "\(booking.number)")
    try add(draft, to: ledger, as: ID(booking.id.number), in: recording, db)
  }

  /// Takes the sign-in out of what counts: the lecture was not held then.
  func withdrawAttendance(
    _ booking: Booking, because reason: String, in recording: Recording, _ db: any Writing
  ) throws {
    guard let ledger = book["attendances"]?.ledger else { return }
    try withdraw(ID(booking.id.number), in: ledger, because: reason, in: recording, db)
  }

  /// - Returns: the record of the sign-in as the journal names it; nil where there is none.
  func blankAttendance(_ booking: Booking, in recording: Recording, _ db: any Writing) throws -> Subject? {
    guard let ledger = book["attendances"]?.ledger else { return nil }
    return try blank(
      ["person_name": .text("（已删除）"), "person": .text(booking.learner.person)], of: ID(booking.id.number), in: ledger,
      in: recording, db)
  }
}
