import Corpus
import Kernel
import Markup

/// What the hits are counted by; each value is a link that narrows.
struct FacetPanel {
  let question: CorpusQuestion
  let facets: [CorpusTally]
  let words: ValueWords

  /// The most values of a facet that are shown; the first few at once.
  static let valueLimit = 40
  private static let firstFew = 8

  /// In the order of the panel; of the classification those levels that the way down leads to.
  static func columns(for question: CorpusQuestion?) -> [CorpusColumn] {
    let columns: [CorpusColumn] = [.kind, .status, .filingYear, .publicationYear]
    let levels = IPCPath(question).levels
    return columns + levels + [.applicant, .agency, .province, .city, .district, .source]
  }

  var markup: HTML {
    let before: [CorpusColumn] = [.kind, .status, .filingYear, .publicationYear]
    let behind: [CorpusColumn] = [.applicant, .agency, .province, .city, .district, .source]
    return """
      <details class="facet-panel" open><summary>\(Phrase(zh: "筛选", en: "Narrow down"))</summary>
      <nav aria-label="\(Phrase(zh: "按类目筛选", en: "Facets"))">
      \(before.map(group))\(tree)\(behind.map(group))</nav></details>
      """
  }

  private func tally(_ column: CorpusColumn) -> CorpusTally? { facets.first { $0.column == column } }

  private func group(_ column: CorpusColumn) -> HTML {
    guard let tally = tally(column), !tally.entries.isEmpty else { return "" }
    let isYear = column == .filingYear || column == .publicationYear
    let entries = isYear ? Array(tally.entries.sorted { $0.value > $1.value }) : tally.entries
    let items = entries.prefix(Self.valueLimit).map { item(CorpusNarrowing(column, $0.value), $0.count) }
    let isOpen = [.kind, .status, .applicant].contains(column) || question.narrowing[column] != nil
    return """
      <details class="facet"\(if: isOpen, " open")><summary>\(column.phrase)</summary>
      <ul>\(Array(items.prefix(Self.firstFew)))</ul>\(rest(Array(items.dropFirst(Self.firstFew)), of: tally))\(missing(tally))</details>

      """
  }

  private func rest(_ items: [HTML], of tally: CorpusTally) -> HTML {
    guard !items.isEmpty else { return "" }
    let left = tally.distinct - Self.valueLimit
    let note: HTML =
      left > 0
      ? "<p class=\"help\">\(Phrase(zh: "另有 \(Count(left)) 个值较少出现；请先缩小范围", en: "\(Count(left)) rarer values are not shown; narrow down first"))</p>"
      : ""
    return """
      <details class="facet-more"><summary>\(Phrase(zh: "更多", en: "More"))\
      <span class="unseen"> \(Phrase(zh: "（\(tally.column.phrase.zh)）", en: "(\(tally.column.phrase.en))"))</span></summary><ul>\(items)</ul>\(note)</details>
      """
  }

  /// So that the counts of a facet add up.
  private func missing(_ tally: CorpusTally) -> HTML {
    guard tally.missing > 0 else { return "" }
    return """
      <p class="facet-missing">\(Phrase(zh: "未注明", en: "Not stated"))<span class="facet-count">\(Count(tally.missing))</span></p>
      """
  }

  private func item(_ narrowing: CorpusNarrowing, _ count: Int) -> HTML {
    if question.narrowing[narrowing.column]?.contains(narrowing.value) == true {
      let link = SearchPath.results(question.without(narrowing))
      return """
        <li class="chosen"><a href="\(link)"><span aria-hidden="true">✓ </span>\(words.markup(narrowing))\
        <span class="unseen"> \(Phrase(zh: "（取消）", en: "(take away)"))</span></a><span class="facet-count">\(Count(count))</span></li>
        """
    }
    return """
      <li><a href="\(SearchPath.results(question.narrowed(to: [narrowing])))">\(words.markup(narrowing))</a>\
      <span class="facet-count">\(Count(count))</span></li>
      """
  }

  /// The classification as far down as somebody has gone: each step shows what stands below it.
  private var tree: HTML {
    guard let sections = tally(.ipcSection), !sections.entries.isEmpty else { return "" }
    let path = IPCPath(question)
    return """
      <details class="facet" open><summary>\(Phrase(zh: "IPC分类", en: "IPC"))</summary>
      <ul class="tree">\(level(0, path))</ul>\(missing(sections))</details>

      """
  }

  private func level(_ depth: Int, _ path: IPCPath) -> [HTML] {
    guard depth < IPCPath.columns.count, let tally = tally(IPCPath.columns[depth]) else { return [] }
    let column = IPCPath.columns[depth]
    let parent = depth > 0 ? path.symbols[depth - 1] : nil
    let found = tally.entries.filter { entry in parent.map { IPCPath.stands(entry.value, below: $0) } ?? true }
    let sorted = depth == 0 ? found.sorted { $0.value < $1.value } : found
    return sorted.map { entry in
      let isOnPath = depth < path.symbols.count && path.symbols[depth] == entry.value
      let isChosen = isOnPath && depth == path.symbols.count - 1
      let next = isChosen ? path.up(from: question) : path.question(question, at: column, entry.value)
      let below = isOnPath ? level(depth + 1, path) : []
      return """
        <li\(if: isChosen, " class=\"chosen\"")><a href="\(SearchPath.results(next))">\(if: isChosen, "<span aria-hidden=\"true\">✓ </span>")\
        \(words.markup(CorpusNarrowing(column, entry.value)))\
        \(if: isChosen, "<span class=\"unseen\"> \(Phrase(zh: "（返回上一级）", en: "(one step up)"))</span>")</a>\
        <span class="facet-count">\(Count(entry.count))</span>\(if: !below.isEmpty, "<ul>\(below)</ul>")</li>
        """
    }
  }
}

/// How far down the classification a question is narrowed: `G`, `G06`, `G06F`.
struct IPCPath {
  static let columns: [CorpusColumn] = [.ipcSection, .ipcClass, .ipcSubclass, .ipcGroup, .ipcSubgroup]

  /// Each step with those above it.
  let symbols: [String]

  init(_ question: CorpusQuestion?) {
    let chosen = Self.columns.compactMap { question?.narrowing[$0]?.sorted().first }
    symbols = chosen.last.flatMap { Corpus.IPCSymbol($0)?.levels } ?? []
  }

  /// The levels that a tree along the path needs.
  var levels: [CorpusColumn] { Array(Self.columns.prefix(symbols.count + 1)) }

  /// A way down has one end: narrower takes the place of wider.
  func question(_ question: CorpusQuestion, at column: CorpusColumn, _ symbol: String) -> CorpusQuestion {
    without(question).narrowed(to: [CorpusNarrowing(column, symbol)])
  }

  /// One step up.
  func up(from question: CorpusQuestion) -> CorpusQuestion {
    guard symbols.count > 1 else { return without(question) }
    let depth = symbols.count - 2
    return self.question(question, at: Self.columns[depth], symbols[depth])
  }

  private func without(_ question: CorpusQuestion) -> CorpusQuestion {
    var wider = question
    for column in Self.columns { wider.narrowing[column] = nil }
    return wider
  }

  /// `G06F16/90` stands below `G06F16`, `G06F160` does not.
  static func stands(_ symbol: String, below parent: String) -> Bool {
    Corpus.IPCSymbol(symbol)?.levels.dropLast().contains(parent) == true
  }
}
