public import Access
import Figures
import Kernel

extension FigureDesk {
  /// Every operation that is handed an account, with arguments that change nothing.
  public var operations: [DeskOperation] {
    let desk = self
    let code: IndicatorCode = "A99"
    let day = PeriodKind.planEnd
    let nothing: ID<FrozenFigure> = ID(-1)
    return [
      DeskOperation("figures.table", needs: .readFigures) { _ = try await desk.table(at: day, by: $0) },
      DeskOperation("figures.overview", needs: .readFigures) { _ = try await desk.overview(at: day, by: $0) },
      DeskOperation("figures.edition", needs: .readFigures) { _ = try await desk.edition(by: $0) },
      DeskOperation("figures.figure", needs: .readFigures) { _ = try await desk.figure(code, at: day, by: $0) },
      DeskOperation("figures.find", needs: .readFigures) { _ = try await desk.find(code, at: day, by: $0) },
      DeskOperation("figures.contributions", needs: .observeFigures) {
        _ = try await desk.contributions(code, at: day, limit: 1, by: $0)
      },
      DeskOperation("figures.totals", needs: .observeFigures) {
        _ = try await desk.totals(code, at: day, narrowed: FigureNarrowing(), by: $0)
      },
      DeskOperation("figures.eachContribution", needs: .observeFigures) {
        try await desk.eachContribution(code, at: day, by: $0) { _ in }
      },
      DeskOperation("figures.freeze", needs: .freezeFigures) {
        try await desk.freeze(code, at: day, because: "", by: $0)
      },
      DeskOperation("figures.publish", needs: .publishFigures) { try await desk.publish(nothing, because: "", by: $0) },
      DeskOperation("figures.frozen", needs: .readFigures) { _ = try await desk.frozen(nothing, by: $0) },
      DeskOperation("figures.frozenRows", needs: .observeFigures) {
        _ = try await desk.frozenRows(of: nothing, limit: 1, by: $0)
      },
      DeskOperation("figures.editions", needs: .readFigures) { _ = try await desk.editions(of: code, by: $0) },
      DeskOperation("figures.verify", needs: .observeFigures) { _ = try await desk.verify(code, at: day, by: $0) },
      DeskOperation("figures.rulings", needs: .readFigures) { _ = try await desk.rulings(by: $0) },
      DeskOperation("figures.choose", needs: .setRulings) {
        try await desk.choose("", for: "", because: "", seen: nil, by: $0)
      },
      DeskOperation("figures.seriesFiles", needs: .readFigures) { _ = try await desk.seriesFiles(by: $0) },
      DeskOperation("figures.seriesFile", needs: .readFigures) { _ = try await desk.seriesFile("", by: $0) },
      DeskOperation("figures.take", needs: .importSeries) { _ = try await desk.take([], by: $0) },
      DeskOperation("figures.importSeries", needs: .importSeries) {
        _ = try await desk.importSeries(fileAt: "", named: "", by: $0)
      },
    ]
  }
}
