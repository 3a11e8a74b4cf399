import API
import Kernel
import Programme
import ProgrammeStore

/// A version of a scheme as programs see it.
struct SchemeView: APIValue {
  let code: String
  let name: Phrase
  let year: Int
  let source: String
  let version: Int?
  let hash: String
  let fullPoints: String?
  let withoutWeight: [String]
  let withoutRule: [String]

  init(_ version: SchemeVersion) {
    let scheme = version.scheme
    code = scheme.code
    name = scheme.name
    year = scheme.year
    source = scheme.source
    self.version = version.number
    hash = version.hash
    fullPoints = scheme.fullPoints?.text
    withoutWeight = scheme.withoutWeight
    withoutRule = scheme.withoutRule
  }

  static var schema: APISchema {
    .object(
      "EvaluationScheme",
      [
        APIField("code", .text, Phrase(zh: "代码", en: "Its code")),
        APIField("name", .phrase, Phrase(zh: "名称", en: "Its name")),
        APIField("year", .integer(), Phrase(zh: "年份", en: "Its year")),
        APIField("source", .text, Phrase(zh: "依据文件", en: "The document that prescribes it")),
        APIField(
          "version", .integer(),
          Phrase(zh: "版本号；随程序发布且未用过的没有", en: "Its version; none while it came with the program and was never used"),
          .sometimes),
        APIField("hash", .text, Phrase(zh: "内容的 SHA-256", en: "SHA-256 over its text")),
        APIField(
          "fullPoints", .text, Phrase(zh: "满分；缺权重时没有", en: "All weights together; none while one is missing"),
          .sometimes),
        APIField("withoutWeight", .array(.text), Phrase(zh: "缺权重的指标", en: "Indicators without weight")),
        APIField("withoutRule", .array(.text), Phrase(zh: "缺评分规则的指标", en: "Indicators without scoring rule")),
      ])
  }
}

/// A version of a scheme with its indicators.
struct SchemeDetail: APIValue {
  let scheme: SchemeView
  let indicators: [Indicator]

  init(_ version: SchemeVersion) {
    scheme = SchemeView(version)
    indicators = version.scheme.headings.flatMap { heading in
      heading.indicators.map { indicator in
        Indicator(
          heading: heading.name, code: indicator.code, words: indicator.words, figure: indicator.figure,
          weight: indicator.weight?.text, rule: indicator.rule?.phrase, evidence: indicator.evidence)
      }
    }
  }

  static var schema: APISchema {
    .object(
      "EvaluationSchemeDetail",
      [
        APIField("scheme", SchemeView.schema, Phrase(zh: "方案", en: "The scheme")),
        APIField("indicators", .array(Indicator.schema), Phrase(zh: "指标", en: "Its indicators")),
      ])
  }

  /// One indicator.
  struct Indicator: APIValue {
    let heading: Phrase
    let code: String
    let words: Phrase
    let figure: String?
    let weight: String?
    let rule: Phrase?
    let evidence: [Phrase]

    static var schema: APISchema {
      .object(
        "EvaluationIndicator",
        [
          APIField("heading", .phrase, Phrase(zh: "一级指标", en: "The heading it stands under")),
          APIField("code", .text, Phrase(zh: "代码", en: "Its code")),
          APIField("words", .phrase, Phrase(zh: "指标", en: "Its words")),
          APIField("figure", .text, Phrase(zh: "取数指标代码", en: "The figure it reads"), .sometimes),
          APIField("weight", .text, Phrase(zh: "权重；未录入的没有", en: "Its weight; none while not entered"), .sometimes),
          APIField(
            "rule", .phrase, Phrase(zh: "评分规则；未录入的没有", en: "How it is scored; none while not entered"), .sometimes),
          APIField("evidence", .array(.phrase), Phrase(zh: "所需证据", en: "What must be shown for it")),
        ])
    }
  }
}

/// An evaluation as programs see it.
struct RunView: APIValue {
  let id: ID<EvaluationRun>
  let scheme: String
  let schemeHash: String
  let cutoff: Day
  let note: String
  let points: String?
  let fullPoints: String?
  let total: Phrase

  init(_ run: EvaluationRun, _ version: SchemeVersion, _ total: EvaluationTotal) {
    id = run.id
    scheme = version.scheme.code
    schemeHash = version.hash
    cutoff = run.cutoff
    note = run.note
    self.total = total.phrase
    switch total {
    case .points(let points, let whole): (self.points, fullPoints) = (points.text, whole.text)
    case .refused: (points, fullPoints) = (nil, nil)
    }
  }

