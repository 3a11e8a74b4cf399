import API
import Access
import Foundation
import HTTPTypes
import Kernel
import Ledgers
import Matters
import MattersStore
import Stations
import StationsStore

/// Where the browsers of stations hand in what they have kept.
struct StationAPI: Sendable {
  let desk: StationDesk

  var take: APIEndpoint {
    APIEndpoint(
      .post, "stations/:id/visits",
      summary: Phrase(
        zh: "站点来访受理：同一键只受理一次，按序号依次受理", en: "Take a visit in at a station: once a key, and in the order of the sequence"),
      needs: .workAtStation, body: VisitBody.schema, answer: TakenView.schema, status: .created
    ) { request in
      let body: VisitBody = try request.decode()
      let taken = try await desk.take(
        try body.visit(of: desk.procedure), at: try request.id(), by: request.account)
      return try APIAnswer(TakenView(taken), status: taken.isRepeated ? .ok : .created)
    }
  }
}

/// A visit as a browser hands it in.
private struct VisitBody: Decodable {
  let queue: String
  let sequence: Int
  let key: String
  let visitedAt: Date
  let applicant: String
  let organisation: String?
  let answers: [Answer]

  struct Answer: Decodable {
    let field: String
    let text: String
  }

  /// - Throws: `APIRefusal` for an answer to what is not asked.
  func visit(of procedure: Procedure) throws(APIRefusal) -> StationVisit {
    let known = Set(procedure.fields.map(\.name))
    var texts: [String: String] = [:]
    for (place, answer) in answers.enumerated() {
      guard known.contains(answer.field) else { throw .malformedBody("answers.\(place).field") }
      texts[answer.field] = answer.text.precomposedStringWithCanonicalMapping
    }
    return StationVisit(
      queue: queue, sequence: sequence, key: key, visitedAt: visitedAt,
      applicant: applicant.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespacesAndNewlines),
      organisation: (organisation ?? "").trimmingCharacters(in: .whitespacesAndNewlines), texts: texts)
  }

  static let schema = APISchema.object(
    "StationVisit",
    [
      APIField(
        "queue", .text,
        Phrase(zh: "本机队列，32 至 64 个字母、数字或连字符", en: "The browser’s queue: 32 to 64 letters, digits, hyphens")),
      APIField(
        "sequence", .integer(1...1_000_000),
        Phrase(zh: "队列内序号，从 1 起连续", en: "Its place in the queue, from 1 without gaps")),
      APIField("key", .text, Phrase(zh: "幂等键，重复提交时不变", en: "Tells it from all others; the same when it is sent again")),
      APIField("visitedAt", .instant, Phrase(zh: "登记时间（本机时钟）", en: "When it was written down, by the browser’s clock")),
      APIField("applicant", .text, Phrase(zh: "来访人姓名或单位名称", en: "The visitor’s or the organisation’s name")),
      APIField("organisation", .text, Phrase(zh: "统一社会信用代码", en: "Unified social credit code"), .sometimes),
      APIField(
        "answers",
        .array(
          .object(
            "StationAnswer",
            [
              APIField("field", .text, Phrase(zh: "字段名", en: "The field’s name")),
              APIField("text", .text, Phrase(zh: "填写的内容", en: "What is answered")),
            ])), Phrase(zh: "表单内容", en: "The answers")),
    ])
}

/// What became of a visit.
private struct TakenView: APIValue {
  let number: String
  let code: String
  let isRepeated: Bool

  init(_ taken: TakenVisit) {
    number = taken.matter.number.description
    code = taken.matter.code.grouped
    isRepeated = taken.isRepeated
  }

  static var schema: APISchema {
    .object(
      "TakenVisit",
      [
        APIField("number", .text, Phrase(zh: "服务单编号", en: "The ticket’s number")),
        APIField("code", .text, Phrase(zh: "查询码", en: "The code that follows it")),
        APIField("isRepeated", .boolean, Phrase(zh: "是否此前已受理", en: "Whether it had come in before")),
      ])
  }
}
