import API
import Access
import HTTPTypes
import Kernel
import Matters
import MattersStore

/// The procedures and matters for programs.
struct MatterAPI: Sendable {
  let room: MatterRoom

  var endpoints: [APIEndpoint] { [procedures, procedure, file, own, show, take, status] }

  private var procedures: APIEndpoint {
    APIEndpoint(
      .get, "procedures", summary: Phrase(zh: "可办理的事项", en: "The procedures of the zone"), needs: .readGuides,
      answer: .array(ProcedureView.schema), example: "/api/v1/procedures"
    ) { _ in
      try APIAnswer(room.desk.book.all.map { ProcedureView($0.procedure) })
    }
  }

  private var procedure: APIEndpoint {
    APIEndpoint(
      .get, "procedures/:code",
      summary: Phrase(zh: "一个事项的表单、阶段和步骤", en: "One procedure with its form, stages and steps"),
      needs: .readGuides, parameters: [.path("code", .text, Phrase(zh: "事项代码", en: "The procedure’s code"))],
      answer: ProcedureDetail.schema,
      example: room.desk.book.all.first.map { "/api/v1/procedures/\($0.procedure.head.code)" }
    ) { request in
      try APIAnswer(ProcedureDetail(try room.desk.book.kept(request.text("code") ?? "").procedure))
    }
  }

  private var file: APIEndpoint {
    APIEndpoint(
      .post, "procedures/:code/matters",
      summary: Phrase(zh: "提交一件办件（无附件）", en: "File a matter, without attachments"), needs: .fileMatters,
      parameters: [.path("code", .text, Phrase(zh: "事项代码", en: "The procedure’s code"))], body: FilingBody.schema,
      answer: FiledView.schema, status: .created
    ) { request in
      let code = request.text("code") ?? ""
      let body: FilingBody = try request.decode()
      let fields = try room.desk.book.kept(code).procedure.fields
      var filing = MatterFiling(code, texts: try AnswerBody.texts(body.answers, of: fields), channel: .api)
      filing.isAnonymous = body.anonymous ?? false
      let filed = try await room.desk.file(filing, by: request.account)
      return try APIAnswer(FiledView(filed), location: "/api/v1/matters/\(filed.id)")
    }
  }

  private var own: APIEndpoint {
    APIEndpoint(
      .get, "matters", summary: Phrase(zh: "我的办件，最新的在前", en: "My matters, newest first"), needs: .fileMatters,
      parameters: APIParameter.paging, answer: .page(of: MatterView.schema, named: "Matters"),
      example: "/api/v1/matters"
    ) { request in
      let page = try await room.desk.own(
        after: try Self.last(request.cursor()), limit: try request.limit(), by: request.account)
      return try .page(page.matters.map { MatterView($0) }, next: page.next.map { Cursor(["\($0)"]) })
    }
  }

  private var show: APIEndpoint {
    APIEndpoint(
      .get, "matters/:id",
      summary: Phrase(zh: "一件办件，连同过程和可办步骤", en: "One matter with what happened and what may follow"),
      needs: .fileMatters, answer: MatterDetail.schema
    ) { request in
      let file = try await room.desk.find(try request.id(), by: request.account)
      return try APIAnswer(MatterDetail(file), revision: file.matter.revision)
    }
  }

  private var take: APIEndpoint {
    APIEndpoint(
      .post, "matters/:id/steps/:step", summary: Phrase(zh: "办理一个步骤", en: "Take a step"), needs: .fileMatters,
      parameters: [.path("step", .text, Phrase(zh: "步骤代码", en: "The step’s code"))], body: StepBody.schema,
      answer: MatterDetail.schema
    ) { request in
      let id: ID<Matter> = try request.id()
      let code = request.text("step") ?? ""
      let body: StepBody = try request.decode()
      let file = try await room.desk.find(id, by: request.account)
      guard let step = file.procedure.step(code) else { throw MatterRefusal.unknownStep }
      let given = StepGiven(
        texts: try AnswerBody.texts(body.answers ?? [], of: step.fields), reason: body.reason ?? "",
        named: body.named ?? [])
      try await room.desk.take(code, on: id, given, seen: request.seenRevision, by: request.account)
      let after = try await room.desk.find(id, by: request.account)
      return try APIAnswer(MatterDetail(after), revision: after.matter.revision)
    }
  }

  /// The code is sent in the body: addresses end up in histories and logs.
  private var status: APIEndpoint {
    APIEndpoint(
      .post, "matters/status", summary: Phrase(zh: "凭查询码查进度", en: "Where a matter stands, by its code"),
      needs: .readGuides, body: CodeBody.schema, answer: StatusView.schema
    ) { request in
      let body: CodeBody = try request.decode()
      let status = try await room.desk.status(body.code, from: request.clientAddress, by: request.account)
      return try APIAnswer(StatusView(status))
    }
  }

  private static func last(_ cursor: Cursor?) throws(APIRefusal) -> ID<Matter>? {
    guard let cursor else { return nil }
    guard cursor.keys.count == 1, let id = ID<Matter>(cursor.keys[0]) else { throw .wrongParameter("cursor") }
    return id
  }
}
