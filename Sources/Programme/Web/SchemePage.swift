import Access
import Kernel
import Markup
import Programme
import ProgrammeStore
import Web

/// One version of a scheme: its headings, indicators, weights and rules, with what is missing marked.
func schemePage(_ file: SchemeFile, for account: Account, figure: (String) -> Link?) -> Page {
  let (version, scheme) = (file.shown, file.shown.scheme)
  let old = notice(
    .information, Phrase(zh: "这不是现行版本", en: "This is not the present version"),
    "<p><a href=\"\(EvaluationPath.scheme(scheme.code))\">\(Phrase(zh: "查看现行版本", en: "See the present one"))</a></p>")
  return Page(
    .phrase(scheme.name), trail: evaluationTrail,
    """
    \(if: !file.isPresent, old)
    \(scheme.note.map { notice(.warning, $0) })
    \(definitions([
      (Phrase(zh: "依据", en: "Source"), marked(scheme.source)), (Phrase(zh: "年份", en: "Year"), "\(scheme.year)"),
      (Phrase(zh: "权重", en: "Weights"), weightsBadge(scheme)), (Phrase(zh: "版本", en: "Version"), "\(versionName(version))"),
      (Phrase(zh: "内容的 SHA-256", en: "SHA-256 over its text"), copyable(version.hash)),
    ]))
    <p class="actions">\(schemeActions(file, account))</p>
    \(scheme.headings.map { headingSection($0, figure) })
    \(versionSection(file))
    """)
}

private func schemeActions(_ file: SchemeFile, _ account: Account) -> HTML {
  let code = file.shown.scheme.code
  let run = linkButton(Phrase(zh: "开展评价", en: "Evaluate"), to: EvaluationPath.newRun(code), .main)
  let weigh = linkButton(Phrase(zh: "录入权重", en: "Enter weights"), to: EvaluationPath.weights(code))
  return """
    \(if: file.isPresent && account.may(.runEvaluations), run)\(if: file.isPresent && account.may(.editSchemes), weigh)\
    \(linkButton(Phrase(zh: "下载方案文件（YAML）", en: "Download the scheme (YAML)"), to: EvaluationPath.text(file.shown)))
    """
}

private func headingSection(_ heading: SchemeHeading, _ figure: (String) -> Link?) -> HTML {
  let weights = heading.indicators.compactMap(\.weight)
  let isWhole = weights.count == heading.indicators.count
  let sum = weights.reduce(Points(hundredths: 0), +)
  return """
    <section><h2>\(heading.code) \(heading.name)\(if: isWhole, " · \(Phrase(zh: "\(sum.text) 分", en: "\(sum.text) points"))")</h2>
    \(table(
      heading.name,
      columns: [
        Column(Phrase(zh: "代码", en: "Code"), .code), Column(Phrase(zh: "指标", en: "Indicator"), .name),
        Column(Phrase(zh: "取数", en: "Read from")), Column(Phrase(zh: "权重", en: "Weight"), .number),
        Column(Phrase(zh: "评分规则", en: "Scored by")), Column(Phrase(zh: "所需证据", en: "Evidence wanted")),
      ],
      rows: heading.indicators.map { indicatorRow($0, figure) }))</section>
    """
}

private func indicatorRow(_ indicator: SchemeIndicator, _ figure: (String) -> Link?) -> [HTML] {
  let missing = badge(Phrase(zh: "缺", en: "missing"), .warning)
  let note: HTML? = indicator.note.map { "<br><small>\($0)</small>" }
  return [
    "\(indicator.code)", "\(indicator.words)", figureName(indicator.figure, figure),
    indicator.weight.map { "\($0.text)" } ?? missing,
    "\(indicator.rule.map { "\($0.phrase)" as HTML } ?? missing)\(note)",
    indicator.evidence.isEmpty ? .notGiven : "\(indicator.evidence.map { "\($0)<br>" as HTML })",
  ]
}

/// Where an indicator reads its value.
func figureName(_ code: String?, _ figure: (String) -> Link?) -> HTML {
  guard let code else { return "\(Phrase(zh: "评审人", en: "a reviewer"))" }
  return figure(code).map { "<a href=\"\($0)\">\(code)</a>" } ?? "\(code)"
}

private func versionSection(_ file: SchemeFile) -> HTML {
  """
  <section><h2>\(Phrase(zh: "版本", en: "Versions"))</h2>
  \(table(
    Phrase(zh: "全部版本，现行的在前", en: "All versions, the present one first"),
    columns: [
      Column(Phrase(zh: "版本", en: "Version"), .name), Column(Phrase(zh: "依据文号", en: "Entered under")),
      Column(Phrase(zh: "理由", en: "Why")), Column(Phrase(zh: "录入时间", en: "Entered at"), .code),
      Column(Phrase(zh: "SHA-256", en: "SHA-256"), .code),
    ],
    rows: file.versions.map { version in
      [
        "<a href=\"\(EvaluationPath.scheme(version.scheme.code, version: version.hash))\">\(versionName(version))</a>",
        version.entered.map { marked($0.document) } ?? .notKnown, version.entered.map { marked($0.reason) } ?? .notKnown,
        version.entered.map { "\(Instant($0.at))" } ?? .notKnown, "<code>\(String(version.hash.prefix(16)))…</code>",
      ]
    }))</section>
  """
}
