import Kernel
import Programme
import ProgrammeStore

extension Seed {
  /// An invented plan of this year, with tasks in every state, and an evaluation; nothing where there is a plan already.
  static func programme(_ zone: Zone) async throws {
    let (desk, console, today) = (zone.programme, zone.console, zone.world.today())
    guard try await !desk.plans(by: console).contains(where: { $0.year == today.year }) else { return }
    try await desk.createPlan(of: today.year, titled: "（示例）\(today.year) 年度推进计划", by: console)
    var ids: [ID<PlanTask>] = []
    for task in sampleTasks {
      ids.append(try await desk.addTask(task.draft(today), toPlanOf: today.year, by: console))
    }
    try await desk.approvePlan(
      of: today.year, under: "（示例）领导小组纪要第1号",
      seen: try await desk.plan(of: today.year, by: console).plan.revision, by: console)
    for (id, task) in zip(ids, sampleTasks) { try await carryOut(task, id, zone) }
    try await desk.evaluate(
      by: "zone-2023", at: today,
      reviews: ["1.4": IndicatorInput.Review(score: Score(hundredths: 8_000), note: "（示例）三处载体均已运行")],
      note: "（示例）年度自评", by: console)
  }

  /// What became of a task since the plan was approved.
  private static func carryOut(_ task: SampleTask, _ id: ID<PlanTask>, _ zone: Zone) async throws {
    let (desk, console, today) = (zone.programme, zone.console, zone.world.today())
    func seen() async throws -> Int64 { try await desk.task(id, by: console).task.revision }
    if let moved = task.movedTo {
      try await desk.redateTask(
        id, start: today.adding(days: task.start), due: today.adding(days: moved), because: "（示例）场地协调需要时间",
        seen: try await seen(), by: console)
    }
    if task.percent > 0 {
      try await desk.noteProgress(
        id, on: today.adding(days: -7), percent: task.percent, note: "（示例）按计划推进", by: console)
    }
    if let done = task.doneOn {
      try await desk.finishTask(
        id, on: today.adding(days: done), evidence: "（示例）总结报告", seen: try await seen(), by: console)
    }
  }
}

/// An invented task; its days are counted from the day of the seeding.
private struct SampleTask {
  let title: String
  let clause: String
  let start: Int
  let due: Int
  let department: String
  let target: String
  var figure = ""
  var number = ""
  var percent = 0
  var movedTo: Int?
  var doneOn: Int?

  func draft(_ today: Day) -> TaskDraft {
    var draft = TaskDraft()
    draft.title = "（示例）" + title
    draft.clause = clause
    draft.start = today.adding(days: start)
    draft.due = today.adding(days: due)
    draft.person = "示例人员"
    draft.department = "（示例）" + department
    draft.target = target
    draft.figure = figure
    draft.number = number
    return draft
  }
}

private let sampleTasks = [
  SampleTask(
    title: "修订集聚发展区管理办法", clause: "三（二）", start: -300, due: -120, department: "区知识产权局", target: "办法印发 1 件",
    figure: "B01",
    number: "1", doneOn: -125),
  SampleTask(
    title: "发布服务业发展报告", clause: "五（二）2", start: -200, due: -30, department: "服务业联盟", target: "报告公开发布 1 份",
    figure: "E08", number: "1", percent: 70),
  SampleTask(
    title: "举办高质量发展论坛", clause: "五（二）2", start: -100, due: 5, department: "运营管理中心", target: "论坛 1 场，参会机构 50 家以上",
    percent: 40, movedTo: 20),
  SampleTask(
    title: "引进和培育服务机构", clause: "五（一）1", start: -250, due: 35, department: "运营管理中心", target: "服务机构超过 100 家",
    figure: "A01", number: "101", percent: 60),
  SampleTask(
    title: "实施“百企千人”培训", clause: "五（六）2", start: -240, due: 10, department: "运营管理中心",
    target: "培训企业 100 家、人员 1000 名", figure: "B06", number: "1", percent: 85),
  SampleTask(
    title: "核查非正常专利申请撤回", clause: "五（五）2", start: -180, due: -60, department: "区知识产权局", target: "应撤尽撤，逾期未结为零",
    figure: "E17", number: "0", doneOn: -50),
  SampleTask(
    title: "建立海外维权专家顾问名册", clause: "五（二）1", start: -90, due: 34, department: "服务出口基地", target: "顾问覆盖 5 个国家或地区",
    percent: 30),
  SampleTask(
    title: "建设知识产权文化体验展厅", clause: "五（六）1", start: 5, due: 35, department: "运营管理中心", target: "展厅开放 1 处"),
]
