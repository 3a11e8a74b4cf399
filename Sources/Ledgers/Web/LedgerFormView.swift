import Access
import Evidence
import EvidenceStore
import Kernel
import Ledgers
import LedgersStore
import Markup
import Web

/// What is done with a record on a ground.
enum LedgerStep: String {
  case withdraw
  case sendBack = "return"
  case reopen, look

  var title: Phrase {
    switch self {
    case .withdraw: Phrase(zh: "撤回记录", en: "Withdraw a record")
    case .sendBack: Phrase(zh: "退回填报", en: "Send a record back")
    case .reopen: Phrase(zh: "退回审核", en: "Reopen a record")
    case .look: Phrase(zh: "查看个人信息", en: "Look at personal data")
    }
  }

  fileprivate var lead: Phrase {
    switch self {
    case .withdraw:
      Phrase(
        zh: "撤回后不再计入任何统计，也不能恢复；内容与理由仍可查。登记有误请优先更正。",
        en:
          "A withdrawn record counts nowhere and does not come back; it stays readable with the reason. Mistakes are better corrected."
      )
    case .sendBack:
      Phrase(zh: "退回后填报单位可以按意见更正并重新提交。", en: "Who filed it can then correct it as you say and submit it again.")
    case .reopen:
      Phrase(zh: "退回审核后可以更正；重新审核通过前不计入统计。", en: "It can then be corrected, and counts again once it is approved.")
    case .look: Phrase(zh: "每次查看都会连同理由记入留痕。", en: "Each look goes into the journal, with its reason.")
    }
  }

  fileprivate var reason: Phrase {
    switch self {
    case .sendBack: Phrase(zh: "退回意见", en: "What to correct")
    case .withdraw, .reopen, .look: Phrase(zh: "理由", en: "Reason")
    }
  }
}

extension LedgerRoom {
  func newPage(
    _ given: [String: [String]], _ offers: [String: [Phrase]], _ state: FormState, for account: Account
  ) -> Page {
    Page(
      Phrase(zh: "登记\(ledger.one.zh)", en: "Add: \(ledger.one.en)"), trail: [crumb(for: account)],
      """
      \(notOrganisation(account))\(duplicate(state))
      \(state.form(
        to: path.new, formSort(account), submit: account.may(ledger.keepers) && !ledger.isApproved
          ? Phrase(zh: "登记", en: "Add") : Phrase(zh: "提交审核", en: "Submit for approval"),
        "\(fields(given, offers, keepsPersonal: false, state))\(proof(.g4, nil, nil, state, account))"))
      """)
  }

  func correctPage(_ file: LedgerFile, _ offers: [String: [Phrase]], _ state: FormState, for account: Account) -> Page {
    let record = file.record
    let given = Dictionary(
      uniqueKeysWithValues: ledger.fields.map { field in
        (field.name, field.isPersonal || field.isHashed ? [] : field.typed(record.values[field.name]))
      })
    return Page(
      Phrase(zh: "更正\(ledger.one.zh)", en: "Correct: \(ledger.one.en)"), trail: trail(file, for: account),
      """
      \(duplicate(state))
      \(state.form(
        to: path.step("correct", record.id), formSort(account), revision: record.revision, submit: Phrase(zh: "保存更正", en: "Save"),
        """
        \(fields(given, offers, keepsPersonal: true, state))\(proof(record.grade, record.document, file.evidence, state, account))\
        \(state.field(
          LedgerForms.reason, Phrase(zh: "更正理由", en: "Reason of the correction"), .area(rows: 2), need: .required,
          help: Self.journaled))
        """))
      """)
  }

  /// A form that asks for nothing but the ground.
  func stepPage(_ step: LedgerStep, _ file: LedgerFile, _ state: FormState, for account: Account) -> Page {
    Page(
      step.title, trail: trail(file, for: account),
      """
      <p class="lead">\(step.lead)</p>
      \(state.form(
        to: path.step(step.rawValue, file.record.id), revision: file.record.revision, submit: step.title,
        state.field("reason", step.reason, .area(rows: 3), need: .required, help: Self.journaled)))
      """)
  }

