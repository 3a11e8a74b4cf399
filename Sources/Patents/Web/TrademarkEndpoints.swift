import API
import Access
import HTTPTypes
import Kernel
import Patents
import PatentsStore
import Web

/// Trademarks over the API: the same desk as the pages.
func addTrademarkEndpoints(to routes: inout Routes, desk: PatentDesk) {
  routes.endpoint(
    APIEndpoint(
      .get, "trademarks", summary: Phrase(zh: "商标列表", en: "List trademarks"), needs: .readPatents,
      parameters: filterParameters + APIParameter.paging,
      answer: .page(of: TrademarkAnswer.schema, named: "TrademarkPage"), example: "/api/v1/trademarks?limit=2"
    ) { request in
      let question = TrademarkQuestion { $0 == "after" ? nil : request.text($0) }
      if let fault = question.faults.first { throw fault }
      let cursor = try request.cursor()
      if let cursor, cursor.keys.count != 1 { throw APIRefusal.wrongParameter("cursor") }
      let page = try await desk.trademarks(
        question.filter, after: cursor?.keys[0], limit: request.limit(), by: request.account)
      return try .page(page.lines.map(TrademarkAnswer.init), next: page.next.map { Cursor([$0]) })
    })
  routes.endpoint(
    APIEndpoint(
      .get, "trademarks/:id", summary: Phrase(zh: "一件商标及其来源", en: "A trademark and its sources"), needs: .readPatents,
      answer: TrademarkDossierAnswer.schema
    ) { request in
      try APIAnswer(TrademarkDossierAnswer(await desk.trademark(request.id(), by: request.account)))
    })
}

private let filterParameters: [APIParameter] = [
  .query(
    "q", .text,
    Phrase(zh: "商标文字、申请人中的字词（须全部出现），或号码", en: "Words of mark and applicants, all of which must occur, or a number")),
  .query("sort", .choice(TrademarkRecord.Sort.allCases.map(\.rawValue)), Phrase(zh: "类别", en: "Sort")),
  .query("class", .integer(1...45), Phrase(zh: "国际分类", en: "Nice class")),
  .query("status", .text, Phrase(zh: "状态，按文件原文", en: "Status in the words of the file")),
  .query("office", .text, Phrase(zh: "受理局", en: "Office")),
]

/// A mark as lists have it; a field that no source has spoken of is null.
private struct TrademarkAnswer: APIValue {
  let id: ID<TrademarkRecord>
  let sort, office: String
  let name, status, day: String?
  let numbers, applicants: [String]
  let classes: [Int]

  init(_ line: TrademarkLine) {
    (id, sort, office) = (line.id, line.sort.rawValue, line.office)
    (name, status, day) = (line.name, line.status, line.day.isEmpty ? nil : line.day)
    (numbers, applicants, classes) = (line.numbers, line.applicants, line.classes)
  }

  static let schema = APISchema.object(
    "Trademark",
    [
      APIField("id", .id, Phrase(zh: "编号", en: "Id")),
      APIField("sort", .choice(TrademarkRecord.Sort.allCases.map(\.rawValue)), Phrase(zh: "类别", en: "Sort")),
      APIField("office", .text, Phrase(zh: "受理局", en: "Office")),
      APIField("name", .nullable(.text), Phrase(zh: "商标文字", en: "Words of the mark"), .sometimes),
      APIField("numbers", .array(.text), Phrase(zh: "申请号、注册号", en: "Numbers of application and registration")),
      APIField("applicants", .array(.text), Phrase(zh: "申请人（注册人）", en: "Applicants")),
      APIField("classes", .array(.integer()), Phrase(zh: "国际分类", en: "Nice classes")),
      APIField("day", .nullable(.text), Phrase(zh: "申请日，无则注册日", en: "Day of filing, else of registration"), .sometimes),
      APIField("status", .nullable(.text), Phrase(zh: "状态", en: "Status"), .sometimes),
    ])
}

private struct TrademarkDossierAnswer: APIValue {
  let id: ID<TrademarkRecord>
  let sort: String
  let fields: [FieldAnswer]
  let goods: [GoodsAnswer]
  let sources: [SourceAnswer]

  init(_ found: TrademarkDossier) {
    (id, sort) = (found.id, found.mark.sort.rawValue)
    fields = TrademarkField.allCases.compactMap { field in
      let values = field.texts(in: found.mark)
      return values.isEmpty
        ? nil
        : FieldAnswer(
          field: field.rawValue, values: values, source: found.origin(of: field) ?? 0,
          disputed: found.disputed.contains(field))
    }
    goods = found.mark.goods.map { GoodsAnswer(niceClass: $0.niceClass, text: $0.text) }
    sources = found.sources.map {
      SourceAnswer(
        file: $0.file.split(separator: "/").last.map(String.init) ?? "", sha256: $0.hash, source: $0.format,
        row: $0.line, rank: $0.rank, importedOn: Day($0.importedAt))
    }
  }

  struct FieldAnswer: APIValue {
    let field: String
    let values: [String]
    let source: Int
    let disputed: Bool

    static let schema = APISchema.object(
      "TrademarkField",
      [
        APIField("field", .choice(TrademarkField.allCases.map(\.rawValue)), Phrase(zh: "字段", en: "The field")),
        APIField("values", .array(.text), Phrase(zh: "值", en: "Its values")),
        APIField("source", .integer(), Phrase(zh: "出自第几个来源，由 0 起", en: "Which source gave it, from 0")),
        APIField("disputed", .boolean, Phrase(zh: "来源是否不一致", en: "Whether sources disagree")),
      ])
  }

  struct GoodsAnswer: APIValue {
    let niceClass: Int
    let text: String?

    static let schema = APISchema.object(
      "TrademarkGoods",
      [
        APIField("niceClass", .integer(), Phrase(zh: "国际分类", en: "Nice class")),
        APIField("text", .nullable(.text), Phrase(zh: "商品和服务", en: "Goods and services"), .sometimes),
      ])
  }

  struct SourceAnswer: APIValue {
    let file, sha256, source: String
    let row, rank: Int
    let importedOn: Day

    static let schema = APISchema.object(
      "TrademarkSource",
      [
        APIField("file", .text, Phrase(zh: "文件名", en: "Name of the file")),
        APIField("sha256", .text, Phrase(zh: "文件的 SHA-256", en: "SHA-256 of the file")),
        APIField("source", .text, Phrase(zh: "来源代码", en: "Code of the source")),
        APIField("row", .integer(), Phrase(zh: "第几行", en: "Row of the file")),
        APIField("rank", .integer(), Phrase(zh: "来源位次", en: "Rank of the source")),
        APIField("importedOn", .day, Phrase(zh: "导入日", en: "Day of the import")),
      ])
  }

  static let schema = APISchema.object(
    "TrademarkDossier",
    [
      APIField("id", .id, Phrase(zh: "编号", en: "Id")),
      APIField("sort", .choice(TrademarkRecord.Sort.allCases.map(\.rawValue)), Phrase(zh: "类别", en: "Sort")),
      APIField("fields", .array(FieldAnswer.schema), Phrase(zh: "已知的字段", en: "The fields that are known")),
      APIField("goods", .array(GoodsAnswer.schema), Phrase(zh: "商品和服务", en: "Goods and services")),
      APIField(
        "sources", .array(SourceAnswer.schema), Phrase(zh: "来源，先列所采用的", en: "Its sources, the one that counts first")),
    ])
}
