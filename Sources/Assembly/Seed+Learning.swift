import Access
import AccessStore
import Foundation
import Kernel
import Learning
import LearningStore
import Matters
import MattersStore

extension Seed {
  /// The invented lectures, orders and topics, each deed on its own day; nothing where there are lectures already.
  static func learning(_ zone: Zone, _ sample: SampleZone) async throws {
    let today = zone.world.today()
    let all = today.adding(days: -400).start..<today.adding(days: 400).start
    guard try await zone.learning.lectures(in: all, by: zone.console).isEmpty, sample.enterprises.count > 2 else {
      return
    }
    let cast = try await Cast(zone, firm: sample.enterprises[0], other: sample.enterprises[2])
    let school = SampleSchool(zone: zone, sample: sample, cast: cast)
    var planned: [Lecture] = []
    for lecture in SampleLecture.trainings { planned.append(try await school.hold(lecture)) }
    try await school.openNow()
    let doomed = try await school.change(planned)
    try await school.orders(merging: planned, doomed)
    try await school.topics(planned)
  }
}

extension SampleMatter {
  /// Whether the lecture that an order is merged into is cancelled afterwards.
  fileprivate var comesToNothing: Bool { steps.contains { $0.code == "announce-anew" } }
}

/// Who acts in the demonstration's lectures, and how.
struct SampleSchool {
  let zone: Zone
  let sample: SampleZone
  let cast: Seed.Cast

  private var today: Day { zone.world.today() }
  private func desk(_ moment: Date) -> LearningDesk { zone.learning.acting(in: zone.world.at(moment)) }
  private var centre: Account { cast.accounts[.centre] ?? zone.console }

  /// Announces a lecture, registers its people, and lets those who came sign in and take the test.
  func hold(_ one: SampleLecture) async throws -> Lecture {
    let lecture = try await announce(one, at: Double(14 * 3_600), ago: one.day < 0 ? 15 - one.day : 15)
    let announced = today.adding(days: min(one.day, 0) - 12).start.addingTimeInterval(36_000)
    if one.hasTest {
      try await desk(announced).setTest(SampleLecture.test, passMark: 60, tries: 3, of: lecture.id, by: centre)
    }
    var tickets: [(ID<Booking>, String)] = []
    for number in one.people { tickets.append(try await register(number, for: lecture, at: announced)) }
    if let member = cast.accounts[.member], one.day < -20 || one.day == -10 || one.day > 0 && one.day < 15 {
      let ticket = try await register(900, for: lecture, at: announced, by: member)
      if one.day < 0 { tickets.insert(ticket, at: 0) }
    }
    try await attend(lecture, Array(tickets.prefix(one.came)), passed: one.passed)
    return lecture
  }

  private func announce(_ one: SampleLecture, at second: Double, ago: Int) async throws -> Lecture {
    let start = Int(second) / 60
    let texts = [
      "title": one.title, "series": "training", "about": one.about, "lecturer": "示例讲师",
      "medium": one.isOnline ? "online" : "onsite", "place": one.isOnline ? "（示例）线上会议室" : "（示例）运营中心 3 楼培训室",
      "held_on": "\(today.adding(days: one.day))",
      "begins": "\(start / 60 < 10 ? "0" : "")\(start / 60):\(start % 60 < 10 ? "0" : "")\(start % 60)",
      "minutes": "90", "capacity": "\(one.capacity)", "least": "\(one.least)",
    ]
    return try await desk(zone.world.now().addingTimeInterval(-86_400 * Double(ago)))
      .plan(LectureDraft(texts: texts), by: centre)
  }

  private func register(
    _ number: Int, for lecture: Lecture, at moment: Date, by account: Account? = nil
  ) async throws -> (ID<Booking>, String) {
    let firm = sample.enterprises[number * 7 % min(40, sample.enterprises.count)]
    let draft = LearnerDraft(
      name: account == nil ? "示例学员\(number)" : "示例会员", identity: SampleCode.person(500_000 + number),
      organisation: firm.code, employer: firm.name, district: "江宁区")
    let who = account ?? Account.visitor(PermissionMatrix.zone.visitor)
    let (booking, code) = try await desk(moment).register(draft, for: lecture.id, by: who)
    return (booking.id, code)
  }

  private func attend(_ lecture: Lecture, _ tickets: [(ID<Booking>, String)], passed: Int) async throws {
    let start = lecture.plan.startsAt
    for (place, ticket) in tickets.enumerated() {
      try await desk(start.addingTimeInterval(Double(place * 20 - 900))).signIn(
        ticket: ticket.1, at: lecture.id, by: centre)
    }
    for (place, ticket) in tickets.prefix(passed).enumerated() {
      let after = desk(lecture.plan.endsAt.addingTimeInterval(Double(place * 40)))
      try await after.takeTest([2, 0, place % 3 == 0 ? 0 : 1], ticket.0, ticket.1, by: centre)
      try await after.rate(5 - place % 2, place == 1 ? "（示例）希望多讲案例" : "", ticket.0, ticket.1, by: centre)
    }
  }

