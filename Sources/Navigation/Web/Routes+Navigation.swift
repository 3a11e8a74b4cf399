public import Documents
import Navigation
public import NavigationStore
public import Web

/// Adds the doors of navigation projects: scope, dataset, cleaning, report, review and use.
public func addNavigationDoors(
  to routes: inout Routes, desk: NavigationDesk, fonts: LetterFonts, links: NavigationLinks
) {
  let pages = NavigationPages(desk: desk, links: links)
  routes.page("/navigations", needs: .readNavigation, pages.index)
  routes.form("/navigations/new", needs: .keepNavigation, show: pages.showNew, submit: pages.open)
  routes.page("/navigations/:id", needs: .readNavigation, pages.show)
  routes.form("/navigations/:id/scope", needs: .keepNavigation, show: pages.showScope, submit: pages.setScope)
  routes.form("/navigations/:id/table", needs: .keepNavigation, show: pages.showTable, submit: pages.setTable)
  addDatasetDoors(to: &routes, DatasetPages(desk: desk, links: links))
  addReportDoors(to: &routes, ReportPages(desk: desk, fonts: fonts, links: links))
  addStepDoors(to: &routes, StepPages(desk: desk))
  routes.say(Success.ofNavigation)
  for endpoint in NavigationAPI(desk: desk).endpoints { routes.endpoint(endpoint) }
}

private func addDatasetDoors(to routes: inout Routes, _ pages: DatasetPages) {
  routes.form("/navigations/:id/freeze", needs: .keepNavigation, show: pages.showFreeze, submit: pages.freeze)
  routes.page("/navigations/:id/documents", needs: .readNavigation, pages.documents)
  routes.file("/navigations/:id/documents.csv", needs: .readNavigation, pages.csv)
  routes.form("/navigations/:id/clean", needs: .keepNavigation, show: pages.showClean, submit: pages.clean)
  routes.action("/navigations/:id/merge", needs: .keepNavigation, submit: pages.merge)
  routes.action("/navigations/:id/restore", needs: .keepNavigation, submit: pages.restore)
  routes.form("/navigations/:id/log", needs: .keepNavigation, show: pages.showLog, submit: pages.closeLog)
  routes.page("/navigations/:id/rerun", needs: .readNavigation, pages.rerun)
}

private func addReportDoors(to routes: inout Routes, _ pages: ReportPages) {
  routes.page("/navigations/:id/report", needs: .readNavigation, pages.report)
  routes.page("/navigations/:id/method", needs: .readNavigation, pages.method)
  routes.file("/navigations/:id/figures.csv", needs: .readNavigation, pages.figures)
  routes.file("/navigations/:id/report.pdf", needs: .readNavigation, pages.pdf)
  routes.file("/navigations/:id/report.docx", needs: .readNavigation, pages.word)
  routes.form(
    "/navigations/:id/sections/:section", needs: .keepNavigation, show: pages.showSection, submit: pages.write)
}

private func addStepDoors(to routes: inout Routes, _ pages: StepPages) {
  routes.form("/navigations/:id/submit", needs: .keepNavigation, show: pages.showSubmit, submit: pages.submit)
  routes.form("/navigations/:id/review", needs: .reviewNavigation, show: pages.showReview, submit: pages.review)
  routes.form("/navigations/:id/reopen", needs: .keepNavigation, show: pages.showReopen, submit: pages.reopen)
  routes.form("/navigations/:id/release", needs: .keepNavigation, show: pages.showRelease, submit: pages.release)
  routes.form("/navigations/:id/decline", needs: .keepNavigation, show: pages.showDecline, submit: pages.decline)
  routes.form("/navigations/:id/uses/new", needs: .tellNavigationUse, show: pages.showUse, submit: pages.tellUse)
}
