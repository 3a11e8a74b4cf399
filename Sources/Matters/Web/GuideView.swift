import Access
import Kernel
import Ledgers
import Markup
import Matters
import MattersStore
import Rules
import Web

func guideListPage(_ procedures: [Procedure], for account: Account) -> Page {
  let cards = procedures.map { procedure -> HTML in
    """
    <li class="card"><h2><a href="\(MatterPath.guide(procedure.head.code))">\(procedure.head.name)</a></h2>
    <p>\(procedure.head.purpose)</p><p class="help">\(procedure.head.fee)</p></li>
    """
  }
  return Page(
    Phrase(zh: "办事指南", en: "What you can ask for"),
    """
    <p class="lead">\(Phrase(
      zh: "每个事项写明依据、材料、步骤、时限和收费；凭查询码可随时查看进度，无需账号。",
      en: "Each says what it rests on, what to bring, its steps, its days and its price; with its code anybody can follow a matter without an account."))</p>
    <p class="actions">\(linkButton(Phrase(zh: "凭查询码查进度", en: "Follow a matter by its code"), to: MatterPath.status))
    \(linkButton(Phrase(zh: "办件统计", en: "How matters have gone"), to: MatterPath.statistics))</p>
    <ul class="cards">\(cards)</ul>
    """)
}

func guidePage(
  _ procedure: Procedure, _ limits: [ClockLength], _ links: MatterLinks, for account: Account
) -> Page {
  let head = procedure.head
  let isOpen = account.may(head.filers) || account.standing == .visitor
  return Page(
    head.name, trail: [Crumb(Phrase(zh: "办事指南", en: "What you can ask for"), MatterPath.guides)],
    """
    <p class="lead">\(head.purpose)</p>
    \(if: isOpen, "<p class=\"actions\">\(linkButton(Phrase(zh: "开始办理", en: "Begin"), to: MatterPath.new(head.code), .main))</p>")
    \(definitions([
      (Phrase(zh: "办理对象", en: "Who may ask"), "\(head.audience)"),
      (Phrase(zh: "办理依据", en: "Basis"), "\(head.basis)"),
      (Phrase(zh: "收费", en: "Fee"), "\(head.fee)"),
      (Phrase(zh: "登录与匿名", en: "Account and name"), "\(whoMustSignIn(head, account))"),
    ]))
    \(materials(procedure))
    \(limitTable(limits, links))
    \(stageTable(procedure))
    \(byCode(procedure))
    """)
}

/// Whether an account, a mandate or a name is needed, as far as the reader's own rights tell.
private func whoMustSignIn(_ head: ProcedureHead, _ account: Account) -> Phrase {
  if head.allowsAnonymity {
    return Phrase(
      zh: "无需账号；可以匿名提出，平台不留存任何身份信息",
      en: "No account is needed; it can be anonymous, and nothing about who asks is kept")
  }
  if head.isForOrganisations {
    return Phrase(
      zh: "须登录，并取得单位授权；也可到窗口由工作人员代为登记",
      en: "An account and a mandate of the organisation; or a counter takes it in")
  }
  return account.standing == .visitor && account.may(head.filers)
    ? Phrase(zh: "无需账号，凭查询码查看答复；登录后提交的也列在“我的办件”", en: "No account is needed; the code shows the answer")
    : Phrase(zh: "须登录；也可到窗口由工作人员代为登记", en: "An account; or a counter takes it in")
}

private func materials(_ procedure: Procedure) -> HTML {
  let title = Phrase(zh: "申请材料", en: "What to hand in")
  guard !procedure.materials.isEmpty else {
    return "<h2>\(title)</h2><p>\(Phrase(zh: "无需提交材料，网上填写即可。", en: "Nothing: the form is all."))</p>"
  }
  return """
    <h2>\(title)</h2>
    \(table(
      title,
      columns: [
        Column(Phrase(zh: "材料", en: "Document")), Column(Phrase(zh: "要求", en: "Need")),
        Column(Phrase(zh: "说明", en: "Notes")),
      ],
      rows: procedure.materials.map { one in
        [
          "\(one.name)",
          "\(one.isRequired ? (one.condition == nil ? Phrase(zh: "必交", en: "Required") : Phrase(zh: "符合条件时必交", en: "Required where it applies")) : Phrase(zh: "可选", en: "Optional"))",
          one.help.map { "\($0)" } ?? "",
        ]
      }))
    """
}

private func limitTable(_ limits: [ClockLength], _ links: MatterLinks) -> HTML {
  guard !limits.isEmpty else { return "" }
  let title = Phrase(zh: "办理时限", en: "Time limits")
  return """
    <h2>\(title)</h2>
    \(table(
      title,
      columns: [
        Column(Phrase(zh: "环节", en: "For")), Column(Phrase(zh: "时限", en: "Time")),
        Column(Phrase(zh: "性质与来源", en: "What it rests on")),
      ],
      rows: limits.map { one in
        [
          "\(one.clock.words)",
          one.limit.map { "\($0.phrase)" }
            ?? "\(Phrase(zh: "尚未确定", en: "Not set yet"))",
          "\(one.status)\(Phrase(zh: "，", en: ", "))<a href=\"\(links.rule(one.clock.rule.description))\">\(Phrase(zh: "规则", en: "rule")) \(one.clock.rule.description)</a>",
        ]
      }))
    """
}

/// The stages with where each leads: the chart as a table that everybody can read.
private func stageTable(_ procedure: Procedure) -> HTML {
  let title = Phrase(zh: "办理流程", en: "How it goes")
  return """
    <h2>\(title)</h2>
    \(table(
      title,
      columns: [
        Column(Phrase(zh: "阶段", en: "Stage")), Column(Phrase(zh: "对外状态", en: "What you read")),
        Column(Phrase(zh: "下一步", en: "What may follow")),
      ],
      rows: procedure.stages.map { stage in
        [
          "\(stage.phrase)\(if: stage.end != nil, " \(badge(stage.end?.phrase ?? stage.phrase))")", "\(stage.status)",
          ways(procedure, from: stage),
        ]
      }))
    """
}

private func ways(_ procedure: Procedure, from stage: StageEntry) -> HTML {
  let ways = procedure.steps(at: stage.code).map { step -> HTML in
    let next = procedure.after(step.code, at: stage.code).flatMap { procedure.stage($0) }
    return "<li>\(step.phrase) → \(next?.phrase ?? step.phrase)</li>"
  }
  return ways.isEmpty ? "" : "<ul class=\"plain\">\(ways)</ul>"
}

/// What who filed can do later with the code alone.
private func byCode(_ procedure: Procedure) -> HTML {
  let steps = procedure.steps.filter { $0.takers.contains(.filer) }
  guard !steps.isEmpty else { return "" }
  return """
    <h2>\(Phrase(zh: "凭查询码办理", en: "With the code on the receipt"))</h2>
    <p class="actions">\(steps.map { linkButton($0.phrase, to: MatterPath.statusStep(procedure.head.code, $0.code)) })</p>
    """
}
