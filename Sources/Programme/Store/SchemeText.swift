import Kernel
public import Programme

/// The text of a scheme: YAML in one fixed form, so that equal schemes have equal texts and one hash.
public func schemeText(_ scheme: EvaluationScheme) -> String {
  var lines = ["code: \(quoted(scheme.code))", "name: \(words(scheme.name))", "year: \(scheme.year)"]
  lines.append("source: \(quoted(scheme.source))")
  if let note = scheme.note { lines.append("note: \(words(note))") }
  lines.append(scheme.headings.isEmpty ? "headings: []" : "headings:")
  for heading in scheme.headings {
    lines.append("  - code: \(quoted(heading.code))")
    lines.append("    name: \(words(heading.name))")
    lines.append(heading.indicators.isEmpty ? "    indicators: []" : "    indicators:")
    lines += heading.indicators.flatMap(indicatorLines)
  }
  return lines.joined(separator: "\n") + "\n"
}

private func indicatorLines(_ indicator: SchemeIndicator) -> [String] {
  var lines = ["      - code: \(quoted(indicator.code))", "        words: \(words(indicator.words))"]
  if let figure = indicator.figure { lines.append("        figure: \(quoted(figure))") }
  if let weight = indicator.weight { lines.append("        weight: \(quoted(weight.text))") }
  if let rule = indicator.rule { lines.append("        rule: \(ruleText(rule))") }
  if !indicator.evidence.isEmpty {
    lines.append("        evidence:")
    lines += indicator.evidence.map { "          - \(words($0))" }
  }
  if let note = indicator.note { lines.append("        note: \(words(note))") }
  return lines
}

private func ruleText(_ rule: ScoringRule) -> String {
  switch rule {
  case .steps(let steps):
    let list = steps.map { step in
      "{\(step.isStrict ? "above" : "from"): \(quoted(step.bound.text)), score: \(quoted(step.score.text))}"
    }
    return "{kind: steps, steps: [\(list.joined(separator: ", "))]}"
  case .linear(let floor, let ceiling):
    return "{kind: linear, floor: \(quoted(floor.text)), ceiling: \(quoted(ceiling.text))}"
  case .yesNo, .manual: return "{kind: \(rule.kind.rawValue)}"
  }
}

private func words(_ phrase: Phrase) -> String { "{zh: \(quoted(phrase.zh)), en: \(quoted(phrase.en))}" }

/// As YAML's double-quoted style has it.
private func quoted(_ text: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": quoted += "\\\""
    case "\\": quoted += "\\\\"
    case "\n": quoted += "\\n"
    case "\t": quoted += "\\t"
    default:
      // Control characters, line separators and the byte order mark are no plain part of a YAML text.
      let isPlain =
        scalar.value >= 0x20 && scalar.value != 0x7F && !(0x80...0x9F).contains(scalar.value)
        && ![0x2028, 0x2029, 0xFEFF].contains(scalar.value)
      if isPlain {
        quoted.unicodeScalars.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      }
    }
  }
  return quoted + "\""
}
