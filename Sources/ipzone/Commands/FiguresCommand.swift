import ArgumentParser
import Assembly
import Figures
import FiguresStore
import Kernel

/// `ipzone figures`.
struct FiguresCommand: ZoneCommand {
  static let configuration = CommandConfiguration(
    "figures", zh: "由记录重新计算全部指标", en: "Compute every figure anew from its records",
    more: Phrase(
      zh: "没有记录的指标数值为 null，并说明缺什么；缺数据从不算作 0。",
      en: "A figure without records has the value null and says what is missing; missing is never 0."))

  @OptionGroup var options: GlobalOptions

  @Option(help: .both(zh: "截止日，默认今天", en: "The cut-off, today if not given", value: "DATE"))
  var at: String?

  func perform(_ surroundings: Surroundings) async throws -> Outcome {
    let day = try at.map { (text) throws(CommandRefusal) -> Day in
      guard let day = Day(text) else { throw .notADay(text) }
      return day
    }
    return try await surroundings.withZone(.existing) { zone in
      let cutoff = day ?? zone.world.today()
      let language = surroundings.console.language
      let figures = try await zone.figures.table(at: cutoff, by: zone.console)
      if !surroundings.console.isJSON {
        for figure in figures { surroundings.console.line(figure.line(in: language)) }
      }
      let attained = figures.filter(\.verdict.isAttained).count
      return Outcome(
        [
          "cutoff": JSONLine(cutoff.description), "demonstration": .bool(zone.record.isDemonstration),
          "attained": JSONLine(attained), "figures": .array(figures.map { $0.json(in: language) }),
        ],
        Phrase(
          zh: "截至 \(cutoff)：\(figures.count) 项指标，达标 \(attained) 项",
          en: "At \(cutoff): \(figures.count) figures, \(attained) attained"))
    }
  }
}

extension Figure {
  fileprivate func line(in language: Language) -> String {
    let value =
      valueText.map { "\($0) \(indicator.unit.text(in: language))" } ?? state.absence?.text(in: language) ?? ""
    return [code.description, indicator.name.text(in: language), value, verdict.phrase.text(in: language)]
      .joined(separator: "\t")
  }

  fileprivate func json(in language: Language) -> JSONLine {
    [
      "code": JSONLine(code.description), "name": JSONLine(indicator.name.text(in: language)),
      "value": plainValue.map { .number($0) } ?? .null, "reason": JSONLine(state.absence?.text(in: language)),
      "state": JSONLine(state.code), "unit": JSONLine(indicator.unit.text(in: language)),
      "operator": JSONLine(targetOperator),
      "target": threshold.map { .number($0.plainText(digits: max(indicator.measure.digits, $0.digits))) } ?? .null,
      "targetWords": JSONLine(targetPhrase.text(in: language)),
      "verdict": JSONLine(verdict.rawValue), "verdictWords": JSONLine(verdict.phrase.text(in: language)),
      "cutoff": JSONLine(cutoff.description), "rows": JSONLine(totals.rows), "declared": JSONLine(totals.declared),
      "definition": JSONLine(definition),
    ]
  }

  private var targetOperator: String? {
    switch indicator.target {
    case .absolute(let comparison, _), .series(let comparison, _): comparison.symbol
    case .risesOverYear: ">"
    case .done: "≥"
    case .none: nil
    }
  }
}