  static var schema: APISchema {
    .object(
      "Evaluation",
      [
        APIField("id", .id, Phrase(zh: "编号", en: "Its id")),
        APIField("scheme", .text, Phrase(zh: "方案代码", en: "Code of the scheme")),
        APIField("schemeHash", .text, Phrase(zh: "方案内容的 SHA-256", en: "SHA-256 over the scheme's text")),
        APIField("cutoff", .day, Phrase(zh: "数据截止日", en: "The day the figures were taken at")),
        APIField("note", .text, Phrase(zh: "说明", en: "A note")),
        APIField("points", .text, Phrase(zh: "总分；不出总分时没有", en: "The total; none where it is refused"), .sometimes),
        APIField("fullPoints", .text, Phrase(zh: "满分", en: "All weights together"), .sometimes),
        APIField("total", .phrase, Phrase(zh: "总分或不出总分的原因", en: "The total, or why there is none")),
      ])
  }
}

/// An evaluation with its scores.
struct RunDetail: APIValue {
  let evaluation: RunView
  let scores: [ScoreView]
  let disagreeing: [String]
  let evidence: [EvidenceView]

  init(_ file: RunFile) {
    evaluation = RunView(file.run, file.version, file.result.total)
    scores = file.result.results.map { ScoreView($0) }
    disagreeing = file.disagreeing
    evidence = file.evidence.map {
      EvidenceView(indicator: $0.indicator, reference: $0.reference, sha256: $0.sha256)
    }
  }

  static var schema: APISchema {
    .object(
      "EvaluationDetail",
      [
        APIField("evaluation", RunView.schema, Phrase(zh: "评价", en: "The evaluation")),
        APIField("scores", .array(ScoreView.schema), Phrase(zh: "各项得分", en: "Its scores")),
        APIField(
          "disagreeing", .array(.text), Phrase(zh: "复算不一致的指标", en: "Indicators whose score is not what the inputs give")
        ),
        APIField("evidence", .array(EvidenceView.schema), Phrase(zh: "证据清单", en: "What was listed as evidence")),
      ])
  }

  /// What an indicator was scored.
  struct ScoreView: APIValue {
    let code: String
    let figure: String?
    let numerator: Int64?
    let denominator: Int64?
    let value: Phrase?
    let review: String?
    let score: String?
    let missing: Phrase?
    let weight: String?
    let points: String?

    init(_ result: IndicatorResult) {
      code = result.indicator.code
      figure = result.indicator.figure
      numerator = result.input.reading?.numerator
      denominator = result.input.reading?.denominator
      value = result.input.words
      review = result.input.review?.note
      score = result.score?.text
      missing = result.missing?.phrase
      weight = result.indicator.weight?.text
      points = result.points?.text
    }

    static var schema: APISchema {
      .object(
        "EvaluationScore",
        [
          APIField("code", .text, Phrase(zh: "指标代码", en: "The indicator")),
          APIField("figure", .text, Phrase(zh: "取数指标代码", en: "The figure it reads"), .sometimes),
          APIField("numerator", .integer(), Phrase(zh: "取值的分子", en: "Numerator of the value"), .sometimes),
          APIField("denominator", .integer(), Phrase(zh: "取值的分母", en: "Denominator of the value"), .sometimes),
          APIField("value", .phrase, Phrase(zh: "取值", en: "The value in words"), .sometimes),
          APIField("review", .text, Phrase(zh: "评审说明", en: "What the reviewer said"), .sometimes),
          APIField(
            "score", .text, Phrase(zh: "得分（百分制）；缺数据时没有", en: "Out of a hundred; none where something is missing"),
            .sometimes),
          APIField("missing", .phrase, Phrase(zh: "没有得分的原因", en: "Why there is no score"), .sometimes),
          APIField("weight", .text, Phrase(zh: "权重", en: "Its weight"), .sometimes),
          APIField("points", .text, Phrase(zh: "加权得分", en: "What it adds to the total"), .sometimes),
        ])
    }
  }

  /// A piece of evidence.
  struct EvidenceView: APIValue {
    let indicator: String
    let reference: String
    let sha256: String?

    static var schema: APISchema {
      .object(
        "EvaluationEvidence",
        [
          APIField("indicator", .text, Phrase(zh: "指标代码", en: "The indicator")),
          APIField("reference", .text, Phrase(zh: "证据", en: "The evidence")),
          APIField("sha256", .text, Phrase(zh: "文件的 SHA-256", en: "SHA-256 of its file"), .sometimes),
        ])
    }
  }
}
