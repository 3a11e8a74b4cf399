import API
import Access
import Foundation
import HTTPTypes
import Jobs
import Kernel
import Patents
import PatentsStore
import Web

/// The register over the API: the same desk as the pages.
func addPatentEndpoints(to routes: inout Routes, desk: PatentDesk) {
  routes.endpoint(
    APIEndpoint(
      .get, "patents", summary: Phrase(zh: "专利列表", en: "List patents"), needs: .readPatents,
      parameters: filterParameters + APIParameter.paging, answer: .page(of: PatentAnswer.schema, named: "PatentPage"),
      example: "/api/v1/patents?limit=2"
    ) { request in
      let cursor = try patentCursor(request.cursor())
      let page = try await desk.page(
        PatentFilter(request), after: cursor, limit: request.limit(), by: request.account)
      return try .page(page.patents.map(PatentAnswer.init), next: page.next.map { Cursor([$0.sortDay, "\($0.id)"]) })
    })
  routes.endpoint(
    APIEndpoint(
      .get, "patents/:id", summary: Phrase(zh: "一件专利及其来源", en: "A patent and its sources"), needs: .readPatents,
      answer: PatentDossierAnswer.schema
    ) { request in
      let dossier = try await desk.find(request.id(), by: request.account)
      return try APIAnswer(PatentDossierAnswer(dossier), revision: dossier.patent.revision)
    })
  addImportEndpoints(to: &routes, desk: desk)
}

private func addImportEndpoints(to routes: inout Routes, desk: PatentDesk) {
  routes.endpoint(
    APIEndpoint(
      .get, "imports", summary: Phrase(zh: "导入记录", en: "List imports"), needs: .readImports,
      parameters: APIParameter.paging, answer: .page(of: ImportAnswer.schema, named: "ImportPage"),
      example: "/api/v1/imports"
    ) { request in
      let limit = try request.limit()
      let last = try importCursor(request.cursor())
      let found = try await desk.imports(before: last, limit: limit, by: request.account)
      let next = found.count == limit ? found.last.map { Cursor(["\($0.run.id)"]) } : nil
      return try .page(found.map(ImportAnswer.init), next: next)
    })
  routes.endpoint(
    APIEndpoint(
      .get, "imports/:id", summary: Phrase(zh: "一次导入", en: "An import"), needs: .readImports,
      answer: ImportAnswer.schema
    ) { request in
      let found = try await desk.findImport(request.id(), by: request.account)
      return try APIAnswer(ImportAnswer(found), revision: found.run.revision)
    })
  routes.endpoint(
    APIEndpoint(
      .post, "imports",
      summary: Phrase(zh: "上传并导入一个文件（后台任务）", en: "Send a file and import it, as a job"), needs: .importPatents,
      parameters: [
        .query("name", .text, Phrase(zh: "文件名", en: "What the file is called")),
        .query("mapping", .text, Phrase(zh: "读取各列的列对应", en: "The mapping that reads its columns")),
      ],
      body: .file(["application/octet-stream"]), answer: OrderedImport.schema, status: .accepted
    ) { request in
      guard let file = request.file else { throw FieldRefusal(ImportFormRefusal.noFile, in: "body") }
      guard file.size > 0 else { throw FieldRefusal(ImportFormRefusal.emptyFile, in: "body") }
      try desk.keepUpload(
        at: file.path, sha256: file.sha256, named: request.text("name") ?? file.name, by: request.account)
      let job = try await desk.orderImport(
        of: file.sha256, mapping: request.text("mapping"), by: request.account)
      return try APIAnswer(OrderedImport(job: job.id), location: "/api/v1/jobs/\(job.id)")
    })
  routes.endpoint(
    APIEndpoint(
      .post, "imports/:id/withdrawal", summary: Phrase(zh: "撤回一次导入", en: "Withdraw an import"),
      needs: .withdrawImports,
      body: .object("Reason", [APIField("reason", .text, Phrase(zh: "理由", en: "Why"))]), answer: ImportAnswer.schema
    ) { request in
      let id: ID<PatentImport> = try request.id()
      let body: Reason = try request.decode()
      try await desk.withdraw(id, because: body.reason, seen: request.seenRevision, by: request.account)
      return try APIAnswer(ImportAnswer(await desk.findImport(id, by: request.account)))
    })
}

