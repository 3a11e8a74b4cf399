import Access
import Kernel
import Markup
import Navigation
import NavigationStore
import Web

/// A project from its question to what it was used for.
func projectPage(_ file: NavigationFile, _ links: NavigationLinks, for account: Account) -> Page {
  let project = file.project
  return Page(
    .text(project.facts.title, lang: language(of: project.facts.title)), trail: [navigationsCrumb],
    """
    \(stages(project))
    \(definitions(factPairs(file)))
    \(steps(file, links, for: account))
    <h2 id="table">\(Phrase(zh: "技术分解表", en: "Technology table"))</h2>
    \(file.table.isEmpty ? "<p>\(Phrase(zh: "还没有填写。", en: "Not written yet."))</p>" : branchTable(project, file.table))
    <h2 id="dataset">\(Phrase(zh: "数据集与清洗", en: "Dataset and cleaning"))</h2>
    \(datasetPart(file))
    <h2 id="chapters">\(Phrase(zh: "报告章节", en: "Chapters"))</h2>
    \(chapters(file))
    \(if: !file.reviews.isEmpty, "<h2>\(Phrase(zh: "专家评审", en: "Expert review"))</h2>\(reviewTable(file.reviews))")
    \(if: project.stage == .released, "<h2 id=\"uses\">\(Phrase(zh: "成果运用", en: "What it was used for"))</h2>\(usePart(file))")
    """)
}

private func stages(_ project: NavigationProject) -> HTML {
  guard project.stage != .declined else {
    return notice(
      .warning, Phrase(zh: "项目已终止", en: "The project was given up"), prose([project.declinedBecause ?? ""]))
  }
  let way: [NavigationStage] = [.scoping, .analysing, .reviewing, .accepted, .released]
  return Markup.steps(
    Phrase(zh: "进度", en: "Progress"), way.map(\.phrase), current: way.firstIndex(of: project.stage) ?? 0)
}

private func factPairs(_ file: NavigationFile) -> [(Phrase, HTML)] {
  let (project, facts) = (file.project, file.project.facts)
  return [
    (Phrase(zh: "类型", en: "Kind"), "\(facts.kind.phrase)"),
    (Phrase(zh: "委托方", en: "Ordered by"), data(facts.ordererName)),
    (Phrase(zh: "承办", en: "Made by"), maker(project)),
    (Phrase(zh: "初稿责任人", en: "Responsible for the draft"), data(project.authorName)),
    (Phrase(zh: "初稿期限", en: "Draft due"), clockCell(file.clock)),
    (Phrase(zh: "要回答的问题", en: "The question"), prose([facts.need])),
    (Phrase(zh: "范围", en: "Scope"), facts.scope.isEmpty ? .notKnown : prose([facts.scope])),
    (Phrase(zh: "检索限定", en: "Restriction"), facts.restriction.isEmpty ? .notKnown : code(facts.restriction)),
    (Phrase(zh: "检索截止日", en: "Cut-off date"), facts.cutoff.map { "\($0.description)" } ?? .notKnown),
    (
      Phrase(zh: "公开范围", en: "Open to"),
      "\(facts.isPublic ? Phrase(zh: "发布后向社会公开", en: "everybody, once released") : Phrase(zh: "发布后仅委托方可见", en: "who ordered it, once released"))"
    ),
  ]
}

/// What can be done now; a step that would be refused says why when it is tried.
private func steps(_ file: NavigationFile, _ links: NavigationLinks, for account: Account) -> HTML {
  let (project, id) = (file.project, file.project.id)
  var buttons: [HTML] = []
  func add(_ words: Phrase, _ part: String, _ sort: ButtonSort = .plain) {
    buttons.append(linkButton(words, to: NavigationPath.part(id, part), sort))
  }
  if file.rights.mayKeep, project.stage.mayScope {
    add(Phrase(zh: "修改范围", en: "Change the scope"), "scope")
    add(Phrase(zh: "填写技术分解表", en: "Write the technology table"), "table", file.table.isEmpty ? .main : .plain)
    add(NavigationStep.freeze.phrase, "freeze", !file.table.isEmpty && file.dataset == nil ? .main : .plain)
  }
  if file.rights.mayKeep, project.stage == .analysing {
    add(NavigationStep.submit.phrase, "submit", file.dataset?.log == nil ? .plain : .main)
  }
  if file.rights.mayReview { add(Phrase(zh: "评审", en: "Review"), "review", .main) }
  if file.rights.mayKeep, project.stage == .accepted { add(NavigationStep.reopen.phrase, "reopen") }
  if file.rights.mayKeep, project.stage.isOpen {
    add(NavigationStep.release.phrase, "release", project.stage == .accepted ? .main : .plain)
    add(NavigationStep.decline.phrase, "decline")
  }
  if file.dataset != nil {
    add(Phrase(zh: "报告", en: "Report"), "report", project.stage == .released ? .main : .plain)
    add(Phrase(zh: "方法页", en: "Method"), "method")
    add(Phrase(zh: "复算", en: "Run again"), "rerun")
  }
  if file.rights.mayTellUse { add(Phrase(zh: "登记运用", en: "Tell a use"), "uses/new") }
  if account.may(.keepNavigation), file.rights.mayKeep {
    buttons.append(linkButton(Phrase(zh: "变更留痕", en: "History"), to: links.history(id.subject)))
  }
  return buttons.isEmpty ? "" : "<div class=\"actions\">\(buttons)</div>"
}

