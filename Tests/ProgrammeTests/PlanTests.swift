import Access
import Fixtures
import Foundation
import Journal
import JournalStore
import Kernel
import Programme
import ProgrammeStore
import Storage
import Testing

@Suite struct `A task` {
  /// 三落实: time, person and target, each refused in its own words beside its own field.
  @Test(arguments: DatabaseKind.all)
  func `without a time, a person or a target is not kept`(_ kind: DatabaseKind) async throws {
    try await ProgrammeZone.with(kind) { zone in
      try await zone.desk.createPlan(of: 2026, titled: "计划", by: zone.clerk)
      let faults: [(TaskDraft, [String])] = [
        (.sample(start: ""), ["start: plan.start-missing"]), (.sample(due: ""), ["due: plan.due-missing"]),
        (.sample(person: ""), ["person: plan.person-missing"]),
        (.sample(department: ""), ["department: plan.department-missing"]),
        (.sample(target: ""), ["target: plan.target-missing"]),
        (.sample(due: "2026-02-28"), ["due: plan.due-before-start"]),
        (.sample(""), ["title: plan.title-missing"]),
        (
          TaskDraft(),
          [
            "title: plan.title-missing", "start: plan.start-missing", "due: plan.due-missing",
            "person: plan.person-missing", "department: plan.department-missing", "target: plan.target-missing",
          ]
        ),
      ]
      for (draft, codes) in faults {
        let found1 = try await refusals { try await zone.desk.addTask(draft, toPlanOf: 2026, by: zone.clerk) }
        #expect(found1 == codes)
      }
      #expect(try await zone.count("plan_tasks") == 0)
      let id = try await zone.desk.addTask(.sample(), toPlanOf: 2026, by: zone.clerk)
      let again = try await refusals { try await zone.desk.addTask(.sample(), toPlanOf: 2026, by: zone.clerk) }
      #expect(again == ["title: plan.title-taken"])
      let emptied = try await refusals {
        try await zone.desk.editTask(
          id, to: .sample(person: "", target: ""), because: nil, seen: try await zone.seen(id), by: zone.clerk)
      }
      #expect(emptied == ["person: plan.person-missing", "target: plan.target-missing"])
      #expect(try await zone.task(id).task.content.person.name == "张某")
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `may be tied to a figure, with the number it is to reach`(_ kind: DatabaseKind) async throws {
    try await ProgrammeZone.with(kind) { zone in
      try await zone.desk.createPlan(of: 2026, titled: "计划", by: zone.clerk)
      var draft = TaskDraft.sample()
      draft.figure = "a01"
      let found2 = try await refusals { try await zone.desk.addTask(draft, toPlanOf: 2026, by: zone.clerk) }
      #expect(
        found2 == [
          "number: plan.number-missing"
        ])
      draft.number = "100.5"
      let id = try await zone.desk.addTask(draft, toPlanOf: 2026, by: zone.clerk)
      let goal = try await zone.task(id).task.content.target.figure
      #expect(goal?.code == "A01" && goal?.number.text == "100.5")
      draft.figure = "1A"
      let found3 = try await refusals { try await zone.desk.addTask(draft, toPlanOf: 2026, by: zone.clerk) }
      #expect(
        found3 == [
          "figure: plan.wrong-figure"
        ])
      draft.figure = ""
      let found4 = try await refusals { try await zone.desk.addTask(draft, toPlanOf: 2026, by: zone.clerk) }
      #expect(
        found4 == [
          "figure: plan.figure-missing"
        ])
    }
  }

  /// The fixed day is 2026-11-22.
  @Test(arguments: DatabaseKind.all)
  func `takes notes of its progress, and ends with what shows it`(_ kind: DatabaseKind) async throws {
    try await ProgrammeZone.with(kind) { zone in
      let id = try await zone.approved(.sample())[0]
      func note(_ day: String, _ percent: Int?, _ note: String) async throws {
        try await zone.desk.noteProgress(id, on: Day(day), percent: percent, note: note, by: zone.clerk)
      }
      let found5 = try await refusals { try await note("", 1, "a") }
      #expect(found5 == ["on: plan.day-missing"])
      let found6 = try await refusals { try await note("2026-11-23", 1, "a") }
      #expect(found6 == ["on: plan.day-in-future"])
      let found7 = try await refusals { try await note("2026-11-22", 101, "a") }
      #expect(found7 == ["percent: plan.wrong-percent"])
      let found8 = try await refusals { try await note("2026-11-22", nil, "a") }
      #expect(found8 == ["percent: plan.wrong-percent"])
      let found9 = try await refusals { try await note("2026-11-22", 1, "") }
      #expect(found9 == ["note: plan.note-missing"])
      try await note("2026-11-20", 40, "方案已定")
      // A note about an earlier day tells nothing of today.
      try await note("2026-10-01", 10, "补记")
      #expect(try await zone.task(id).task.percent == 40)
      #expect(try await zone.task(id).progress.map(\.percent) == [40, 10])

      func finish(_ day: String, _ evidence: String) async throws {
        try await zone.desk.finishTask(
          id, on: Day(day), evidence: evidence, seen: try await zone.seen(id), by: zone.clerk)
      }
      let found10 = try await refusals { try await finish("2026-11-21", "") }
      #expect(found10 == ["evidence: plan.evidence-missing"])
      let found11 = try await refusals { try await finish("2026-11-23", "报告") }
      #expect(found11 == ["on: plan.day-in-future"])
      let found12 = try await refusals { try await finish("2026-02-28", "报告") }
      #expect(found12 == ["on: plan.done-before-start"])
      try await finish("2026-11-21", "论坛总结报告")
      let done = try await zone.task(id)
      #expect(done.task.stage == .done(on: try #require(Day("2026-11-21")), evidence: "论坛总结报告"))
      // 2026-12-20 was the last day: 29 days early.
      #expect(done.line.slippage == -29 && done.line.light(on: done.today) == .doneInTime)
      let found13 = try await refusals { try await note("2026-11-22", 50, "a") }
      #expect(found13 == ["-: plan.task-closed"])
      let found14 = try await refusals { try await zone.redate(id, start: "2026-03-01", due: "2026-12-21") }
      #expect(found14 == ["-: plan.task-closed"])
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is not changed by whoever has not seen its newest state`(_ kind: DatabaseKind) async throws {
    try await ProgrammeZone.with(kind) { zone in
      let id = try await zone.approved(.sample())[0]
      let seen = try await zone.seen(id)
      try await zone.redate(id, start: "2026-03-01", due: "2026-12-25")
      await #expect(throws: JournalRefusal.changedMeanwhile) {
        try await zone.desk.cancelTask(id, because: "并入其他任务", seen: seen, by: zone.clerk)
      }
      try await zone.desk.cancelTask(id, because: "并入其他任务", seen: try await zone.seen(id), by: zone.clerk)
      let cancelled = try await zone.task(id)
      #expect(cancelled.task.stage == .cancelled(because: "并入其他任务") && cancelled.line.slippage == nil)
      // Its title is free again.
      try await zone.desk.addTask(.sample(), toPlanOf: 2026, by: zone.clerk)
    }
  }
}

@Suite struct `A plan` {
  @Test(arguments: DatabaseKind.all)
  func `keeps every baseline to be seen, and measures by the newest`(_ kind: DatabaseKind) async throws {
    try await ProgrammeZone.with(kind) { zone in
      let ids = try await zone.approved(.sample(due: "2026-11-30"), .sample("建设展厅", due: "2026-12-31"))
      #expect(try await zone.plan().plan.approval?.document == "宁江知领办〔2026〕1号")
      #expect(try await zone.plan().lines.map(\.slippage) == [0, 0])
      try await zone.redate(ids[0], start: "2026-03-01", due: "2026-12-15")
      // From 30 November to 15 December.
      #expect(try await zone.task(ids[0]).line.slippage == 15)
      #expect(try await zone.task(ids[0]).redatings.map(\.reason) == ["场地未落实"])
      #expect(try await zone.task(ids[0]).redatings.map(\.from.due.description) == ["2026-11-30"])

      func rebaseline(_ reason: String) async throws {
        try await zone.desk.rebaselinePlan(
          of: 2026, because: reason, seen: try await zone.plan().plan.revision, by: zone.clerk)
      }
      let found15 = try await refusals { try await rebaseline("") }
      #expect(found15 == ["reason: plan.reason-missing"])
      try await rebaseline("领导小组会议纪要第3号")
      let moved = try await zone.task(ids[0])
      #expect(moved.baselines.map(\.due.description) == ["2026-11-30", "2026-12-15"])
      #expect(moved.baselines.map(\.reason) == ["宁江知领办〔2026〕1号", "领导小组会议纪要第3号"])
      #expect(moved.line.slippage == 0)
      // The other task did not move and has one baseline still.
      #expect(try await zone.task(ids[1]).baselines.count == 1)
      let found16 = try await refusals { try await rebaseline("再次调整") }
      #expect(found16 == ["-: plan.nothing-moved"])
      // A task that is added afterwards has none until the next adjustment.
      let late = try await zone.desk.addTask(.sample("新任务"), toPlanOf: 2026, by: zone.clerk)
      #expect(try await zone.task(late).line.slippage == nil)
      try await rebaseline("增补任务")
      #expect(try await zone.task(late).baselines.map(\.number) == [3])
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is approved once, under a document, and not without tasks`(_ kind: DatabaseKind) async throws {
    try await ProgrammeZone.with(kind) { zone in
      try await zone.desk.createPlan(of: 2026, titled: "计划", by: zone.clerk)
      func approve(_ document: String) async throws {
        try await zone.desk.approvePlan(
          of: 2026, under: document, seen: try await zone.plan().plan.revision, by: zone.clerk)
      }
      let found17 = try await refusals { try await approve("1号") }
      #expect(found17 == ["-: plan.nothing-to-approve"])
      try await zone.desk.addTask(.sample(), toPlanOf: 2026, by: zone.clerk)
      let found18 = try await refusals { try await approve(" ") }
      #expect(found18 == ["document: plan.document-missing"])
      try await approve("1号")
      let found19 = try await refusals { try await approve("2号") }
      #expect(found19 == ["-: plan.already-approved"])
      let again = try await refusals { try await zone.desk.createPlan(of: 2026, titled: "计划", by: zone.clerk) }
      #expect(again == ["year: plan.exists"])
      let wrong = try await refusals { try await zone.desk.createPlan(of: 1999, titled: "计划", by: zone.clerk) }
      #expect(wrong == ["year: plan.wrong-year"])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `has its dates changed with a reason only, once it is approved`(_ kind: DatabaseKind) async throws {
    try await ProgrammeZone.with(kind) { zone in
      let id = try await zone.approved(.sample())[0]
      func edit(_ draft: TaskDraft, _ reason: String?) async throws {
        try await zone.desk.editTask(id, to: draft, because: reason, seen: try await zone.seen(id), by: zone.clerk)
      }
      let found20 = try await refusals { try await edit(.sample(due: "2026-12-21"), "a") }
      #expect(found20 == ["due: plan.dates-fixed"])
      let found21 = try await refusals { try await edit(.sample(target: "两场"), nil) }
      #expect(found21 == ["reason: plan.reason-missing"])
      try await edit(.sample(target: "两场"), "目标提高")
      #expect(try await zone.task(id).task.content.target.text == "两场")
      let groundless = try await refusals {
        try await zone.desk.redateTask(
          id, start: Day("2026-03-01"), due: Day("2026-12-21"), because: "", seen: try await zone.seen(id),
          by: zone.clerk)
      }
      #expect(groundless == ["reason: plan.reason-missing"])
      let same = try await refusals { try await zone.redate(id, start: "2026-03-01", due: "2026-12-20") }
      #expect(same == ["due: plan.same-dates"])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is open to visitors when it is approved, without the names of persons`(_ kind: DatabaseKind) async throws {
    try await ProgrammeZone.with(kind) { zone in
      try await zone.desk.createPlan(of: 2027, titled: "草案", by: zone.clerk)
      let ids = try await zone.approved(.sample())
      #expect(try await zone.desk.plans(by: zone.visitor).map(\.year) == [2026])
      #expect(try await zone.desk.plans(by: zone.clerk).map(\.year) == [2027, 2026])
      let draft = try await refusals { _ = try await zone.desk.plan(of: 2027, by: zone.visitor) }
      #expect(draft == ["-: plan.unknown"])
      let person = try await zone.desk.plan(of: 2026, by: zone.visitor).lines[0].task.content.person
      #expect(person == ResponsiblePerson(name: "", department: "区知识产权局"))
      #expect(try await zone.desk.task(ids[0], by: zone.visitor).task.content.person.name == "")
      #expect(try await zone.plan().people == ["张某"])
    }
  }

  /// On 2026-11-22, day by day from the dates.
  @Test(arguments: DatabaseKind.all)
  func `says in words and colour how each task stands`(_ kind: DatabaseKind) async throws {
    try await ProgrammeZone.with(kind) { zone in
      let ids = try await zone.approved(
        .sample("逾期", due: "2026-11-10"), .sample("推迟", due: "2026-12-20"), .sample("临近", due: "2026-12-06"),
        .sample("正常", due: "2026-12-07"), .sample("未到", start: "2026-12-01", due: "2026-12-31"),
        .sample("今天", due: "2026-11-22"), .sample("晚完成", due: "2026-11-01"))
      try await zone.redate(ids[1], start: "2026-03-01", due: "2026-12-30")
      try await zone.desk.finishTask(
        ids[6], on: Day("2026-11-04"), evidence: "纪要", seen: try await zone.seen(ids[6]), by: zone.clerk)
      let file = try await zone.plan()
      #expect(
        file.lines.map { $0.light(on: file.today) } == [
          .overdue(days: 12), .slipped(days: 10), .dueSoon(days: 14), .onTrack, .notStarted, .dueSoon(days: 0),
          .doneLate(days: 3),
        ])
      #expect(
        file.lines.map { $0.light(on: file.today).colour } == [
          .red, .amber, .amber, .green, .grey, .amber, .amber,
        ])
      #expect(file.overdue.map(\.task.id) == [ids[0]])
      #expect(file.lines(PlanFilter(colour: .green)).map(\.task.id) == [ids[3]])
      #expect(file.lines(PlanFilter(person: "张某", department: "无此部门")).isEmpty)
      #expect(TaskLight.overdue(days: 12).phrase.zh == "逾期 12 天")
    }
  }
}

@Suite struct `A file of tasks` {
  private static let csv = #"""
    任务名称,开始时间,完成时限,责任人,责任单位,目标,指标代码,目标值
    办论坛,2026-03-01,2026年6月30日,张某,知识产权局,办一场,E08,1
    建展厅,2026/4/1,2026-02-30,李某,运营中心,建成一处,,
    无人任务,2026-04-01,2026-05-01,,运营中心,建成,,
    无目标,2026-04-01,2026-05-01,王某,运营中心,,,
    办论坛,2026-04-01,2026-05-01,王某,运营中心,再办一场,,
    ,,,,,,,
    培训,2026.5.1,2026.6.1,王某,运营中心,"百企""千人""",,
    """#

  @Test(arguments: DatabaseKind.all)
  func `keeps its good rows and says of each other what is wrong`(_ kind: DatabaseKind) async throws {
    try await ProgrammeZone.with(kind) { zone in
      try await zone.desk.createPlan(of: 2026, titled: "计划", by: zone.clerk)
      let rows = try await withFile(Array(Self.csv.utf8)) { path in
        try await zone.desk.importTasks(
          try TaskSheet(path: path), sha256: "0", toPlanOf: 2026, by: zone.clerk)
      }
      #expect(rows.map(\.number) == [2, 3, 4, 5, 6, 8])
      #expect(rows.map { $0.task != nil } == [true, false, false, false, false, true])
      #expect(rows[1].refusals.map(\.zh) == ["完成期限“2026-02-30”不是日期，请写作 2026-03-01"])
      #expect(rows[2].refusals.map(\.zh) == ["人员未落实：请填写责任人姓名"])
      #expect(rows[3].refusals.map(\.zh) == ["目标未落实：请写明可以衡量的目标"])
      #expect(rows[4].refusals.map(\.zh) == ["计划中已有任务“办论坛”，请换一个名称或修改原任务"])
      let kept = try await zone.plan().lines.map(\.task)
      #expect(kept.map(\.content.title) == ["办论坛", "培训"] && kept.map(\.place) == [1, 2])
      #expect(kept[0].content.dates.due == Day("2026-06-30") && kept[1].content.target.text == "百企\"千人\"")
      #expect(try await zone.count("journal") == 2)
      #expect(try await zone.isIntact())
    }
  }

  @Test func `is read in GB 18030 and without its optional columns`() async throws {
    // “任务,开始日期,完成期限,责任人,责任部门,目标”, and a row: as Python encodes it.
    let bytes: [UInt8] = [
      0xC8, 0xCE, 0xCE, 0xF1, 0x2C, 0xBF, 0xAA, 0xCA, 0xBC, 0xC8, 0xD5, 0xC6, 0xDA, 0x2C, 0xCD, 0xEA, 0xB3,
      0xC9, 0xC6, 0xDA, 0xCF, 0xDE, 0x2C, 0xD4, 0xF0, 0xC8, 0xCE, 0xC8, 0xCB, 0x2C, 0xD4, 0xF0, 0xC8, 0xCE,
      0xB2, 0xBF, 0xC3, 0xC5, 0x2C, 0xC4, 0xBF, 0xB1, 0xEA, 0x0D, 0x0A, 0xC2, 0xDB, 0xCC, 0xB3, 0x2C, 0x32,
      0x30, 0x32, 0x36, 0x2D, 0x30, 0x33, 0x2D, 0x30, 0x31, 0x2C, 0x32, 0x30, 0x32, 0x36, 0x2D, 0x30, 0x34,
      0x2D, 0x30, 0x31, 0x2C, 0xD5, 0xC5, 0xC4, 0xB3, 0x2C, 0xBE, 0xD6, 0x2C, 0xD2, 0xBB, 0xB3, 0xA1, 0x0D,
      0x0A,
    ]
    let sheet = try await withFile(bytes) { try TaskSheet(path: $0) }
    #expect(sheet.lines.map(\.draft.title) == ["论坛"] && sheet.lines.map(\.faults.count) == [0])
  }

  @Test(arguments: [
    ("", "plan.sheet-empty"), ("任务,开始日期\n论坛,2026-01-01\n", "plan.sheet-columns"),
    ("任务,开始日期,完成期限,责任人,责任部门,目标\n", "plan.sheet-empty"),
    ("任务,开始日期,完成期限,责任人,责任部门,目标\n\"论坛,2026\n", "plan.sheet-row"),
  ])
  func `that is none is refused as a whole`(_ text: String, _ code: String) async throws {
    let found = try await refusals { _ = try await withFile(Array(text.utf8)) { try TaskSheet(path: $0) } }
    #expect(found == ["file: \(code)"])
  }

  @Test func `is begun from a template that can be imported as it is`() async throws {
    let sheet = try await withFile(Array(TaskSheet.template.utf8)) { try TaskSheet(path: $0) }
    let draft = try #require(sheet.lines.first).draft
    #expect(sheet.lines.count == 1 && draft.figure == "E08" && draft.number == "1")
    #expect(throws: Never.self) { try TaskContent(draft) }
  }
}
