import Corpus
import Kernel
import Markup

/// The one field of the search; what it holds is in the house's language.
func searchForm(_ question: CorpusQuestion?) -> HTML {
  """
  <form class="filters wide search-form" role="search" method="get" action="\(SearchPath.search)" aria-label="\(Phrase(zh: "检索式", en: "Query"))">\
  \(field("q", Phrase(zh: "检索式", en: "Query"), .search, values: question.map { [$0.text] } ?? []))\
  \(if: (question?.order ?? .relevance) != .relevance, hidden("sort", question?.order.word ?? ""))\
  <div class="filter-actions">\(button(Phrase(zh: "检索", en: "Search")))\
  <a href="\(SearchPath.help)">\(Phrase(zh: "检索说明", en: "Help"))</a></div></form>
  """
}

/// The same field by field, folded away below it.
func builderForm(_ kinds: [(code: String, words: Phrase)], isOpen: Bool) -> HTML {
  let parts = QueryBuilder.parts.map { part in
    field(
      "b-\(part.parameter)", part.label,
      help: Phrase(zh: "例：\(part.example.zh)", en: "For example: \(part.example.en)"))
  }
  let days = QueryBuilder.days.map { part -> HTML in
    """
    \(field("b-\(part.parameter)-from", Phrase(zh: "\(part.label.zh)从", en: "\(part.label.en) from"), .day))\
    \(field("b-\(part.parameter)-to", Phrase(zh: "\(part.label.zh)到", en: "\(part.label.en) to"), .day))
    """
  }
  let choices = [Choice("", Phrase(zh: "全部", en: "All"))] + kinds.map { Choice($0.code, $0.words) }
  return """
    <details class="builder"\(if: isOpen, " open")><summary>\(Phrase(zh: "按字段填写", en: "Search by field"))</summary>
    <form class="filters" method="get" action="\(SearchPath.search)" aria-label="\(Phrase(zh: "按字段填写", en: "Search by field"))">
    <input type="hidden" name="built" value="\(HTML(zh: "zh-CN", en: "en"))">
    \(parts)\(days)\(field("b-kind", Phrase(zh: "类型", en: "Kind"), .list(choices), values: [""]))
    <div class="filter-actions">\(button(Phrase(zh: "检索", en: "Search")))</div></form>
    <p class="help">\(Phrase(
      zh: "填写的各项须同时满足；同一项中可用 OR、NOT 和括号。检索后上方显示由此写成的检索式，可继续修改。",
      en: "All that is filled in must hold; within a field OR, NOT and brackets may be used. The query written from it then stands above and can be changed."))</p>
    </details>
    """
}

/// The query once more with the place marked where it is not understood.
func faultNotice(_ refusal: any Refusal, in text: String) -> HTML {
  guard let (fault, place) = QueryParser.fault(in: text), fault != .empty else {
    return notice(.error, refusal.phrase)
  }
  let symbols = Array(text)
  let (start, end) = (min(place.lowerBound, symbols.count), min(place.upperBound, symbols.count))
  let wrong = String(symbols[start..<end])
  let marked: HTML = wrong.isEmpty ? "<mark class=\"fault\">⁁</mark>" : "<mark class=\"fault\">\(wrong)</mark>"
  let number = start + 1
  return notice(
    .error, fault.phrase,
    """
    <p class="fault-query"><code translate="no"\(languageAttribute(of: text))>\(String(symbols[..<start]))\(marked)\(String(symbols[end...]))</code></p>
    <p>\(Phrase(zh: "问题在第 \(number) 个字符处（标出部分）。", en: "The fault is at character \(number), as marked."))
    <a href="#\(fieldID("q"))">\(Phrase(zh: "修改检索式", en: "Change the query"))</a> ·
    <a href="\(SearchPath.help)">\(Phrase(zh: "检索说明", en: "Help"))</a></p>
    """)
}
