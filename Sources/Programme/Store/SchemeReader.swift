import Kernel
public import Programme
import Yams

/// Makes a scheme of its text, strictly: a key that nobody knows, or one that is missing, is refused with its line.
public struct SchemeReader {
  /// More text than any scheme has.
  public static let limit = 400_000

  /// - Throws: ``EvaluationRefusal/badScheme(line:_:)``.
  public static func scheme(in text: String) throws(EvaluationRefusal) -> EvaluationScheme {
    guard text.utf8.count <= limit else {
      throw .badScheme(line: nil, Phrase(zh: "文件过大，不像评价方案", en: "The file is too large for a scheme"))
    }
    try requireShallow(text)
    let top = try SchemeFields(
      compose(text), keys: ["code", "name", "year", "source", "note", "headings"])
    let code = try top.text("code", atMost: 40)
    guard code.wholeMatch(of: /[a-z][a-z0-9-]{0,39}/) != nil else {
      throw top.fault(Phrase(zh: "code 只能用小写字母、数字和连字符", en: "“code” has lower-case letters, digits and hyphens only"))
    }
    guard let year = Int(try top.text("year")), Plan.years.contains(year) else {
      throw top.fault(Phrase(zh: "year 不是年份", en: "“year” is no year"))
    }
    let scheme = EvaluationScheme(
      code: code, name: try top.phrase("name"), year: year, source: try top.text("source", atMost: 200),
      note: try top.optionalPhrase("note"), headings: try top.list("headings", at: "headings", heading))
    try requireUnique(scheme.headings.map(\.code), top)
    try requireUnique(scheme.indicators.map(\.code), top)
    return scheme
  }

  /// A scheme nests six deep; the parser follows any depth and would run out of stack.
  private static func requireShallow(_ text: String) throws(EvaluationRefusal) {
    var depth = 0
    var indentation: Int? = 0
    for (place, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "\n"): indentation = 0
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): break
      default: indentation = nil
      }
      if let spaces = indentation { indentation = spaces + 1 }
      guard depth <= 50, (indentation ?? 0) <= 80 else {
        let line = text.utf8.prefix(place).count { $0 == UInt8(ascii: "\n") } + 1
        throw .badScheme(line: line, Phrase(zh: "嵌套过深，不像评价方案", en: "This nests too deep for a scheme"))
      }
    }
  }

  private static func compose(_ text: String) throws(EvaluationRefusal) -> Node {
    do {
      if let node = try Yams.compose(yaml: text, .basic) { return node }
    } catch let error as YamlError {
      throw .badScheme(
        line: error.line,
        Phrase(
          zh: "不是有效的 YAML，请检查缩进、冒号和引号", en: "This is no YAML; please check indentation, colons and quotation marks"))
    } catch {
      throw .badScheme(line: nil, Phrase(zh: "不是有效的 YAML", en: "This is no YAML"))
    }
    throw .schemeMissing
  }

  private static func heading(_ node: Node) throws(EvaluationRefusal) -> SchemeHeading {
    let fields = try SchemeFields(node, keys: ["code", "name", "indicators"])
    return SchemeHeading(
      code: try fields.text("code", atMost: 20), name: try fields.phrase("name"),
      indicators: try fields.list("indicators", at: "indicators", indicator))
  }

  private static func indicator(_ node: Node) throws(EvaluationRefusal) -> SchemeIndicator {
    let fields = try SchemeFields(
      node, keys: ["code", "words", "figure", "weight", "rule", "evidence", "note"])
    let code = try fields.text("code", atMost: 20)
    guard code.wholeMatch(of: /[A-Za-z0-9.-]+/) != nil else {
      throw fields.fault(
        Phrase(zh: "指标 code 只能用字母、数字、点和连字符", en: "An indicator's “code” has letters, digits, dots and hyphens only"))
    }
    let figure = try fields.optionalText("figure")
    if let figure, !isFigureCode(figure) { throw fields.fault(PlanRefusal.wrongFigure.phrase) }
    let weight = try fields.optionalText("weight").map { (text) throws(EvaluationRefusal) in
      guard let weight = Points(text) else { throw fields.fault(EvaluationRefusal.wrongWeight(indicator: code).phrase) }
      return weight
    }
    let rule = fields.has("rule") ? try rule(fields.node("rule")) : nil
    if figure == nil, let rule, [.steps, .linear].contains(rule.kind) {
      throw fields.fault(Phrase(zh: "分档和按比例评分须写明 figure", en: "Steps and proportions need a “figure”"))
    }
    return SchemeIndicator(
      code: code, words: try fields.phrase("words"), figure: figure, weight: weight, rule: rule,
      evidence: fields.has("evidence") ? try fields.list("evidence", at: "evidence", phrase) : [],
      note: try fields.optionalPhrase("note"))
  }

  private static func phrase(_ node: Node) throws(EvaluationRefusal) -> Phrase {
    try SchemeFields(node, keys: ["zh", "en"]).ownPhrase()
  }

  private static func rule(_ node: Node) throws(EvaluationRefusal) -> ScoringRule {
    let fields = try SchemeFields(node, keys: ["kind", "steps", "floor", "ceiling"])
    guard let kind = ScoringRule.Kind(rawValue: try fields.text("kind")) else {
      throw fields.fault(
        Phrase(
          zh: "kind 只能是 \(ScoringRule.Kind.allCases.map(\.rawValue).joined(separator: "、"))",
          en: "“kind” is one of \(ScoringRule.Kind.allCases.map(\.rawValue).joined(separator: ", "))"))
    }
    switch kind {
    case .steps:
      let steps = try fields.list("steps", at: "steps", step)
      guard !steps.isEmpty else { throw fields.fault(Phrase(zh: "steps 为空", en: "“steps” is empty")) }
      return .steps(steps)
    case .linear:
      let (floor, ceiling) = (try fields.number("floor"), try fields.number("ceiling"))
      guard floor != ceiling else {
        throw fields.fault(Phrase(zh: "floor 与 ceiling 相同", en: "“floor” and “ceiling” are the same"))
      }
      return .linear(floor: floor, ceiling: ceiling)
    case .yesNo: return .yesNo
    case .manual: return .manual
    }
  }

  private static func step(_ node: Node) throws(EvaluationRefusal) -> ScoringStep {
    let fields = try SchemeFields(node, keys: ["from", "above", "score"])
    let isStrict = fields.has("above")
    guard isStrict != fields.has("from") else {
      throw fields.fault(Phrase(zh: "每档写 from 或 above 其一", en: "A step has either “from” or “above”"))
    }
    guard let score = Score(try fields.text("score")) else {
      throw fields.fault(EvaluationRefusal.wrongScore(indicator: "").phrase)
    }
    return ScoringStep(bound: try fields.number(isStrict ? "above" : "from"), isStrict: isStrict, score: score)
  }

  private static func requireUnique(_ codes: [String], _ fields: SchemeFields) throws(EvaluationRefusal) {
    var seen: Set<String> = []
    for code in codes where !seen.insert(code).inserted {
      throw fields.fault(Phrase(zh: "code “\(code)”出现了两次", en: "The code “\(code)” occurs twice"))
    }
  }
}
