import API
import Corpus
import Kernel
import Landscape
import LandscapeStore
import Markup
import Rules
import Web

/// The page of a landscape: what was asked, what it rests on, and each analysis as a chart with its figures.
struct LandscapeView {
  let file: LandscapeFile
  let words: (CorpusColumn, String) -> Phrase?
  let mayReadParties: Bool

  var report: LandscapeReport { file.report }

  /// The analyses, whose numbers lead to the documents that the search finds.
  private var figures: LandscapeFigures {
    let report = report
    return LandscapeFigures(
      report: report, words: words, documents: { LandscapePath.documents(report.question, $0) },
      file: { LandscapePath.file($0, report.question, report.options) })
  }

  var page: Page {
    Page(
      landscapeTitle,
      trail: [Crumb(Phrase(zh: "专利检索", en: "Search patents"), LandscapePath.documents(report.question))],
      """
      \(landscapeFilters(report.question, report.options))
      \(chosen)\(basis)
      \(if: report.documents == 0, empty)\
      \(if: report.documents > 0, contents + mergedNames)
      """)
  }

  private var empty: HTML {
    emptyState(
      Phrase(zh: "没有可分析的文献", en: "There is nothing to draw"),
      report.corpus == 0
        ? Phrase(zh: "语料库还是空的；导入专利文件后即可分析。", en: "The corpus is empty; once patents are imported it can be drawn.")
        : Phrase(zh: "请减少条件或换用其他检索词。", en: "Try fewer conditions or other words."))
  }

  /// What the question is narrowed to, each with a way to take it away.
  private var chosen: HTML {
    let narrowings = report.question.narrowings
    guard !narrowings.isEmpty else { return "" }
    let items = narrowings.map { narrowing -> HTML in
      let link = LandscapePath.page(report.question.without(narrowing), report.options)
      let name = words(narrowing.column, narrowing.value).map { marked($0) } ?? data(narrowing.value)
      return """
        <li><a href="\(link)">\(narrowing.column.phrase)\(HTML(zh: "：", en: ": "))\(name)\
        <span aria-hidden="true"> ✕</span><span class="unseen"> \(Phrase(zh: "（取消）", en: "(take away)"))</span></a></li>
        """
    }
    return """
      <ul class="landscape-chosen" aria-label="\(Phrase(zh: "筛选条件", en: "Narrowed to"))">\(items)</ul>
      """
  }

  /// Everything that the figures depend on, as it must be printed with them.
  private var basis: HTML {
    let completeness = report.completeness
    return definitions([
      (
        Phrase(zh: "检索式", en: "Search"),
        report.question.text.isEmpty
          ? "\(Phrase(zh: "全部文献", en: "All documents"))" : "<code translate=\"no\">\(report.question.text)</code>"
      ),
      (Phrase(zh: "文献数", en: "Documents"), number(report.documents, LandscapePath.documents(report.question))),
      (
        Phrase(zh: "语料库", en: "Corpus"),
        HTML(
          zh: "\(Count(report.corpus)) 件，所至留痕第 \(Count(Int(report.position))) 号",
          en: "\(Count(report.corpus)) documents, following the journal to entry \(Count(Int(report.position)))")
      ),
      (
        Phrase(zh: "数据截止日", en: "Cut-off date"),
        HTML(
          zh: "\(completeness.cutoff.description)（语料库中最晚的公开日）",
          en: "\(completeness.cutoff.description) (the latest publication in the corpus)")
      ),
      (
        Phrase(zh: "不完整期", en: "Incomplete"),
        """
        \(months(file.months, Phrase(zh: "申请后", en: "after filing")))\(HTML(zh: "；", en: "; "))\
        \(months(file.internationalMonths, Phrase(zh: "PCT申请后", en: "after filing, international applications")))
        """
      ),
      (Phrase(zh: "计数单位", en: "Counted"), "\(LandscapeReport.unit)"),
      (Phrase(zh: "申请人归一", en: "Spellings"), "\(report.options.namesWords)"),
      (Phrase(zh: "IPC层级", en: "Level of the IPC"), "\(report.options.level.phrase)"),
    ])
  }

  /// A rule's value with the way to the rule, and its mark where it has one.
  private func months(_ reading: RuleReading<Int>, _ words: Phrase) -> HTML {
    """
    <a href="\(LandscapePath.rule(reading.id))">\(HTML(zh: "\(words.zh) \(reading.value) 个月内", en: "\(reading.value) months \(words.en)"))</a>\
    \(reading.mark.map { " \(badge($0, .warning))" as HTML })
    """
  }