  /// Personal values, for as long as the page is open.
  func lookedAtPage(_ file: LedgerFile, for account: Account) -> Page {
    let fields = ledger.fields.filter { $0.isPersonal && !$0.isHashed }
    return Page(
      LedgerStep.look.title, trail: trail(file, for: account),
      """
      \(definitions(fields.map { ($0.words, cell(file.record.values[$0.name], $0, file.names, for: account)) }))
      <p class="help">\(Phrase(zh: "这次查看已记入留痕。", en: "The journal has noted this look."))</p>
      """)
  }

  private static let journaled = Phrase(zh: "写明依据，将记入留痕", en: "Say on what ground; it goes into the journal")

  /// Who files must act for an organisation first.
  private func notOrganisation(_ account: Account) -> HTML {
    guard ledger.filers != nil, !account.may(ledger.keepers), account.mandate == nil else { return "" }
    return notice(
      .warning,
      Phrase(
        zh: "您尚未代表任何单位办事，提交将被退回；请先申请单位授权", en: "You do not act for an organisation yet; please file a mandate first"),
      "\(links.mandates.map { "<p class=\"actions\">\(linkButton(Phrase(zh: "申请单位授权", en: "File a mandate"), to: $0))</p>" as HTML })"
    )
  }

  /// The way to the record that says the same already.
  private func duplicate(_ state: FormState) -> HTML {
    for case LedgerRefusal.duplicate(let id) in state.refusals {
      let words = Phrase(zh: "查看已登记的记录", en: "See the record")
      return "<p class=\"actions\">\(linkButton(words, to: path.show(id)))</p>"
    }
    return ""
  }

  private func fields(
    _ given: [String: [String]], _ offers: [String: [Phrase]], keepsPersonal: Bool, _ state: FormState
  ) -> HTML {
    let fields = ledger.fields.map { shown -> HTML in
      let isKept = keepsPersonal && (shown.isPersonal || shown.isHashed)
      return field(
        shown.name, shown.header, offered(offers[shown.name], given[shown.name]?.first) ?? shown.formSort,
        values: state.values(shown.name, else: given[shown.name] ?? []),
        need: shown.isRequired && !isKept ? .required : .optional, help: shown.formHelp(isKept: isKept),
        error: state.error(shown.name))
    }
    return "\(fields)"
  }

  /// A list of what may be chosen, with what is on record if that is no longer on it.
  private func offered(_ names: [Phrase]?, _ present: String?) -> FieldSort? {
    guard let names, !names.isEmpty else { return nil }
    var choices = names.map { Choice($0.zh, $0) }
    if let present, !present.isEmpty, !names.contains(where: { $0.zh == present }) {
      choices.append(Choice(present, text: present, in: .zh))
    }
    return .list(choices)
  }

  /// What the record rests on; who files proves no more than a declaration.
  private func proof(
    _ grade: EvidenceGrade, _ document: String?, _ cited: EvidenceItem?, _ state: FormState, _ account: Account
  ) -> HTML {
    let grades = EvidenceGrade.allCases.filter {
      account.may(ledger.keepers) || EvidenceGrade.g3.meets($0)
    }
    return """
      \(state.field(
        "grade", LedgerField.grade.words,
        .radio(grades.map { Choice($0.code, Phrase(zh: "\($0.code) \($0.phrase.zh)", en: "\($0.code) \($0.phrase.en)")) }),
        else: grade.code, need: .required))\
      \(state.field(
        "document", LedgerField.document.words, else: cited == nil ? document ?? "" : "",
        help: Phrase(zh: "G1、G2 级必填：文号、合同号、凭证号或文件名", en: "For G1 and G2: the number of a document or contract")))\
      \(evidenceFields(cited, state, account))
      """
  }
}

extension LedgerRoom {
  /// A form with a file is sent in parts.
  private func formSort(_ account: Account) -> FormSort { takesFiles(account) ? .files : .fields }