  /// A lecture that goes on at this moment, so that sign-in can be tried.
  func openNow() async throws {
    let begins = zone.world.now().addingTimeInterval(-1_200)
    let texts = [
      "title": "（示例）知识产权开放日：现场答疑", "series": "training", "about": "（示例）随到随听，现场报名、扫码签到。", "lecturer": "示例讲师",
      "medium": "onsite", "place": "（示例）运营中心一楼大厅", "held_on": "\(Day(begins))", "begins": begins.hourOfDay,
      "minutes": "480", "capacity": "60",
    ]
    let announced = zone.world.now().addingTimeInterval(-86_400 * 3)
    let lecture = try await desk(announced).plan(LectureDraft(texts: texts), by: centre)
    try await desk(announced).setTest(SampleLecture.test, passMark: 60, tries: 3, of: lecture.id, by: centre)
    for number in 50..<56 { _ = try await register(number, for: lecture, at: announced) }
  }

  /// Merges one lecture into another.
  ///
  /// - Returns: one that is cancelled once an order was merged into it.
  func change(_ planned: [Lecture]) async throws -> Lecture {
    let small = SampleLecture(title: "（示例）专利费用减缴答疑", about: "（示例）答疑。", day: 9, capacity: 20, people: 60..<62, least: 8)
    let merged = try await hold(small)
    let off = try await hold(
      SampleLecture(title: "（示例）地理标志专题", about: "（示例）专题。", day: 16, capacity: 20, people: 62..<63))
    let yesterday = desk(zone.world.now().addingTimeInterval(-86_400))
    try await yesterday.merge(merged.id, into: "\(planned[3].number)", because: "（示例）报名不足 8 人，并入同周场次", by: centre)
    return off
  }

  /// Orders at every stage; one is merged into the fourth of the planned lectures, one into a lecture that is cancelled.
  func orders(merging planned: [Lecture], _ doomed: Lecture) async throws {
    for order in sample.lectureOrders {
      guard let filer = cast.accounts[order.filer] else { continue }
      let filed = try await matters(order.ago).file(
        MatterFiling(order.procedure, texts: order.texts, channel: order.channel), by: filer
      ).id
      for step in order.steps {
        guard let account = cast.accounts[step.actor] else { continue }
        if step.code == "fulfil" { try await comeTo(filed) }
        let named = step.names.compactMap { cast.accounts[$0]?.id }
        var texts = step.texts
        if step.code == "merge" { texts["into"] = "\(order.comesToNothing ? doomed.number : planned[3].number)" }
        if step.code == "announce-anew" {
          try await desk(zone.world.now().addingTimeInterval(-86_400 * 3))
            .cancel(doomed.id, because: "（示例）讲师临时有任务", by: centre)
        }
        try await matters(step.ago).take(
          step.code, on: filed, StepGiven(texts: texts, reason: step.reason, named: named), seen: nil, by: account)
      }
    }
  }

  private func matters(_ ago: Int) -> MatterDesk { zone.matters.acting(in: zone.world.minus(days: ago)) }

  /// Lets some people come to the lecture that answers an order.
  private func comeTo(_ order: ID<Matter>) async throws {
    guard let lecture = try await zone.learning.lecture(of: order, by: centre) else { return }
    let before = lecture.plan.startsAt.addingTimeInterval(-172_800)
    var tickets: [(ID<Booking>, String)] = []
    for number in 3..<15 { tickets.append(try await register(number, for: lecture, at: before)) }
    try await attend(lecture, tickets, passed: 0)
  }

  /// Topics of the quarter before, answered, and of this one, with votes.
  func topics(_ planned: [Lecture]) async throws {
    let voters = [SampleActor.role(.enterprise), .member, .role(.institution), .expert, .role(.overseas)].compactMap {
      cast.accounts[$0]
    }
    guard let first = voters.first else { return }
    let last = today.adding(months: -3).start.addingTimeInterval(43_200)
    let old = desk(last)
    for (title, votes) in [("（示例）数据怎样登记成知识产权", 4), ("（示例）开源软件许可证", 2)] {
      let topic = try await old.nominate(title, wish: "（示例）公司正好遇到这个问题", by: first)
      for voter in voters.dropFirst().prefix(votes - 1) { try await old.vote(for: topic, by: voter) }
      try await zone.learning.answer(
        topic, votes == 4 ? .scheduled("\(planned[5].number)") : .declined("（示例）暂无讲师，已列入明年计划"), seen: nil,
        by: centre)
    }
    for (place, title) in ["（示例）跨境电商商标抢注怎么办", "（示例）职务发明奖酬", "（示例）专利开放许可", "（示例）短视频里的著作权"].enumerated() {
      let nominator = voters[place % voters.count]
      let topic = try await zone.learning.nominate(title, wish: place == 0 ? "（示例）平台要求提供注册证" : "", by: nominator)
      for voter in voters.prefix(4 - place) where voter.id != nominator.id {
        try await zone.learning.vote(for: topic, by: voter)
      }
    }
  }
}

extension Date {
  /// The hour in Nanjing, such as `14:30`.
  fileprivate var hourOfDay: String {
    let minutes = Int(timeIntervalSince(Day(self).start)) / 60
    return "\(minutes / 60 < 10 ? "0" : "")\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
  }
}
