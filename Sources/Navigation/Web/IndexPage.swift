import Access
import Kernel
import Markup
import Navigation
import NavigationStore
import Web

/// The projects that somebody may see.
func navigationIndexPage(_ lines: [NavigationLine], _ links: NavigationLinks, for account: Account) -> Page {
  let mayOpen = account.may(.keepNavigation)
  let door = mayOpen ? linkButton(Phrase(zh: "立项", en: "New project"), to: NavigationPath.new, .main) : ""
  return Page(
    Phrase(zh: "专利导航", en: "Patent navigation"),
    """
    <p class="lead">\(Phrase(
      zh: "以专利数据为核心，为区域、产业、企业、研发和人才决策提供依据。每份报告附方法页：来源、检索式、截止日、命中、去噪与保留件数逐一可查，存储的检索式可以随时复算。",
      en: "Patent data as a basis for decisions on regions, industries, firms, research and people. Each report has its method page: sources, searches, cut-off date, what was found, removed and kept; and the stored searches can be run again at any time."))</p>
    \(if: mayOpen, "<p class=\"actions\">\(door)</p>")
    \(lines.isEmpty ? empty(door) : projectTable(lines))
    """)
}

private func empty(_ door: HTML) -> HTML {
  emptyState(
    Phrase(zh: "还没有可以查看的项目", en: "There is no project that you may see"),
    Phrase(zh: "公开发布的报告在这里列出；委托方可见本单位的报告。", en: "Released public reports stand here; who ordered one sees the own."),
    action: door)
}

private func projectTable(_ lines: [NavigationLine]) -> HTML {
  table(
    Phrase(zh: "项目", en: "Projects"),
    columns: [
      Column(Phrase(zh: "题目", en: "Title"), .name), Column(Phrase(zh: "类型", en: "Kind")),
      Column(Phrase(zh: "委托方", en: "Ordered by")), Column(Phrase(zh: "承办", en: "Made by")),
      Column(Phrase(zh: "进度", en: "Stage"), .code), Column(Phrase(zh: "数据集", en: "Dataset"), .number),
      Column(Phrase(zh: "初稿期限", en: "Draft due")),
    ],
    rows: lines.map { line in
      let project = line.project
      return [
        "<a href=\"\(NavigationPath.show(project.id))\">\(data(project.facts.title))</a>",
        "\(project.facts.kind.phrase)", data(project.facts.ordererName), maker(project),
        badge(project.stage.phrase, tone(of: project.stage)),
        line.dataset.map {
          number($0.count, NavigationPath.documents(project.id, DatasetQuestion(state: .all)))
        } ?? .notKnown, clockCell(line.clock),
      ]
    })
}
