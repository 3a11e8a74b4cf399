import Access
import Kernel
import Markup
import Premises
import PremisesStore
import Web

private let stagesCrumb = Crumb(Phrase(zh: "机构分期", en: "Stages of the tenants"), PremisesPath.stages())
private let criteriaCrumb = Crumb(Phrase(zh: "分期标准", en: "Criteria"), PremisesPath.criteria)

/// Every version of the criteria.
func criteriaPage(_ versions: [StageCriteria], today: Day, maySet: Bool) -> Page {
  let now = StageCriteria.inForce(versions, on: today)
  return Page(
    Phrase(zh: "分期标准", en: "Criteria of the stages"), trail: [premisesCrumb, stagesCrumb],
    """
    <p class="lead">\(Phrase(
      zh: "成熟期、成长期各项门槛全部达到才算；都没有达到成长期的为初创期。标准由试验区自行确定，不是法定值。",
      en: "An institution is mature or growing if it meets every threshold of that stage, and starting otherwise. The zone adopts the criteria itself; they are not law."))</p>
    \(if: maySet, "<p class=\"actions\">\(linkButton(Phrase(zh: "拟定新标准", en: "Draft a new version"), to: PremisesPath.newCriteria, .main))</p>")
    \(versions.isEmpty ? nothing : list(versions, now))
    """)
}

private let nothing = emptyState(
  Phrase(zh: "还没有发布分期标准", en: "No criteria have been published yet"),
  Phrase(zh: "由运营中心拟定，确认前可预览每家机构的变化", en: "The operation centre drafts them and sees before confirming whom they move"))

private func list(_ versions: [StageCriteria], _ now: StageCriteria?) -> HTML {
  table(
    Phrase(zh: "历次标准", en: "Versions"),
    columns: [
      Column(Phrase(zh: "自", en: "From"), .name), Column(Phrase(zh: "文件", en: "Document")),
      Column(Phrase(zh: "成熟期", en: "Mature")), Column(Phrase(zh: "成长期", en: "Growing")),
      Column(Phrase(zh: "状态", en: "State")),
    ],
    rows: versions.map { version in
      [
        "<a href=\"\(PremisesPath.criteria(version.id))\">\(version.from)</a>", marked(version.document),
        thresholds(version, .mature), thresholds(version, .growing), state(version, isNow: version.id == now?.id),
      ]
    })
}

private func state(_ version: StageCriteria, isNow: Bool) -> HTML {
  if version.isWithdrawn { return badge(Phrase(zh: "已撤回", en: "Withdrawn"), .error) }
  return isNow ? badge(Phrase(zh: "施行中", en: "In force"), .success) : badge(Phrase(zh: "自定", en: "Adopted"))
}

private func thresholds(_ version: StageCriteria, _ stage: TenantStage) -> HTML {
  let found = version.thresholds.filter { $0.stage == stage }
  guard !found.isEmpty else { return "\(Phrase(zh: "不设", en: "None"))" }
  return found.enumerated().reduce(into: "" as HTML) { text, line in
    let (measure, value) = (line.element.measure.phrase, line.element.measure.phrase(of: line.element.minimum))
    text += """
      \(if: line.offset > 0, "<br>")\(Phrase(zh: "\(measure.zh)≥\(value.zh)", en: "\(measure.en) ≥ \(value.en)"))
      """
  }
}

/// One version, and whom it moved.
func versionPage(_ file: CriteriaFile, _ links: PremisesLinks, history: Link?, for account: Account) -> Page {
  let version = file.criteria
  let maySet = account.may(.setStageCriteria) && !version.isWithdrawn
  let withdraw = linkButton(Phrase(zh: "撤回", en: "Withdraw"), to: PremisesPath.withdraw(version.id))
  return Page(
    Phrase(zh: "分期标准（自 \(version.from)）", en: "Criteria from \(version.from)"),
    trail: [premisesCrumb, stagesCrumb, criteriaCrumb],
    """
    \(if: version.isWithdrawn, notice(
      .warning, Phrase(zh: "这版标准已撤回，不再适用", en: "This version was withdrawn and holds no longer")))
    \(definitions([
      (Phrase(zh: "文件", en: "Document"), marked(version.document)),
      (Phrase(zh: "通过", en: "Adopted by"), marked(version.adoptedBy)),
      (Phrase(zh: "成熟期", en: "Mature"), thresholds(version, .mature)),
      (Phrase(zh: "成长期", en: "Growing"), thresholds(version, .growing)),
    ]))
    <p class="actions">\(if: maySet, withdraw)\(history.map { linkButton(Phrase(zh: "查看历史", en: "History"), to: $0) })</p>
    <section><h2>\(Phrase(zh: "发布时的变化", en: "Whom it moved when it was adopted"))</h2>
    \(moveTable(file.moves, links, mayKnow: account.may(.managePremises)))</section>
    """)
}

/// Who moves from which stage to which, and why.
func moveTable(_ moves: [StageMove], _ links: PremisesLinks, mayKnow: Bool) -> HTML {
  guard !moves.isEmpty else {
    return emptyState(
      Phrase(zh: "没有机构因此变动", en: "Nobody moves"),
      Phrase(zh: "在驻机构的分期都不变", en: "Every tenant stays at its stage"))
  }
  return table(
    Phrase(zh: "变动的机构", en: "Who moves"),
    columns: [
      Column(Phrase(zh: "机构", en: "Tenant"), .name), Column(Phrase(zh: "由", en: "From")),
      Column(Phrase(zh: "到", en: "To")), Column(Phrase(zh: "原因", en: "Why")),
    ],
    rows: moves.map { move in
      [
        tenantLink(move.tenantName, move.tenant, links), stageWord(move.from), stageWord(move.to),
        reasons(move, mayKnow: mayKnow),
      ]
    })
}

