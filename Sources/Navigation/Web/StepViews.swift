import Kernel
import Markup
import Navigation
import NavigationStore
import Web

/// A step that only needs to be confirmed.
func stepPage(
  _ file: NavigationFile, _ step: NavigationStep, _ state: FormState, revision: Int64, _ words: Phrase
) -> Page {
  Page(
    step.phrase, trail: [navigationsCrumb, crumb(file.project)],
    """
    <p class="lead">\(words)</p>
    \(if: !file.gaps.isEmpty, gapList(file.gaps))
    \(state.form(
      to: NavigationPath.part(file.project.id, step.rawValue), revision: revision, submit: step.phrase, ""))
    """)
}

func releasePage(_ file: NavigationFile, _ state: FormState) -> Page {
  stepPage(
    file, .release, state, revision: file.project.revision,
    Phrase(
      zh: "发布后内容不再改动。没有清洗记录、没有截止日或未通过专家评审的，不能发布。",
      en:
        "A released report is not changed any more. Without a cleaning log, a cut-off date or an expert’s acceptance it cannot be released."
    ))
}

/// What is still to be done before a release.
private func gapList(_ gaps: [ReleaseGap]) -> HTML {
  notice(
    .warning, Phrase(zh: "发布前还缺", en: "Missing for a release"),
    "<ul>\(gaps.map { "<li>\(marked($0.phrase))</li>" as HTML })</ul>")
}

/// A step that needs a reason.
func reasonPage(_ file: NavigationFile, _ step: NavigationStep, _ state: FormState, _ words: Phrase) -> Page {
  Page(
    step.phrase, trail: [navigationsCrumb, crumb(file.project)],
    """
    <p class="lead">\(words)</p>
    \(state.form(
      to: NavigationPath.part(file.project.id, step.rawValue), submit: step.phrase,
      state.field("reason", Phrase(zh: "理由", en: "Reason"), .area(rows: 3), need: .required)))
    """)
}

func reviewFormPage(_ file: NavigationFile, _ state: FormState) -> Page {
  let id = file.project.id
  return Page(
    Phrase(zh: "评审", en: "Review"), trail: [navigationsCrumb, crumb(file.project)],
    """
    <p>\(data(file.project.facts.title)) · \(data(file.project.facts.ordererName))</p>
    \(if: file.project.stage != .reviewing, notice(.information, Phrase(zh: "项目现不在评审中", en: "The project is not under review now")))
    \(if: file.dataset != nil, "<p class=\"actions\">\(linkButton(Phrase(zh: "报告", en: "Report"), to: NavigationPath.part(id, "report")))\(linkButton(Phrase(zh: "方法页", en: "Method"), to: NavigationPath.part(id, "method")))</p>")
    \(state.form(
      to: NavigationPath.part(id, "review"), submit: Phrase(zh: "提交意见", en: "Give the opinion"),
      """
      \(state.field("verdict", Phrase(zh: "结论", en: "Verdict"), .radio(NavigationReview.Verdict.allCases.map { Choice($0.rawValue, $0.phrase) }), need: .required))\
      \(state.field("capacity", Phrase(zh: "职务或职称", en: "Your post or title"), need: .required))\
      \(state.field("opinion", Phrase(zh: "意见", en: "Opinion"), .area(rows: 6), need: .required, help: Phrase(zh: "通过或退回都写明理由", en: "Give reasons either way")))
      """))
    \(if: !file.reviews.isEmpty, reviewTable(file.reviews))
    """)
}

func usePage(_ file: NavigationFile, _ state: FormState, today: Day) -> Page {
  Page(
    Phrase(zh: "登记运用", en: "Tell a use"), trail: [navigationsCrumb, crumb(file.project)],
    state.form(
      to: NavigationPath.part(file.project.id, "uses/new"), submit: Phrase(zh: "登记", en: "Put on record"),
      """
      \(state.field("user", Phrase(zh: "使用单位", en: "Who used it"), else: file.project.facts.ordererName, need: .required))\
      \(state.field("decision", Phrase(zh: "据此所作的决策", en: "Which decision was taken on it"), .area(rows: 4), need: .required))\
      \(state.field("day", Phrase(zh: "日期", en: "Day"), .day, else: today.description, need: .required))\
      \(state.field("document", Phrase(zh: "依据文件（纪要、批文）", en: "Document (minutes, approval)")))
      """))
}
