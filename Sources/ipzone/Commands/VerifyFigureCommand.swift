import ArgumentParser
import Assembly
import Figures
import FiguresStore
import Kernel

/// `ipzone verify figure`.
struct VerifyFigureCommand: ZoneCommand {
  static let configuration = CommandConfiguration(
    "figure", zh: "由记录重新计算一项指标，并逐条核对记录", en: "Recompute one figure and check each of its records",
    more: Phrase(
      zh: "该截止日有定稿的，核对定稿；没有的，核对今天的数值。退出码 1：数值、清单或某条记录不符，并指出哪一条。",
      en: """
        Checks the frozen figure where the cut-off was frozen, else the figure of today. \
        Exit code 1: the value, the list or a record disagrees; it is named.
        """))

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: .both(zh: "指标和截止日，如 A01@2026-10-31", en: "Figure and cut-off, such as A01@2026-10-31", value: "CODE@DATE"))
  var figure: String

  func perform(_ surroundings: Surroundings) async throws -> Outcome {
    let parts = figure.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let code = IndicatorCode(parts[0]), let day = Day(parts[1]) else {
      throw CommandRefusal.notAFigure(figure)
    }
    return try await surroundings.withZone(.existing) { zone in
      let check = try await zone.figures.verify(code, at: day, by: zone.console)
      return Outcome(
        check.json(in: surroundings.console.language), check.phrase, status: check.agrees ? .done : .refused)
    }
  }
}

extension FigureCheck {
  fileprivate func json(in language: Language) -> JSONLine {
    [
      "code": JSONLine(code.description), "cutoff": JSONLine(cutoff.description), "agree": .bool(agrees),
      "frozen": JSONLine(frozen?.name), "listHash": JSONLine(frozen?.listHash),
      "frozenValue": JSONLine(frozen?.value?.plainText(digits: live.indicator.measure.digits)),
      "liveValue": JSONLine(live.plainValue), "records": JSONLine(records), "changed": JSONLine(changed),
      "redefined": .bool(isRedefined),
      "disagreements": .array(
        disagreements.map { place in
          [
            "sort": JSONLine(place.code), "table": JSONLine(place.place?.table),
            "record": JSONLine(place.place.map { ID<FigureCheck>($0.record).description }),
            "message": JSONLine(place.phrase.text(in: language)),
          ]
        }),
    ]
  }

  fileprivate var phrase: Phrase {
    guard agrees else {
      let places = disagreements.map(\.phrase)
      return Phrase(
        zh: "不符：\(places.map(\.zh).joined(separator: "；"))",
        en: "Disagrees: \(places.map(\.en).joined(separator: "; "))")
    }
    let what = Phrase(
      zh: frozen.map { "定稿 \($0.name)" } ?? "\(code) 今天的数值", en: frozen.map { "Frozen \($0.name)" } ?? "Today's \(code)"
    )
    let notes = [
      changed > 0 ? Phrase(zh: "，其中 \(changed) 条此后有留痕变更", en: "; \(changed) of them changed since, journaled") : nil,
      isRedefined ? Phrase(zh: "；指标定义或口径此后已变", en: "; the definition or readings have changed since") : nil,
    ].compactMap(\.self)
    return Phrase(
      zh: "\(what.zh)与记录相符：核对 \(records) 条记录\(notes.map(\.zh).joined())",
      en: "\(what.en) agrees with its records: \(records) checked\(notes.map(\.en).joined())")
  }
}
