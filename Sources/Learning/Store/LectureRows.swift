import Access
import Foundation
import JournalStore
import Kernel
import Learning
import Matters
import Storage

/// The only SQL that knows lectures, their tests and who claimed them.
enum LectureRows {
  private static var columns: SQL { "\(RecordTable.lectures.columnList), entry" }

  static func find(_ id: ID<Lecture>, in db: any Reading) throws -> Lecture {
    guard let found = try db.row("SELECT \(columns) FROM lectures WHERE id = \(id)").map(lecture) else {
      throw LearningRefusal.unknownLecture
    }
    return found
  }

  static func find(_ number: MatterNumber, in db: any Reading) throws -> Lecture? {
    guard number.letters == letters else { return nil }
    return try db.row("SELECT \(columns) FROM lectures WHERE year = \(number.year) AND serial = \(number.serial)")
      .map(lecture)
  }

  /// The lecture that was announced last for an order, whatever became of it.
  static func own(of order: ID<Matter>, in db: any Reading) throws -> Lecture? {
    try db.row("SELECT \(columns) FROM lectures WHERE matter = \(order) ORDER BY year DESC, serial DESC LIMIT 1")
      .map(lecture)
  }

  /// The lecture that answers an order; the one that it was merged into, if it was.
  static func of(_ order: ID<Matter>, in db: any Reading) throws -> Lecture? {
    guard var found = try own(of: order, in: db) else { return nil }
    while let next = found.mergedInto { found = try find(next, in: db) }
    return found
  }

  /// Those that begin within `span`, in their order.
  static func all(in span: Range<Date>, _ db: any Reading) throws -> [Lecture] {
    try db.rows(
      """
      SELECT \(columns) FROM lectures WHERE starts_at >= \(span.lowerBound) AND starts_at < \(span.upperBound)
      ORDER BY starts_at, id LIMIT 500
      """
    ).map(lecture)
  }

  /// The next number of a kind and a year, in the transaction that uses it, so that none is left out.
  static func nextNumber(_ letters: String, _ year: Int, in db: any Writing) throws -> MatterNumber {
    try db.insert(
      [[.text(letters), .integer(Int64(year)), .integer(0)]], into: "learning_numbers",
      columns: ["letters", "year", "last"], onConflict: "ON CONFLICT DO NOTHING")
    try db.run("UPDATE learning_numbers SET last = last + 1 WHERE letters = \(letters) AND year = \(year)")
    let last = try db.count("SELECT last FROM learning_numbers WHERE letters = \(letters) AND year = \(year)")
    return MatterNumber(letters: letters, year: year, serial: last)
  }

  static let letters = "PX"

  static func questions(of id: ID<Lecture>, in db: any Reading) throws -> [TestQuestion] {
    try db.rows("SELECT text, answers, correct FROM lecture_questions WHERE lecture = \(id) ORDER BY place").map {
      row in
      var row = row.columns
      let question = TestQuestion(
        text: try row.text(), answers: try row.text().split(separator: "\n").map(String.init), right: try row.int())
      try row.end()
      return question
    }
  }

  static func values(_ question: TestQuestion, place: Int, of id: ID<Lecture>) -> [SQLValue] {
    [
      id.sqlValue, .integer(Int64(place)), .text(question.text), .text(question.answers.joined(separator: "\n")),
      .integer(Int64(question.right)),
    ]
  }

  /// The orders that an account claimed.
  static func claims(of account: ID<Account>, in db: any Reading) throws -> [ID<Matter>] {
    try db.rows("SELECT matter FROM lecture_claims WHERE account = \(account) ORDER BY matter").map { row in
      var row = row.columns
      return try row.id()
    }
  }

  static func claim(of order: ID<Matter>, in db: any Reading) throws -> (account: ID<Account>, name: String)? {
    try db.row("SELECT account, name FROM lecture_claims WHERE matter = \(order)").map { row in
      var row = row.columns
      return (try row.id(), try row.text())
    }
  }

  static func values(_ lecture: Lecture) -> [SQLValue] {
    let plan = lecture.plan
    return [
      lecture.id.sqlValue, .integer(Int64(lecture.number.year)), .integer(Int64(lecture.number.serial)),
      .text(plan.title), .text(plan.series.rawValue), plan.about.sqlValue, .text(plan.lecturer),
      plan.lecturerAccount.sqlValue, lecture.order.sqlValue, .text(plan.medium.rawValue), .text(plan.place),
      plan.startsAt.sqlValue, plan.endsAt.sqlValue, .integer(Int64(plan.capacity)), .integer(Int64(plan.least)),
      .integer(Int64(plan.passMark)), .integer(Int64(plan.tries)), .text(lecture.stage.rawValue),
      lecture.mergedInto.sqlValue, lecture.reason.sqlValue,
    ]
  }

  private static func lecture(_ row: Row) throws -> Lecture {
    var row = row.columns
    let id: ID<Lecture> = try row.id()
    let number = MatterNumber(letters: letters, year: try row.int(), serial: try row.int())
    let title = try row.text()
    let series: Lecture.Series = try row.value()
    let about = try row.optional { try $0.text() }
    let lecturer = try row.text()
    let account: ID<Account>? = try row.optional { try $0.id() }
    let order: ID<Matter>? = try row.optional { try $0.id() }
    let plan = LecturePlan(
      title: title, series: series, about: about, lecturer: lecturer, lecturerAccount: account,
      medium: try row.value(), place: try row.text(), startsAt: try row.date(), endsAt: try row.date(),
      capacity: try row.int(), least: try row.int(), passMark: try row.int(), tries: try row.int())
    let stage: Lecture.Stage = try row.value()
    let into: ID<Lecture>? = try row.optional { try $0.id() }
    let lecture = Lecture(
      id: id, number: number, plan: plan, order: order, stage: stage, mergedInto: into,
      reason: try row.optional { try $0.text() }, revision: try row.integer())
    try row.end()
    return lecture
  }
}
