import Corpus
import Kernel
import Landscape
import Markup
import Navigation
import NavigationStore
import Web

/// How a report came about, from the run itself.
func methodPage(
  _ figures: NavigationFigures, _ links: NavigationLinks, words: (String) -> Phrase?
) -> Page {
  Page(
    Phrase(zh: "方法页", en: "Method"), trail: [navigationsCrumb, crumb(figures.file.project)],
    """
    <p class="lead">\(Phrase(
      zh: "本页由实际检索与清洗自动生成，不能手工改写。", en: "This page is made of the run itself; nobody types its numbers."))</p>
    \(methodSections(figures, words: words))
    <p class="actions">\(linkButton(Phrase(zh: "复算", en: "Run again"), to: NavigationPath.part(figures.file.project.id, "rerun")))\
    \(linkButton(Phrase(zh: "报告", en: "Report"), to: NavigationPath.part(figures.file.project.id, "report")))</p>
    """)
}

func methodSections(_ figures: NavigationFigures, words: (String) -> Phrase?) -> HTML {
  let (dataset, id) = (figures.dataset, figures.file.project.id)
  return """
    <h2>\(Phrase(zh: "数据来源与截止日", en: "Sources and cut-off date"))</h2>
    \(definitions(basis(figures)))
    \(sourceTable(figures, words))
    <h2>\(Phrase(zh: "检索式", en: "Searches"))</h2>
    \(searchTable(figures))
    <h2>\(Phrase(zh: "命中、去噪与保留", en: "Found, removed, left"))</h2>
    \(balanceTable(figures))
    \(if: figures.adds, "<p>\(badge(Phrase(zh: "各项相加一致", en: "It all adds up"), .success)) \(Phrase(zh: "每个图表合计均为保留件数", en: "every figure adds up to the documents that are left"))</p>")\
    \(if: !figures.adds, notice(.error, Phrase(zh: "各项相加不一致，不得使用本报告的数字", en: "It does not add up; do not use the numbers of this report")))
    <h2>\(Phrase(zh: "去噪、标引与归一", en: "De-noising, indexing and merging"))</h2>
    \(dataset.log.map { prose([$0.statement]) + "<p class=\"fine-print\">\(data($0.by)) · \(Instant($0.at))</p>" } ?? notice(.warning, ReleaseGap.noCleaningLog.phrase))
    <p><a href="\(NavigationPath.documents(id, DatasetQuestion(state: .removed)))">\(Phrase(zh: "逐件理由", en: "Each document with its reason"))</a></p>
    <h2>\(Phrase(zh: "不完整的年份", en: "Years that are not complete"))</h2>
    <p>\(incompleteness(dataset))</p>
    """
}

func incompleteness(_ dataset: NavigationDataset) -> Phrase {
  let completeness = dataset.completeness
  return Phrase(
    zh:
      "数据截至 \(completeness.cutoff)：\(completeness.completeUntil) 以后的申请（\(dataset.months) 个月内）尚未全部公开，\(completeness.internationalCompleteUntil) 以后经 PCT 进入的申请（\(dataset.internationalMonths) 个月内）尚未全部进入国家阶段；图中以阴影标出，不得据此判断下降。",
    en:
      "Data until \(completeness.cutoff): of applications filed after \(completeness.completeUntil) (\(dataset.months) months) not all are published, and of international ones filed after \(completeness.internationalCompleteUntil) (\(dataset.internationalMonths) months) not all have entered the national phase. They are shaded; no decline may be read from them."
  )
}

