import Access
import Figures
import FiguresStore
import Kernel
import Programme
import ProgrammeStore

/// The zone's figures as plans and evaluations read them.
struct ZoneFigureValues: FigureValues {
  let figures: FigureDesk
  let reader: Account

  func value(of code: String, at day: Day) async throws -> (reading: FigureReading?, words: Phrase) {
    guard let code = IndicatorCode(code) else { return (nil, Self.unknown) }
    let figure: Figure
    do {
      figure = try await figures.figure(code, at: day, by: reader)
    } catch is FigureRefusal {
      return (nil, Self.unknown)
    }
    guard let value = figure.state.value, let text = figure.valueText else {
      return (nil, figure.state.absence ?? Phrase(zh: "尚无数据", en: "No data yet"))
    }
    let unit = figure.indicator.unit
    return (
      FigureReading(numerator: value.numerator, denominator: value.denominator),
      Phrase(zh: "\(text) \(unit.zh)", en: "\(text) \(unit.en)")
    )
  }

  private static let unknown = Phrase(zh: "没有这个指标", en: "There is no such figure")
}
