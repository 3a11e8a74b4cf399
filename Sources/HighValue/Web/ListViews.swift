import HighValue
import HighValueStore
import Kernel
import Markup
import Web

/// Lists that were made, the latest first.
func listTable(_ lists: [HighValueList]) -> HTML {
  table(
    Phrase(zh: "认定清单", en: "Lists"),
    columns: [
      Column(Phrase(zh: "截至", en: "As of"), .name), Column(Phrase(zh: "确定", en: "Certain"), .number),
      Column(Phrase(zh: "可能", en: "Probable"), .number), Column(Phrase(zh: "H3 起算", en: "Start of H3")),
      Column(Phrase(zh: "生成", en: "Made"), .code),
    ],
    rows: lists.map { list in
      [
        "<a href=\"\(HighValuePath.show(list.id))\">\(list.day.description)</a>",
        "<a href=\"\(HighValuePath.show(list.id, .certain))\">\(Count(list.certain))</a>",
        "<a href=\"\(HighValuePath.show(list.id, .probable))\">\(Count(list.probable))</a>", "\(list.start.phrase)",
        "\(Instant(list.madeAt))",
      ]
    })
}

private func crumb(_ list: HighValueList) -> Crumb {
  Crumb(Phrase(zh: "\(list.day) 认定清单", en: "List of \(list.day)"), HighValuePath.show(list.id))
}

func listPage(_ page: HighValueListPage, _ certainty: Certainty?, after number: String) -> Page {
  let list = page.list
  let shown = page.entries.prefix(HighValuePages.pageSize)
  let tables: HTML =
    page.table.map { "<a href=\"\(HighValuePath.show($0.id))\">\(marked($0.name))</a>" }
    ?? "\(Phrase(zh: "无，H1 不可计算", en: "none: H1 was not computable"))"
  let least: HTML =
    list.leastPledge.map { "\($0)" } ?? "\(Phrase(zh: "未知，H4 不可计算", en: "not known: H4 was not computable"))"
  return Page(
    Phrase(zh: "\(list.day) 高价值发明专利认定清单", en: "High-value invention patents on \(list.day)"),
    trail: [highValueCrumb()],
    """
    <p class="lead">\(Phrase(
      zh: "按当时的记录、规则和参照表认定，此后不再改动；平台估算，非官方公布数。",
      en: "Found by the records, rules and table of then, and not changed since; the platform’s estimate, not the official count."))</p>
    \(definitions([
      (Phrase(zh: "确定", en: "Certain"), "<a href=\"\(HighValuePath.show(list.id, .certain))\">\(Count(list.certain))</a>"),
      (Phrase(zh: "可能", en: "Probable"), "<a href=\"\(HighValuePath.show(list.id, .probable))\">\(Count(list.probable))</a>"),
      (Phrase(zh: "H3 起算", en: "Start of H3"), "\(list.start.phrase)"),
      (Phrase(zh: "H4 金额门槛", en: "Smallest amount for H4"), least),
      (Phrase(zh: "参照表", en: "Table of industries"), tables),
      (Phrase(zh: "理由", en: "Reason"), marked(list.reason)),
      (Phrase(zh: "生成", en: "Made"), "\(Instant(list.madeAt)) \(marked(list.madeBy))"),
      (Phrase(zh: "清单 SHA-256", en: "SHA-256 of the list"), "<code>\(list.hash)</code>"),
    ]))
    \(if: !shown.isEmpty, entryTable(Array(shown)))
    \(pager(
      newer: nil,
      older: page.entries.count > shown.count
        ? HighValuePath.show(list.id, certainty, after: shown.last?.number ?? "") : nil))
    """)
}

private func entryTable(_ entries: [HighValueEntry]) -> HTML {
  table(
    Phrase(zh: "清单中的专利", en: "Patents of the list"),
    columns: [
      Column(Phrase(zh: "名称", en: "Title"), .name), Column(Phrase(zh: "申请号", en: "Number"), .code),
      Column(Phrase(zh: "认定", en: "Found"), .code), Column(Phrase(zh: "类别", en: "Classes"), .code),
    ],
    rows: entries.map { entry in
      [
        "<a href=\"\(HighValuePath.show(entry.id))\">\(marked(entry.title))</a>", "\(entry.number)",
        badge(entry.certainty.phrase, entry.certainty == .certain ? .success : .warning),
        "\((entry.certain + entry.probable).map(\.rawValue).joined(separator: " "))",
      ]
    })
}

func entryPage(_ file: HighValueEntryFile) -> Page {
  let entry = file.entry
  return Page(
    .text(entry.title, lang: entry.title.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) } ? .zh : .en),
    trail: [highValueCrumb(), crumb(file.list)],
    """
    \(definitions([
      (Phrase(zh: "申请号", en: "Number"), "<a href=\"\(HighValuePath.patent(entry.patent))\">\(entry.number)</a>"),
      (Phrase(zh: "申请（专利权）人", en: "Applicants"), joined(entry.applicants)),
      (Phrase(zh: "授权公告日", en: "Granted"), "\(entry.grantedOn.description)"),
      (Phrase(zh: "认定", en: "Found"), badge(entry.certainty.phrase, entry.certainty == .certain ? .success : .warning)),
      (Phrase(zh: "确定的类", en: "Certain classes"), classes(entry.certain)),
      (Phrase(zh: "可能的类", en: "Probable classes"), classes(entry.probable)),
    ]))
    <h2>\(Phrase(zh: "依据", en: "What shows it"))</h2>
    \(evidence(entry))
    """)
}

private func classes(_ classes: [HighValueClass]) -> HTML {
  classes.isEmpty ? HTML.notKnown : "<ul>\(classes.map { "<li>\($0.title)</li>" as HTML })</ul>"
}

private func evidence(_ entry: HighValueEntry) -> HTML {
  let lines = zip(entry.evidence.zh.split(separator: "\n"), entry.evidence.en.split(separator: "\n"))
  return "<ul>\(lines.map { "<li>\(marked(Phrase(zh: String($0), en: String($1))))</li>" as HTML })</ul>"
}

func newListPage(_ basis: HighValueBasis, today: Day, _ state: FormState) -> Page {
  let hindered = basis.hindered.compactMap { kind in
    basis.hindrance(of: kind).map { "<li><strong>\(kind.rawValue)</strong> \($0)</li>" as HTML }
  }
  return Page(
    Phrase(zh: "生成认定清单", en: "Make a list"), trail: [highValueCrumb()],
    """
    <p class="lead">\(Phrase(
      zh: "把某一日的认定结果连同依据固定下来。清单不会再改；资料补齐后另生成一份。",
      en: "Keeps what is found for a day with its evidence. A list never changes; when more is known, another one is made."))</p>
    \(if: !hindered.isEmpty, notice(.warning, Phrase(zh: "以下各类不会出现在清单中", en: "The list will not have these classes"), "<ul>\(hindered)</ul>"))
    \(state.form(
      to: HighValuePath.newList, submit: Phrase(zh: "生成", en: "Make it"),
      """
      \(state.field("day", Phrase(zh: "截至日期", en: "As of"), .day, else: today.description, need: .required))\
      \(state.field("reason", Phrase(zh: "用途或理由", en: "What for"), .area(rows: 2), need: .required))
      """))
    """)
}
