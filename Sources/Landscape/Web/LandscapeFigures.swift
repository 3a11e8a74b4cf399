public import Corpus
public import Kernel
public import Landscape
public import Markup
import Web

/// The analyses of a set of documents as charts with their figures; every number of documents leads to them.
public struct LandscapeFigures {
  let report: LandscapeReport
  let words: (CorpusColumn, String) -> Phrase?
  /// To the documents that a number counts; nil for all of them.
  let documents: (Narrowing?) -> Link?
  /// To the file of an analysis.
  let file: (AnalysisKind) -> Link

  public init(
    report: LandscapeReport, words: @escaping (CorpusColumn, String) -> Phrase?,
    documents: @escaping (Narrowing?) -> Link?, file: @escaping (AnalysisKind) -> Link
  ) {
    self.report = report
    self.words = words
    self.documents = documents
    self.file = file
  }

  /// An analysis under a heading of its own.
  func section(_ analysis: Analysis) -> HTML {
    """
    <section id="\(analysis.kind.rawValue)" class="landscape-part"><h2>\(analysis.kind.phrase)</h2>
    \(content(analysis))</section>

    """
  }

  /// The same without the heading, for whoever has one.
  public func content(_ analysis: Analysis) -> HTML {
    let kind = analysis.kind
    return """
      <p>\(kind.explanation)</p>
      \(analysis.notes.map { "<p class=\"fine-print\">\($0)</p>" as HTML })
      \(analysis.rows.isEmpty ? nothing : drawn(analysis))
      \(sum(analysis.balance))
      <p class="landscape-file"><a href="\(file(kind))">\
      \(Phrase(zh: "下载（CSV）", en: "Download (CSV)"))<span class="unseen"> \(kind.phrase)</span></a></p>
      """
  }

  private var nothing: HTML {
    "<p class=\"not-known\">\(Phrase(zh: "所选文献没有这项数据。", en: "The documents have no data of this sort."))</p>"
  }

  private func drawn(_ analysis: Analysis) -> HTML {
    switch analysis.kind {
    case .filings, .publications: chart(analysis, yearColumns(analysis))
    case .lifeCycle: chart(analysis, lifeCycleLine(analysis))
    case .growth: chart(analysis, growthBars(analysis))
    case .classYears, .classPairs, .whiteSpace: matrix(analysis)
    case .concentration: table(analysis)
    case .kinds, .statuses, .applicants, .coApplicants, .classes, .provinces, .cities, .districts, .inventors,
      .coInventors, .agencies, .citations:
      chart(analysis, rankBars(analysis))
    }
  }

  /// A drawing, and the same figures as a table below.
  private func chart(_ analysis: Analysis, _ drawing: HTML) -> HTML {
    """
    <figure class="chart">\(drawing)\
    <details class="figures"><summary>\(Phrase(zh: "数据表", en: "Figures"))<span class="unseen"> \(analysis.kind.phrase)</span></summary>\
    \(table(analysis))</details></figure>
    """
  }

  /// How the parts add up to all documents.
  private func sum(_ balance: Balance) -> HTML {
    let parts = balance.parts.enumerated().map { place, part -> HTML in
      let link = part.count > 0 ? part.narrowing.flatMap { documents($0) } : nil
      return "\(if: place > 0, " + ")\(part.words) \(number(part.count, link))"
    }
    let assignments = balance.assignments.map { sum -> HTML in
      HTML(
        zh: "；各行合计 \(Count(sum))（一件可计入多行）",
        en: "; the rows add up to \(Count(sum)), since a document may stand in several")
    }
    return """
      <p class="landscape-sum">\(number(balance.documents, documents(nil))) = \(parts)\(assignments)</p>
      """
  }
}
