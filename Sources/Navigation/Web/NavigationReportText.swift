import Corpus
import Documents
import Foundation
import Kernel
import Landscape
import Navigation
import NavigationStore
import Web

/// The report as a document: the same chapters, figures and method as on its page.
struct NavigationReportText {
  let figures: NavigationFigures
  let words: AnalysisWords
  let site: Site

  private var file: NavigationFile { figures.file }
  private var project: NavigationProject { file.project }
  private var dataset: NavigationDataset { figures.dataset }
  private func text(_ phrase: Phrase) -> String { words.text(phrase) }

  var report: Report {
    let maker = project.maker == nil ? text(site.zoneName) : project.makerName
    let day = Day(project.releasedAt ?? dataset.frozenAt)
    let footer = [project.facts.title, text(status), site.isDemonstration ? text(Self.demo) : ""]
    return Report(
      in: words.language, title: project.facts.title, subtitle: subtitle(maker), author: maker, date: day,
      footer: footer.filter { !$0.isEmpty }.joined(separator: " · "),
      blocks: chapters + method + reviews + uses)
  }

  private static let demo = Phrase(zh: "示例数据", en: "Sample data")

  private var status: Phrase {
    project.stage == .released
      ? Phrase(
        zh: "发布于 \(Day(project.releasedAt ?? dataset.frozenAt))",
        en: "released on \(Day(project.releasedAt ?? dataset.frozenAt))")
      : Phrase(zh: "草稿，尚未发布", en: "a draft, not released")
  }

  private func subtitle(_ maker: String) -> [String] {
    let facts = project.facts
    let cutoff = dataset.cutoff?.description ?? text(ReleaseGap.noCutoff.phrase)
    var lines: [(Phrase, String)] = [
      (Phrase(zh: "类型", en: "Kind"), text(facts.kind.phrase)),
      (Phrase(zh: "委托方", en: "Ordered by"), facts.ordererName), (Phrase(zh: "承办", en: "Made by"), maker),
      (Phrase(zh: "初稿责任人", en: "Responsible for the draft"), project.authorName),
      (Phrase(zh: "状态", en: "Status"), text(status)), (Phrase(zh: "检索截止日", en: "Cut-off date"), cutoff),
      (Phrase(zh: "要回答的问题", en: "The question"), facts.need),
    ]
    if !facts.scope.isEmpty { lines.append((Phrase(zh: "范围", en: "Scope"), facts.scope)) }
    if site.isDemonstration { lines.append((Phrase(zh: "说明", en: "Note"), text(Self.demo))) }
    return lines.map { pair($0.0, $0.1) }
  }

  private func pair(_ name: Phrase, _ value: String) -> String {
    "\(text(name))\(words.language == .zh ? "：" : ": ")\(value)"
  }

  private var chapters: [Report.Block] {
    let kind = project.facts.kind
    let notice: [Report.Block] =
      kind.isChapterPlanRead
      ? []
      : [
        .note(
          text(
            Phrase(
              zh: "本类报告的章节安排凭行业通行做法，未读到标准该部分原文。",
              en: "The chapters of this kind are recalled: that part of the standard was not read.")))
      ]
    return notice + kind.sections.enumerated().flatMap { chapter($0 + 1, $1) }
  }

  private func chapter(_ number: Int, _ section: NavigationSection) -> [Report.Block] {
    var blocks: [Report.Block] = [.heading("\(number)  \(text(section.phrase))", level: 1)]
    blocks += prose(section)
    if section.hasBranches { blocks += branches }
    for kind in section.analyses {
      if let analysis = figures.corpus.report.analysis(kind) { blocks += self.blocks(analysis) }
    }
    return blocks
  }

  private func prose(_ section: NavigationSection) -> [Report.Block] {
    guard let written = file.text(of: section) else {
      return [.note(text(Phrase(zh: "本章还没有文字。", en: "This chapter is not written yet.")))]
    }
    return written.paragraphs.map { .text($0) }
  }

