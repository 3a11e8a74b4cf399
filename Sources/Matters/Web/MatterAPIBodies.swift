import API
import Access
import Foundation
import Kernel
import Ledgers

/// One answer of a form, as people write it.
struct AnswerBody: Decodable {
  let field: String
  let text: String

  static let schema = APISchema.object(
    "MatterAnswer",
    [
      APIField("field", .text, Phrase(zh: "字段名", en: "The field’s name")),
      APIField(
        "text", .text, Phrase(zh: "填写的内容；多选以分号分隔", en: "What is answered; several choices with semicolons between")),
    ])

  /// - Throws: `APIRefusal` for an answer to what is not asked, since a mistyped name must not lose its answer.
  static func texts(_ answers: [AnswerBody], of fields: [LedgerField]) throws -> [String: String] {
    var texts: [String: String] = [:]
    for (place, answer) in answers.enumerated() {
      guard fields.contains(where: { $0.name == answer.field }) else {
        throw APIRefusal.malformedBody("answers.\(place).field")
      }
      texts[answer.field] = answer.text.precomposedStringWithCanonicalMapping
    }
    return texts
  }
}

struct FilingBody: Decodable {
  let answers: [AnswerBody]
  let anonymous: Bool?

  static let schema = APISchema.object(
    "MatterFiling",
    [
      APIField("answers", .array(AnswerBody.schema), Phrase(zh: "表单内容", en: "The answers")),
      APIField("anonymous", .boolean, Phrase(zh: "是否匿名", en: "Whether no name is kept"), .sometimes),
    ])
}

struct StepBody: Decodable {
  let answers: [AnswerBody]?
  let reason: String?
  let named: [ID<Account>]?

  static let schema = APISchema.object(
    "MatterStep",
    [
      APIField(
        "answers", .array(AnswerBody.schema), Phrase(zh: "随步骤填写的内容", en: "What is said with the step"), .sometimes),
      APIField("reason", .text, Phrase(zh: "理由", en: "The reason, where one is needed"), .sometimes),
      APIField("named", .array(.id), Phrase(zh: "指定的人员账号", en: "The accounts that the step names"), .sometimes),
    ])
}

struct CodeBody: Decodable {
  let code: String

  static let schema = APISchema.object(
    "MatterCode", [APIField("code", .text, Phrase(zh: "回执上的查询码", en: "The code on the receipt"))])
}
