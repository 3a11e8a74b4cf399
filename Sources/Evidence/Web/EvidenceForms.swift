import Evidence
import EvidenceStore
import Kernel
import Markup
import Web

/// The form that takes a file and what is said of it.
func newEvidencePage(_ state: FormState, limit: Int64) -> Page {
  let endings = EvidenceSort.allCases.flatMap(\.endings).joined(separator: ",")
  let size = ByteCount(limit).binary
  return Page(
    Phrase(zh: "登记佐证", en: "Add evidence"), trail: evidenceTrail,
    """
    <p class="lead">\(Phrase(
      zh: "上传批文、合同、付款凭证、证书等文件，供记录和指标引用。登记后不能改，登错了请撤回后重新登记。",
      en: "Add a decision, contract, receipt or certificate for records and figures to rest on. What is added is not changed; withdraw what is wrong and add it anew."))</p>
    \(state.form(
      to: EvidencePath.new, .files, submit: Phrase(zh: "登记", en: "Add"),
      """
      \(state.field(
        "file", Phrase(zh: "文件", en: "File"), .file(accept: endings), need: .required,
        help: Phrase(
          zh: "PDF、PNG、JPEG、XLSX、DOCX、文本或 CSV，不超过 \(size)。按内容识别，与文件名无关；不收含宏的文件和网页。",
          en: "PDF, PNG, JPEG, XLSX, DOCX, text or CSV, at most \(size). Told by its content, not its name; no macros, no web pages.")))
      \(state.field(
        "title", Phrase(zh: "标题", en: "Title"), need: .required,
        help: Phrase(zh: "如“关于认定×××的批复”", en: "Such as “Decision to recognise …”")))
      \(state.field(
        "grade", Phrase(zh: "等级", en: "Grade"),
        .radio(EvidenceGrade.allCases.map { Choice($0.code, $0.labelled) }), need: .required,
        help: Phrase(
          zh: "指标各有最低等级；低于它的显示为“已申报，未计入”。",
          en: "Each figure has a least grade; what stands below is shown as declared, not counted.")))
      \(state.field(
        "issuer", Phrase(zh: "出具单位", en: "Issuer"),
        help: Phrase(zh: "G1、G2 必填", en: "Needed for G1 and G2"), hint: "organization"))
      \(state.field(
        "number", Phrase(zh: "文号", en: "Document number"),
        help: Phrase(zh: "G1 必填，如“宁政办发〔2024〕11号”或合同、证书编号", en: "Needed for G1; also the number of a contract or certificate")))
      \(state.field("issued-on", Phrase(zh: "出具日期", en: "Issued on"), .day))
      \(state.field(
        "note", Phrase(zh: "说明", en: "Note"), .area(rows: 3),
        help: Phrase(zh: "如页码、遮盖了哪些内容", en: "Such as the page, or what was blacked out")))
      """))
    """)
}

/// The form that takes a piece of evidence out of use.
func withdrawEvidencePage(_ item: EvidenceItem, citations: [EvidenceCitation], _ state: FormState) -> Page {
  Page(
    Phrase(zh: "撤回佐证", en: "Withdraw evidence"),
    trail: evidenceTrail + [Crumb(evidenceTitle(item), EvidencePath.show(item.id))],
    """
    <p class="lead">\(Phrase(
      zh: "撤回后，文件和登记仍然保留，理由公开在本页；引用它的记录按“仅自行申报”对待。",
      en: "File and entry stay on record with the reason; what rests on it then counts as merely declared."))</p>
    <p>\(Phrase(zh: "将撤回：", en: "To be withdrawn: "))<strong>\(marked(item.facts.title))</strong></p>
    \(if: !citations.isEmpty, affected(citations))
    \(state.form(
      to: EvidencePath.withdraw(item.id), revision: item.revision, submit: Phrase(zh: "撤回", en: "Withdraw"),
      state.field(
        "reason", Phrase(zh: "理由", en: "Reason"), .area(rows: 3), need: .required,
        help: Phrase(zh: "将记入留痕，如“合同已解除”“登记重复”", en: "It goes into the journal, such as “contract dissolved”"))))
    """)
}

private func affected(_ citations: [EvidenceCitation]) -> HTML {
  notice(
    .warning, Phrase(zh: "以下 \(citations.count) 条记录引用它", en: "\(citations.count) records rest on it"),
    citationList(citations))
}