  private var branches: [Report.Block] {
    let title = text(Phrase(zh: "技术分支", en: "Branches of the technique"))
    let sum = Phrase(
      zh: "一件可属于几个分支：各分支合计 \(figures.branchSum)，保留 \(figures.corpus.documents.count) 件。",
      en:
        "A document may belong to several branches: they add up to \(figures.branchSum), of \(figures.corpus.documents.count) documents."
    )
    return [
      .heading(title, level: 2),
      .chart(
        ReportChart(
          title, .bars, bars: figures.corpus.branches.map { ReportChart.Bar($0.branch.name, $0.count) },
          notes: [text(sum)])),
    ]
  }

  private func blocks(_ analysis: Analysis) -> [Report.Block] {
    let (titles, rows) = words.rows(analysis)
    let isLabelled = analysis.rows.contains { $0.standing != .complete }
    let columns = titles.enumerated().map { place, title in
      ReportTable.Column(title, isNumber: place > 0 && !(isLabelled && place == titles.count - 1))
    }
    let table = Report.Block.table(ReportTable(text(analysis.kind.phrase), columns: columns, rows: rows))
    var blocks: [Report.Block] = [
      .heading(text(analysis.kind.phrase), level: 2), .note(text(analysis.kind.explanation)),
    ]
    if let chart = chart(analysis) { blocks.append(.chart(chart)) }
    if !rows.isEmpty { blocks.append(table) }
    blocks.append(.note(words.sum(analysis.balance)))
    for note in analysis.notes { blocks.append(.note(text(note))) }
    return blocks
  }

  /// What has one number a row is drawn; matrices and comparisons are tables.
  private func chart(_ analysis: Analysis) -> ReportChart? {
    let bars = analysis.rows.map { row in
      ReportChart.Bar(
        words.label(row.label, of: analysis.kind), row.value, isOpen: row.standing == .incomplete)
    }
    guard !bars.isEmpty else { return nil }
    switch analysis.kind {
    case .filings, .publications, .lifeCycle:
      let open = bars.contains(where: \.isOpen)
      let note = text(
        Phrase(zh: "阴影与斜线：数据尚不完整的年份", en: "Shaded and hatched: years whose data are not complete"))
      return ReportChart(text(analysis.kind.phrase), .columns, bars: bars, notes: open ? [note] : [])
    case .kinds, .statuses, .applicants, .coApplicants, .classes, .provinces, .cities, .districts, .inventors,
      .coInventors, .agencies, .citations:
      return ReportChart(text(analysis.kind.phrase), .bars, bars: bars)
    case .concentration, .classYears, .classPairs, .growth, .whiteSpace: return nil
    }
  }
}

extension NavigationReportText {
  private var method: [Report.Block] {
    let sum =
      figures.adds
      ? Phrase(zh: "各项相加一致；每个图表合计均为保留件数。", en: "It all adds up, and so does every figure to the documents left.")
      : Phrase(zh: "各项相加不一致，不得使用本报告的数字。", en: "It does not add up; do not use these numbers.")
    let blocks: [Report.Block] = [
      .heading(text(Phrase(zh: "方法", en: "Method")), level: 1), facts, sources, searches, balance, .note(text(sum)),
    ]
    return blocks + cleaning
  }

  private var facts: Report.Block {
    let rows: [(Phrase, String)] = [
      (Phrase(zh: "检索截止日", en: "Cut-off date"), dataset.cutoff?.description ?? text(ReleaseGap.noCutoff.phrase)),
      (Phrase(zh: "语料库最晚公开日", en: "Latest publication in the corpus"), dataset.latest?.description ?? "—"),
      (Phrase(zh: "检索限定", en: "Restriction of all searches"), dataset.restriction.isEmpty ? "—" : dataset.restriction),
      (Phrase(zh: "冻结日", en: "Frozen on"), "\(Day(dataset.frozenAt)) · \(dataset.frozenBy)"),
      (Phrase(zh: "语料库件数", en: "Documents in the corpus"), "\(dataset.corpus)"),
      (Phrase(zh: "语料库所至留痕号", en: "Journal entry that the corpus follows"), "\(dataset.position)"),
      (Phrase(zh: "数据集摘要（SHA-256）", en: "Digest of the dataset (SHA-256)"), dataset.hash),
      (Phrase(zh: "计数单位", en: "Counted"), text(LandscapeReport.unit)),
      (
        Phrase(zh: "申请人归一", en: "Spellings of applicants"),
        text(Phrase(zh: "按规则与人工合并，以冻结时为准", en: "Merged by rule and by hand, as when the dataset was frozen"))
      ),
    ]
    return pairs(Phrase(zh: "数据", en: "Data"), rows)
  }

