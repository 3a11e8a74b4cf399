import Corpus
import CorpusStore
import Kernel
import Markup
import Web

private let trail = [Crumb(SearchFrame.title, SearchPath.search)]
private let listTitle = Phrase(zh: "保存的检索式", en: "Kept queries")
private let alertTitle = Phrase(zh: "新文献提醒", en: "Alerts")

private let siblings: [(Phrase, Link)] = [(listTitle, SearchPath.saved), (alertTitle, SearchPath.alerts)]

/// A query and what narrows it, in words.
private func summary(_ question: CorpusQuestion, _ words: ValueWords) -> HTML {
  let text: HTML =
    question.text.isEmpty
    ? "\(Phrase(zh: "全部文献", en: "All documents"))"
    : "<code translate=\"no\"\(languageAttribute(of: question.text))>\(question.text)</code>"
  let narrowings = question.narrowings.map { narrowing -> HTML in
    "<li>\(narrowing.column.phrase)\(Phrase(zh: "：", en: ": "))\(words.markup(narrowing))</li>"
  }
  return narrowings.isEmpty ? text : "\(text)<ul class=\"plain\">\(narrowings)</ul>"
}

/// People name queries in either language.
private func language(of text: String) -> Language {
  text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) } ? .zh : .en
}

/// One's own queries.
func savedListPage(_ queries: [SavedQuery], _ words: ValueWords) -> Page {
  Page(
    listTitle, trail: trail,
    """
    \(tabs(listTitle, siblings, current: SearchPath.saved))
    \(queries.isEmpty ? emptyState(
      Phrase(zh: "还没有保存检索式", en: "No query is kept yet"),
      Phrase(zh: "检索后点“保存检索式”，即可随时再用，并在导入新文献时收到提醒。",
        en: "Search, then choose “Keep this query”: it can be run again at any time, and you can be told of new documents."),
      action: linkButton(Phrase(zh: "去检索", en: "Search"), to: SearchPath.search))
      : table(listTitle, columns: [
        Column(Phrase(zh: "名称", en: "Name"), .name), Column(Phrase(zh: "检索式", en: "Query")),
        Column(Phrase(zh: "保存于", en: "Kept"), .code), Column(Phrase(zh: "提醒", en: "Alerts")),
        Column(Phrase(zh: "操作", en: "Actions")),
      ], rows: queries.map { row($0, words) }))
    """)
}

private func row(_ saved: SavedQuery, _ words: ValueWords) -> [HTML] {
  [
    "<a href=\"\(SearchPath.results(saved.question))\">\(spoken(saved.name))</a>", summary(saved.question, words),
    "\(Instant(saved.createdAt))",
    badge(saved.watch.phrase, saved.watch == .active ? .success : saved.watch == .paused ? .warning : .neutral),
    "<div class=\"row-actions\">\(watchButton(saved))\(postButton(Phrase(zh: "删除", en: "Delete"), to: SearchPath.delete(saved.id), .grave))</div>",
  ]
}

private func watchButton(_ saved: SavedQuery) -> HTML {
  switch saved.watch {
  case .none: postButton(Phrase(zh: "开启提醒", en: "Turn alerts on"), to: SearchPath.set(.active, of: saved.id))
  case .active: postButton(Phrase(zh: "暂停提醒", en: "Pause alerts"), to: SearchPath.set(.paused, of: saved.id))
  case .paused: postButton(Phrase(zh: "恢复提醒", en: "Resume alerts"), to: SearchPath.set(.active, of: saved.id))
  }
}

