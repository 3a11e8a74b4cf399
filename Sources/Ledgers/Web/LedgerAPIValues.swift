import API
import Evidence
import Foundation
import Kernel
import Ledgers
import LedgersStore

/// A record as programs see it: its fields by their names, in the form in which they can be sent back.
struct LedgerAnswer: APIValue {
  private let record: LedgerRecord
  private let ledger: Ledger
  private let names: [String: String]

  init(_ record: LedgerRecord, _ ledger: Ledger, _ names: [String: String]) {
    self.record = record
    self.ledger = ledger
    self.names = names
  }

  /// What every ledger's shape has; the endpoints name the whole of it.
  static var schema: APISchema { .object("LedgerRecord", []) }

  /// Where the name of an organisation stands beside its code.
  static func nameMember(_ field: LedgerField) -> String { field.name + "Name" }

  func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: MemberName.self)
    try members.encode(record.id, forKey: "id")
    try members.encode(record.revision, forKey: "revision")
    try members.encode(record.stage.rawValue, forKey: "stage")
    try members.encodeIfPresent(record.withdrawnOn, forKey: "withdrawnOn")
    try members.encodeIfPresent(record.withdrawnFor, forKey: "withdrawnFor")
    try members.encodeIfPresent(record.remark, forKey: "remark")
    if !record.hints.isEmpty { try members.encode(record.hints.map(\.code), forKey: "hints") }
    try members.encode(record.grade.code, forKey: "grade")
    try members.encodeIfPresent(record.document, forKey: "document")
    for field in ledger.fields where !field.isHashed {
      guard let value = record.values[field.name] else { continue }
      try Self.encode(value, of: field, into: &members)
      if case .organisation = field.sort, let name = value.text.flatMap({ names[$0] }) {
        try members.encode(name, forKey: MemberName(Self.nameMember(field)))
      }
    }
  }

  private static func encode(
    _ value: LedgerValue, of field: LedgerField, into members: inout KeyedEncodingContainer<MemberName>
  ) throws {
    let name = MemberName(field.name)
    switch (field.sort, value) {
    case (.whole, .whole(let whole)): try members.encode(whole, forKey: name)
    case (_, .flag(let flag)): try members.encode(flag, forKey: name)
    case (_, .codes(let codes)): try members.encode(codes, forKey: name)
    case (_, .day(let day)): try members.encode(day, forKey: name)
    case (_, .text(let text)): try members.encode(text, forKey: name)
    case (_, .whole): try members.encode(field.written(value, in: .en), forKey: name)
    }
  }
}

/// What is sent for a record: its fields by their names.
struct LedgerBody: Decodable {
  /// The member with the reason of a correction; no field has a capital in its name.
  static let reason = "correctionReason"

  let members: [String: Member]

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: MemberName.self)
    var members: [String: Member] = [:]
    for name in container.allKeys { members[name.stringValue] = try container.decode(Member.self, forKey: name) }
    self.members = members
  }

  /// - Throws: `APIRefusal` for a member that is no field, since a mistyped name must not lose its value.
  func draft(of ledger: Ledger) throws -> LedgerDraft {
    let known = Set(ledger.fields.map(\.name) + ["grade", "document", Self.reason])
    // What an answer has beside the fields may come back with it.
    let harmless = Set(
      ["id", "revision", "stage", "remark", "withdrawnOn", "withdrawnFor", "hints"]
        + ledger.fields.map(LedgerAnswer.nameMember))
    if let strange = members.keys.sorted().first(where: { !known.contains($0) && !harmless.contains($0) }) {
      throw APIRefusal.malformedBody(strange)
    }
    var draft = LedgerDraft(texts: [:], document: members["document"]?.text)
    for field in ledger.fields { draft.texts[field.name] = members[field.name]?.text }
    if let grade = members["grade"]?.text {
      guard let known = EvidenceGrade(code: grade) else { throw APIRefusal.malformedBody("grade") }
      draft.grade = known
    }
    return draft
  }

  /// A value of JSON as the text that a form would have.
  struct Member: Decodable {
    let text: String?

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        text = nil
      } else if let flag = try? container.decode(Bool.self) {
        text = flag ? "yes" : "no"
      } else if let number = try? container.decode(Decimal.self) {
        text = number.description
      } else if let list = try? container.decode([String].self) {
        text = list.joined(separator: ";")
      } else {
        text = try container.decode(String.self).precomposedStringWithCanonicalMapping
      }
    }
  }
}

