import Access
import AccessStore
import Kernel
import Markup
import Web

private let mine = Phrase(zh: "单位授权", en: "My mandates")

func myMandatesPage(_ files: [MandateFile], on today: Day, acting: Mandate?) -> Page {
  let new = linkButton(Phrase(zh: "申请授权", en: "File a mandate"), to: AccessPath.newMandate, .main)
  guard !files.isEmpty else {
    return Page(
      mine, trail: AccessTrail.account,
      emptyState(
        Phrase(zh: "还没有授权", en: "No mandates yet"),
        Phrase(
          zh: "代表企业、高校或机构办事，须先申请授权并经中心批准", en: "To act for an organisation, file a mandate; the centre approves it"),
        action: new))
  }
  let rows = files.map { file -> [HTML] in
    [
      organisation(file.mandate), "\(file.mandate.grade.phrase)", span(file.mandate),
      stageBadge(file.mandate, on: today),
      file.note.map { "\($0, in: .zh)" } ?? "\(Phrase(zh: "无", en: "None"))",
      ownActions(file, on: today, acting: acting),
    ]
  }
  return Page(
    mine, trail: AccessTrail.account,
    """
    <p class="actions">\(new)\(if: acting != nil, postButton(
      Phrase(zh: "改为代表本人", en: "Act for myself"), to: AccessPath.actFor, fields: [("mandate", "")]))</p>
    \(table(
      mine,
      columns: [
        Column(Phrase(zh: "单位", en: "Organisation"), .name), Column(Phrase(zh: "授权类型", en: "As")),
        Column(Phrase(zh: "期限", en: "From – to"), .code), Column(Phrase(zh: "状态", en: "State")),
        Column(Phrase(zh: "审核意见", en: "Note")), Column(Phrase(zh: "操作", en: "Action")),
      ], rows: rows))
    """)
}

private func ownActions(_ file: MandateFile, on today: Day, acting: Mandate?) -> HTML {
  let giveUp: HTML =
    file.mandate.stage.after(.giveUp) == nil
    ? "" : linkButton(Phrase(zh: "放弃", en: "Give up"), to: AccessPath.giveUp(file.mandate.id))
  guard file.mandate.holds(on: today) else { return giveUp }
  guard file.mandate.id != acting?.id else { return "\(badge(Phrase(zh: "正在代表", en: "Acting"), .success)) \(giveUp)" }
  let act = postButton(
    Phrase(zh: "代表该单位", en: "Act for it"), to: AccessPath.actFor, fields: [("mandate", "\(file.mandate.id)")])
  return "\(act)\(giveUp)"
}

func newMandatePage(_ state: FormState, on today: Day, acting: Mandate?) -> Page {
  let grades = MandateGrade.allCases.map { Choice($0.rawValue, $0.phrase) }
  let holder: HTML =
    acting?.grade == .administrator
    ? state.field(
      "holder", Phrase(zh: "经办人登录名", en: "Clerk's sign-in name"),
      help: Phrase(zh: "为本单位经办人申请时填写；留空即为本人", en: "To file for a clerk of your organisation; empty for yourself")) : ""
  return Page(
    Phrase(zh: "申请授权", en: "File a mandate"), trail: AccessTrail.account + [Crumb(mine, AccessPath.mandates)],
    state.form(
      to: AccessPath.newMandate, submit: Phrase(zh: "提交申请", en: "Submit"),
      """
      \(state.field(
        "organisation", Phrase(zh: "统一社会信用代码", en: "Unified social credit code"),
        else: acting?.organisation.description ?? "", need: .required,
        help: Phrase(zh: "营业执照或登记证书上的18位代码，可带空格", en: "The 18 symbols on the business licence or certificate; spaces do no harm")))\
      \(state.field(
        "organisation-name", Phrase(zh: "单位名称", en: "Organisation"), else: acting?.organisationName ?? "",
        need: .required, hint: "organization"))\
      \(state.field(
        "grade", Phrase(zh: "授权类型", en: "As"), .radio(grades), else: "clerk", need: .required,
        help: Phrase(
          zh: "经办人可代表单位办事；单位管理员还可为本单位的经办人申请授权",
          en: "A clerk acts for the organisation; its administrator also files mandates for its clerks")))\(holder)\
      \(state.field("from", Phrase(zh: "授权起始日", en: "First day"), .day, else: "\(today)", need: .required))\
      \(state.field("to", Phrase(zh: "授权截止日", en: "Last day"), .day, help: Phrase(zh: "留空即至撤销为止", en: "Empty: until revoked")))\
      \(state.field(
        "proof", Phrase(zh: "授权证明", en: "Proof"), .area(rows: 2), need: .required,
        help: Phrase(zh: "如授权委托书文号、签发日期", en: "Such as number and date of the letter of authority")))
      """))
}

func giveUpPage(_ file: MandateFile, _ state: FormState) -> Page {
  Page(
    Phrase(zh: "放弃授权", en: "Give up a mandate"), trail: AccessTrail.account + [Crumb(mine, AccessPath.mandates)],
    """
    <p>\(organisation(file.mandate))</p>
    \(state.form(
      to: AccessPath.giveUp(file.mandate.id), revision: file.revision, submit: Phrase(zh: "放弃", en: "Give up"),
      reasonField(state)))
    """)
}

