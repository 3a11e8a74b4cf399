import Figures
import FiguresStore
import Kernel
import Markup
import Web

/// The form that freezes a figure, with what it would be frozen as.
func freezePage(_ figure: Figure, series: SeriesBook, _ state: FormState, isDemonstration: Bool) -> Page {
  Page(
    Phrase(zh: "定稿", en: "Freeze"), trail: figureTrail(figure.indicator, at: figure.cutoff),
    """
    <p class="lead">\(Phrase(
      zh: "定稿把数值、逐条清单和每条记录当时的摘要一并固定，并算出哈希。此后记录再变，定稿不变，只附变更说明；同一截止日再次定稿为新的版次。",
      en: "Freezing keeps the value, its rows and each record's digest, with a hash. Later changes of the records are noted beside it; freezing the same cut-off again makes a new edition."))</p>
    \(if: isDemonstration, notice(.warning, Phrase(
      zh: "本区全部记录为示例数据：定稿的名称和哈希都带“示例数据”，不能公布",
      en: "All records of this zone are invented: name and hash say so, and the figure cannot be published")))
    \(definitions([
      (Phrase(zh: "截至 \(figure.cutoff)", en: "At \(figure.cutoff)"), figureValue(figure)),
      (Phrase(zh: "目标", en: "Target"), figureTarget(figure, series)),
      (Phrase(zh: "结论", en: "Verdict"), figure.verdict.mark),
      (Phrase(zh: "计入行数", en: "Rows"), "\(Count(figure.totals.rows))"),
    ]))
    \(state.form(
      to: FigurePath.freeze(figure.code), submit: Phrase(zh: "定稿", en: "Freeze"),
      """
      \(state.field(
        "cutoff", Phrase(zh: "截止日", en: "Cut-off"), .day, else: figure.cutoff.description, need: .required,
        help: Phrase(zh: "今天以前的一天", en: "A day before today")))
      \(reasonField(state))
      """))
    """)
}

func reasonField(_ state: FormState) -> HTML {
  state.field(
    "reason", Phrase(zh: "理由", en: "Reason"), .area(rows: 3), need: .required,
    help: Phrase(zh: "如“三季度通报”，将记入留痕", en: "Such as “report of the third quarter”; it goes into the journal"))
}

/// A frozen figure: what it was, what vouches for it, and what has become of its records.
///
/// - Parameter named: a record with the way to it; nil for whom the rows are closed.
func frozenPage(
  _ file: FrozenFile, rows: [FrozenRow], mayPublish: Bool, named: ((String, Int64) -> HTML)?
) -> Page {
  let frozen = file.frozen
  let digits = file.indicator?.measure.digits ?? frozen.value?.digits ?? 0
  let name = Phrase(
    zh: "\(frozen.code) 截至 \(frozen.cutoff) 第 \(frozen.edition) 版",
    en: "\(frozen.code) at \(frozen.cutoff), edition \(frozen.edition)")
  return Page(
    name,
    trail: file.indicator.map { figureTrail($0, at: frozen.cutoff) } ?? [Crumb(figureCrumb, FigurePath.overview)],
    """
    \(if: frozen.isDemonstration, "<p>\(demoMark)</p>")
    \(frozenNote(file, digits: digits, named: named))
    \(facts(file, digits))
    \(if: mayPublish && frozen.publishedAt == nil && !frozen.isDemonstration, "<p class=\"actions\">\(linkButton(Phrase(zh: "公布", en: "Publish"), to: FigurePath.publish(frozen), .main))</p>")
    \(named.map { rowList(frozen, rows, $0) })
    """)
}

/// What has become of a frozen figure's records since, for everybody to see.
private func frozenNote(_ file: FrozenFile, digits: Int, named: ((String, Int64) -> HTML)?) -> HTML {
  let live = file.live?.valueText ?? file.live?.state.absence?.zh
  let liveEnglish = file.live?.valueText ?? file.live?.state.absence?.en
  let now = Phrase(
    zh: live.map { "按今天的记录，同一截止日为 \($0)" } ?? "该指标已不再计算",
    en: liveEnglish.map { "By the records of today the same cut-off gives \($0)" } ?? "The figure is computed no longer"
  )
  guard file.changedCount > 0 else {
    let differs = file.live.map { $0.state.value != file.frozen.value } ?? true
    return differs
      ? notice(.warning, now)
      : notice(.success, Phrase(zh: "定稿以来，清单中的记录没有变化", en: "No record of the list has changed since"))
  }
  let items = file.changed.prefix(50).map { changed -> HTML in
    let what =
      changed.entry == nil
      ? Phrase(zh: "已撤除", en: "removed")
      : Phrase(zh: "第 \(changed.entry ?? 0) 条留痕有变更", en: "changed by entry \(changed.entry ?? 0)")
    return "<li>\(named?(changed.table, changed.record) ?? "") \(what)</li>"
  }
  return notice(
    .warning,
    Phrase(
      zh: "定稿以来有 \(file.changedCount) 条记录变更或撤除；\(now.zh)",
      en:
        "\(file.changedCount == 1 ? "1 record was" : "\(file.changedCount) records were") changed or removed since. \(now.en)"
    ),
    named == nil ? "" : "<ul>\(Array(items))</ul>")
}

