import Kernel
import Markup
import Navigation
import NavigationStore
import Web

func newProjectPage(_ state: FormState, _ links: NavigationLinks) -> Page {
  Page(
    Phrase(zh: "专利导航立项", en: "New navigation project"), trail: [navigationsCrumb],
    """
    \(state.form(
      to: NavigationPath.new, submit: Phrase(zh: "立项", en: "Open the project"), scopeFields(nil, state, links)))
    <p class="fine-print"><a href="\(links.mandates)">\(Phrase(
      zh: "服务机构须先取得单位授权", en: "An agency’s people need its mandate first"))</a></p>
    """)
}

func scopePage(_ file: NavigationFile, _ state: FormState, _ links: NavigationLinks) -> Page {
  Page(
    Phrase(zh: "修改范围", en: "Change the scope"), trail: [navigationsCrumb, crumb(file.project)],
    """
    \(if: file.dataset != nil, notice(
      .warning,
      Phrase(zh: "已冻结过数据集：改动截止日或检索限定后须重新冻结", en: "A dataset is frozen: after another cut-off date or restriction it must be frozen anew")))
    \(state.form(
      to: NavigationPath.part(file.project.id, "scope"), revision: file.project.revision, submit: Phrase(zh: "保存", en: "Save"),
      scopeFields(file.project.facts, state, links)))
    """)
}

private func scopeFields(_ facts: NavigationFacts?, _ state: FormState, _ links: NavigationLinks) -> HTML {
  let kinds = NavigationKind.allCases.map { kind in
    Choice(
      kind.rawValue,
      Phrase(zh: "\(kind.phrase.zh)：\(kind.question.zh)", en: "\(kind.phrase.en): \(kind.question.en)"))
  }
  return """
    \(state.field("title", Phrase(zh: "题目", en: "Title"), else: facts?.title ?? "", need: .required))\
    \(state.field("kind", Phrase(zh: "类型（GB/T 39551）", en: "Kind (GB/T 39551)"), .radio(kinds), else: facts?.kind.rawValue ?? NavigationKind.industrial.rawValue, need: .required))\
    \(state.field("orderer", Phrase(zh: "委托方（园区或企业）", en: "Ordered by (park or firm)"), else: facts?.ordererName ?? "", need: .required))\
    \(state.field("orderer-code", Phrase(zh: "委托方统一社会信用代码", en: "Its unified social credit code"), else: facts?.orderer?.description ?? "", help: Phrase(zh: "填写后，该单位可查看发布的报告并登记运用", en: "With it, the organisation sees the released report and tells what it was used for")))\
    \(state.field("need", Phrase(zh: "要回答的问题与拟作的决策", en: "The question, and what is to be decided"), .area(rows: 3), else: facts?.need ?? "", need: .required))\
    \(state.field("scope", Phrase(zh: "范围（地域、产业、技术、时间）", en: "Scope: region, industry, technology, time"), .area(rows: 3), else: facts?.scope ?? ""))\
    \(state.field("restriction", Phrase(zh: "检索限定", en: "Restriction of all searches"), .lines(rows: 2), else: facts?.restriction ?? "", help: Phrase(zh: "与每个分支的检索式同时满足，如 ADY=2010..2025；语法见检索说明", en: "Holds together with the search of each branch, such as ADY=2010..2025; see the help of the search")))\
    \(state.field("cutoff", Phrase(zh: "检索截止日", en: "Cut-off date"), .day, else: facts?.cutoff?.description ?? "", help: Phrase(zh: "此日以后公开的文献不计入；没有截止日的报告不能发布", en: "Documents published later are left out; without it nothing can be released")))\
    \(state.field("public", Phrase(zh: "发布后向社会公开", en: "Open to everybody once released"), .check, else: facts?.isPublic == true ? "yes" : ""))\
    <p><a href="\(links.searchHelp)">\(Phrase(zh: "检索语法", en: "The language of searches"))</a></p>
    """
}

func tablePage(_ file: NavigationFile, _ state: FormState, _ links: NavigationLinks) -> Page {
  Page(
    Phrase(zh: "技术分解表", en: "Technology table"), trail: [navigationsCrumb, crumb(file.project)],
    """
    <p class="lead">\(Phrase(
      zh: "每行一个分支：名称 | 检索式。可以从表格直接粘贴两列。", en: "A branch a line: its name, “|”, its search. Two columns of a spreadsheet can be pasted."))</p>
    <p><a href="\(links.searchHelp)">\(Phrase(zh: "检索语法", en: "The language of searches"))</a></p>
    \(state.form(
      to: NavigationPath.part(file.project.id, "table"), submit: Phrase(zh: "保存", en: "Save"),
      state.field(
        "branches", Phrase(zh: "分支与检索式", en: "Branches and their searches"), .lines(rows: 12),
        else: file.table.map(\.line).joined(separator: "\n"), need: .required)))
    """)
}

/// The table as it stands, or as it was frozen.
func branchTable(_ project: NavigationProject, _ branches: [TechnologyBranch]) -> HTML {
  table(
    Phrase(zh: "技术分解表", en: "Technology table"),
    columns: [
      Column(Phrase(zh: "分支", en: "Branch"), .name), Column(Phrase(zh: "检索式", en: "Search")),
    ], rows: branches.map { [data($0.name), code($0.text(within: project.facts.restriction))] })
}
