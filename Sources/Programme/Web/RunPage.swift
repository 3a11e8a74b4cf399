import Kernel
import Markup
import Programme
import ProgrammeStore
import Web

/// One evaluation: its total or what stands in the way, and per heading the scores as bars and as a table.
func runPage(_ file: RunFile, links: (figure: (String) -> Link?, history: Link?), mayAdd: Bool) -> Page {
  let (run, scheme) = (file.run, file.version.scheme)
  let add = linkButton(Phrase(zh: "登记证据", en: "List evidence"), to: EvaluationPath.evidence(run.id))
  return Page(
    .phrase(Phrase(zh: "评价：\(scheme.name.zh)", en: "Evaluation: \(scheme.name.en)")), trail: evaluationTrail,
    """
    \(totalNotice(file.result.total))
    \(agreement(file))
    \(definitions([
      (Phrase(zh: "数据截止日", en: "Figures at"), "\(run.cutoff.description)"),
      (Phrase(zh: "评价时间", en: "Evaluated at"), "\(Instant(run.runAt))"),
      (Phrase(zh: "说明", en: "Note"), run.note.isEmpty ? .notGiven : marked(run.note)),
      (
        Phrase(zh: "指标版本", en: "Version of the scheme"),
        "<a href=\"\(EvaluationPath.scheme(scheme.code, version: file.version.hash))\">\(versionName(file.version))</a>"
      ),
      (Phrase(zh: "指标内容的 SHA-256", en: "SHA-256 over the scheme"), copyable(file.version.hash)),
    ]))
    <p class="actions">\(linkButton(Phrase(zh: "下载证据包（ZIP）", en: "Download the evidence pack (ZIP)"), to: EvaluationPath.pack(run.id), .main))\
    \(if: mayAdd, add)\(linkButton(Phrase(zh: "与另一次比较", en: "Compare with another"), to: EvaluationPath.compare(run.id)))\
    \(links.history.map { linkButton(Phrase(zh: "查看留痕", en: "History"), to: $0) })</p>
    \(headingChart(file))
    \(scheme.headings.map { headingSection($0, file, links.figure) })
    """)
}

private func totalNotice(_ total: EvaluationTotal) -> HTML {
  switch total {
  case .points: notice(.success, Phrase(zh: "总分：\(total.phrase.zh)", en: "Total: \(total.phrase.en)"))
  case .refused: notice(.warning, total.phrase)
  }
}

private func agreement(_ file: RunFile) -> HTML {
  if file.disagreeing.isEmpty {
    return """
      <p class="help">\(Phrase(
        zh: "已用保存的取数和当时的指标版本复算，结果一致。", en: "Computed again from the stored values by the version of then: the same result."))</p>
      """
  }
  let codes = file.disagreeing
  return notice(
    .error,
    Phrase(
      zh: "复算不一致的指标：\(codes.joined(separator: "、"))；请核验留痕",
      en: "Not what the stored values give: \(codes.joined(separator: ", ")); please verify the journal"))
}

/// The headings side by side, as parts of what each could reach; only those whose sum is not refused.
private func headingChart(_ file: RunFile) -> HTML {
  let bars = file.version.scheme.headings.compactMap { heading -> ScoreBar? in
    guard case .points(let points, let whole) = file.result.total(of: heading), whole.hundredths > 0 else { return nil }
    return ScoreBar(
      label: "\(heading.name)", share: points.hundredths * 1_000 / whole.hundredths,
      value: "\(points.text) / \(whole.text)")
  }
  return scoreBars(Phrase(zh: "各一级指标得分", en: "Points by heading"), bars)
}

private func headingSection(_ heading: SchemeHeading, _ file: RunFile, _ figure: (String) -> Link?) -> HTML {
  let results = file.result.results(of: heading)
  let bars = results.compactMap { result in
    result.score.map {
      ScoreBar(
        label: "\(result.indicator.code) \(result.indicator.words)", share: $0.hundredths / 10, value: "\($0.text)")
    }
  }
  return """
    <section><h2>\(heading.code) \(heading.name)</h2>
    <p>\(file.result.total(of: heading).phrase)</p>
    \(scoreBars(Phrase(zh: "各项得分（百分制）", en: "Scores (out of 100)"), bars))
    \(table(
      heading.name,
      columns: [
        Column(Phrase(zh: "代码", en: "Code"), .code), Column(Phrase(zh: "指标", en: "Indicator"), .name),
        Column(Phrase(zh: "取数", en: "Read from")), Column(Phrase(zh: "取值", en: "Value")),
        Column(Phrase(zh: "得分", en: "Score"), .number), Column(Phrase(zh: "权重", en: "Weight"), .number),
        Column(Phrase(zh: "加权得分", en: "Points"), .number), Column(Phrase(zh: "证据", en: "Evidence")),
      ],
      rows: results.map { resultRow($0, file, figure) }))</section>
    """
}

private func resultRow(_ result: IndicatorResult, _ file: RunFile, _ figure: (String) -> Link?) -> [HTML] {
  let (indicator, input) = (result.indicator, result.input)
  let review: HTML? = input.review.map { "<br><small>\(marked($0.note))</small>" }
  let listed = file.evidence(of: indicator).map { evidence -> HTML in
    "\(marked(evidence.reference))\(evidence.sha256.map { " <code>\(String($0.prefix(12)))…</code>" as HTML })<br>"
  }
  return [
    "\(indicator.code)", "\(indicator.words)", figureName(indicator.figure, figure),
    input.words.map { "\($0)" } ?? .notKnown,
    "\(result.score.map { "\($0.text)" as HTML } ?? missingBadge(result))\(review)",
    indicator.weight.map { "\($0.text)" } ?? badge(Phrase(zh: "缺", en: "missing"), .warning),
    result.points.map { "\($0.text)" } ?? .notKnown, listed.isEmpty ? .notGiven : "\(listed)",
  ]
}

private func missingBadge(_ result: IndicatorResult) -> HTML {
  result.missing.map { badge($0.phrase, .warning) } ?? .notKnown
}

/// One bar of ``scoreBars(_:_:)``.
struct ScoreBar {
  let label: HTML
  /// In thousandths of the whole.
  let share: Int
  let value: HTML
}

/// Bars of shares; the figures themselves stand beside each, and in the table that follows.
func scoreBars(_ caption: Phrase, _ bars: [ScoreBar]) -> HTML {
  guard !bars.isEmpty else { return "" }
  let drawn = bars.map { bar -> HTML in
    """
    <li><span class="bar-label">\(bar.label)</span>\
    <svg class="bar" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">\
    <rect class="bar-ground" width="1000" height="20"/><rect class="bar-fill" width="\(bar.share)" height="20"/></svg>\
    <span class="bar-value">\(bar.value)</span></li>
    """
  }
  return "<figure class=\"chart\"><figcaption>\(caption)</figcaption><ul class=\"bars\">\(drawn)</ul></figure>"
}
