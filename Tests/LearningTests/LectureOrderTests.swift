import Access
import Fixtures
import Kernel
import Learning
import LearningStore
import Ledgers
import Matters
import MattersStore
import Testing

@Suite struct `An ordered lecture` {
  let procedure = Procedure(LectureOrder.self)

  @Test func `goes by this chart`() {
    #expect(
      procedure.chart == """
        filed: ask → correction, confirm → confirmed, decline → declined, withdraw → withdrawn
        correction: supplement → filed, withdraw → withdrawn
        confirmed: invite → confirmed, claim → claimed, cancel → cancelled, withdraw → withdrawn
        claimed: give-back → confirmed, announce → announced, cancel → cancelled, withdraw → withdrawn
        announced: postpone → announced, merge → announced, fulfil → fulfilled, announce-anew → announced, cancel → cancelled
        fulfilled [granted]: rate → fulfilled
        declined [refused]
        cancelled [ended]
        withdrawn [withdrawn]
        """)
  }

  @Test func `lets each take these steps and no others`() {
    let roles: [(name: String, account: Account, standing: MatterStanding)] = [
      ("filer", Cast.student, MatterStanding(sides: [.filer])), ("staff", Cast.staff, MatterStanding(sides: [.staff])),
      ("lecturer", Cast.lecturer, MatterStanding(sides: [.party("lecturer")])),
      ("zone", Cast.zone, MatterStanding(sides: [.zone])), ("visitor", Cast.visitor, MatterStanding(sides: [])),
      ("recused", Cast.staff, MatterStanding(sides: [], isRecused: true)),
    ]
    let table = procedure.stages.flatMap { stage in
      roles.compactMap { role -> String? in
        let steps = procedure.steps.filter { step in
          procedure.after(step.code, at: stage.code) != nil
            && procedure.capacity(for: step, of: role.account, with: role.standing) != nil
        }
        return steps.isEmpty ? nil : "\(stage.code) \(role.name): \(steps.map(\.code).joined(separator: " "))"
      }
    }.joined(separator: "\n")
    #expect(
      table == """
        filed filer: withdraw
        filed staff: ask confirm decline
        correction filer: supplement withdraw
        confirmed filer: withdraw
        confirmed staff: invite cancel
        confirmed lecturer: claim
        claimed filer: withdraw
        claimed staff: announce cancel
        claimed lecturer: give-back
        announced staff: postpone merge fulfil announce-anew cancel
        fulfilled filer: rate
        """)
  }

  @Test(arguments: DatabaseKind.all)
  func `is answered in two working days, claimed by one lecturer, held, and only then fulfilled`(
    _ kind: DatabaseKind
  ) async throws {
    try await LearningZone.with(kind) { zone in
      let id = try await zone.order()
      let file = try await zone.matters.find(id, by: Cast.staff)
      #expect(file.matter.number.description == "DJ-2026-00001")
      // Two working days from Monday 28 September; thirty days end on 28 October.
      #expect(
        file.clocks.map { "\($0.clock) \($0.due.day)" }.sorted() == ["answer 2026-09-30", "held 2026-10-28"])
      try await zone.take("confirm", id, naming: [Cast.lecturer.id, Cast.other.id], by: Cast.staff)
      // Who is invited reads the questions, and neither telephone nor name of who asks.
      let seen = try await zone.matters.find(id, by: Cast.lecturer)
      #expect(seen.application.text("question_1") == "甲？" && seen.application.text("phone") == nil)
      #expect(seen.matter.applicant == nil)
      try await zone.take("claim", id, ["presentation": "代理师"], by: Cast.lecturer)
      #expect(try await refusals { try await zone.take("claim", id, by: Cast.other) } == ["matters.not-now"])
      #expect(
        try await refusals { try await zone.take("give-back", id, because: "没空", by: Cast.other) }
          == ["learning.not-your-claim"])
      #expect(
        try await refusals { try await zone.take("announce", id, zone.announcing(begins: "25:00"), by: Cast.staff) }
          == ["learning.wrong-time"])
      #expect(
        try await refusals {
          try await zone.take("announce", id, zone.announcing(on: "2026-09-27"), by: Cast.staff)
        } == ["learning.in-the-past"])
      try await zone.take("announce", id, zone.announcing(), by: Cast.staff)
      let lecture = try #require(try await zone.desk.lecture(of: id, by: Cast.visitor))
      #expect(lecture.plan.title == "商标怎样防抢注" && lecture.plan.lecturer == "人31（代理师）")
      #expect(try await refusals { try await zone.take("fulfil", id, by: Cast.staff) } == ["learning.not-held-yet"])
      let held = try await zone.register(1, for: lecture)
      zone.clock.turn(to: "2026-10-12 15:10")
      #expect(try await refusals { try await zone.take("fulfil", id, by: Cast.staff) } == ["learning.nobody-came"])
      try await zone.desk.signIn(ticket: held.code, at: lecture.id, by: Cast.staff)
      try await zone.take("fulfil", id, by: Cast.staff)
      #expect(try await refusals { try await zone.take("rate", id, ["rating": "6"], by: Cast.student) }.count == 1)
      try await zone.take("rate", id, ["rating": "5"], by: Cast.student)
      let closed = try await zone.matters.find(id, by: Cast.student)
      #expect(closed.matter.end == .granted && closed.clocks.allSatisfy { !$0.isOpen })
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `stays open when too few register: moved, then merged, with a notice each time`(
    _ kind: DatabaseKind
  ) async throws {
    try await LearningZone.with(kind) { zone in
      let (id, larger) = (try await zone.announced(), try await zone.lecture("2026-10-20"))
      let lecture = try #require(try await zone.desk.lecture(of: id, by: Cast.visitor))
      let held = try await zone.register(1, for: lecture)
      let day = ["held_on": "2026-10-15", "begins": "10:00"]
      #expect(
        try await refusals { try await zone.take("postpone", id, day, by: Cast.staff) } == ["matters.reason-missing"])
      try await zone.take("postpone", id, day, because: "报名不足", by: Cast.staff)
      #expect(try await zone.desk.find(lecture.id, by: Cast.visitor).lecture.day.description == "2026-10-15")
      #expect(
        try await refusals {
          try await zone.take("merge", id, ["into": "\(lecture.number)"], because: "不足", by: Cast.staff)
        } == ["learning.no-such-target"])
      try await zone.take("merge", id, ["into": "\(larger.number)"], because: "仍然不足", by: Cast.staff)
      #expect(try await zone.matters.find(id, by: Cast.staff).matter.isOpen)
      #expect(try await zone.desk.lecture(of: id, by: Cast.visitor)?.id == larger.id)
      #expect(try await zone.desk.ticket(held.id, held.code, by: Cast.visitor).lecture.id == larger.id)
      #expect(try await zone.notices() == ["讲座变更：商标怎样防抢注", "讲座变更：检索入门"])
      // What it was merged into is others', too.
      #expect(
        try await refusals { try await zone.take("postpone", id, day, because: "再改", by: Cast.staff) }
          == ["learning.not-open"])
      zone.clock.turn(to: "2026-10-20 14:00")
      try await zone.desk.signIn(ticket: held.code, at: larger.id, by: Cast.staff)
      zone.clock.turn(to: "2026-10-20 15:30")
      try await zone.take("fulfil", id, by: Cast.staff)
      #expect(try await zone.matters.find(id, by: Cast.staff).matter.end == .granted)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `takes its lecture along when it is cancelled`(_ kind: DatabaseKind) async throws {
    try await LearningZone.with(kind) { zone in
      let id = try await zone.announced()
      let lecture = try #require(try await zone.desk.lecture(of: id, by: Cast.visitor))
      _ = try await zone.register(1, for: lecture)
      try await zone.take("cancel", id, because: "单位放弃", by: Cast.staff)
      #expect(try await zone.desk.find(lecture.id, by: Cast.visitor).lecture.stage == .cancelled)
      #expect(try await zone.notices() == ["讲座变更：商标怎样防抢注"])
      #expect(try await zone.matters.find(id, by: Cast.staff).clocks.allSatisfy { !$0.isOpen })
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `leaves the lecture of others alone when it is cancelled after a merger`(_ kind: DatabaseKind) async throws {
    try await LearningZone.with(kind) { zone in
      let (id, larger) = (try await zone.announced(), try await zone.lecture("2026-10-20"))
      for number in 1...3 { _ = try await zone.register(number, for: larger) }
      try await zone.take("merge", id, ["into": "\(larger.number)"], because: "不足", by: Cast.staff)
      #expect(try await zone.notices() == [])
      try await zone.take("cancel", id, because: "单位放弃", by: Cast.staff)
      #expect(try await zone.desk.find(larger.id, by: Cast.visitor).lecture.stage == .planned)
      #expect(try await zone.notices() == [])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `tells nobody that it is cancelled where its lecture was held`(_ kind: DatabaseKind) async throws {
    try await LearningZone.with(kind) { zone in
      let id = try await zone.announced()
      let lecture = try #require(try await zone.desk.lecture(of: id, by: Cast.visitor))
      _ = try await zone.register(1, for: lecture)
      zone.clock.turn(to: "2026-10-12 15:30")
      try await zone.take("cancel", id, because: "单位放弃", by: Cast.staff)
      #expect(try await zone.notices() == [])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is moved where nobody came, and announced anew where its lecture was cancelled`(
    _ kind: DatabaseKind
  ) async throws {
    try await LearningZone.with(kind) { zone in
      let (id, larger) = (try await zone.announced(), try await zone.lecture("2026-11-03"))
      let lecture = try #require(try await zone.desk.lecture(of: id, by: Cast.visitor))
      let held = try await zone.register(1, for: lecture)
      zone.clock.turn(to: "2026-10-12 15:10")
      #expect(try await refusals { try await zone.take("fulfil", id, by: Cast.staff) } == ["learning.nobody-came"])
      try await zone.take(
        "postpone", id, ["held_on": "2026-10-30", "begins": "10:00"], because: "无人到场", by: Cast.staff)
      #expect(try await zone.desk.ticket(held.id, held.code, by: Cast.visitor).lecture.day.description == "2026-10-30")
      func again(_ day: String, least: String = "5") async throws -> [String] {
        try await refusals {
          try await zone.take(
            "announce-anew", id, zone.announcing(on: day).merging(["least": least]) { $1 }, by: Cast.staff)
        }
      }
      #expect(try await again("2026-11-20") == ["learning.announced-already"])
      try await zone.take("merge", id, ["into": "\(larger.number)"], because: "不足", by: Cast.staff)
      #expect(try await again("2026-11-20") == ["learning.announced-already"])
      try await zone.desk.cancel(larger.id, because: "讲师生病", by: Cast.staff)
      #expect(try await refusals { try await zone.take("fulfil", id, by: Cast.staff) } == ["learning.lecture-gone"])
      #expect(try await again("2026-11-20", least: "31") == ["learning.least-above-capacity"])
      #expect(try await again("2026-11-20") == [])
      let other = try #require(try await zone.desk.lecture(of: id, by: Cast.visitor))
      #expect(other.day.description == "2026-11-20" && other.number.description == "PX-2026-00003")
      let pupil = try await zone.register(2, for: other)
      zone.clock.turn(to: "2026-11-20 14:00")
      try await zone.desk.signIn(ticket: pupil.code, at: other.id, by: Cast.staff)
      zone.clock.turn(to: "2026-11-20 15:00")
      try await zone.take("fulfil", id, by: Cast.staff)
      #expect(try await zone.matters.find(id, by: Cast.staff).matter.end == .granted)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is changed by its own steps alone`(_ kind: DatabaseKind) async throws {
    try await LearningZone.with(kind) { zone in
      let (id, larger) = (try await zone.announced(), try await zone.lecture("2026-10-20"))
      let lecture = try #require(try await zone.desk.lecture(of: id, by: Cast.visitor))
      let refused = ["learning.answers-order"]
      #expect(
        try await refusals {
          try await zone.desk.postpone(lecture.id, to: larger.plan.startsAt, because: "冲突", by: Cast.staff)
        } == refused)
      #expect(
        try await refusals {
          try await zone.desk.merge(lecture.id, into: "\(larger.number)", because: "不足", by: Cast.staff)
        } == refused)
      #expect(
        try await refusals { try await zone.desk.cancel(lecture.id, because: "不足", by: Cast.staff) } == refused)
    }
  }

  @Test func `warns of who reads the reason of a change`() throws {
    for step in procedure.steps {
      let isPublished = ["postpone", "merge", "cancel"].contains(step.code)
      #expect(step.reasonHelp?.zh.contains("公众") == (isPublished ? true : nil), "\(step.code)")
    }
  }
}