  private func pairs(_ caption: Phrase, _ rows: [(Phrase, String)]) -> Report.Block {
    .table(
      ReportTable(
        text(caption),
        columns: [
          ReportTable.Column(text(Phrase(zh: "项目", en: "Item"))),
          ReportTable.Column(text(Phrase(zh: "内容", en: "Content"))),
        ], rows: rows.map { [text($0.0), $0.1] }))
  }

  private func counts(_ caption: Phrase, _ name: Phrase, _ rows: [[String]]) -> Report.Block {
    .table(
      ReportTable(
        text(caption),
        columns: [
          ReportTable.Column(text(name)), ReportTable.Column(text(Phrase(zh: "件数", en: "Documents")), isNumber: true),
        ], rows: rows))
  }

  private var sources: Report.Block {
    counts(
      Phrase(zh: "来源（保留的文献）", en: "Sources of the documents that are left"), Phrase(zh: "来源", en: "Source"),
      figures.sources.map { source in
        let name = words.words(.source, source.source).map(text) ?? source.source
        return [name.isEmpty ? text(Phrase(zh: "未注明", en: "not stated")) : name, "\(source.count)"]
      })
  }

  private var searches: Report.Block {
    .table(
      ReportTable(
        text(Phrase(zh: "各分支检索式", en: "The search of each branch")),
        columns: [
          ReportTable.Column(text(Phrase(zh: "分支", en: "Branch"))),
          ReportTable.Column(text(Phrase(zh: "检索式", en: "Search"))),
          ReportTable.Column(text(Phrase(zh: "命中", en: "Found")), isNumber: true),
          ReportTable.Column(text(Phrase(zh: "保留", en: "Left")), isNumber: true),
        ],
        rows: zip(dataset.branches, figures.corpus.branches).map {
          [$0.branch.name, $0.branch.text(within: dataset.restriction), "\($0.hits)", "\($1.count)"]
        }))
  }

  private var balance: Report.Block {
    let balance = figures.balance
    let rows: [[String]] =
      [
        [text(Phrase(zh: "命中（各分支去重后）", en: "Found by any branch, each once")), "\(balance.hits)"],
        [text(Phrase(zh: "− 截止日后公开", en: "− published after the cut-off date")), "\(balance.beyond)"],
        [text(Phrase(zh: "= 冻结的数据集", en: "= frozen dataset")), "\(balance.count)"],
      ] + balance.removed.map { ["− \(text($0.reason.phrase))", "\($0.count)"] }
      + [[text(Phrase(zh: "= 保留，图表所计", en: "= left, and counted in the figures")), "\(balance.remaining)"]]
    return counts(
      Phrase(zh: "命中、去噪与保留", en: "Found, removed, left"), Phrase(zh: "步骤", en: "Step"), rows)
  }

  private var cleaning: [Report.Block] {
    [
      .heading(text(Phrase(zh: "去噪、标引与归一", en: "De-noising, indexing and merging")), level: 2),
      .text(dataset.log?.statement ?? text(ReleaseGap.noCleaningLog.phrase)),
      .heading(text(Phrase(zh: "不完整的年份", en: "Years that are not complete")), level: 2),
      .text(text(incompleteness(dataset))),
    ]
  }

  private var reviews: [Report.Block] {
    guard !file.reviews.isEmpty else { return [] }
    return [.heading(text(Phrase(zh: "专家评审", en: "Expert review")), level: 1)]
      + file.reviews.map { review -> Report.Block in
        .text(
          "\(review.reviewerName)（\(review.capacity)），\(Day(review.at))，\(text(review.verdict.phrase))：\(review.opinion)"
        )
      }
  }

  private var uses: [Report.Block] {
    guard !file.uses.isEmpty else { return [] }
    return [.heading(text(Phrase(zh: "成果运用", en: "What it was used for")), level: 1)]
      + file.uses.map { use -> Report.Block in .text("\(use.day)  \(use.user)：\(use.decision)") }
  }
}
