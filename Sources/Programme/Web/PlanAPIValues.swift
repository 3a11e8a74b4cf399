import API
import Kernel
import Programme
import ProgrammeStore

/// A plan as programs see it.
struct PlanView: APIValue {
  let year: Int
  let title: String
  let approvedOn: Day?
  let document: String?
  let baselines: Int

  init(_ plan: Plan) {
    year = plan.year
    title = plan.title
    approvedOn = plan.approval?.on
    document = plan.approval?.document
    baselines = plan.baselines
  }

  static var schema: APISchema {
    .object(
      "Plan",
      [
        APIField("year", .integer(), Phrase(zh: "年度", en: "The year")),
        APIField("title", .text, Phrase(zh: "名称", en: "Its title")),
        APIField("approvedOn", .day, Phrase(zh: "批准日；草案没有", en: "When it was approved; a draft has none"), .sometimes),
        APIField("document", .text, Phrase(zh: "批准文件", en: "What it was approved under"), .sometimes),
        APIField("baselines", .integer(), Phrase(zh: "基线次数", en: "How many baselines were set")),
      ])
  }
}

/// A plan with its tasks.
struct PlanDetail: APIValue {
  let plan: PlanView
  let tasks: [TaskView]

  init(_ file: PlanFile) {
    plan = PlanView(file.plan)
    tasks = file.lines.map { TaskView($0, on: file.today) }
  }

  static var schema: APISchema {
    .object(
      "PlanDetail",
      [
        APIField("plan", PlanView.schema, Phrase(zh: "计划", en: "The plan")),
        APIField("tasks", .array(TaskView.schema), Phrase(zh: "任务", en: "Its tasks")),
      ])
  }
}

/// A task as programs see it.
struct TaskView: APIValue {
  let id: ID<PlanTask>
  let place: Int
  let title: String
  let clause: String
  let start: Day
  let due: Day
  let baselineDue: Day?
  let slippage: Int?
  let person: String?
  let department: String
  let target: String
  let figure: String?
  let number: String?
  let percent: Int
  let doneOn: Day?
  let light: String
  let state: Phrase

  init(_ line: TaskLine, on today: Day) {
    let (task, content) = (line.task, line.task.content)
    id = task.id
    place = task.place
    title = content.title
    clause = content.clause
    start = content.dates.start
    due = content.dates.due
    baselineDue = line.baseline?.due
    slippage = line.slippage
    person = content.person.name.isEmpty ? nil : content.person.name
    department = content.person.department
    target = content.target.text
    figure = content.target.figure?.code
    number = content.target.figure?.number.text
    percent = task.percent
    doneOn = task.doneOn
    light = line.light(on: today).colour.rawValue
    state = line.light(on: today).phrase
  }

  static var schema: APISchema { .object("PlanTask", what + when) }

  private static let what = [
    APIField("id", .id, Phrase(zh: "编号", en: "Its id")),
    APIField("place", .integer(), Phrase(zh: "序号", en: "Its place in the plan")),
    APIField("title", .text, Phrase(zh: "任务", en: "The task")),
    APIField("clause", .text, Phrase(zh: "方案条款", en: "Clause of the construction plan")),
    APIField("person", .text, Phrase(zh: "责任人，仅工作人员可见", en: "Who is accountable; shown to staff only"), .sometimes),
    APIField("department", .text, Phrase(zh: "责任部门", en: "The accountable department")),
    APIField("target", .text, Phrase(zh: "目标", en: "Its target")),
    APIField("figure", .text, Phrase(zh: "关联指标代码", en: "Code of the figure it is tied to"), .sometimes),
    APIField("number", .text, Phrase(zh: "指标目标值", en: "What the figure is to reach"), .sometimes),
  ]

  private static let when = [
    APIField("start", .day, Phrase(zh: "开始日期", en: "First day")),
    APIField("due", .day, Phrase(zh: "完成期限", en: "Last day")),
    APIField("baselineDue", .day, Phrase(zh: "基线期限", en: "Last day of the newest baseline"), .sometimes),
    APIField(
      "slippage", .integer(), Phrase(zh: "与基线的偏差，自然日", en: "Calendar days behind the baseline"), .sometimes),
    APIField("percent", .integer(0...100), Phrase(zh: "已填报进度", en: "Progress noted")),
    APIField("doneOn", .day, Phrase(zh: "完成日期", en: "When it was done"), .sometimes),
    APIField("light", .choice(TaskLight.Colour.allCases.map(\.rawValue)), Phrase(zh: "状态颜色", en: "How it stands")),
    APIField("state", .phrase, Phrase(zh: "状态说明", en: "How it stands, in words")),
  ]
}

/// A task with its baselines, progress and changes of dates.
struct TaskDetail: APIValue {
  let task: TaskView
  let year: Int
  let baselines: [Dates]
  let redatings: [Dates]
  let progress: [Note]

  init(_ file: TaskFile) {
    task = TaskView(file.line, on: file.today)
    year = file.plan.year
    baselines = file.baselines.map { Dates(on: $0.setOn, start: $0.start, due: $0.due, reason: $0.reason) }
    redatings = file.redatings.map { Dates(on: $0.on, start: $0.from.start, due: $0.from.due, reason: $0.reason) }
    progress = file.progress.map { Note(on: $0.on, percent: $0.percent, note: $0.note) }
  }

  static var schema: APISchema {
    .object(
      "PlanTaskDetail",
      [
        APIField("task", TaskView.schema, Phrase(zh: "任务", en: "The task")),
        APIField("year", .integer(), Phrase(zh: "计划年度", en: "The year of its plan")),
        APIField("baselines", .array(Dates.schema), Phrase(zh: "各次基线", en: "Its baselines")),
        APIField("redatings", .array(Dates.schema), Phrase(zh: "调整前的日期", en: "The dates that were changed")),
        APIField("progress", .array(Note.schema), Phrase(zh: "进展", en: "Its progress")),
      ])
  }

  /// Dates that a task has or had, since when or until when, and why.
  struct Dates: APIValue {
    let on: Day
    let start: Day
    let due: Day
    let reason: String

    static var schema: APISchema {
      .object(
        "PlanDates",
        [
          APIField("on", .day, Phrase(zh: "设定或调整日", en: "When they were set or changed")),
          APIField("start", .day, Phrase(zh: "开始日期", en: "First day")),
          APIField("due", .day, Phrase(zh: "完成期限", en: "Last day")),
          APIField("reason", .text, Phrase(zh: "依据或理由", en: "Why")),
        ])
    }
  }

  /// How far a task was.
  struct Note: APIValue {
    let on: Day
    let percent: Int
    let note: String

    static var schema: APISchema {
      .object(
        "PlanProgress",
        [
          APIField("on", .day, Phrase(zh: "截至日期", en: "As of")),
          APIField("percent", .integer(0...100), Phrase(zh: "进度", en: "Progress")),
          APIField("note", .text, Phrase(zh: "说明", en: "In words")),
        ])
    }
  }
}

/// How far a task is, as a program sends it.
struct ProgressBody: Decodable {
  let on: Day
  let percent: Int
  let note: String

  static var schema: APISchema {
    .object(
      "PlanProgressBody",
      [
        APIField("on", .day, Phrase(zh: "截至日期", en: "As of")),
        APIField("percent", .integer(0...100), Phrase(zh: "进度", en: "Progress")),
        APIField("note", .text, Phrase(zh: "进展说明", en: "How far it is")),
      ])
  }
}
