import Access
import Kernel
import Programme
import ProgrammeStore

/// An invented plan of the year, with tasks that are done, under way and late.
struct SamplePlan {
  let today: Day

  func write(_ desk: ProgrammeDesk, by account: Account) async throws {
    let year = today.year
    try await desk.createPlan(of: year, titled: "示例：\(year) 年度推进计划", by: account)
    for (place, task) in tasks.enumerated() {
      var draft = TaskDraft()
      draft.title = task.title
      draft.clause = task.clause
      draft.start = Day(year: year, month: task.from, day: 5)
      draft.due = Day(year: year, month: task.to, day: 20)
      draft.person = "示例负责人\(place % 4 + 1)"
      draft.department = task.department
      draft.target = task.target
      draft.figure = task.figure ?? ""
      draft.number = task.number
      _ = try await desk.addTask(draft, toPlanOf: year, by: account)
    }
    let plan = try await desk.plan(of: year, by: account).plan
    try await desk.approvePlan(of: year, under: "示例纪要〔\(year)〕1号", seen: plan.revision, by: account)
  }

  private struct Task {
    let title: String
    let clause: String
    let from: Int
    let to: Int
    let department: String
    let target: String
    var figure: String?
    var number = ""
  }

  private let tasks = [
    Task(
      title: "引进服务机构", clause: "五（一）1", from: 1, to: 12, department: "运营中心", target: "机构超过 100 家", figure: "A01",
      number: "101"),
    Task(
      title: "升规入统辅导", clause: "三（一）", from: 3, to: 9, department: "统计部门", target: "规模以上机构超过 10 家", figure: "A02",
      number: "11"),
    Task(
      title: "服务高新技术企业", clause: "三（三）", from: 1, to: 12, department: "运营中心", target: "累计超过 3000 家", figure: "C01",
      number: "3001"),
    Task(title: "非正常申请整改", clause: "五（五）2", from: 3, to: 6, department: "区知识产权局", target: "撤回率高于全省平均"),
    Task(
      title: "发布出口维权指南", clause: "五（二）1", from: 4, to: 8, department: "出口基地", target: "指南一份", figure: "E06", number: "1"
    ),
    Task(
      title: "服务业发展报告", clause: "五（二）2", from: 9, to: 12, department: "联盟", target: "报告一份", figure: "E08", number: "1"),
    Task(
      title: "百企千人培训", clause: "三（二）", from: 2, to: 11, department: "运营中心", target: "1000 人", figure: "B06",
      number: "1000"),
    Task(title: "培育中心中期检查", clause: "三（三）", from: 5, to: 7, department: "区知识产权局", target: "全部检查完毕"),
    Task(
      title: "年度绩效考核", clause: "六（三）", from: 10, to: 12, department: "运营中心", target: "结果公布", figure: "E25", number: "1"),
  ]
}