  private var contents: HTML {
    let analyses = report.analyses
    let items = analyses.map { analysis -> HTML in
      "<li><a href=\"#\(analysis.kind.rawValue)\">\(analysis.kind.phrase)</a></li>"
    }
    return """
      <nav class="landscape-contents" aria-label="\(Phrase(zh: "本页分析", en: "Analyses on this page"))"><ul>\(items)</ul></nav>
      \(analyses.map { figures.section($0) })
      """
  }

  private var mergedNames: HTML {
    let groups = report.mergedApplicants
    guard report.options.mergesNames, !groups.isEmpty else { return "" }
    let rows = groups.prefix(Self.groupLimit).map { group -> [HTML] in
      let spellings = group.spellings.map { spelling -> HTML in
        """
        <li>\(data(spelling.text)) \(number(spelling.count, LandscapePath.documents(report.question, .value(.applicant, spelling.text))))\
        \(spelling.basis.map { basis in " <span class=\"fine-print\">\(basis.phrase)</span>" as HTML })</li>
        """
      }
      return [
        mayReadParties ? "<a href=\"\(LandscapePath.party(group.name))\">\(data(group.name))</a>" : data(group.name),
        "<ul class=\"landscape-spellings\">\(spellings)</ul>",
      ]
    }
    let written = LandscapeOptions(level: report.options.level, rows: report.options.rows, mergesNames: false)
    return """
      <section id="names" class="landscape-part"><h2>\(Phrase(zh: "已归一的申请人", en: "Spellings counted as one applicant"))</h2>
      <p>\(HTML(
        zh: "共 \(Count(groups.count)) 个名称有几种写法。人工合并在主体库中办理，写明理由，记入留痕，可以拆分。",
        en: "\(Count(groups.count)) names have several spellings. People merge parties by hand in the register of parties, with a reason that the journal keeps; it can be taken back."))
      <a href="\(LandscapePath.page(report.question, written))">\(Phrase(zh: "按原文查看", en: "See them as written"))</a></p>
      \(Markup.table(
        Phrase(zh: "已归一的申请人", en: "Spellings counted as one applicant"),
        columns: [
          Column(Phrase(zh: "名称", en: "Name"), .name), Column(Phrase(zh: "写法、件数与归一依据", en: "Spellings, documents, and why")),
        ], rows: Array(rows)))</section>
      """
  }

  private static let groupLimit = 100
}

let landscapeTitle = Phrase(zh: "专利态势分析", en: "Patent landscape")

/// The question and how it is drawn; it stands in the address.
func landscapeFilters(_ question: CorpusQuestion, _ options: LandscapeOptions, fault: Phrase? = nil) -> HTML {
  let isUsual = question == CorpusQuestion() && options == LandscapeOptions()
  return filterBar(
    to: Link("/landscape"), clear: isUsual ? nil : Link("/landscape"),
    """
    <div class="landscape-question">\(field("q", Phrase(zh: "检索式", en: "Search"), .search, values: [question.text], error: fault))</div>
    \(field(
      "level", Phrase(zh: "IPC层级", en: "Level of the IPC"), .list(IPCLevel.allCases.map { Choice($0.rawValue, $0.phrase) }),
      values: [options.level.rawValue]))
    \(field(
      "rows", Phrase(zh: "排名行数", en: "Rows of a ranking"), .list(LandscapeOptions.lengths.map { Choice("\($0)", text: "\($0)") }),
      values: ["\(options.rows)"]))
    \(field(
      "names", Phrase(zh: "申请人", en: "Applicants"),
      .list([
        Choice("merged", Phrase(zh: "归一", en: "Spellings merged")), Choice("written", Phrase(zh: "按原文", en: "As written")),
      ]), values: [options.mergesNames ? "merged" : "written"]))
    \(LandscapePath.narrowings(question).map { hidden($0.0, $0.1) })
    """)
}

/// The page for a question that is no search.
func landscapeRefused(_ asked: LandscapeQuestion, _ refusal: CorpusRefusal) -> Page {
  Page(
    landscapeTitle, trail: [Crumb(Phrase(zh: "专利检索", en: "Search patents"), Link("/search"))],
    status: RefusalKind.invalid.status,
    """
    \(landscapeFilters(asked.question, asked.options, fault: refusal.phrase))
    \(notice(.error, refusal.phrase))
    """)
}

/// Data in whatever language it is.
func data(_ text: String) -> HTML { "<span translate=\"no\">\(marked(text))</span>" }

/// A number with the way to what it counts.
func number(_ count: Int, _ link: Link?) -> HTML {
  link.map { "<a href=\"\($0)\">\(Count(count))</a>" } ?? "\(Count(count))"
}