private func datasetPart(_ file: NavigationFile) -> HTML {
  guard let dataset = file.dataset, let balance = file.balance else {
    return "<p>\(Phrase(zh: "还没有冻结数据集。", en: "No dataset is frozen yet."))</p>"
  }
  let id = file.project.id
  let isStale = !dataset.isOf(file.project.facts, file.table)
  let log: HTML =
    dataset.log.map { log in
      "\(prose([log.statement]))<p class=\"fine-print\">\(data(log.by)) · \(Instant(log.at))</p>"
    } ?? badge(Phrase(zh: "未完成", en: "Not closed"), .warning)
  return """
    \(if: isStale, notice(.warning, ReleaseGap.staleDataset.phrase))
    \(tiles([
      Tile(Phrase(zh: "冻结", en: "Frozen"), "\(Count(balance.count))", unit: Phrase(zh: "件", en: ""), link: NavigationPath.documents(id, DatasetQuestion(state: .all))),
      Tile(Phrase(zh: "移出", en: "Taken out"), "\(Count(balance.removedCount))", unit: Phrase(zh: "件", en: ""), link: NavigationPath.documents(id, DatasetQuestion(state: .removed))),
      Tile(Phrase(zh: "保留", en: "Left"), "\(Count(balance.remaining))", unit: Phrase(zh: "件", en: ""), link: NavigationPath.documents(id)),
    ]))
    \(definitions([
      (Phrase(zh: "数据集", en: "Dataset"), "\(Phrase(zh: "第 \(dataset.number) 次冻结", en: "freeze no. \(dataset.number)")) · \(Instant(dataset.frozenAt)) · \(data(dataset.frozenBy))"),
      (Phrase(zh: "摘要（SHA-256）", en: "Digest (SHA-256)"), "<span class=\"original\">\(code(dataset.hash))</span>"),
      (Phrase(zh: "清洗记录", en: "Cleaning log"), log),
    ]))
    \(if: file.rights.mayKeep && file.project.stage == .analysing, cleaningDoors(id))
    """
}

private func cleaningDoors(_ id: ID<NavigationProject>) -> HTML {
  """
  <div class="actions">\(linkButton(Phrase(zh: "移出文献", en: "Take documents out"), to: NavigationPath.part(id, "clean")))\
  \(postButton(Phrase(zh: "按申请号合并", en: "Merge by application"), to: NavigationPath.part(id, "merge")))\
  \(linkButton(Phrase(zh: "完成清洗记录", en: "Close the cleaning log"), to: NavigationPath.part(id, "log")))</div>
  """
}

private func chapters(_ file: NavigationFile) -> HTML {
  let kind = file.project.facts.kind
  let isOpen = file.rights.mayKeep && file.project.stage == .analysing
  return """
    \(if: !kind.isChapterPlanRead, chapterPlanNotice)
    \(table(
      Phrase(zh: "报告章节", en: "Chapters"),
      columns: [
        Column(Phrase(zh: "章节", en: "Chapter"), .name), Column(Phrase(zh: "图表", en: "Figures")),
        Column(Phrase(zh: "文字", en: "Text")),
      ],
      rows: kind.sections.map { section in
        let words: HTML = "\(section.phrase)"
        let figures = (section.hasBranches ? [Phrase(zh: "技术分支", en: "Branches")] : []) + section.analyses.map(\.phrase)
        let written = file.text(of: section).map { text in
          "\(Phrase(zh: "\(text.text.count) 字", en: "\(text.text.count) characters")) · \(data(text.by))" as HTML
        }
        return [
          isOpen ? "<a href=\"\(NavigationPath.section(file.project.id, section))\">\(words)</a>" : words,
          "\(Phrase(zh: figures.map(\.zh).joined(separator: "、"), en: figures.map(\.en).joined(separator: ", ")))",
          written ?? badge(Phrase(zh: "未写", en: "Not written"), .warning),
        ]
      }))
    """
}

func reviewTable(_ reviews: [NavigationReview]) -> HTML {
  table(
    Phrase(zh: "专家评审意见", en: "Opinions"),
    columns: [
      Column(Phrase(zh: "专家", en: "Expert"), .name), Column(Phrase(zh: "结论", en: "Verdict"), .code),
      Column(Phrase(zh: "意见", en: "Opinion")), Column(Phrase(zh: "时间", en: "When"), .code),
    ],
    rows: reviews.map { review in
      [
        "\(data(review.reviewerName)) \(data(review.capacity))",
        badge(review.verdict.phrase, review.verdict == .accept ? .success : .warning), prose([review.opinion]),
        "\(Instant(review.at))",
      ]
    })
}

private func usePart(_ file: NavigationFile) -> HTML {
  guard !file.uses.isEmpty else {
    return "<p>\(Phrase(zh: "还没有登记运用。", en: "No use is on record yet."))</p>"
  }
  return useTable(file.uses)
}

func useTable(_ uses: [NavigationUse]) -> HTML {
  table(
    Phrase(zh: "成果运用", en: "Uses"),
    columns: [
      Column(Phrase(zh: "使用单位", en: "User"), .name), Column(Phrase(zh: "所作决策", en: "Decision")),
      Column(Phrase(zh: "日期", en: "Day"), .code), Column(Phrase(zh: "依据文件", en: "Document")),
      Column(Phrase(zh: "登记", en: "Told by")),
    ],
    rows: uses.map { use in
      [
        data(use.user), prose([use.decision]), "\(use.day.description)",
        use.document.isEmpty ? .notKnown : data(use.document), data(use.by),
      ]
    })
}
