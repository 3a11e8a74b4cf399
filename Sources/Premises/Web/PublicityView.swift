import Kernel
import Ledgers
import LedgersWeb
import Markup
import Premises
import PremisesStore
import Web

/// Who is to be admitted, until when anybody may object.
func publicityPage(_ decisions: [PublicDecision]) -> Page {
  let title = Phrase(zh: "入驻公示", en: "Decisions made public")
  return Page(
    title,
    """
    <p class="lead">\(Phrase(
      zh: "评审组同意入驻的机构在此公示。任何人都可以在公示期内提出异议，无需账号；异议成立的退回评审。",
      en: "Institutions that a panel has admitted. Until the last day anybody may object, without an account; if the objection is upheld the panel decides again."))</p>
    \(decisions.isEmpty ? nothing : list(decisions, title))
    """)
}

private let nothing = emptyState(
  Phrase(zh: "目前没有公示中的机构", en: "Nothing is in publicity at present"),
  Phrase(zh: "入驻的条件、步骤和时限见办事指南", en: "The guide says how to move in, with steps and days"),
  action: linkButton(Phrase(zh: "机构入驻指南", en: "Guide: moving in"), to: Link("/guide/move-in")))

private func list(_ decisions: [PublicDecision], _ title: Phrase) -> HTML {
  table(
    title,
    columns: [
      Column(Phrase(zh: "机构", en: "Institution"), .name),
      Column(Phrase(zh: "拟入驻片区", en: "Site")), Column(Phrase(zh: "认定阶段", en: "Stage")),
      Column(Phrase(zh: "评审决定", en: "Decision")), Column(Phrase(zh: "公示期", en: "From and until"), .code),
      Column(Phrase(zh: "状态", en: "State")),
    ],
    rows: decisions.map { one in
      [
        "\(marked(one.name))\(one.code.map { "<br><code>\($0)</code>" as HTML })",
        one.site.map { "\($0.shortName)" } ?? .notKnown,
        one.stage.map { "\($0.phrase)" } ?? .notKnown, marked(one.decision), period(one), state(of: one),
      ]
    })
}

private func period(_ decision: PublicDecision) -> HTML {
  guard let from = decision.from, let until = decision.until else { return .notKnown }
  return """
    \(from) – \(until.day)\(until.caution.map { " \(statusMark(Phrase(zh: "暂定", en: "Provisional"), .warning, explanation: $0))" as HTML })
    """
}

private func state(of decision: PublicDecision) -> HTML {
  guard !decision.isOver else { return badge(Phrase(zh: "公示期已满", en: "Over"), .neutral) }
  let objected: HTML = decision.isObjected ? "\(badge(Phrase(zh: "异议核查中", en: "Objected"), .warning)) " : ""
  return "\(objected)\(linkButton(Phrase(zh: "提出异议", en: "Object"), to: PremisesPath.object(decision.matter)))"
}

/// Who objects says who he is to the staff alone.
func objectionPage(_ decision: PublicDecision, _ state: FormState) -> Page {
  Page(
    Phrase(zh: "提出公示异议", en: "Object to a decision"),
    trail: [Crumb(Phrase(zh: "入驻公示", en: "Decisions made public"), PremisesPath.publicity)],
    """
    \(definitions([
      (Phrase(zh: "机构", en: "Institution"), marked(decision.name)),
      (Phrase(zh: "评审决定", en: "Decision"), marked(decision.decision)),
      (Phrase(zh: "公示期", en: "From and until"), period(decision)),
    ]))
    <p>\(Phrase(
      zh: "异议内容会转给申请机构和评审组；您的姓名和联系方式只有运营中心看得到。",
      en: "What you object to is passed on to the applicant and the panel; your name and how to reach you, the centre alone reads."))</p>
    \(state.form(
      to: PremisesPath.object(decision.matter), submit: Phrase(zh: "提交异议", en: "Hand in the objection"),
      "\(Admission.Step.object.fields.map { $0.input(state) })"))
    """)
}
