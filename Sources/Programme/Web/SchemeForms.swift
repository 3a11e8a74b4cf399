import Kernel
import Markup
import Programme
import ProgrammeStore
import Web

func newSchemePage(_ state: FormState) -> Page {
  Page(
    Phrase(zh: "录入评价指标", en: "Enter a scheme"), trail: evaluationTrail,
    """
    <p class="lead">\(Phrase(
      zh: "上传或粘贴 YAML 文件。代码相同则成为新版本，不同则成为新的一套。可先下载现有方案，改好后上传。",
      en: "Upload or paste a YAML file. A code that is known makes a new version, any other a new scheme. You may download one that is there, change it and upload it."))</p>
    \(state.form(
      to: EvaluationPath.newScheme, .files, submit: Phrase(zh: "录入", en: "Enter"),
      """
      \(state.field("scheme", Phrase(zh: "方案文件", en: "The scheme's file"), .file(accept: ".yaml,.yml")))\
      \(state.field(
        "text", Phrase(zh: "或粘贴内容", en: "Or its text"), .area(rows: 12),
        help: Phrase(zh: "选了文件就不看这里", en: "Not looked at where a file is chosen")))\
      \(groundFields(state))
      """))
    """)
}

func weightsPage(_ version: SchemeVersion, _ state: FormState) -> Page {
  let scheme = version.scheme
  let headings = scheme.headings.map { heading -> HTML in
    let fields = heading.indicators.map { indicator in
      state.field(
        "weight-" + indicator.code,
        Phrase(zh: "\(indicator.code) \(indicator.words.zh)", en: "\(indicator.code) \(indicator.words.en)"),
        else: indicator.weight?.text ?? "")
    }
    return "<h2>\(heading.code) \(heading.name)</h2>\(fields)"
  }
  return Page(
    Phrase(zh: "录入权重", en: "Enter weights"), trail: schemeTrail(scheme),
    """
    <p class="lead">\(Phrase(
      zh: "按正式文件录入，未知的留空。保存后成为新版本，已有的评价不变。",
      en: "As the official document has them; leave empty what is not known. They become a new version, and evaluations that were made stay as they are."))</p>
    \(state.form(
      to: EvaluationPath.weights(scheme.code), submit: Phrase(zh: "保存为新版本", en: "Keep as a new version"),
      "\(hidden("seen", state.value("seen", else: version.hash)))\(headings)\(groundFields(state))"))
    """)
}

private func groundFields(_ state: FormState) -> HTML {
  """
  \(state.field("document", Phrase(zh: "依据文号", en: "Number of the document"), need: .required))\
  \(state.field("reason", Phrase(zh: "理由", en: "Reason"), .area(rows: 3), need: .required))
  """
}

func schemeTrail(_ scheme: EvaluationScheme) -> [Crumb] {
  evaluationTrail + [Crumb(scheme.name, EvaluationPath.scheme(scheme.code))]
}

func newRunPage(_ version: SchemeVersion, _ state: FormState) -> Page {
  let scheme = version.scheme
  let headings = scheme.headings.map { heading -> HTML in
    let fields = heading.indicators.filter(\.isReviewed).map { reviewFields($0, state) }
    return fields.isEmpty ? "" : "<h2>\(heading.code) \(heading.name)</h2>\(fields)"
  }
  let read = scheme.indicators.count { !$0.isReviewed && $0.rule != nil }
  return Page(
    Phrase(zh: "开展评价", en: "Evaluate"), trail: schemeTrail(scheme),
    """
    <p class="lead">\(Phrase(
      zh: "\(read) 项指标按截止日自动取数，其余由评审人评分并说明；未评的项留空，不按零分计。",
      en: "\(read) indicators read their figures at the cut-off; the others are scored by a reviewer who says why. What is left empty is not scored, and does not count as nought."))</p>
    \(if: !scheme.withoutWeight.isEmpty, notice(.warning, Phrase(
      zh: "缺 \(scheme.withoutWeight.count) 项权重，本次评价不出总分，只出各项得分",
      en: "\(scheme.withoutWeight.count) weights are missing: there will be scores, but no total")))
    \(state.form(
      to: EvaluationPath.newRun(scheme.code), submit: Phrase(zh: "评价并保存", en: "Evaluate and keep"),
      """
      \(hidden("seen", state.value("seen", else: version.hash)))\
      \(state.field("cutoff", Phrase(zh: "数据截止日", en: "Figures at"), .day, need: .required))\
      \(state.field("note", Phrase(zh: "说明", en: "Note"), help: Phrase(zh: "如“2026 年度自评”", en: "Such as 2026 年度自评")))\
      \(headings)
      """))
    """)
}

private func reviewFields(_ indicator: SchemeIndicator, _ state: FormState) -> HTML {
  let name = Phrase(zh: "\(indicator.code) \(indicator.words.zh)", en: "\(indicator.code) \(indicator.words.en)")
  return """
    \(state.field(
      "score-" + indicator.code, Phrase(zh: "\(name.zh)：得分（0–100）", en: "\(name.en): score (0–100)")))\
    \(state.field("note-" + indicator.code, Phrase(zh: "\(indicator.code) 评分理由", en: "\(indicator.code): why")))
    """
}

func evidencePage(_ file: RunFile, _ state: FormState) -> Page {
  Page(
    Phrase(zh: "登记证据", en: "List evidence"), trail: runTrail(file),
    state.form(
      to: EvaluationPath.evidence(file.run.id), submit: Phrase(zh: "登记", en: "List it"),
      """
      \(state.field(
        "indicator", Phrase(zh: "指标", en: "Indicator"),
        .list(
          file.version.scheme.indicators.map { indicator in
            Choice(
              indicator.code,
              Phrase(zh: "\(indicator.code) \(indicator.words.zh)", en: "\(indicator.code) \(indicator.words.en)"))
          }), need: .required))\
      \(state.field(
        "reference", Phrase(zh: "证据名称和文号", en: "The evidence and its number"), need: .required,
        help: Phrase(zh: "如文件名称、文号、证据编号", en: "Such as a document and its number, or a piece of evidence by its id")))\
      \(state.field(
        "sha256", Phrase(zh: "文件的 SHA-256", en: "SHA-256 of the file"),
        help: Phrase(zh: "有电子文件时填写", en: "Where there is a file")))
      """))
}

func runTrail(_ file: RunFile) -> [Crumb] {
  evaluationTrail + [Crumb(file.version.scheme.name, EvaluationPath.run(file.run.id))]
}
