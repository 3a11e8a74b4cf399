import Fixtures
import Kernel
import Learning
import LearningStore
import Storage
import Testing

@Suite struct `A topic` {
  @Test(arguments: DatabaseKind.all)
  func `has one vote an account, while its quarter lasts`(_ kind: DatabaseKind) async throws {
    try await LearningZone.with(kind) { zone in
      #expect(
        try await refusals { try await zone.desk.nominate(" ", wish: "", by: Cast.student) } == ["learning.missing"])
      let first = try await zone.desk.nominate("开源许可证", wish: "", by: Cast.student)
      let second = try await zone.desk.nominate("商标抢注", wish: "", by: Cast.student)
      func vote() async throws { try await zone.desk.vote(for: second, by: Cast.pupil) }
      #expect(try await refusals(vote) == [])
      #expect(try await refusals(vote) == ["learning.voted-already"])
      #expect(
        try await refusals { try await zone.desk.vote(for: first, by: Cast.student) } == ["learning.voted-already"])
      let (topics, _) = try await zone.desk.topics(of: Quarter(year: 2026, place: 3), by: Cast.pupil)
      #expect(topics.map(\.topic.title) == ["商标抢注", "开源许可证"])
      #expect(topics.map(\.votes) == [2, 1] && topics.map(\.isVoted) == [true, false])
      // 28 September is of the third quarter; October of the fourth.
      zone.clock.turn(to: "2026-10-01 00:00")
      #expect(
        try await refusals { try await zone.desk.vote(for: first, by: Cast.pupil) } == ["learning.votes-closed"])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is answered once, in public, and its nominator is told`(_ kind: DatabaseKind) async throws {
    try await LearningZone.with(kind) { zone in
      try await zone.enrol(Cast.student)
      let first = try await zone.desk.nominate("开源许可证", wish: "", by: Cast.student)
      let second = try await zone.desk.nominate("商标抢注", wish: "", by: Cast.student)
      func answer(_ id: ID<Topic>, _ answer: TopicAnswer) async throws -> [String] {
        try await refusals { try await zone.desk.answer(id, answer, seen: nil, by: Cast.staff) }
      }
      #expect(try await answer(first, .declined("")) == ["learning.reason-missing"])
      #expect(try await answer(first, .scheduled("PX-2026-00001")) == ["learning.no-such-target"])
      let lecture = try await zone.lecture()
      #expect(try await answer(first, .scheduled("PX-2026-00001")) == [])
      #expect(try await answer(second, .declined("没有讲师")) == [])
      #expect(try await answer(second, .declined("没有讲师")) == ["learning.answered-already"])
      let topics = try await zone.desk.topics(of: zone.desk.quarter, by: Cast.visitor).topics.map(\.topic)
      #expect(topics.map(\.lecture) == [lecture.id, nil] && topics.map(\.reason) == [nil, "没有讲师"])
      #expect(try await zone.notices() == ["您提名的选题“开源许可证”已答复", "您提名的选题“商标抢注”已答复"])
      #expect(
        try await zone.texts("SELECT body_zh FROM notices ORDER BY id") == [
          "已排课：PX-2026-00001 检索入门，2026-10-12 14:00。", "未排课，理由：没有讲师",
        ])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `becomes a lecture to come, and is answered again where that is cancelled`(_ kind: DatabaseKind) async throws {
    try await LearningZone.with(kind) { zone in
      let topic = try await zone.desk.nominate("开源许可证", wish: "", by: Cast.student)
      func answer(_ answer: TopicAnswer) async throws -> [String] {
        try await refusals { try await zone.desk.answer(topic, answer, seen: nil, by: Cast.staff) }
      }
      _ = try await zone.lecture()
      zone.clock.turn(to: "2026-10-12 16:00")
      #expect(try await answer(.scheduled("PX-2026-00001")) == ["learning.no-such-target"])
      let (second, third) = (try await zone.lecture("2026-10-20"), try await zone.lecture("2026-10-21"))
      #expect(try await answer(.scheduled("PX-2026-00002")) == [])
      func standing() async throws -> TopicStanding? {
        try await zone.desk.topics(of: Quarter(year: 2026, place: 3), by: Cast.visitor).topics.first
      }
      #expect(try await standing()?.isOpen == false)
      // By way of another one.
      try await zone.desk.merge(second.id, into: "\(third.number)", because: "不足", by: Cast.staff)
      #expect(try await standing()?.isOpen == false)
      #expect(try await answer(.declined("没有讲师")) == ["learning.answered-already"])
      try await zone.desk.cancel(third.id, because: "讲师生病", by: Cast.staff)
      #expect(try await standing()?.isOpen == true)
      #expect(try await answer(.declined("没有讲师")) == [])
      let found = try #require(try await standing())
      #expect(found.topic.stage == .declined && found.topic.lecture == nil && !found.isOpen)
    }
  }
}

@Suite struct `The test after a lecture` {
  @Test func `is read as it is written`() throws {
    let questions = try TestQuestion.read("甲？\n- 一\n* 二\n\n  \n乙？\n*三\n- 四\n- 五\n")
    #expect(
      questions == [
        TestQuestion(text: "甲？", answers: ["一", "二"], right: 1),
        TestQuestion(text: "乙？", answers: ["三", "四", "五"], right: 0),
      ])
    #expect(try TestQuestion.read(TestQuestion.written(questions)) == questions)
    #expect(try TestQuestion.read(" \n ").isEmpty)
  }

  @Test(
    arguments: [
      ("甲？\n- 一\n- 二", 1), ("甲？\n* 一\n* 二", 1), ("甲？\n* 一", 1), ("* 一\n- 二\n- 三", 1), ("甲？\n* 一\n二", 1),
      ("甲？\n* 一\n-", 1), ("甲？\n* 一\n- 二\n\n乙？\n- 一\n- 二", 2),
    ])
  func `is refused where an answer is missing or not told from others`(_ text: String, _ place: Int) {
    #expect(throws: LearningRefusal.wrongTest(question: place)) { try TestQuestion.read(text) }
  }

  @Test(arguments: [([1, 0], 100), ([1, 1], 50), ([0, 1], 0), ([nil, 0], 50)] as [([Int?], Int)])
  func `is scored in percent, rounded down`(_ answers: [Int?], _ score: Int) throws {
    let questions = try TestQuestion.read("甲？\n- 一\n* 二\n\n乙？\n* 三\n- 四")
    #expect(TestQuestion.score(answers, of: questions) == score)
  }

  @Test(
    arguments: [
      ("14:00", 840), ("0:05", 5), ("23:59", 1439), ("14：30", 870), ("24:00", nil), ("14:60", nil), ("14", nil),
      ("14:5", nil), ("", nil), ("a:00", nil),
    ] as [(String, Int?)])
  func `begins at an hour of the day`(_ text: String, _ minutes: Int?) {
    #expect(HourOfDay(text)?.minutes == minutes)
  }

  @Test(arguments: [("张三", "张*"), ("欧阳小明", "欧***"), ("张", "张*"), ("Josephine", "J***"), ("", "*")])
  func `shows a name masked`(_ name: String, _ masked: String) {
    #expect(Learner.masked(name) == masked)
  }
}
