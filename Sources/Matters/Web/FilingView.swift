import Access
import Kernel
import Ledgers
import LedgersWeb
import Markup
import Matters
import MattersStore
import Web

/// The application form of a procedure, part by part.
func filingPage(_ procedure: Procedure, _ draft: MatterDraft, _ state: FormState, for account: Account) -> Page {
  let head = procedure.head
  return Page(
    Phrase(zh: "办理：\(head.name.zh)", en: "Apply: \(head.name.en)"),
    trail: [
      Crumb(Phrase(zh: "办事指南", en: "What you can ask for"), MatterPath.guides),
      Crumb(head.name, MatterPath.guide(head.code)),
    ],
    """
    \(draft.savedAt.map { at in
      notice(.information, Phrase(zh: "已载入您保存的草稿", en: "Your draft is loaded"), "<p>\(Instant(at))</p>")
    })\
    \(needsMandate(head, account))
    \(state.form(
      to: MatterPath.new(head.code), procedure.materials.isEmpty ? .fields : .files, submit: Phrase(zh: "提交", en: "File"),
      """
      \(counter(head, state, account))\(anonymity(procedure, state))\
      \(procedure.form.filter(\.isAsked).map { part($0, procedure, draft, state) })\(files(procedure, state))\(saving(account))
      """))
    """)
}

private func needsMandate(_ head: ProcedureHead, _ account: Account) -> HTML {
  guard head.isForOrganisations, account.mandate == nil, !account.may(.workOnMatters) else { return "" }
  return notice(
    .warning, MatterRefusal.needsMandate.phrase,
    "<p class=\"actions\">\(linkButton(Phrase(zh: "申请授权", en: "File a mandate"), to: Link("/account/mandates")))</p>")
}

/// What staff fill in who take a matter in for somebody.
private func counter(_ head: ProcedureHead, _ state: FormState, _ account: Account) -> HTML {
  guard account.may(.workOnMatters), account.may(head.handlers) else { return "" }
  // Stations have pages of their own, which name the station.
  let channels: [Matter.Channel] = [.counter, .phone]
  return """
    <fieldset class="part"><legend>\(Phrase(zh: "代为登记（窗口、电话）", en: "Taken in for somebody"))</legend>
    \(state.field(
      "channel", Phrase(zh: "受理渠道", en: "How it came in"),
      .radio(channels.map { Choice($0.rawValue, $0.phrase) }), else: Matter.Channel.counter.rawValue))\
    \(state.field(
      "applicant", Phrase(zh: "申请人姓名或单位名称", en: "Name of the person or organisation"),
      help: Phrase(zh: "代他人登记时填写；留空则以您自己的名义提交", en: "Filled in, it is filed for them; left empty, in your own name")))\
    \(state.field("applicant-code", Phrase(zh: "单位统一社会信用代码", en: "Unified social credit code")))</fieldset>
    """
}

private func anonymity(_ procedure: Procedure, _ state: FormState) -> HTML {
  guard procedure.head.allowsAnonymity else { return "" }
  let kinds = procedure.head.anonymity.flatMap { chosen($0, procedure)?.words }
  return state.field(
    "anonymous", Phrase(zh: "匿名提出", en: "Without my name"), .check,
    help: Phrase(
      zh: "\(kinds.map { "只限“\($0.zh)”。" } ?? "")勾选后平台不记录您的账号、姓名和文件名；进度只能凭查询码查看，请妥善保存。"
        + "所附文件内若有作者、拍摄地点等信息，请先自行清除",
      en: (kinds.map { "For “\($0.en)” alone. " } ?? "")
        + "Your account, name and file names are not kept then; only the code on the receipt opens the matter, so keep it "
        + "well. Files may hold their author or place inside: please remove that first"))
}

private func part(_ part: FormPart, _ procedure: Procedure, _ draft: MatterDraft, _ state: FormState) -> HTML {
  let inputs = part.fields.map { field in
    field.input(state, else: typed(draft.texts[field.name], field), isAsked: part.condition == nil)
  }
  let condition = part.condition.flatMap { words($0, procedure) }
  return """
    <fieldset class="part"\(part.condition.map(asked))><legend>\(part.title)</legend>\
    \(condition.map { "<p class=\"help\">\($0)</p>" as HTML })\(inputs)</fieldset>
    """
}

