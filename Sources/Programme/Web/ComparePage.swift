import Kernel
import Markup
import Programme
import ProgrammeStore
import Web

/// Two evaluations side by side, by the indicators' codes under one scheme, by the figures under two.
func comparePage(
  _ runs: [RunLine], _ one: ID<EvaluationRun>?, _ other: ID<EvaluationRun>?, _ files: (RunFile, RunFile)?
) -> Page {
  let choices = runs.map { line in
    Choice(
      line.run.id.description,
      Phrase(
        zh: "\(line.version.scheme.name.zh)，截至 \(line.run.cutoff)",
        en: "\(line.version.scheme.name.en), at \(line.run.cutoff)"))
  }
  let fields: HTML = """
    \(field("one", Phrase(zh: "评价一", en: "One"), .list(choices), values: [one?.description].compactMap(\.self)))\
    \(field("other", Phrase(zh: "评价二", en: "The other"), .list(choices), values: [other?.description].compactMap(\.self)))
    """
  return Page(
    Phrase(zh: "比较两次评价", en: "Compare two evaluations"), trail: evaluationTrail,
    """
    \(runs.count < 2 ? emptyState(
      Phrase(zh: "至少要有两次评价才能比较", en: "It takes two evaluations to compare"),
      Phrase(zh: "请先开展评价", en: "Please evaluate first")) : filterBar(to: EvaluationPath.compare(), fields))
    \(files.map { comparison($0.0, $0.1) })
    """)
}

private func comparison(_ one: RunFile, _ other: RunFile) -> HTML {
  let sameScheme = one.version.scheme.code == other.version.scheme.code
  func key(_ result: IndicatorResult) -> String? { sameScheme ? result.indicator.code : result.indicator.figure }
  let others = Dictionary(
    other.result.results.compactMap { result in key(result).map { ($0, result) } },
    uniquingKeysWith: { first, _ in first })
  let pairs = one.result.results.map { result in (result, key(result).flatMap { others[$0] }) }
  let matched = pairs.filter { $0.1 != nil }.count
  let note =
    sameScheme
    ? (one.version.hash == other.version.hash
      ? Phrase(zh: "两次使用同一版本的指标。", en: "Both are by one version of the scheme.")
      : Phrase(
        zh: "两次使用同一套指标的不同版本：得分的差异可能来自规则。",
        en: "They are by two versions of the scheme: a difference may come from the rules."))
    : Phrase(
      zh: "两套指标：按取数指标对应，对应上 \(matched) 项。", en: "Two schemes, matched by the figures they read: \(matched) indicators.")
  return """
    <p>\(note)</p>
    \(definitions([
      (Phrase(zh: "评价一的总分", en: "Total of the one"), "\(one.result.total.phrase)"),
      (Phrase(zh: "评价二的总分", en: "Total of the other"), "\(other.result.total.phrase)"),
    ]))
    \(table(
      Phrase(zh: "逐项比较（百分制）", en: "Indicator by indicator (out of 100)"),
      columns: [
        Column(Phrase(zh: "代码", en: "Code"), .code), Column(Phrase(zh: "指标", en: "Indicator"), .name),
        Column(Phrase(zh: "取值一", en: "Value one")), Column(Phrase(zh: "取值二", en: "Value other")),
        Column(Phrase(zh: "得分一", en: "Score one"), .number), Column(Phrase(zh: "得分二", en: "Score other"), .number),
        Column(Phrase(zh: "差", en: "Difference"), .number),
      ],
      rows: pairs.map { row($0.0, $0.1) }))
    """
}

private func row(_ one: IndicatorResult, _ other: IndicatorResult?) -> [HTML] {
  func value(_ result: IndicatorResult?) -> HTML { result?.input.words.map { "\($0)" } ?? .notKnown }
  func score(_ result: IndicatorResult?) -> HTML { result?.score.map { "\($0.text)" } ?? .notKnown }
  return [
    "\(one.indicator.code)", "\(one.indicator.words)", value(one), value(other), score(one), score(other),
    difference(one.score, other?.score),
  ]
}

private func difference(_ one: Score?, _ other: Score?) -> HTML {
  guard let one, let other else { return .notKnown }
  let difference = other.hundredths - one.hundredths
  let text = Points(hundredths: abs(difference)).text
  return difference == 0 ? "0" : "\(difference > 0 ? "+" : "−")\(text)"
}
