import API
import Access
import HTTPTypes
import Kernel
import Ledgers
import LedgersStore
import Web

/// The records of one ledger for programs: the same desk as the pages.
struct LedgerAPI: Sendable {
  let room: LedgerRoom
  private var ledger: Ledger { room.ledger }
  private var desk: LedgerDesk { room.desk }
  private var shape: LedgerShape { LedgerShape(ledger: room.ledger, hints: room.hints.map(\.code)) }

  var endpoints: [APIEndpoint] { [list, show, add, correct, withdrawal, importing] }

  private var list: APIEndpoint {
    APIEndpoint(
      .get, ledger.code, summary: Phrase(zh: "\(ledger.name.zh)列表", en: "List: \(ledger.name.en)"),
      needs: ledger.readers, orActing: ledger.filers, parameters: shape.parameters + APIParameter.paging,
      answer: .page(of: shape.record, named: shape.name("Page")), example: "/api/v1/\(ledger.code)?limit=10"
    ) { [room, ledger, desk] request in
      let question = room.question(for: request.account) { request.text($0) }
      let found = try await desk.page(
        of: ledger, question.filter, after: try Self.last(request.cursor()), limit: request.limit(),
        by: request.account)
      return try .page(
        found.records.map { LedgerAnswer($0, ledger, found.names) },
        next: found.next.map { Cursor([$0.day, "\($0.id)"]) })
    }
  }

  private var show: APIEndpoint {
    APIEndpoint(
      .get, ledger.code + "/:id", summary: Phrase(zh: "一条\(ledger.one.zh)", en: "One \(ledger.one.en)"),
      needs: ledger.readers, orActing: ledger.filers, answer: shape.record
    ) { [ledger, desk] request in
      try await Self.answer(try request.id(), ledger, desk, request)
    }
  }

  private var add: APIEndpoint {
    APIEndpoint(
      .post, ledger.code, summary: Phrase(zh: "登记一条\(ledger.one.zh)", en: "Add: \(ledger.one.en)"),
      needs: ledger.writers, body: shape.draft, answer: shape.record, status: .created
    ) { [ledger, desk] request in
      let draft = try request.decode(LedgerBody.self).draft(of: ledger)
      let id = try await desk.add(draft, to: ledger, by: request.account)
      return try await Self.answer(id, ledger, desk, request, isNew: true)
    }
  }

  private var correct: APIEndpoint {
    APIEndpoint(
      .put, ledger.code + "/:id", summary: Phrase(zh: "更正一条\(ledger.one.zh)", en: "Correct: \(ledger.one.en)"),
      needs: ledger.writers, body: shape.correction, answer: shape.record
    ) { [ledger, desk] request in
      let id: ID<LedgerRecord> = try request.id()
      let body = try request.decode(LedgerBody.self)
      var draft = try body.draft(of: ledger)
      for field in ledger.fields where field.isPersonal || field.isHashed {
        if body.members[field.name] == nil { draft.kept.insert(field.name) }
      }
      if body.members["grade"] == nil { draft.kept.insert("grade") }
      guard let seen = request.seenRevision else { throw LedgerRefusal.revisionMissing }
      try await desk.correct(
        id, in: ledger, to: draft, because: body.members[LedgerBody.reason]?.text ?? "", seen: seen,
        by: request.account)
      return try await Self.answer(id, ledger, desk, request)
    }
  }

  private var withdrawal: APIEndpoint {
    APIEndpoint(
      .post, ledger.code + "/:id/withdrawal",
      summary: Phrase(zh: "撤回一条\(ledger.one.zh)", en: "Withdraw: \(ledger.one.en)"), needs: ledger.keepers,
      body: .object("Reason", [APIField("reason", .text, Phrase(zh: "理由", en: "Why"))]), answer: shape.record
    ) { [ledger, desk] request in
      let id: ID<LedgerRecord> = try request.id()
      let body: Withdrawal = try request.decode()
      guard let seen = request.seenRevision else { throw LedgerRefusal.revisionMissing }
      try await desk.withdraw(id, in: ledger, because: body.reason, seen: seen, by: request.account)
      return try await Self.answer(id, ledger, desk, request)
    }
  }

  private struct Withdrawal: Decodable { let reason: String }

  private var importing: APIEndpoint {
    APIEndpoint(
      .post, ledger.code + "/imports",
      summary: Phrase(zh: "导入\(ledger.name.zh)表格", en: "Import a table: \(ledger.name.en)"), needs: ledger.writers,
      parameters: [
        .query("trial", .boolean, Phrase(zh: "true 为只试算，不写入", en: "True looks only and writes nothing")),
        .query("name", .text, Phrase(zh: "文件名", en: "What the file is called")),
      ],
      body: .file([
        "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/octet-stream",
      ]), answer: LedgerReportAnswer.schema
    ) { [ledger, desk] request in
      guard let file = request.file, file.size > 0 else { throw APIRefusal.malformedBody("") }
      let table = try LedgerTable(path: file.path, of: ledger)
      var report = try await desk.take(
        table.rows, named: WaitingUpload.name(request.text("name") ?? file.name), into: ledger,
        asTrial: request.text("trial") == "true", by: request.account)
      report.unknownHeaders = table.unknownHeaders
      return try APIAnswer(LedgerReportAnswer(report, in: request.language))
    }
  }

  private static func answer(
    _ id: ID<LedgerRecord>, _ ledger: Ledger, _ desk: LedgerDesk, _ request: APIRequest, isNew: Bool = false
  ) async throws -> APIAnswer {
    let file = try await desk.find(id, in: ledger, by: request.account)
    return try APIAnswer(
      LedgerAnswer(file.record, ledger, file.names), revision: file.record.revision,
      location: isNew ? "/api/v1/\(ledger.code)/\(id)" : nil)
  }

  private static func last(_ cursor: Cursor?) throws(APIRefusal) -> LedgerCursor? {
    guard let cursor else { return nil }
    guard cursor.keys.count == 2, let last = LedgerCursor(cursor.keys.joined(separator: "~")) else {
      throw .wrongParameter("cursor")
    }
    return last
  }
}
