import Access
import Kernel
import Markup
import Patents
import PatentsStore
import Web

/// One mark: every field with the row that gave it, and every row that speaks of it.
func trademarkPage(_ found: TrademarkDossier, for account: Account) -> Page {
  let mark = found.mark
  return Page(
    mark.name.map { .text($0, lang: language(of: $0)) }
      ?? .phrase(Phrase(zh: "（无文字的商标）", en: "(a mark without words)")),
    trail: [Crumb(Phrase(zh: "商标登记库", en: "Register of trademarks"), TrademarkPath.list)],
    """
    <p class="marks">\(badge(mark.sort.phrase))\(if: isSample(mark.applicants), " \(demoMark)")</p>
    \(definitions(facts(found)))
    \(goods(mark))\(disputes(found))\(extras(mark))
    <h2>\(Phrase(zh: "来源", en: "Sources"))</h2>
    <p>\(Phrase(
      zh: "每个文件的记录各自保留；上列各值取自位次最高、其中最新的来源，它未写明的由其余来源补充。",
      en: "The record of each file is kept by itself. A value is that of the newest among the highest sources; what it leaves open comes from the others."))</p>
    \(timeline(found.sources.enumerated().map { entry($1, $0 + 1, account) }))
    """)
}

private func facts(_ found: TrademarkDossier) -> [(Phrase, HTML)] {
  TrademarkField.allCases.compactMap { field in
    let texts = field.texts(in: found.mark)
    guard !texts.isEmpty else { return nil }
    let shown: HTML =
      switch field {
      case .classes: joined(texts.compactMap { Int($0) }.map(classLink))
      case .status: joined(texts.map(markStatus))
      default: joined(texts.map { data($0) })
      }
    return (field.phrase, "\(shown)\(if: found.sources.count > 1, reference(found.origin(of: field)))")
  }
}

private func classLink(_ number: Int) -> HTML {
  "<a href=\"\(TrademarkPath.list(TrademarkFilter(niceClass: number)))\">\(classPhrase(number))</a>"
}

/// A small mark that leads to the row that says so.
private func reference(_ place: Int?) -> HTML {
  guard let place else { return "" }
  return """
     <a class="origin" href="#source-\(place + 1)" aria-label="\(Phrase(zh: "来源：第\(place + 1)项", en: "Origin: source \(place + 1)"))">[\(place + 1)]</a>
    """
}

private func goods(_ mark: TrademarkRecord) -> HTML {
  let described = mark.goods.filter { $0.text != nil }
  guard !described.isEmpty else { return "" }
  return """
    <h2>\(Phrase(zh: "商品和服务", en: "Goods and services"))</h2>
    \(definitions(described.map { (classPhrase($0.niceClass), "<span class=\"prose\">\(data($0.text ?? ""))</span>") }))
    """
}

/// What the files say beyond the fields.
private func extras(_ mark: TrademarkRecord) -> HTML {
  guard !mark.extras.isEmpty else { return "" }
  let pairs = mark.extras.map { extra in
    "<div><dt>\(marked(PatentExtraName.phrase(of: extra.name)))</dt><dd class=\"prose\">\(data(extra.value))</dd></div>\n"
      as HTML
  }
  let head = Phrase(zh: "其他著录项目（\(mark.extras.count)项）", en: "What else the sources say (\(mark.extras.count))")
  return "<details class=\"sayings\"><summary>\(head)</summary>\n<dl class=\"facts\">\n\(pairs)</dl></details>"
}

/// What the rows say differently: the first of a field's rows is the one that is shown.
private func disputes(_ found: TrademarkDossier) -> HTML {
  let rows = found.disputed.flatMap { field in
    found.sources.enumerated().compactMap { place, source -> [HTML]? in
      let texts = field.texts(in: source.mark)
      guard !texts.isEmpty else { return nil }
      let isShown = found.origin(of: field) == place
      let standing =
        isShown
        ? badge(Phrase(zh: "登记库采用", en: "What the register shows"), .success)
        : texts == field.texts(in: found.mark)
          ? badge(Phrase(zh: "与登记库一致", en: "Agrees with the register"))
          : badge(Phrase(zh: "未采用：位次较低或较早", en: "Not shown: it ranks lower, or is older"), .warning)
      return [
        "\(field.phrase)", joined(texts.map { data($0) }),
        "\(marked(sourceName(of: source.format)))\(reference(place))",
        "\(Instant(source.importedAt))", "\(Count(source.rank))", standing,
      ]
    }
  }
  guard !rows.isEmpty else { return "" }
  return """
    <h2 id="disputes">\(Phrase(zh: "来源不一致", en: "Sources disagree"))</h2>
    \(table(
      Phrase(zh: "来源不一致", en: "Sources disagree"),
      columns: [
        Column(Phrase(zh: "字段", en: "Field"), .name), Column(Phrase(zh: "值", en: "Value")),
        Column(Phrase(zh: "来源", en: "Source")), Column(Phrase(zh: "导入日", en: "Imported"), .code),
        Column(Phrase(zh: "位次", en: "Rank"), .number), Column(Phrase(zh: "采用与否", en: "Standing")),
      ], rows: rows))
    """
}

private func entry(_ source: TrademarkSource, _ place: Int, _ account: Account) -> TimelineEntry {
  let name: HTML = data(source.file.split(separator: "/").last.map(String.init) ?? "")
  let row = Phrase(zh: "第\(source.line)行", en: "row \(source.line)")
  let when = Phrase(zh: "导入于 \(Instant(source.importedAt).text)", en: "imported \(Instant(source.importedAt).text)")
  let mayFollow = account.may(.readImports)
  let file: HTML = mayFollow ? "<a href=\"\(PatentPath.show(source.run))\">\(name)</a>" : name
  let line: HTML = mayFollow ? "<a href=\"\(PatentPath.row(source.line, of: source.run))\">\(row)</a>" : "\(row)"
  return TimelineEntry(
    "<span id=\"source-\(place)\">[\(place)]</span>", "\(file) · \(line) · \(when)",
    """
    <p>\(marked(sourceName(of: source.format))) · \(Phrase(zh: "位次", en: "rank")) \(Count(source.rank))</p>\
    <p class="help original">SHA-256 \(source.hash)</p>
    """, tone: place == 1 ? .success : .neutral)
}