func mandateQueuePage(_ found: [MandateFile], at stage: MandateStage) -> Page {
  let title = Phrase(zh: "单位授权审核", en: "Mandates")
  let shown = found.prefix(50)
  let rows = shown.map { file -> [HTML] in
    [
      "<a href=\"\(AccessPath.decide(file.mandate.id))\">\(organisation(file.mandate))</a>",
      "\(file.mandate.grade.phrase)", span(file.mandate), "\(Instant(file.filedAt))",
    ]
  }
  let list: HTML =
    rows.isEmpty
    ? emptyState(
      Phrase(zh: "没有这种状态的授权", en: "No mandates in this state"),
      Phrase(zh: "新申请会出现在“待审核”中", en: "New ones appear under “Awaiting approval”"))
    : table(
      title,
      columns: [
        Column(Phrase(zh: "单位", en: "Organisation"), .name), Column(Phrase(zh: "授权类型", en: "As")),
        Column(Phrase(zh: "期限", en: "From – to"), .code), Column(Phrase(zh: "申请时间", en: "Filed"), .code),
      ], rows: rows)
  return Page(
    title,
    """
    \(tabs(
      Phrase(zh: "状态", en: "State"), MandateStage.allCases.map { ($0.phrase, AccessPath.queue(at: $0)) },
      current: AccessPath.queue(at: stage)))
    \(list)
    \(pager(newer: nil, older: found.count > 50 ? AccessPath.queue(at: stage, after: shown.last?.mandate.id) : nil))
    """)
}

func decisionPage(_ file: MandateFile, holder: MandateHolder, _ state: FormState, mayLook: Bool) -> Page {
  let look = linkButton(
    Phrase(zh: "查看持有人完整姓名与联系方式", en: "See the holder's full name and contact"),
    to: AccessPath.look(holder.id, back: AccessPath.decide(file.mandate.id)))
  let steps = MandateStep.ofCentre.filter { file.mandate.stage.after($0) != nil }
  let form: HTML =
    steps.isEmpty
    ? ""
    : state.form(
      to: AccessPath.decide(file.mandate.id), revision: file.revision, submit: Phrase(zh: "提交", en: "Submit"),
      """
      \(state.field("step", Phrase(zh: "处理", en: "Decision"), .radio(steps.map { Choice($0.rawValue, $0.phrase) }), need: .required))\
      \(state.field(
        "reason", Phrase(zh: "意见", en: "Note"), .area(),
        help: Phrase(zh: "不予批准和撤销必填，申请人可见", en: "Needed to refuse or revoke; the person sees it")))
      """)
  return Page(
    Phrase(zh: "审核授权", en: "Decide on a mandate"), trail: AccessTrail.queue,
    """
    \(definitions([
      (Phrase(zh: "单位", en: "Organisation"), organisation(file.mandate)),
      (Phrase(zh: "授权类型", en: "As"), "\(file.mandate.grade.phrase)"),
      (Phrase(zh: "持有人登录名", en: "Holder's sign-in name"), "<span translate=\"no\">\(holder.name)</span>"),
      (Phrase(zh: "持有人姓名", en: "Holder's name"), marked(holder.displayName.description)),
      (Phrase(zh: "期限", en: "From – to"), span(file.mandate)),
      (Phrase(zh: "授权证明", en: "Proof"), "\(file.proof, in: .zh)"),
      (Phrase(zh: "状态", en: "State"), "\(file.mandate.stage.phrase)"),
      (Phrase(zh: "申请时间", en: "Filed"), "\(Instant(file.filedAt))"),
      (Phrase(zh: "意见", en: "Note"), file.note.map { "\($0, in: .zh)" } ?? "\(Phrase(zh: "无", en: "None"))"),
    ]))
    \(if: mayLook, "<p class=\"actions\">\(look)</p>")\(form)
    """)
}

func reasonField(_ state: FormState) -> HTML {
  state.field(
    "reason", Phrase(zh: "原因", en: "Reason"), .area(rows: 2), need: .required,
    help: Phrase(zh: "会记入留痕", en: "It goes into the journal"))
}

private func organisation(_ mandate: Mandate) -> HTML {
  "\(mandate.organisationName, in: .zh) <code>\(mandate.organisation)</code>"
}

private func span(_ mandate: Mandate) -> HTML {
  "\(mandate.from.description) – \(mandate.to.map { "\($0.description)" as HTML } ?? "\(Phrase(zh: "撤销为止", en: "until revoked"))")"
}

private func stageBadge(_ mandate: Mandate, on today: Day) -> HTML {
  guard mandate.stage == .approved, !mandate.holds(on: today) else {
    let tone: Tone =
      switch mandate.stage {
      case .filed: .information
      case .approved: .success
      case .refused, .revoked: .neutral
      }
    return badge(mandate.stage.phrase, tone)
  }
  return mandate.from > today
    ? badge(Phrase(zh: "未到期限", en: "Not yet in force"), .information)
    : badge(Phrase(zh: "已到期", en: "Over"), .neutral)
}