private func facts(_ file: FrozenFile, _ digits: Int) -> HTML {
  let frozen = file.frozen
  var pairs: [(Phrase, HTML)] = [
    (
      Phrase(zh: "数值", en: "Value"),
      frozen.value.map {
        "<strong>\($0.text(digits: digits))</strong> \(file.indicator?.unit ?? Phrase(zh: "", en: ""))"
      }
        ?? "\(Phrase(zh: "尚无数据", en: "No data yet"))"
    ),
    (Phrase(zh: "结论", en: "Verdict"), frozen.verdict.mark),
    (Phrase(zh: "计入行数", en: "Rows"), "\(Count(frozen.rows))"),
    (Phrase(zh: "申报未计入", en: "Declared only"), "\(Count(frozen.declared))"),
  ]
  if let comparator = frozen.comparator {
    pairs.append(
      (
        Phrase(zh: "对比值", en: "Comparator"),
        "\(comparator.shortest) <small>\(marked(frozen.comparatorSource ?? ""))</small>"
      ))
  }
  if !frozen.rulings.isEmpty {
    pairs.append((Phrase(zh: "口径", en: "Readings"), "<code>\(frozen.rulings.joined(separator: " "))</code>"))
  }
  pairs += [
    (Phrase(zh: "清单哈希（SHA-256）", en: "Hash of the list (SHA-256)"), copyable(frozen.listHash)),
    (Phrase(zh: "定义哈希（SHA-256）", en: "Hash of the definition (SHA-256)"), copyable(frozen.definition)),
    (Phrase(zh: "定稿时间", en: "Frozen"), "\(Instant(frozen.frozenAt))"),
    (
      Phrase(zh: "公布时间", en: "Published"),
      frozen.publishedAt.map { "\(Instant($0))" } ?? "\(Phrase(zh: "未公布", en: "not published"))"
    ),
    (Phrase(zh: "核验命令", en: "To verify"), copyable("ipzone verify figure \(frozen.code)@\(frozen.cutoff)")),
  ]
  return definitions(pairs)
}

private func rowList(_ frozen: FrozenFigure, _ rows: [FrozenRow], _ named: (String, Int64) -> HTML) -> HTML {
  let caption = Phrase(zh: "定稿清单", en: "The frozen rows")
  guard !rows.isEmpty else { return "" }
  let cells = rows.map { row -> [HTML] in
    [
      "\(Count(row.position))", named(row.table, row.record), "\(Count(Int(row.weight)))", "\(row.part.phrase)",
      "<code>G\(row.grade)</code>", row.entry.map { "\(Count(Int($0)))" } ?? .notKnown,
      "<code>\(row.digest?.prefix(12) ?? "")</code>",
    ]
  }
  let isLast = rows.last.map { $0.position >= frozen.rows } ?? true
  return """
    <section id="rows"><h2>\(caption)</h2>
    \(table(
      caption,
      columns: [
        Column(Phrase(zh: "序号", en: "Place"), .number), Column(Phrase(zh: "记录", en: "Record"), .name),
        Column(Phrase(zh: "权重", en: "Weight"), .number), Column(Phrase(zh: "部分", en: "Part")),
        Column(Phrase(zh: "证据", en: "Evidence"), .code), Column(Phrase(zh: "留痕条号", en: "Entry"), .number),
        Column(Phrase(zh: "记录摘要", en: "Digest"), .code),
      ], rows: cells))
    \(pager(
      newer: (rows.first?.position ?? 1) > 1 ? FigurePath.frozen(frozen, after: 0) : nil,
      older: isLast ? nil : rows.last.map { FigurePath.frozen(frozen, after: $0.position) }))</section>
    """
}

/// The form that publishes a frozen figure.
func publishPage(_ file: FrozenFile, _ state: FormState) -> Page {
  let frozen = file.frozen
  let digits = file.indicator?.measure.digits ?? 0
  return Page(
    Phrase(zh: "公布定稿", en: "Publish a frozen figure"),
    trail: file.indicator.map { figureTrail($0, at: frozen.cutoff) } ?? [],
    """
    \(definitions([
      (Phrase(zh: "定稿", en: "Frozen figure"), marked(frozen.name)),
      (Phrase(zh: "数值", en: "Value"), frozen.value.map { "\($0.text(digits: digits))" } ?? .notKnown),
      (Phrase(zh: "清单哈希", en: "Hash of the list"), "<code>\(frozen.listHash)</code>"),
    ]))
    \(state.form(to: FigurePath.publish(frozen), submit: Phrase(zh: "公布", en: "Publish"), reasonField(state)))
    """)
}