private func stageWord(_ stage: TenantStage?) -> HTML {
  stage.map { badge($0.phrase, .information) } ?? badge(Phrase(zh: "无法判定", en: "Cannot be told"), .warning)
}

private func reasons(_ move: StageMove, mayKnow: Bool) -> HTML {
  guard mayKnow else { return "\(Phrase(zh: "机构数值仅限管理人员查看", en: "Values are shown to the staff alone"))" }
  return "<ul>\(move.reasons.map { "<li>\($0.phrase)</li>" as HTML })</ul>"
}

/// What the form of a new version has found out.
enum CriteriaPreview {
  case none
  case moves([StageMove])
  case refused(any Refusal)
}

/// The form of a new version: first its thresholds, then whom they move, then the confirmation.
func newCriteriaPage(
  _ fields: CriteriaFields, _ preview: CriteriaPreview, _ state: FormState, _ links: PremisesLinks
) -> Page {
  Page(
    Phrase(zh: "拟定分期标准", en: "Draft criteria"), trail: [premisesCrumb, stagesCrumb, criteriaCrumb],
    """
    <p class="lead">\(Phrase(
      zh: "先填写门槛并预览，看清哪些机构因此变动及原因，再确认发布。",
      en: "Give the thresholds and see whom they move and why; only then confirm."))</p>
    \(faults(preview))\(thresholdForm(fields))
    \(confirmation(fields, preview, state, links))
    """)
}

private func faults(_ preview: CriteriaPreview) -> HTML {
  guard case .refused(let refusal) = preview else { return "" }
  let causes = (refusal as? FormRefusal)?.causes ?? [refusal]
  return notice(
    .error, Phrase(zh: "还不能预览，请更正", en: "No preview yet; please correct"),
    "<ul>\(causes.map { "<li>\($0.phrase)</li>" as HTML })</ul>")
}

private func thresholdForm(_ fields: CriteriaFields) -> HTML {
  let groups = CriteriaFields.stages.map { stage -> HTML in
    let inputs = StageMeasure.allCases.map { measure -> HTML in
      let name = CriteriaFields.name(stage, measure)
      return field(name, label(measure), values: [fields.typed[name] ?? ""], help: nil)
    }
    return "<fieldset class=\"field\"><legend>\(stage.phrase)</legend>\(inputs)</fieldset>"
  }
  return """
    <form class="form" method="get" action="\(PremisesPath.newCriteria)">\
    \(field("from", Phrase(zh: "自何日起施行", en: "In force from"), .day, values: [fields.typed["from"] ?? ""], need: .required))\
    \(groups)<div class="form-actions">\(button(Phrase(zh: "预览变动", en: "See whom it moves")))</div></form>
    """
}

private func label(_ measure: StageMeasure) -> Phrase {
  switch measure {
  case .staff: Phrase(zh: "从业人员不少于（人）", en: "Staff, at least")
  case .revenue: Phrase(zh: "知识产权服务收入不少于（万元）", en: "Revenue from IP services, at least (¥10,000)")
  case .years: Phrase(zh: "注册满（年）", en: "Years since registration, at least")
  }
}

private func confirmation(
  _ fields: CriteriaFields, _ preview: CriteriaPreview, _ state: FormState, _ links: PremisesLinks
) -> HTML {
  guard case .moves(let moves) = preview else { return "" }
  let kept = fields.query.map { hidden($0.0, $0.1) }
  return """
    <section><h2>\(Phrase(zh: "变动预览：\(moves.count) 家", en: "It would move \(moves.count)"))</h2>
    \(moveTable(moves, links, mayKnow: true))</section>
    <section><h2>\(Phrase(zh: "确认发布", en: "Confirm"))</h2>
    \(state.form(
      to: PremisesPath.newCriteria(fields.query), submit: Phrase(zh: "发布标准", en: "Publish"),
      """
      \(kept)\(hidden("mark", StageMove.mark(of: moves)))\
      \(state.field("adopted-by", Phrase(zh: "由谁通过", en: "Adopted by"), need: .required))\
      \(state.field("document", Phrase(zh: "发布文件", en: "Published in"), need: .required))
      """))</section>
    """
}

func withdrawCriteriaPage(_ version: StageCriteria, _ state: FormState) -> Page {
  Page(
    Phrase(zh: "撤回分期标准", en: "Withdraw criteria"), trail: [premisesCrumb, stagesCrumb, criteriaCrumb],
    """
    <p class="lead">\(Phrase(
      zh: "撤回自 \(version.from) 起施行的标准后，恢复适用前一版；发布时的变动名单仍保留。",
      en: "Without the version from \(version.from) the one before it holds again; the list of whom it moved stays."))</p>
    \(state.form(
      to: PremisesPath.withdraw(version.id), revision: version.revision, submit: Phrase(zh: "撤回", en: "Withdraw"),
      reasonField(state)))
    """)
}
