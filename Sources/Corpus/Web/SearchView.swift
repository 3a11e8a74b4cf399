import API
import Access
import Corpus
import CorpusStore
import HTTPTypes
import Kernel
import Markup
import Web

/// The search before anything is asked.
func searchLandingPage(_ status: CorpusStatus, _ links: SearchLinks) -> Page {
  SearchFrame.page(
    """
    \(searchForm(nil))
    \(builderForm(links.kinds, isOpen: true))
    <h2>\(Phrase(zh: "例子", en: "Examples"))</h2>
    \(examples)
    \(standing(status))
    """)
}

/// What cannot be answered: a query with a fault, a page too far down, an index that is being built.
func searchRefusedPage(_ refusal: any Refusal, _ question: CorpusQuestion, _ links: SearchLinks) -> Page {
  SearchFrame.page(
    status: refusal.kind.status,
    """
    \(searchForm(question))
    \(building(refusal, question) ?? faultNotice(refusal, in: question.text))
    \(builderForm(links.kinds, isOpen: false))
    """)
}

/// How far an index has come that is being built; the page looks again by itself.
private func building(_ refusal: any Refusal, _ question: CorpusQuestion) -> HTML? {
  guard case CorpusSearchRefusal.beingBuilt(let done, let all) = refusal else {
    return refusal.kind == .conflict ? notice(.warning, refusal.phrase) : nil
  }
  return """
    \(notice(.warning, refusal.phrase))\
    \(progressBar(Phrase(zh: "正在建立检索索引", en: "Building the search index"), done: done, of: all, refresh: SearchPath.results(question)))
    """
}

/// A page of hits with everything that narrows them.
func searchPage(
  _ answer: CorpusAnswer, _ asked: SearchQuestion, _ question: CorpusQuestion, _ shown: SearchShown
) -> Page {
  let words = shown.words
  let hits = answer.hits.enumerated().map { place, hit in
    HitView(
      hit: hit, place: (asked.page - 1) * SearchQuestion.hitsPerPage + place + 1, question: question, words: words,
      links: shown.links
    ).markup
  }
  let chart = answer.facets.first { $0.column == .filingYear }.map { YearChart(question: question, tally: $0).markup }
  return SearchFrame.page(
    """
    \(searchForm(question))
    \(builderForm(shown.links.kinds, isOpen: false))
    <p class="count" role="status">\(countLine(answer))</p>
    \(OtherReadings(of: question, understoodAs: answer.query).markup)\(chips(question, words))
    \(answer.total == 0 ? nothing(question, shown.links) : """
      <div class="search-layout"><div class="search-side">\(FacetPanel(question: question, facets: answer.facets, words: words).markup)</div>
      <div class="search-main">\(tools(question, shown))\(chart)
      <h2 class="unseen">\(Phrase(zh: "命中文献", en: "Hits"))</h2>
      <ol class="hits">\(hits)</ol>
      \(pages(answer, asked, question))</div></div>
      """)
    """)
}

/// What a page of hits needs beside the answer.
struct SearchShown {
  let links: SearchLinks
  let words: ValueWords
  let account: Account
}

enum SearchFrame {
  static let title = Phrase(zh: "专利检索", en: "Search patents")

  static func page(status: HTTPResponse.Status = .ok, _ body: HTML) -> Page {
    var page = Page(title, status: status, body)
    page.scripts = ["search.js"]
    return page
  }
}

private func countLine(_ answer: CorpusAnswer) -> HTML {
  let (total, time) = (Count(answer.total), millisecondsText(answer.milliseconds))
  return """
    <strong>\(Phrase(zh: "\(total) 件", en: "\(total) \(answer.total == 1 ? "document" : "documents")"))</strong> · \
    \(Phrase(zh: "用时 \(time) 毫秒", en: "\(time) ms")) · \(lag(answer.standing))
    """
}

private func lag(_ standing: CorpusStanding) -> Phrase {
  standing.lag <= 0
    ? Phrase(zh: "索引与登记库一致", en: "the index is up to date")
    : Phrase(
      zh: "索引落后 \(Count(Int(standing.lag))) 条留痕", en: "the index is \(Count(Int(standing.lag))) journal entries behind")
}

/// How the index stands, for the page on which nothing is asked yet.
private func standing(_ status: CorpusStatus) -> HTML {
  switch status.state {
  case .absent:
    notice(
      .warning, Phrase(zh: "检索索引尚未建立；首次检索时自动建立", en: "The search index is not built yet; the first search builds it"))
  case .building(let done, let all):
    progressBar(
      Phrase(
        zh: "正在建立检索索引：\(Count(done)) / \(Count(all)) 件",
        en: "Building the search index: \(Count(done)) of \(Count(all))"),
      done: done, of: all, refresh: SearchPath.search)
  case .ready:
    """
    <p class="count">\(Phrase(zh: "可检索 \(Count(status.documents)) 件文献；", en: "\(Count(status.documents)) documents; "))\
    \(lag(status.standing))\(Phrase(zh: "。", en: ". "))\
    <a href="\(SearchPath.results(CorpusQuestion()))">\(Phrase(zh: "浏览全部文献", en: "See all documents"))</a></p>
    """
  }
}

