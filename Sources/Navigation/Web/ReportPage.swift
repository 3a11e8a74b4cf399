import Kernel
import Landscape
import Markup
import Navigation
import NavigationStore
import Web

/// The report: the analyst's words beside the figures, and the method behind them.
func reportPage(_ figures: NavigationFigures, _ links: NavigationLinks, words: (String) -> Phrase?) -> Page {
  let (file, id) = (figures.file, figures.file.project.id)
  let kind = file.project.facts.kind
  return Page(
    Phrase(zh: "专利导航报告", en: "Navigation report"), trail: [navigationsCrumb, crumb(file.project)],
    """
    <p class="lead">\(data(file.project.facts.title)) · \(kind.phrase)</p>
    \(if: file.project.stage != .released, notice(.warning, Phrase(zh: "草稿，尚未发布", en: "A draft, not released")))
    \(if: !kind.isChapterPlanRead, chapterPlanNotice)
    <p class="actions">\(linkButton(Phrase(zh: "下载 PDF", en: "Download PDF"), to: NavigationPath.part(id, "report.pdf")))\
    \(linkButton(Phrase(zh: "下载 DOCX", en: "Download DOCX"), to: NavigationPath.part(id, "report.docx")))\
    \(linkButton(Phrase(zh: "方法页", en: "Method"), to: NavigationPath.part(id, "method")))</p>
    \(kind.sections.enumerated().map { place, section in chapter(place + 1, section, figures, links) })
    \(methodSections(figures, words: words))
    \(if: !file.reviews.isEmpty, "<h2>\(Phrase(zh: "专家评审", en: "Expert review"))</h2>\(reviewTable(file.reviews))")
    \(if: !file.uses.isEmpty, "<h2>\(Phrase(zh: "成果运用", en: "What it was used for"))</h2>\(useTable(file.uses))")
    """)
}

private func chapter(
  _ number: Int, _ section: NavigationSection, _ figures: NavigationFigures, _ links: NavigationLinks
) -> HTML {
  let id = figures.file.project.id
  let text = figures.file.text(of: section).map { prose($0.paragraphs) }
  let drawn = section.analyses.compactMap { figures.corpus.report.analysis($0) }.map { analysis -> HTML in
    """
    <section class="landscape-part"><h3>\(analysis.kind.phrase)</h3>
    \(links.draw(figures.corpus.report, analysis, { NavigationPath.documents(id, $0) }, { NavigationPath.file(id, $0) }))</section>
    """
  }
  return """
    <section id="\(section.key)"><h2>\(Phrase(zh: "\(number)　\(section.phrase.zh)", en: "\(number)  \(section.phrase.en)"))</h2>
    \(text ?? "<p class=\"not-known\">\(Phrase(zh: "本章还没有文字。", en: "This chapter is not written yet."))</p>")
    \(if: section.hasBranches, branchFigures(figures))
    \(drawn)</section>
    """
}

private func branchFigures(_ figures: NavigationFigures) -> HTML {
  let id = figures.file.project.id
  let title = Phrase(zh: "技术分支", en: "Branches of the technique")
  return """
    <h3>\(title)</h3>
    \(barChart(
      title, unit: Phrase(zh: "件", en: "documents"),
      bars: figures.corpus.branches.map { figure in
        Bar(
          data(figure.branch.name), figure.count,
          link: NavigationPath.documents(id, DatasetQuestion(branch: figure.branch.place)))
      }))
    <p class="fine-print">\(Phrase(
      zh: "一件可属于几个分支：各分支合计 \(figures.branchSum)，保留 \(figures.corpus.documents.count) 件。",
      en: "A document may belong to several branches: they add up to \(figures.branchSum), of \(figures.corpus.documents.count) documents."))</p>
    """
}

extension NavigationFigures {
  var branchSum: Int { corpus.branches.reduce(0) { $0 + $1.count } }
}

func sectionPage(_ file: NavigationFile, _ section: NavigationSection, _ state: FormState) -> Page {
  Page(
    section.phrase, trail: [navigationsCrumb, crumb(file.project)],
    """
    <p>\(Phrase(
      zh: "写下您从图表中读出的判断和依据；每行一段。图表与数字自动放在文字旁。",
      en: "Write what you read from the figures, and why; a paragraph a line. Figures and numbers stand beside it by themselves."))</p>
    \(state.form(
      to: NavigationPath.section(file.project.id, section), submit: Phrase(zh: "保存", en: "Save"),
      state.field("text", section.phrase, .area(rows: 14), else: file.text(of: section)?.text ?? "")))
    """)
}
