import Figures
public import FiguresStore
public import Kernel
public import Web

/// Adds the doors of the figures: targets and progress, one figure, its records, its frozen editions, the rulings,
/// outside series, and the same for programs.
///
/// - Parameter links: ways to the records that figures are made of.
public func addFiguresDoors(to routes: inout Routes, desk: FigureDesk, world: World, links: FigureLinks) {
  let pages = FigurePages(desk: desk, world: world, links: links)
  let first = desk.book.sources.first.map { "/figures/\($0.indicator.code)" }
  routes.page("/figures", needs: .readFigures, pages.overview)
  routes.page("/figures/board", needs: .observeFigures, pages.board)
  routes.page("/figures/table", needs: .readFigures, pages.table)
  routes.file("/figures/table/csv", needs: .readFigures, pages.tableFile)
  routes.page("/figures/rulings", needs: .readFigures, pages.rulings)
  routes.form(
    "/figures/rulings/:ruling", needs: .setRulings,
    example: desk.book.rulings.first.map { "/figures/rulings/\($0.code)" }, show: pages.showRuling, submit: pages.rule)
  routes.page("/figures/:code", needs: .readFigures, example: first, pages.show)
  routes.page("/figures/:code/rows", needs: .observeFigures, example: first.map { $0 + "/rows" }, pages.rows)
  routes.file(
    "/figures/:code/rows/csv", needs: .observeFigures, example: first.map { $0 + "/rows/csv" }, pages.rowsFile)
  routes.form(
    "/figures/:code/freeze", needs: .freezeFigures, example: first.map { $0 + "/freeze" }, show: pages.showFreeze,
    submit: pages.freeze)
  routes.page("/figures/:code/frozen/:id", needs: .readFigures, pages.showFrozen)
  routes.form(
    "/figures/:code/frozen/:id/publish", needs: .publishFigures, show: pages.showPublish, submit: pages.publish)
  addSeriesDoors(to: &routes, pages)
  for endpoint in FigureAPI(desk: desk, world: world).endpoints { routes.endpoint(endpoint) }
}

private func addSeriesDoors(to routes: inout Routes, _ pages: FigurePages) {
  let first = pages.desk.series.all.first.map { "/series/\($0.code)" }
  routes.page("/series", needs: .readFigures, pages.seriesList)
  routes.form("/series/new", needs: .importSeries, show: pages.showNewValue, submit: pages.enterValue)
  routes.form("/series/import", needs: .importSeries, show: pages.showImport, submit: pages.importValues)
  routes.page("/series/imported", needs: .importSeries, pages.imported)
  routes.file("/series/template", needs: .readFigures, pages.seriesTemplate)
  routes.page("/series/:series", needs: .readFigures, example: first, pages.showSeries)
}
