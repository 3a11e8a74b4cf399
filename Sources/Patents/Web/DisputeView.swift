import API
import Kernel
import Markup
import Patents
import PatentsStore
import Web

/// Every field of which sources say different things: each value with its source and day, and why one is shown.
func disputeSection(_ dossier: PatentDossier) -> HTML {
  guard !dossier.disputes.isEmpty else { return "" }
  return """
    <h2 id="disputes">\(Phrase(zh: "来源不一致", en: "Sources disagree"))</h2>
    <p>\(Phrase(
      zh: "下列字段各来源说法不同。登记库按来源位次采用其一，其余保留在此，不被覆盖。",
      en: "Sources say different things of these fields. The register shows one by the order of sources; the others are kept here."))
    <a href="\(PatentPath.order)">\(Phrase(zh: "来源位次", en: "Order of sources"))</a></p>
    \(table(
      Phrase(zh: "来源不一致", en: "Sources disagree"),
      columns: [
        Column(Phrase(zh: "字段", en: "Field"), .name), Column(Phrase(zh: "值", en: "Value")),
        Column(Phrase(zh: "来源", en: "Source")), Column(Phrase(zh: "导入日", en: "Imported"), .code),
        Column(Phrase(zh: "位次", en: "Rank"), .number), Column(Phrase(zh: "采用与否", en: "Standing")),
      ],
      rows: dossier.disputes.flatMap { dispute in dispute.sayings.map { row($0, of: dispute.field, dossier) } }))
    """
}

private func row(_ saying: FieldDispute.Saying, of field: PatentField, _ dossier: PatentDossier) -> [HTML] {
  let place = (dossier.sources.firstIndex(of: saying.source) ?? 0) + 1
  let name = dossier.files[saying.source.file].map { sourceName(of: $0.format) } ?? Phrase(zh: "—", en: "—")
  let tone: Tone = saying.standing == .shown ? .success : saying.standing == .agrees ? .neutral : .warning
  return [
    "\(field.phrase)", disputed(saying.value, field),
    "\(marked(name)) <a class=\"origin\" href=\"#source-\(place)\" aria-label=\"\(Phrase(zh: "来源：第\(place)项", en: "Origin: source \(place)"))\">[\(place)]</a>",
    dossier.runs[saying.source.run].map { "\(Instant($0.startedAt))" } ?? "", "\(Count(saying.rank))",
    badge(saying.standing.phrase, tone),
  ]
}

/// A value as the page of a patent shows it.
private func disputed(_ value: String, _ field: PatentField) -> HTML {
  switch field {
  case .kind: PatentKind(rawValue: value).map { "\($0.phrase)" } ?? data(value)
  case .applicationState: ApplicationNumberState(rawValue: value).map { "\($0.phrase)" } ?? data(value)
  case .province: "\(provincePhrase(value))"
  case .legalStatus: legalStatus(value)
  case .applicants, .inventors, .agents, .ipc, .locarno:
    joined(value.split(separator: "\n").map { data(String($0)) })
  default: data(value.count > 300 ? value.prefix(300) + "…" : value)
  }
}

/// A disputed field over the API.
struct DisputeAnswer: APIValue {
  let field: String
  let values: [Value]

  struct Value: APIValue {
    let value, source, sha256: String
    let row, rank: Int
    let importedOn: Day?
    let standing: String

    static let schema = APISchema.object(
      "DisputedValue",
      [
        APIField("value", .text, Phrase(zh: "值", en: "The value")),
        APIField("source", .text, Phrase(zh: "来源代码", en: "Code of the source")),
        APIField("sha256", .text, Phrase(zh: "文件的 SHA-256", en: "SHA-256 of the file")),
        APIField("row", .integer(), Phrase(zh: "第几行", en: "Row of the file")),
        APIField("rank", .integer(), Phrase(zh: "来源位次", en: "Rank of the source")),
        APIField("importedOn", .nullable(.day), Phrase(zh: "导入日", en: "Day of the import"), .sometimes),
        APIField(
          "standing", .choice(FieldDispute.Standing.codes), Phrase(zh: "采用与否", en: "Whether it is shown, and why not")),
      ])
  }

  init(_ dispute: FieldDispute, _ dossier: PatentDossier) {
    field = PatentAnswer.name(of: dispute.field)
    values = dispute.sayings.map { saying in
      let file = dossier.files[saying.source.file]
      return Value(
        value: saying.value, source: file?.format ?? "", sha256: file?.hash ?? "", row: saying.source.line,
        rank: saying.rank, importedOn: dossier.runs[saying.source.run].map { Day($0.startedAt) },
        standing: saying.standing.code)
    }
  }

  static let schema = APISchema.object(
    "Dispute",
    [
      APIField("field", .text, Phrase(zh: "字段", en: "The field")),
      APIField("values", .array(Value.schema), Phrase(zh: "各来源的值，由早到晚", en: "What each source says, oldest first")),
    ])
}