private func patentCursor(_ cursor: Cursor?) throws(APIRefusal) -> PatentCursor? {
  guard let cursor else { return nil }
  guard cursor.keys.count == 2, let found = PatentCursor(cursor.keys.joined(separator: "~")) else {
    throw .wrongParameter("cursor")
  }
  return found
}

private func importCursor(_ cursor: Cursor?) throws(APIRefusal) -> ID<PatentImport>? {
  guard let cursor else { return nil }
  guard cursor.keys.count == 1, let id = ID<PatentImport>(cursor.keys[0]) else { throw .wrongParameter("cursor") }
  return id
}

private struct Reason: Decodable { let reason: String }

private let filterParameters: [APIParameter] = [
  .query(
    "q", .text,
    Phrase(zh: "号码，或名称、申请人中的字词（须全部出现）", en: "A number, or words of title and applicants, all of which must occur")),
  .query("kind", .choice(PatentKind.allCases.map(\.rawValue)), Phrase(zh: "类型", en: "Kind")),
  .query("year", .integer(1...9_999), Phrase(zh: "公开年（无则申请年）", en: "Year of publication, else of filing")),
  .query("section", .text, Phrase(zh: "IPC 部，一个字母", en: "IPC section, one letter")),
  .query("province", .text, Phrase(zh: "省市", en: "Province")),
  .query("applicant", .id, Phrase(zh: "申请人的主体编号", en: "Id of the applicant's party")),
]

extension PatentFilter {
  /// - Throws: ``PatentQuestionFault`` for what the list cannot be filtered by.
  fileprivate init(_ request: APIRequest) throws {
    let question = PatentQuestion { $0 == "after" ? nil : request.text($0) }
    if let fault = question.faults.first { throw fault }
    self = question.filter
  }
}

private struct OrderedImport: APIValue {
  let job: ID<Job>
  static let schema = APISchema.object(
    "OrderedImport", [APIField("job", .id, Phrase(zh: "后台任务的编号", en: "Id of the job"))])
}

/// A patent as the API gives it; a field that no source has spoken of is null.
struct PatentAnswer: APIValue {
  let id: ID<Patent>
  let revision: Int64
  let isWithoutNumber: Bool
  let facts: PatentFacts

  init(_ patent: Patent) {
    id = patent.id
    revision = patent.revision
    isWithoutNumber = patent.identity.isWithoutNumber
    facts = patent.facts
  }

  static let schema = APISchema.object(
    "Patent",
    [
      APIField("id", .id, Phrase(zh: "编号", en: "Id")),
      APIField("revision", .integer(), Phrase(zh: "版本", en: "Revision")),
      APIField("withoutNumber", .boolean, Phrase(zh: "是否无号", en: "Whether no number identifies it")),
    ]
      + PatentField.allCases.map { field in
        APIField(name(of: field), isList(field) ? .array(.text) : .nullable(.text), field.phrase)
      })

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(id, forKey: Key("id"))
    try container.encode(revision, forKey: Key("revision"))
    try container.encode(isWithoutNumber, forKey: Key("withoutNumber"))
    for field in PatentField.allCases {
      let key = Key(Self.name(of: field))
      if Self.isList(field) {
        try container.encode(facts.list(field), forKey: key)
      } else {
        try container.encode(facts[field], forKey: key)
      }
    }
  }

  /// `publication_number` as `publicationNumber`.
  static func name(of field: PatentField) -> String {
    field.rawValue.split(separator: "_").enumerated().map { $0 == 0 ? String($1) : $1.capitalized }.joined()
  }

  static func isList(_ field: PatentField) -> Bool {
    [.applicants, .inventors, .agents, .ipc, .locarno].contains(field)
  }
}