/// Where `portal.js` shows a part: the question and the answers that it is asked with.
private func asked(_ condition: FormCondition) -> HTML {
  " data-asked-by=\"\(condition.field)\" data-asked-with=\"\(condition.codes.sorted().joined(separator: " "))\""
}

/// What a draft holds, as the field's sort takes it.
func typed(_ text: String?, _ field: LedgerField) -> [String] {
  guard let text, !text.isEmpty else { return [] }
  if case .choices = field.sort { return text.split(separator: ";").map(String.init) }
  return [text]
}

private func words(_ condition: FormCondition, _ procedure: Procedure) -> Phrase? {
  chosen(condition, procedure).map { field, chosen in
    Phrase(zh: "仅当“\(field.zh)”为“\(chosen.zh)”时填写", en: "Only where “\(field.en)” is “\(chosen.en)”")
  }
}

/// The question of a condition, and its answers in words.
private func chosen(_ condition: FormCondition, _ procedure: Procedure) -> (field: Phrase, words: Phrase)? {
  guard let field = procedure.fields.first(where: { $0.name == condition.field }),
    case .choice(let choices) = field.sort
  else { return nil }
  let chosen = choices.filter { condition.codes.contains($0.code) }.map(\.words)
  return (
    field.words,
    Phrase(zh: chosen.map(\.zh).joined(separator: "”或“"), en: chosen.map(\.en).joined(separator: "” or “"))
  )
}

private func files(_ procedure: Procedure, _ state: FormState) -> HTML {
  guard !procedure.materials.isEmpty else { return "" }
  let inputs = procedure.materials.map { material in
    state.field(
      "file-\(material.code)", material.name, .file(accept: ".pdf,.png,.jpg,.jpeg,.xlsx,.docx,.txt"),
      need: material.isRequired && material.condition == nil ? .required : .optional, help: material.help)
  }
  return """
    <fieldset class="part"><legend>\(Phrase(zh: "材料", en: "Documents"))</legend>\(inputs)</fieldset>
    """
}

/// Keeping a draft needs somebody whose draft it is.
private func saving(_ account: Account) -> HTML {
  guard account.standing == .person else { return "" }
  return """
    <p class="actions"><button class="button plain-button" name="do" value="save" formnovalidate>\
    \(Phrase(zh: "保存草稿", en: "Save as a draft"))</button></p>
    """
}

/// What is shown once: number and code.
func receiptPage(_ filed: FiledMatter, _ procedure: Procedure, mayOpen: Bool) -> Page {
  Page(
    Phrase(zh: "已提交", en: "Filed"),
    trail: [
      Crumb(Phrase(zh: "办事指南", en: "What you can ask for"), MatterPath.guides),
      Crumb(procedure.head.name, MatterPath.guide(procedure.head.code)),
    ],
    """
    \(notice(
      .success, Phrase(zh: "已提交，编号 \(filed.number)", en: "Filed under the number \(filed.number)"),
      """
      <p>\(filed.isCodeGiven ? codeWords : noCodeWords)</p>
      """))
    \(definitions(
      [(Phrase(zh: "办件编号", en: "Number"), copyable("\(filed.number)"))]
        + (filed.isCodeGiven ? [(Phrase(zh: "查询码", en: "Code"), copyable(filed.code.grouped))] : [])))
    <p class="actions">\(if: mayOpen, "\(linkButton(Phrase(zh: "查看办件", en: "Open the matter"), to: MatterPath.show(filed.id), .main)) ")
    \(if: filed.isCodeGiven, linkButton(Phrase(zh: "凭查询码查进度", en: "Follow a matter by its code"), to: MatterPath.status))</p>
    """)
}

private let codeWords = Phrase(
  zh: "请保存下面的查询码：凭它无需账号即可查看进度、补充材料。查询码只显示这一次。",
  en:
    "Please keep the code below: with it the matter can be followed and supplemented without an account. It is shown this once."
)

private let noCodeWords = Phrase(
  zh: "此件针对该单位，不发查询码：由该单位的授权人员登录后查看和陈述，平台已通知他们。",
  en:
    "It is raised against the organisation, so there is no code: who acts for it signs in to read it and to answer, and has been told."
)
