import API
import Access
import Foundation
import HTTPTypes
import Kernel
import PatentFormats
import PatentsStore
import Web

/// Mappings over the API: the same desk as the pages.
func addMappingEndpoints(to routes: inout Routes, desk: PatentDesk) {
  routes.endpoint(
    APIEndpoint(
      .get, "imports/uploads/:sha256/columns",
      summary: Phrase(zh: "已上传表格的各列及推测", en: "The columns of a table that was sent, with what they probably mean"),
      needs: .importPatents, parameters: [.path("sha256", .text, Phrase(zh: "文件的 SHA-256", en: "SHA-256 of the file"))],
      answer: .page(of: ColumnAnswer.schema, named: "ColumnPage")
    ) { request in
      let found = try await desk.columns(ofUpload: request.text("sha256") ?? "", by: request.account)
      return try .page(found.look.columns.map(ColumnAnswer.init), next: nil)
    })
  routes.endpoint(
    APIEndpoint(
      .get, "imports/mappings", summary: Phrase(zh: "列对应", en: "Mappings of columns"), needs: .readImports,
      answer: .page(of: MappingAnswer.schema, named: "MappingPage"), example: "/api/v1/imports/mappings"
    ) { request in
      try .page(try await desk.mappings(by: request.account).map(MappingAnswer.init), next: nil)
    })
  routes.endpoint(
    APIEndpoint(
      .get, "imports/mappings/:id", summary: Phrase(zh: "一套列对应", en: "A mapping of columns"), needs: .readImports,
      answer: MappingAnswer.schema
    ) { request in
      let kept = try await desk.findMapping(request.id(), by: request.account)
      return try APIAnswer(MappingAnswer(kept), revision: kept.revision)
    })
  addChangingEndpoints(to: &routes, desk: desk)
}

private func addChangingEndpoints(to routes: inout Routes, desk: PatentDesk) {
  routes.endpoint(
    APIEndpoint(
      .post, "imports/mappings", summary: Phrase(zh: "保存列对应", en: "Keep a mapping of columns"), needs: .importPatents,
      body: NewMapping.schema, answer: MappingAnswer.schema, status: .created
    ) { request in
      let body: NewMapping = try request.decode()
      let id = try await desk.saveMapping(named: body.name, columns: try body.mapped(), by: request.account)
      let kept = try await desk.findMapping(id, by: request.account)
      return try APIAnswer(MappingAnswer(kept), revision: kept.revision, location: "/api/v1/imports/mappings/\(id)")
    })
  routes.endpoint(
    APIEndpoint(
      .post, "imports/mappings/:id/withdrawal", summary: Phrase(zh: "停用列对应", en: "Withdraw a mapping of columns"),
      needs: .importPatents,
      body: .object("WithdrawalReason", [APIField("reason", .text, Phrase(zh: "理由", en: "Why"))]),
      answer: MappingAnswer.schema
    ) { request in
      let id: ID<KeptMapping> = try request.id()
      let body: GivenReason = try request.decode()
      try await desk.withdrawMapping(id, because: body.reason, seen: request.seenRevision, by: request.account)
      let kept = try await desk.findMapping(id, by: request.account)
      return try APIAnswer(MappingAnswer(kept), revision: kept.revision)
    })
}

private struct GivenReason: Decodable { let reason: String }

private struct NewMapping: Decodable {
  let name: String
  let columns: [Column]

  struct Column: Decodable {
    let header: String
    let use: String
    let because: String?
  }

  static let schema = APISchema.object(
    "NewMapping",
    [
      APIField("name", .text, Phrase(zh: "名字", en: "Name")),
      APIField("columns", .array(MappedColumnAnswer.schema), Phrase(zh: "各列", en: "Its columns")),
    ])

  func mapped() throws -> [MappedColumn] {
    try columns.enumerated().map { place, column in
      guard let use = ColumnUse(column.use, because: column.because ?? "") else {
        throw MappingRefusal.unknownUse(column.header, place: place)
      }
      return MappedColumn(header: column.header, use: use)
    }
  }
}

private struct MappedColumnAnswer: APIValue {
  let header, use: String
  let because: String?

  static let schema = APISchema.object(
    "MappedColumn",
    [
      APIField("header", .text, Phrase(zh: "表头", en: "Header")),
      APIField(
        "use", .text,
        Phrase(
          zh: "去向：field:字段、extra:著录项目、own（按原列名保留）、out（不读取）",
          en: "What it becomes: field:NAME, extra:NAME, own (kept under its header) or out (left out)")),
      APIField("because", .nullable(.text), Phrase(zh: "不读取的原因", en: "Why it is left out"), .sometimes),
    ])
}

private struct MappingAnswer: APIValue {
  let id: ID<KeptMapping>
  let name, source: String
  let madeAt: Date
  let withdrawn: Bool
  let files: Int
  let columns: [MappedColumnAnswer]

  init(_ kept: KeptMapping) {
    id = kept.id
    (name, source) = (kept.mapping.name, kept.source)
    madeAt = kept.madeAt
    withdrawn = kept.withdrawal != nil
    files = kept.files
    columns = kept.mapping.columns.map {
      MappedColumnAnswer(header: $0.header, use: $0.use.code, because: $0.use.reason)
    }
  }

  static let schema = APISchema.object(
    "Mapping",
    [
      APIField("id", .id, Phrase(zh: "编号", en: "Id")), APIField("name", .text, Phrase(zh: "名字", en: "Name")),
      APIField("source", .text, Phrase(zh: "来源代码", en: "Code of the source")),
      APIField("madeAt", .instant, Phrase(zh: "保存时间", en: "When it was kept")),
      APIField("withdrawn", .boolean, Phrase(zh: "是否已停用", en: "Whether it is withdrawn")),
      APIField("files", .integer(), Phrase(zh: "读取的文件数", en: "Files read by it")),
      APIField("columns", .array(MappedColumnAnswer.schema), Phrase(zh: "各列", en: "Its columns")),
    ])
}

private struct ColumnAnswer: APIValue {
  let header, guess, ground: String
  let samples: [String]

  init(_ column: TableLook.Column) {
    (header, guess, ground) = (column.header, column.guess.code, column.ground.rawValue)
    samples = column.samples
  }

  static let schema = APISchema.object(
    "TableColumn",
    [
      APIField("header", .text, Phrase(zh: "表头", en: "Header")),
      APIField("guess", .text, Phrase(zh: "推测的去向", en: "What it probably becomes")),
      APIField(
        "ground", .choice(TableLook.Ground.allCases.map(\.rawValue)), Phrase(zh: "依据", en: "What the guess rests on")),
      APIField("samples", .array(.text), Phrase(zh: "前几个值", en: "Its first values")),
    ])
}