/// Each with a cross that takes it away.
private func chips(_ question: CorpusQuestion, _ words: ValueWords) -> HTML {
  let narrowings = question.narrowings
  guard !narrowings.isEmpty else { return "" }
  let chips = narrowings.map { narrowing -> HTML in
    """
    <li><a class="chip" href="\(SearchPath.results(question.without(narrowing)))">\(narrowing.column.phrase)\(Phrase(zh: "：", en: ": "))\
    \(words.markup(narrowing)) <span aria-hidden="true">×</span><span class="unseen">\(Phrase(zh: "（取消）", en: "(take away)"))</span></a></li>
    """
  }
  var wide = question
  wide.narrowing = [:]
  return """
    <ul class="chips" aria-label="\(Phrase(zh: "已选的限定", en: "Narrowed to"))">\(chips)\
    \(if: narrowings.count > 1, "<li><a href=\"\(SearchPath.results(wide))\">\(Phrase(zh: "全部取消", en: "Take all away"))</a></li>")</ul>
    """
}

/// Order, keeping and taking along.
private func tools(_ question: CorpusQuestion, _ shown: SearchShown) -> HTML {
  let orders = CorpusOrder.allCases.map { order -> HTML in
    var other = question
    other.order = order
    return order == question.order
      ? "<li><span class=\"current\" aria-current=\"true\">\(order.phrase)</span></li>"
      : "<li><a href=\"\(SearchPath.results(other))\">\(order.phrase)</a></li>"
  }
  let (account, links) = (shown.account, shown.links)
  let save: HTML =
    account.may(.saveQueries)
    ? "<a href=\"\(SearchPath.save(question))\">\(Phrase(zh: "保存检索式", en: "Keep this query"))</a>" : ""
  let drawn = links.drawn.map { drawn -> HTML in
    let (words, link) = drawn(question)
    return "<a href=\"\(link)\">\(words)</a>"
  }
  let files = links.exports.forms.map { form -> HTML in
    let link = Link(links.export(form.ending).target, query: SearchPath.query(question))
    return "<li><a href=\"\(link)\">\(form.words)</a></li>"
  }
  let export: HTML =
    account.may(links.exports.needs)
    ? "<details class=\"exports\"><summary>\(Phrase(zh: "导出全部命中", en: "Export all hits"))</summary><ul>\(files)</ul></details>"
    : ""
  return """
    <div class="hit-tools"><div class="orders"><span id="order-label">\(Phrase(zh: "排序", en: "Order"))</span>\
    <ul aria-labelledby="order-label">\(orders)</ul></div>\(if: drawn != nil || !save.isEmpty || !export.isEmpty, "<div class=\"takes\">\(drawn)\(save)\(export)</div>")</div>
    """
}

private func pages(_ answer: CorpusAnswer, _ asked: SearchQuestion, _ question: CorpusQuestion) -> HTML {
  let count = max(1, (answer.total + SearchQuestion.hitsPerPage - 1) / SearchQuestion.hitsPerPage)
  return """
    <p class="help">\(Phrase(zh: "第 \(Count(asked.page)) 页，共 \(Count(count)) 页", en: "Page \(Count(asked.page)) of \(Count(count))"))</p>
    \(pager(
      newer: asked.page > 1 ? SearchPath.results(question, page: asked.page - 1) : nil,
      older: answer.next == nil ? nil : SearchPath.results(question, page: asked.page + 1)))
    """
}

private func nothing(_ question: CorpusQuestion, _ links: SearchLinks) -> HTML {
  let elsewhere = links.elsewhere(question.text).map { linkButton($0.0, to: $0.1) }
  return emptyState(
    Phrase(zh: "没有命中任何文献", en: "Nothing was found"),
    question.narrowing.isEmpty
      ? Phrase(
        zh: "请减少检索词、改用 OR，或在“按字段填写”中查申请人与号码：不写字段时只检索名称、摘要和权利要求。",
        en:
          "Try fewer words or OR, or look for applicants and numbers under “Search by field”: without a field only title, abstract and claims are searched."
      )
      : Phrase(zh: "请取消上方的部分限定。", en: "Take some of the values above away."),
    action: "\(elsewhere)")
}

private let examples: HTML = {
  let found: [(String, Phrase)] = [
    ("电池 隔膜", Phrase(zh: "名称、摘要或权利要求中两个词都有", en: "Both words in title, abstract or claims")),
    ("名称:(电池 OR 电容) NOT 类型:外观", Phrase(zh: "名称中有其一，且不是外观设计", en: "Either word in the title, and no design")),
    ("申请人:大学 AND 分类号:G06F", Phrase(zh: "申请人名称含“大学”，分类在 G06F 之下", en: "Universities, classified below G06F")),
    ("申请日:2019..2021 传感器", Phrase(zh: "2019 至 2021 年申请的", en: "Filed in 2019 to 2021")),
  ]
  let items = found.map { text, words -> HTML in
    "<li><a href=\"\(SearchPath.results(CorpusQuestion(text)))\"><code translate=\"no\" lang=\"zh-CN\">\(text)</code></a> — \(words)</li>\n"
  }
  return "<ul class=\"examples\">\(items)</ul>"
}()
