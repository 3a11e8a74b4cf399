import Figures
import FiguresStore
import Kernel
import Markup

/// Every address of the figures.
enum FigurePath {
  static let overview = Link("/figures")
  static let rulings = Link("/figures/rulings")
  static let series = Link("/series")
  static let newSeriesValue = Link("/series/new")
  static let importSeries = Link("/series/import")
  static let seriesTemplate = Link("/series/template")

  static func overview(at day: Day) -> Link { Link("/figures", query: at(day)) }
  static func board(at day: Day) -> Link { Link("/figures/board", query: at(day)) }
  static func table(at day: Day, _ selection: FigureSelection? = nil) -> Link {
    Link("/figures/table", query: at(day) + (selection.map { [("show", $0.rawValue)] } ?? []))
  }
  static func tableCSV(at day: Day) -> Link { Link("/figures/table/csv", query: at(day)) }
  static func show(_ code: IndicatorCode, at day: Day) -> Link { Link("/figures/\(code)", query: at(day)) }

  static func rows(
    _ code: IndicatorCode, at day: Day, part: FigurePart = .now, _ standing: ContributionStanding = .counted,
    narrowed narrowing: FigureNarrowing = FigureNarrowing(), after last: String? = nil
  ) -> Link {
    var query = at(day)
    if part != .now { query.append(("part", part.rawValue)) }
    if standing != .counted { query.append(("standing", standing.rawValue)) }
    query += narrowing.query
    if let last { query.append(("after", last)) }
    return Link("/figures/\(code)/rows", query: query)
  }

  static func rowsCSV(_ code: IndicatorCode, at day: Day) -> Link { Link("/figures/\(code)/rows/csv", query: at(day)) }
  static func freeze(_ code: IndicatorCode, at day: Day) -> Link { Link("/figures/\(code)/freeze", query: at(day)) }
  static func freeze(_ code: IndicatorCode) -> Link { Link("/figures/\(code)/freeze") }

  static func frozen(_ frozen: FrozenFigure, after position: Int? = nil) -> Link {
    Link(
      "/figures/\(frozen.code)/frozen/\(frozen.id)", query: position.map { [("after", "\($0)")] } ?? [],
      fragment: position == nil ? nil : "rows")
  }

  static func publish(_ frozen: FrozenFigure) -> Link { Link("/figures/\(frozen.code)/frozen/\(frozen.id)/publish") }
  static func ruling(_ code: String) -> Link { Link("/figures/rulings/\(code)") }
  static func series(_ code: SeriesCode) -> Link { Link("/series/\(code)") }

  private static func at(_ day: Day) -> [(String, String)] { [("at", day.description)] }
}
