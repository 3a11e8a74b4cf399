import API
import Evidence
import EvidenceStore
import Foundation
import Kernel

/// A piece of evidence as programs see it.
struct EvidenceView: APIValue {
  let id: ID<EvidenceItem>
  let title: String
  let grade: String
  let issuer: String?
  let number: String?
  let issuedOn: Day?
  let note: String?
  let fileName: String
  let addedAt: Date
  let withdrawnAt: Date?
  let withdrawnBecause: String?

  init(_ item: EvidenceItem) {
    id = item.id
    title = item.facts.title
    grade = item.facts.grade.code
    issuer = item.facts.issuer
    number = item.facts.number
    issuedOn = item.facts.issuedOn
    note = item.facts.note
    fileName = item.fileName
    addedAt = item.addedAt
    withdrawnAt = item.withdrawal?.at
    withdrawnBecause = item.withdrawal?.reason
  }

  static var schema: APISchema {
    .object(
      "Evidence",
      [
        APIField("id", .id, Phrase(zh: "编号", en: "Its id")),
        APIField("title", .text, Phrase(zh: "标题", en: "Its title")),
        APIField("grade", .choice(EvidenceGrade.allCases.map(\.code)), Phrase(zh: "等级", en: "Its grade")),
        APIField("issuer", .text, Phrase(zh: "出具单位", en: "Who issued it"), .sometimes),
        APIField("number", .text, Phrase(zh: "文号", en: "Its document number"), .sometimes),
        APIField("issuedOn", .day, Phrase(zh: "出具日期", en: "When it was issued"), .sometimes),
        APIField("note", .text, Phrase(zh: "说明", en: "A note"), .sometimes),
        APIField("fileName", .text, Phrase(zh: "文件名", en: "What its file is saved as")),
        APIField("addedAt", .instant, Phrase(zh: "登记时间", en: "When it was added")),
        APIField("withdrawnAt", .instant, Phrase(zh: "撤回时间", en: "When it was withdrawn"), .sometimes),
        APIField("withdrawnBecause", .text, Phrase(zh: "撤回理由", en: "Why it was withdrawn"), .sometimes),
      ])
  }
}

/// A piece of evidence with its file and what shares it.
struct EvidenceDetail: APIValue {
  let evidence: EvidenceView
  let sha256: String
  let size: Int64
  let sort: String
  let sharing: [ID<EvidenceItem>]

  init(_ dossier: EvidenceDossier) {
    evidence = EvidenceView(dossier.item)
    sha256 = dossier.file.sha256
    size = dossier.file.size
    sort = dossier.file.sort.rawValue
    sharing = dossier.sharing.map(\.id)
  }

  static var schema: APISchema {
    .object(
      "EvidenceDetail",
      [
        APIField("evidence", EvidenceView.schema, Phrase(zh: "佐证", en: "The evidence")),
        APIField("sha256", .text, Phrase(zh: "文件的 SHA-256", en: "The SHA-256 of its file")),
        APIField("size", .integer(1...Int.max), Phrase(zh: "文件字节数", en: "Bytes of its file")),
        APIField(
          "sort", .choice(EvidenceSort.allCases.map(\.rawValue)), Phrase(zh: "文件种类", en: "The sort of its file")),
        APIField("sharing", .array(.id), Phrase(zh: "同一文件的其他佐证", en: "Other evidence of the same file")),
      ])
  }
}

/// What was added.
struct EvidenceAdded: APIValue {
  let id: ID<EvidenceItem>

  static var schema: APISchema {
    .object("EvidenceAdded", [APIField("id", .id, Phrase(zh: "新佐证的编号", en: "The id of the new evidence"))])
  }
}