/// The form that keeps a query.
func saveQueryPage(_ question: CorpusQuestion, _ state: FormState, _ words: ValueWords) -> Page {
  // A form that comes back keeps what it was given: the narrowings stand in it as fields.
  let kept = state.wasTyped ? state.values("f").compactMap { CorpusNarrowing($0) } : question.narrowings
  let chosen = kept.map { narrowing -> HTML in
    "<li>\(hidden("f", narrowing.description))\(narrowing.column.phrase)\(Phrase(zh: "：", en: ": "))\(words.markup(narrowing))</li>"
  }
  return Page(
    Phrase(zh: "保存检索式", en: "Keep a query"), trail: trail + [Crumb(listTitle, SearchPath.saved)],
    state.form(
      to: Link("/search/saved/new"), submit: Phrase(zh: "保存", en: "Keep"),
      """
      \(state.field("name", Phrase(zh: "名称", en: "Name"), need: .required))
      \(state.field("q", Phrase(zh: "检索式", en: "Query"), .lines(rows: 3), else: question.text,
        help: Phrase(zh: "留空表示全部文献", en: "Leave it empty for all documents")))
      \(if: !chosen.isEmpty, "<div class=\"field\"><p><strong>\(Phrase(zh: "限定", en: "Narrowed to"))</strong></p><ul class=\"plain\">\(chosen)</ul></div>")
      \(hidden("sort", state.value("sort", else: question.order.word)))
      \(state.field("watch", Phrase(zh: "导入的新文献命中时提醒我", en: "Tell me when imported documents meet it"), .check, else: "yes",
        help: Phrase(zh: "提醒出现在“通知”中；只提醒新进入登记库的文献，可随时暂停。", en: "It comes as a notice; only documents that are new to the register are told of. It can be paused at any time.")))
      """))
}

/// What one was told of.
func alertListPage(_ alerts: [QueryAlert], _ queries: [SavedQuery]) -> Page {
  let names = Dictionary(queries.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  return Page(
    alertTitle, trail: trail,
    """
    \(tabs(listTitle, siblings, current: SearchPath.alerts))
    \(alerts.isEmpty ? emptyState(
      Phrase(zh: "还没有提醒", en: "No alerts yet"),
      Phrase(zh: "开启提醒的检索式命中新导入的文献时，会列在这里。", en: "When imported documents meet a query with alerts, it is listed here."),
      action: linkButton(listTitle, to: SearchPath.saved))
      : table(alertTitle, columns: [
        Column(Phrase(zh: "检索式", en: "Query"), .name), Column(Phrase(zh: "新文献", en: "New documents"), .number),
        Column(Phrase(zh: "提醒于", en: "Told"), .code),
      ], rows: alerts.map { alert in
        ["\(names[alert.query].map { spoken($0) })",
          "<a href=\"\(SearchPath.alert(alert.id))\">\(Count(alert.found))</a>", "\(Instant(alert.raisedAt))"]
      }))
    \(pager(newer: nil, older: alerts.count == 50 ? alerts.last.map { SearchPath.alerts(before: $0.id) } : nil))
    """)
}

/// The documents that one alert told of.
func alertPage(
  _ alert: QueryAlert, _ query: SavedQuery, _ documents: [CorpusFind], gone: Int, _ links: SearchLinks,
  _ words: ValueWords
) -> Page {
  let hits = documents.enumerated().map { place, hit in
    HitView(hit: hit, place: place + 1, question: query.question, words: words, links: links).entry
  }
  return Page(
    .text(query.name, lang: language(of: query.name)), trail: trail + [Crumb(alertTitle, SearchPath.alerts)],
    """
    <p class="count">\(Phrase(zh: "\(Count(alert.found)) 件新文献，提醒于", en: "\(Count(alert.found)) new documents, told")) \(Instant(alert.raisedAt))</p>
    <div class="field">\(summary(query.question, words))</div>
    <ol class="hits">\(hits)</ol>
    \(if: alert.found > 100 + max(gone, 0), "<p class=\"help\">\(Phrase(zh: "只列出前 100 件。", en: "Only the first 100 are listed."))</p>")
    \(if: gone > 0, "<p class=\"help\">\(Phrase(zh: "其中 \(gone) 件已不在登记库中或不再命中。", en: "\(gone) of them are no longer in the register, or no longer found."))</p>")
    <p class="actions">\(linkButton(Phrase(zh: "查看全部命中", en: "See all hits"), to: SearchPath.results(query.question), .main))</p>
    """)
}