private struct Key: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(_ name: String) { stringValue = name }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

struct PatentDossierAnswer: APIValue {
  let patent: PatentAnswer
  let sources: [SourceAnswer]
  let disputes: [DisputeAnswer]

  init(_ dossier: PatentDossier) {
    patent = PatentAnswer(dossier.patent)
    disputes = dossier.disputes.map { DisputeAnswer($0, dossier) }
    sources = dossier.sources.map { SourceAnswer($0, dossier.files[$0.file]) }
  }

  static let schema = APISchema.object(
    "PatentDossier",
    [
      APIField("patent", PatentAnswer.schema, Phrase(zh: "专利", en: "The patent")),
      APIField("sources", .array(SourceAnswer.schema), Phrase(zh: "来源，由早到晚", en: "Its sources, oldest first")),
      APIField(
        "disputes", .array(DisputeAnswer.schema), Phrase(zh: "来源不一致的字段", en: "Fields of which sources disagree")),
    ])
}

struct SourceAnswer: APIValue {
  let file: String
  let sha256: String
  let row: Int
  let effect: String
  let fields: [String]

  init(_ source: PatentSource, _ file: PatentFile?) {
    self.file = file?.name.split(separator: "/").last.map(String.init) ?? ""
    sha256 = file?.hash ?? ""
    row = source.line
    effect = source.effect.rawValue
    fields = source.fields.map(PatentAnswer.name)
  }

  static let schema = APISchema.object(
    "PatentSource",
    [
      APIField("file", .text, Phrase(zh: "文件名", en: "Name of the file")),
      APIField("sha256", .text, Phrase(zh: "文件的 SHA-256", en: "SHA-256 of the file")),
      APIField("row", .integer(), Phrase(zh: "第几行", en: "Row of the file")),
      APIField("effect", .choice(RowEffect.allCases.map(\.rawValue)), Phrase(zh: "作用", en: "What the row did")),
      APIField("fields", .array(.text), Phrase(zh: "采用的字段", en: "Fields that were taken from it")),
    ])
}

struct ImportAnswer: APIValue {
  let id: ID<PatentImport>
  let file: String
  let sha256: String
  let format: String
  let stage: String
  let startedAt: Date
  let rows, new, updated, unchanged, repaired, rejected: Int

  init(_ found: ImportFile) {
    id = found.run.id
    file = shortName(found)
    sha256 = found.file.hash
    format = found.file.format
    stage = found.run.stage.rawValue
    startedAt = found.run.startedAt
    let counts = found.run.counts
    (rows, new, updated) = (counts.rows, counts.new, counts.updated)
    (unchanged, repaired, rejected) = (counts.unchanged, counts.repaired, counts.rejected)
  }

  static let schema = APISchema.object(
    "Import",
    [
      APIField("id", .id, Phrase(zh: "编号", en: "Id")), APIField("file", .text, Phrase(zh: "文件名", en: "File")),
      APIField("sha256", .text, Phrase(zh: "文件的 SHA-256", en: "SHA-256 of the file")),
      APIField("format", .text, Phrase(zh: "格式代码", en: "Code of the format")),
      APIField("stage", .choice(ImportStage.allCases.map(\.rawValue)), Phrase(zh: "状态", en: "Stage")),
      APIField("startedAt", .instant, Phrase(zh: "开始", en: "Started")),
      APIField("rows", .integer(), Phrase(zh: "行数", en: "Rows")),
      APIField("new", .integer(), Phrase(zh: "新增", en: "New")),
      APIField("updated", .integer(), Phrase(zh: "更新", en: "Updated")),
      APIField("unchanged", .integer(), Phrase(zh: "无变化", en: "Unchanged")),
      APIField("repaired", .integer(), Phrase(zh: "修复", en: "Repaired")),
      APIField("rejected", .integer(), Phrase(zh: "退回", en: "Rejected")),
    ])
}
