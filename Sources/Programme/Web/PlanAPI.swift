import API
import HTTPTypes
import Kernel
import Programme
import ProgrammeStore

/// The plans for programs.
struct PlanAPI: Sendable {
  let desk: ProgrammeDesk

  var endpoints: [APIEndpoint] { [list, plan, task, progress] }

  private var list: APIEndpoint {
    APIEndpoint(
      .get, "plans", summary: Phrase(zh: "各年度推进计划，最新年度在前", en: "The yearly plans, the newest first"),
      needs: .readPlan, answer: .array(PlanView.schema), example: "/api/v1/plans"
    ) { request in
      try APIAnswer(try await desk.plans(by: request.account).map { PlanView($0) })
    }
  }

  private var plan: APIEndpoint {
    APIEndpoint(
      .get, "plans/:year",
      summary: Phrase(zh: "一个年度的计划及其任务", en: "The plan of a year with its tasks"), needs: .readPlan,
      parameters: [.path("year", .integer(Plan.years), Phrase(zh: "年度", en: "The year"))], answer: PlanDetail.schema
    ) { request in
      guard let year = request.text("year").flatMap({ Int($0) }), Plan.years.contains(year) else {
        throw APIRefusal.noSuchThing
      }
      return try APIAnswer(PlanDetail(try await desk.plan(of: year, by: request.account)))
    }
  }

  private var task: APIEndpoint {
    APIEndpoint(
      .get, "tasks/:id", summary: Phrase(zh: "一项任务及其基线和进展", en: "One task with its baselines and progress"),
      needs: .readPlan, answer: TaskDetail.schema
    ) { try await answer($0.id(), $0) }
  }

  private var progress: APIEndpoint {
    APIEndpoint(
      .post, "tasks/:id/progress", summary: Phrase(zh: "填报任务进展", en: "Notes how far a task is"), needs: .editPlan,
      body: ProgressBody.schema, answer: TaskDetail.schema
    ) { request in
      let id: ID<PlanTask> = try request.id()
      let body: ProgressBody = try request.decode()
      try await desk.noteProgress(
        id, on: body.on, percent: body.percent, note: body.note, seen: request.seenRevision, by: request.account)
      return try await answer(id, request)
    }
  }

  private func answer(_ id: ID<PlanTask>, _ request: APIRequest) async throws -> APIAnswer {
    let file = try await desk.task(id, by: request.account)
    return try APIAnswer(TaskDetail(file), revision: file.task.revision)
  }
}
