import Corpus
import Kernel
import Markup

/// One hit of a list.
struct HitView {
  let hit: CorpusFind
  /// Its place among all hits, from 1.
  let place: Int
  let question: CorpusQuestion
  let words: ValueWords
  let links: SearchLinks

  private var document: CorpusDocument { hit.document }

  var markup: HTML { item(at: link) }

  /// In a list that is no page of the search.
  var entry: HTML { item(at: links.document(hit.id)) }

  private func item(at link: Link) -> HTML {
    """
    <li class="hit" value="\(place)">
    <h3><a href="\(link)">\(title)</a></h3>
    <p class="hit-marks">\(marks)</p>
    <p class="hit-facts">\(facts)</p>
    \(hit.passages.map(passage))\(hit.explanation.map(why))</li>

    """
  }

  private var title: HTML {
    guard !hit.title.isEmpty else { return "\(Phrase(zh: "（无名称）", en: "(untitled)"))" }
    return "<span translate=\"no\">\(pieces(hit.title))</span>"
  }

  private var link: Link {
    Link(links.document(hit.id).target, query: SearchPath.query(question) + [("hit", "\(place)")])
  }

  private var marks: HTML {
    let number = document.publicationNumbers.first ?? document.applicationNumbers.first
    let kind = document.kind.map { "<span class=\"badge\">\(words.markup(CorpusNarrowing(.kind, $0)))</span>" as HTML }
    let status = document.status.map {
      "<span class=\"badge information\">\(words.markup(CorpusNarrowing(.status, $0)))</span>" as HTML
    }
    return """
      \(number.map { "<span class=\"number\">\($0)</span>" as HTML }) \(kind) \(status) \(if: links.isSample(document), demoMark)
      """
  }

  private var facts: HTML {
    let parts: [(Phrase, HTML)] = [
      (Phrase(zh: "申请人", en: "Applicant"), document.applicants.isEmpty ? .notKnown : names(document.applicants)),
      (Phrase(zh: "申请日", en: "Filed"), "\(document.filingDay)"),
      (Phrase(zh: "公开日", en: "Published"), "\(document.publicationDay)"),
      (Phrase(zh: "IPC", en: "IPC"), document.ipc.first.map { "\($0)" } ?? .notKnown),
    ]
    return parts.reduce(into: HTML()) { facts, part in
      facts += "<span class=\"hit-fact\"><span class=\"fact-name\">\(part.0)</span> \(part.1)</span> "
    }
  }

  private func passage(_ passage: CorpusPassage) -> HTML {
    guard passage.pieces.contains(where: \.isMarked) || passage.text == .abstract else { return "" }
    return """
      <p class="hit-passage"><span class="fact-name">\(passage.text.phrase)</span> \
      \(if: passage.isCutBefore, "…")\(pieces(passage.pieces))\(if: passage.isCutAfter, "…")</p>
      """
  }

  /// What each part of the query adds; a hit of a query that ranks nothing has no such parts.
  private func why(_ explanation: CorpusExplanation) -> HTML {
    guard !explanation.parts.isEmpty else { return "" }
    let rows: [[HTML]] = explanation.parts.map { part in
      [
        spoken(part.words), "\(Count(part.weight))", "\(Count(part.documents))", "\(decimals(part.rarity))",
        "\(decimals(part.saturation))", "\(decimals(part.score))",
      ]
    }
    let caption = Phrase(zh: "第 \(place) 件的排序依据", en: "Why hit \(place) ranks here")
    return """
      <details class="why"><summary>\(Phrase(zh: "排序依据", en: "Why this rank"))<span class="unseen"> \(Phrase(zh: "（第\(place)件）", en: "(hit \(place))"))</span></summary>
      \(table(caption, columns: [
        Column(Phrase(zh: "检索词", en: "Searched for"), .name), Column(Phrase(zh: "次数（名称中计五次）", en: "Occurrences (five in the title)"), .number),
        Column(Phrase(zh: "含该词的文献", en: "Documents with it"), .number), Column(Phrase(zh: "稀有度", en: "Rarity"), .number),
        Column(Phrase(zh: "词频权重", en: "Saturation"), .number), Column(Phrase(zh: "得分", en: "Score"), .number),
      ], rows: rows))
      <p class="help">\(Phrase(
        zh: "总分 \(decimals(explanation.score))：各检索词的稀有度 × 词频权重之和（BM25，k₁ = 1.2，b = 0.75）；篇幅越长，词频权重越低。",
        en: "\(decimals(explanation.score)) in all: rarity times saturation, summed over the words (BM25, k₁ = 1.2, b = 0.75); the longer the text, the lower the saturation."))</p></details>
      """
  }

  private func decimals(_ value: Float) -> String {
    let hundredths = Int((Double(value) * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
