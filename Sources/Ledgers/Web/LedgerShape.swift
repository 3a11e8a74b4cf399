import API
import Evidence
import Kernel
import Ledgers

/// The shapes of one ledger's JSON, as its declaration has them.
struct LedgerShape {
  let ledger: Ledger

  /// A name among the document's components, such as `ForeignOfficesPage`.
  func name(_ ending: String) -> String {
    ledger.code.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() + ending
  }

  var record: APISchema {
    .object(
      name("Record"),
      [
        APIField("id", .id, Phrase(zh: "编号", en: "Its id")),
        APIField("revision", .integer(), Phrase(zh: "版本，更正时用 If-Match 带回", en: "Its revision, for If-Match")),
        APIField("stage", .choice(LedgerStage.allCases.map(\.rawValue)), Phrase(zh: "状态", en: "How far it has come")),
        APIField("withdrawnOn", .day, Phrase(zh: "撤回日期", en: "When it was withdrawn"), .sometimes),
        APIField("withdrawnFor", .text, Phrase(zh: "撤回理由", en: "Why it was withdrawn"), .sometimes),
        APIField("remark", .text, Phrase(zh: "退回意见", en: "Why it was sent back"), .sometimes),
      ] + proof(.always)
        + ledger.fields.filter { !$0.isHashed }.flatMap { field in
          let isOpen = field.isRequired && !field.isInternal && !field.isPersonal
          return [APIField(field.name, schema(field), field.header, isOpen ? .always : .sometimes)] + name(of: field)
        })
  }

  /// What is sent to add a record.
  var draft: APISchema { .object(name("Draft"), proof(.sometimes) + members) }

  /// What is sent to correct one: the whole record; a personal value that is left out stays.
  var correction: APISchema {
    .object(
      name("Correction"),
      [APIField(LedgerBody.reason, .text, Phrase(zh: "更正理由", en: "Why it is corrected"))] + proof(.sometimes)
        + members)
  }

  var parameters: [APIParameter] {
    [.query("q", .text, Phrase(zh: "名称或编号中的文字", en: "Part of the name or number"))]
      + ledger.fields.filter { $0.isFilter && !$0.isPersonal && !$0.isInternal }.compactMap(parameter)
      + (ledger.organisations == nil
        ? []
        : [.query(LedgerQuestion.owner, .text, Phrase(zh: "只列该信用代码的单位的记录", en: "Of the organisation with this code"))])
      + [
        .query("stage", .choice(LedgerStage.allCases.map(\.rawValue)), Phrase(zh: "状态", en: "Stage")),
        .query("withdrawn", .choice(["yes"]), Phrase(zh: "含已撤回", en: "With withdrawn ones")),
      ]
  }

  private func parameter(_ field: LedgerField) -> APIParameter? {
    switch field.sort {
    case .choice(let choices), .choices(let choices): .query(field.name, .choice(choices.map(\.code)), field.words)
    case .flag: .query(field.name, .choice(["yes", "no"]), field.words)
    case .organisation: .query(field.name, .text, field.words)
    case .text, .lines, .day, .whole, .hundredths, .money, .share, .creditCode, .person: nil
    }
  }

  private var members: [APIField] {
    ledger.fields.map { field in
      APIField(field.name, schema(field), field.header, field.isRequired ? .always : .sometimes)
    }
  }

  private func proof(_ presence: APIField.Presence) -> [APIField] {
    [
      APIField("grade", .choice(EvidenceGrade.allCases.map(\.code)), LedgerField.grade.words, presence),
      APIField("document", .text, LedgerField.document.words, .sometimes),
    ]
  }

  private func name(of field: LedgerField) -> [APIField] {
    guard case .organisation = field.sort else { return [] }
    return [
      APIField(
        LedgerAnswer.nameMember(field), .text, Phrase(zh: "\(field.words.zh)名称", en: "Name of: \(field.words.en)"),
        .sometimes)
    ]
  }

  private func schema(_ field: LedgerField) -> APISchema {
    switch field.sort {
    case .text, .lines, .creditCode, .organisation, .person: .text
    case .day: .day
    case .whole: .integer()
    case .hundredths, .money: .string(example: "1234.5")
    case .share: .string(example: "65%")
    case .choice(let choices): .choice(choices.map(\.code))
    case .choices(let choices): .array(.choice(choices.map(\.code)))
    case .flag: .boolean
    }
  }
}