extension LearningZone {
  func order() async throws -> ID<Matter> {
    try await matters.file(
      MatterFiling(
        "lecture-order",
        texts: [
          "topic": "商标怎样防抢注", "audience": "students", "people": "20", "medium": "onsite", "wished_on": "2026-10-12",
          "question_1": "甲？", "question_2": "乙？", "question_3": "丙？", "phone": "13800000000",
        ]), by: Cast.student
    ).id
  }

  func announcing(on day: String = "2026-10-12", begins: String = "14:00") -> [String: String] {
    [
      "held_on": day, "begins": begins, "minutes": "60", "held_as": "onsite", "venue": "二楼", "capacity": "30",
      "least": "5",
    ]
  }

  func announced() async throws -> ID<Matter> {
    let id = try await order()
    try await take("confirm", id, naming: [Cast.lecturer.id], by: Cast.staff)
    try await take("claim", id, by: Cast.lecturer)
    try await take("announce", id, announcing(), by: Cast.staff)
    return id
  }

  func take(
    _ step: String, _ id: ID<Matter>, _ texts: [String: String] = [:], because reason: String = "",
    naming named: [ID<Account>] = [], by account: Account
  ) async throws {
    try await matters.take(
      step, on: id, StepGiven(texts: texts, reason: reason, named: named), seen: nil, by: account)
  }
}
