import API
import Access
import HTTPTypes
import Jobs
import JobsStore
import Kernel

/// The jobs for programs.
struct JobAPI: Sendable {
  let desk: JobDesk

  var endpoints: [APIEndpoint] { [list, show, cancel, resume] }

  private var list: APIEndpoint {
    APIEndpoint(
      .get, "jobs", summary: Phrase(zh: "后台任务，最新的在前", en: "Background jobs, the newest first"), needs: .readJobs,
      parameters: APIParameter.paging, answer: .page(of: JobView.schema, named: "Jobs"), example: "/api/v1/jobs"
    ) { request in
      let limit = try request.limit()
      let found = try await desk.page(before: try Self.last(request.cursor()), limit: limit + 1, by: request.account)
      let shown = found.prefix(limit)
      let next = found.count > limit ? shown.last.map { Cursor([$0.id.description]) } : nil
      return try .page(shown.map { JobView($0) }, next: next)
    }
  }

  private var show: APIEndpoint {
    APIEndpoint(
      .get, "jobs/:id", summary: Phrase(zh: "一项任务及其进度", en: "One job and how far it is"), needs: .readJobs,
      answer: JobView.schema
    ) { try await answer($0.id(), by: $0.account) }
  }

  private var cancel: APIEndpoint {
    APIEndpoint(
      .post, "jobs/:id/cancel",
      summary: Phrase(
        zh: "停止任务：排队中的立即停止，进行中的写完当前一批后停止", en: "Stops a job: at once if it waits, after its batch if it runs"),
      needs: .queueJobs, answer: JobView.schema
    ) { request in
      let id: ID<Job> = try request.id()
      try await desk.cancel(id, by: request.account)
      return try await state(id, by: request.account)
    }
  }

  private var resume: APIEndpoint {
    APIEndpoint(
      .post, "jobs/:id/resume", summary: Phrase(zh: "从断点继续任务", en: "Lets a job go on where it stopped"),
      needs: .queueJobs, answer: JobView.schema
    ) { request in
      let id: ID<Job> = try request.id()
      try await desk.resume(id, by: request.account)
      return try await state(id, by: request.account)
    }
  }

  /// The job after a step, for those who may see it.
  private func state(_ id: ID<Job>, by account: Account) async throws -> APIAnswer {
    account.may(.readJobs) ? try await answer(id, by: account) : .done
  }

  private func answer(_ id: ID<Job>, by account: Account) async throws -> APIAnswer {
    try APIAnswer(JobView(try await desk.find(id, by: account)))
  }

  private static func last(_ cursor: Cursor?) throws(APIRefusal) -> ID<Job>? {
    guard let cursor else { return nil }
    guard cursor.keys.count == 1, let id = ID<Job>(cursor.keys[0]) else { throw .wrongParameter("cursor") }
    return id
  }
}