private func basis(_ figures: NavigationFigures) -> [(Phrase, HTML)] {
  let dataset = figures.dataset
  return [
    (
      Phrase(zh: "检索截止日", en: "Cut-off date"),
      dataset.cutoff.map { "\($0.description)" } ?? badge(ReleaseGap.noCutoff.phrase, .warning)
    ),
    (
      Phrase(zh: "语料库最晚公开日", en: "Latest publication in the corpus"),
      dataset.latest.map { "\($0.description)" } ?? .notKnown
    ),
    (Phrase(zh: "冻结", en: "Frozen"), "\(Instant(dataset.frozenAt)) · \(data(dataset.frozenBy))"),
    (
      Phrase(zh: "语料库", en: "Corpus"),
      HTML(
        zh: "\(Count(dataset.corpus)) 件，所至留痕第 \(Count(Int(dataset.position))) 号",
        en: "\(Count(dataset.corpus)) documents, following the journal to entry \(Count(Int(dataset.position)))")
    ),
    (
      Phrase(zh: "数据集摘要（SHA-256）", en: "Digest of the dataset (SHA-256)"),
      "<span class=\"original\">\(code(dataset.hash))</span>"
    ),
    (Phrase(zh: "计数单位", en: "Counted"), "\(LandscapeReport.unit)"),
    (
      Phrase(zh: "申请人归一", en: "Spellings of applicants"),
      "\(Phrase(zh: "按规则与人工合并；冻结时的归一一并冻结", en: "merged by rule and by hand, as they were when the dataset was frozen"))"
    ),
  ]
}

private func sourceTable(_ figures: NavigationFigures, _ words: (String) -> Phrase?) -> HTML {
  table(
    Phrase(zh: "来源（保留的文献）", en: "Sources of the documents that are left"),
    columns: [Column(Phrase(zh: "来源", en: "Source"), .name), Column(Phrase(zh: "件数", en: "Documents"), .number)],
    rows: figures.sources.map { source in
      let name: HTML =
        source.source.isEmpty
        ? "\(Phrase(zh: "未注明", en: "not stated"))" : words(source.source).map { marked($0) } ?? data(source.source)
      let narrowing = Narrowing.value(.source, source.source)
      return [name, number(source.count, NavigationPath.documents(figures.file.project.id, narrowing))]
    })
}

private func searchTable(_ figures: NavigationFigures) -> HTML {
  let id = figures.file.project.id
  return table(
    Phrase(zh: "各分支检索式", en: "The search of each branch"),
    columns: [
      Column(Phrase(zh: "分支", en: "Branch"), .name), Column(Phrase(zh: "检索式", en: "Search")),
      Column(Phrase(zh: "命中", en: "Found"), .number), Column(Phrase(zh: "保留", en: "Left"), .number),
    ],
    rows: zip(figures.dataset.branches, figures.corpus.branches).map { frozen, left in
      [
        data(frozen.branch.name), code(frozen.branch.text(within: figures.dataset.restriction)),
        "\(Count(frozen.hits))",
        number(left.count, NavigationPath.documents(id, DatasetQuestion(branch: frozen.branch.place))),
      ]
    })
}

private func balanceTable(_ figures: NavigationFigures) -> HTML {
  let (balance, id) = (figures.balance, figures.file.project.id)
  let rows: [[HTML]] = [
    ["\(Phrase(zh: "命中（各分支去重后）", en: "Found by any branch, each once"))", "\(Count(balance.hits))"],
    ["\(Phrase(zh: "− 截止日后公开", en: "− published after the cut-off date"))", "\(Count(balance.beyond))"],
    [
      "\(Phrase(zh: "= 冻结的数据集", en: "= frozen dataset"))",
      number(balance.count, NavigationPath.documents(id, DatasetQuestion(state: .all))),
    ],
  ]
  let removed = balance.removed.map { part -> [HTML] in
    [
      "− \(part.reason.phrase)",
      number(part.count, NavigationPath.documents(id, DatasetQuestion(state: .removed, reason: part.reason))),
    ]
  }
  let left: [HTML] = [
    "\(Phrase(zh: "= 保留，图表所计", en: "= left, and counted in the figures"))",
    number(balance.remaining, NavigationPath.documents(id)),
  ]
  return table(
    Phrase(zh: "件数", en: "Documents"),
    columns: [Column(Phrase(zh: "步骤", en: "Step"), .name), Column(Phrase(zh: "件数", en: "Documents"), .number)],
    rows: rows + removed + [left])
}

extension NavigationFigures {
  /// Where the documents that are left come from.
  var sources: [(source: String, count: Int)] { FrozenCorpus.sources(corpus.documents) }
}
