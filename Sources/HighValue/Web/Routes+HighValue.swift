import HighValue
public import HighValueStore
public import Web

/// Adds the doors of high-value patents: counts and rows, lists, and the tables of industries.
public func addHighValueDoors(to routes: inout Routes, desk: HighValueDesk) {
  let pages = HighValuePages(desk: desk)
  routes.page("/high-value", needs: .readHighValue, pages.survey)
  routes.page("/high-value/patents", needs: .readHighValue, pages.patents)
  routes.file("/high-value/patents.csv", needs: .readHighValue, pages.file)
  routes.form("/high-value/lists/new", needs: .keepHighValue, show: pages.showNewList, submit: pages.makeList)
  routes.page("/high-value/lists/:id", needs: .readHighValue, pages.list)
  routes.page("/high-value/entries/:id", needs: .readHighValue, pages.entry)
  addTableDoors(to: &routes, SEITablePages(desk: desk))
  routes.say(Success.ofHighValue)
  for endpoint in HighValueAPI(desk: desk).endpoints { routes.endpoint(endpoint) }
}

private func addTableDoors(to routes: inout Routes, _ pages: SEITablePages) {
  routes.page("/high-value/tables", needs: .readHighValue, pages.list)
  routes.file("/high-value/tables/template.csv", needs: .readHighValue, pages.template)
  routes.form("/high-value/tables/import", needs: .keepHighValue, show: pages.showNew, submit: pages.receive)
  routes.form("/high-value/tables/import/:sha256", needs: .keepHighValue, show: pages.showTrial, submit: pages.take)
  routes.page("/high-value/tables/:id", needs: .readHighValue, pages.show)
  routes.form(
    "/high-value/tables/:id/withdraw", needs: .keepHighValue, show: pages.showWithdraw, submit: pages.withdraw)
}
