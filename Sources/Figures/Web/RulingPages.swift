import Figures
import FiguresStore
import Kernel
import Markup
import Web

/// Every question that the plan leaves open, with the reading that holds.
func rulingsPage(_ files: [RulingFile], at day: Day, mayRule: Bool) -> Page {
  let caption = Phrase(zh: "口径裁定", en: "Rulings")
  let rows = files.map { file -> [HTML] in
    [
      "<code>\(file.ruling.code)</code> \(file.ruling.question)",
      "<strong>\(file.option?.phrase ?? Phrase(zh: "未定", en: "open"))</strong>",
      file.chosen.map { chosen in
        "\(Instant(chosen.chosenAt)) \(marked(chosen.reason))"
      } ?? "\(Phrase(zh: "默认", en: "Default"))",
      "\(file.codes.map { "<a href=\"\(FigurePath.show($0, at: day))\">\($0)</a> " as HTML })",
    ] + (mayRule ? [change(file.ruling.code)] : [])
  }
  return Page(
    caption, trail: [Crumb(figureCrumb, FigurePath.overview(at: day))],
    """
    <p class="lead">\(Phrase(
      zh: "方案没有写明的口径，在这里逐条列出现行读法和依据。改变口径会改变数值，定稿记下当时的口径。",
      en: "What the plan leaves open, with the reading that holds and why. Another reading changes the values; a frozen figure keeps the readings of its time."))</p>
    \(if: files.isEmpty, emptyState(
      Phrase(zh: "没有待定的口径", en: "Nothing is left open"),
      Phrase(zh: "指标登记后，需要裁定的口径会列在这里", en: "Rulings appear here once figures ask for them")))
    \(if: !files.isEmpty, table(
      caption,
      columns: [
        Column(Phrase(zh: "问题", en: "Question"), .name), Column(Phrase(zh: "现行读法", en: "Reading that holds")),
        Column(Phrase(zh: "依据", en: "Ground")), Column(Phrase(zh: "涉及指标", en: "Figures")),
      ] + (mayRule ? [Column(Phrase(zh: "操作", en: "Action"))] : []), rows: rows))
    """)
}

private func change(_ code: String) -> HTML {
  "<a href=\"\(FigurePath.ruling(code))\">\(Phrase(zh: "更改 \(code)", en: "Change \(code)"))</a>"
}

/// The form that chooses a reading.
func rulingPage(_ file: RulingFile, _ state: FormState, at day: Day) -> Page {
  let choices = file.ruling.options.map { option in
    let mark = option.code == file.ruling.defaultOption ? Phrase(zh: "（默认）", en: " (default)") : Phrase(zh: "", en: "")
    return Choice(option.code, Phrase(zh: option.phrase.zh + mark.zh, en: option.phrase.en + mark.en))
  }
  return Page(
    Phrase(zh: "裁定 \(file.ruling.code)", en: "Ruling \(file.ruling.code)"),
    trail: [
      Crumb(figureCrumb, FigurePath.overview(at: day)), Crumb(Phrase(zh: "口径裁定", en: "Rulings"), FigurePath.rulings),
    ],
    """
    <p class="lead">\(file.ruling.question)</p>
    \(state.form(
      to: FigurePath.ruling(file.ruling.code), revision: file.chosen?.revision ?? 0, submit: Phrase(zh: "采用", en: "Adopt"),
      """
      \(state.field(
        "option", Phrase(zh: "读法", en: "Reading"), .radio(choices), else: file.option?.code ?? "", need: .required))
      \(reasonField(state))
      """))
    """)
}