/// The name of a member that only the declaration knows.
struct MemberName: CodingKey, ExpressibleByStringLiteral {
  let stringValue: String
  var intValue: Int? { nil }

  init(_ name: String) { stringValue = name }
  init(stringLiteral name: String) { self.init(name) }
  init?(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { nil }
}

/// What became of a table.
struct LedgerReportAnswer: APIValue {
  let rows: Int
  let new: Int
  let updated: Int
  let unchanged: Int
  let rejected: Int
  let unknownHeaders: [String]
  let rejections: [Rejection]
  let toCheck: [Hint]

  init(_ report: LedgerImportReport, in language: Language) {
    rows = report.rows
    new = report.new
    updated = report.updated
    unchanged = report.unchanged
    rejected = report.rejected.count
    unknownHeaders = report.unknownHeaders
    rejections = report.rejected.flatMap { row in
      row.refusals.map { refusal in
        Rejection(
          row: row.number, field: refusal.field, code: refusal.code, title: refusal.phrase.text(in: language),
          text: refusal.field.flatMap { row.texts[$0] })
      }
    }
    toCheck = report.flagged.flatMap { row in
      row.hints.map { Hint(row: row.number, code: $0.code, title: $0.phrase.text(in: language)) }
    }
  }

  static var schema: APISchema {
    .object(
      "LedgerImportReport",
      [
        APIField("rows", .integer(), Phrase(zh: "行数", en: "Rows")),
        APIField("new", .integer(), Phrase(zh: "新增", en: "New records")),
        APIField("updated", .integer(), Phrase(zh: "更新", en: "Corrected records")),
        APIField("unchanged", .integer(), Phrase(zh: "无变化", en: "Records that say so already")),
        APIField("rejected", .integer(), Phrase(zh: "退回的行数", en: "Rejected rows")),
        APIField("unknownHeaders", .array(.text), Phrase(zh: "不认识的列名", en: "Headers of no field")),
        APIField("rejections", .array(Rejection.schema), Phrase(zh: "退回原因", en: "Why rows were rejected")),
        APIField(
          "toCheck", .array(Hint.schema), Phrase(zh: "已收但请核对的行", en: "Rows that are taken but should be checked")),
      ])
  }

  struct Hint: APIValue {
    let row: Int
    let code: String
    let title: String

    static var schema: APISchema {
      .object(
        "LedgerRowHint",
        [
          APIField("row", .integer(), Phrase(zh: "行号，表头为 1", en: "The row; the header is 1")),
          APIField("code", .text, Phrase(zh: "稳定的代码", en: "A stable code")),
          APIField("title", .text, Phrase(zh: "请核对什么", en: "What to check")),
        ])
    }
  }

  struct Rejection: APIValue {
    let row: Int
    let field: String?
    let code: String
    let title: String
    let text: String?

    static var schema: APISchema {
      .object(
        "LedgerRejection",
        [
          APIField("row", .integer(), Phrase(zh: "行号，表头为 1", en: "The row; the header is 1")),
          APIField("field", .text, Phrase(zh: "字段", en: "The field"), .sometimes),
          APIField("code", .text, Phrase(zh: "稳定的代码", en: "A stable code")),
          APIField("title", .text, Phrase(zh: "如何修改", en: "What to change")),
          APIField("text", .text, Phrase(zh: "原文", en: "What stood there"), .sometimes),
        ])
    }
  }
}