  private func takesFiles(_ account: Account) -> Bool { evidence != nil && account.may(.addEvidence) }

  /// Evidence on file, or a file that becomes such with the record.
  private func evidenceFields(_ cited: EvidenceItem?, _ state: FormState, _ account: Account) -> HTML {
    guard let evidence, account.may(.readEvidence) else { return "" }
    let number = state.field(
      LedgerForms.evidenceNumber, Phrase(zh: "已登记的佐证", en: "Evidence on file"), else: cited?.id.description ?? "",
      help: Phrase(
        zh: "佐证编号或其文号；填写后佐证等级以该佐证为准", en: "Its id or document number; the grade is then that of the evidence"))
    guard takesFiles(account) else { return number }
    let endings = EvidenceSort.allCases.flatMap(\.endings).joined(separator: ",")
    let size = ByteCount(evidence.limit).binary
    return """
      \(number)\
      \(state.field(
        LedgerForms.evidenceFile, Phrase(zh: "或上传佐证文件", en: "Or a file as evidence"), .file(accept: endings),
        help: Phrase(
          zh: "登记本记录时一并登记为佐证，等级与文号按上面所填；PDF、PNG、JPEG、XLSX、DOCX 或文本，不超过 \(size)",
          en: "It is registered as evidence with the record, with the grade and number above; PDF, PNG, JPEG, XLSX, DOCX or text, at most \(size)")))\
      \(state.field(
        LedgerForms.evidenceIssuer, Phrase(zh: "佐证出具单位", en: "Issuer of the file"),
        help: Phrase(zh: "上传 G1、G2 级佐证时必填", en: "Needed for a file of grade G1 or G2"), hint: "organization"))
      """
  }
}

extension LedgerField {
  /// A value as the form's field holds it.
  func typed(_ value: LedgerValue?) -> [String] {
    switch (sort, value) {
    case (_, nil): []
    case (.choice, .text(let code)): [code]
    case (.choices, .codes(let codes)): codes
    case (.flag, .flag(let flag)): [flag ? "yes" : "no"]
    default: [written(value, in: .zh)]
    }
  }

  var formSort: FieldSort {
    switch sort {
    case .text, .creditCode, .organisation, .person: .text
    case .lines: .area(rows: 4)
    case .day: .day
    case .whole, .hundredths, .money, .share: .decimal
    case .choice(let choices): list(choices.map { Choice($0.code, $0.words) }, upTo: 4)
    case .choices(let choices): .checks(choices.map { Choice($0.code, $0.words) })
    case .flag: list([Choice("yes", LedgerRoom.yes), Choice("no", LedgerRoom.no)], upTo: 4)
    }
  }

  /// A few are all seen; nothing chosen is a choice where nothing needs to be.
  private func list(_ choices: [Choice], upTo few: Int) -> FieldSort {
    guard choices.count <= few else { return .list(choices) }
    return .radio(isRequired ? choices : choices + [Choice("", Phrase(zh: "未填写", en: "Not given"))])
  }

  func formHelp(isKept: Bool) -> Phrase? {
    var all = [help, ownHelp].compactMap(\.self)
    if isKept { all.append(Phrase(zh: "留空则保持原值不变", en: "Left empty, it stays as it is")) }
    guard !all.isEmpty else { return nil }
    return Phrase(zh: all.map(\.zh).joined(separator: "；"), en: all.map(\.en).joined(separator: "; "))
  }

  private var ownHelp: Phrase? {
    switch sort {
    case .organisation: Phrase(zh: "统一社会信用代码或全称", en: "Unified social credit code or full name")
    case .share: Phrase(zh: "带百分号填写，如 65%", en: "With the sign, such as 65%")
    case .person: Phrase(zh: "身份证号或护照号；只保存摘要，不保存号码", en: "Identity or passport number; only a digest of it is kept")
    case .text, .lines, .day, .whole, .hundredths, .money, .choice, .choices, .flag, .creditCode: nil
    }
  }
}
