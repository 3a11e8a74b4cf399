public import Documents
import Portfolios
public import PortfoliosStore
public import Web

/// Adds the doors of portfolios: their patents, annuities, yearly reviews, and what old platforms hand over.
public func addPortfolioDoors(
  to routes: inout Routes, desk: PortfolioDesk, fonts: LetterFonts, links: PortfolioLinks
) {
  let pages = PortfolioPages(desk: desk, links: links)
  routes.page("/portfolios", needs: .keepPortfolios, pages.index)
  routes.page("/portfolios/survey", needs: .surveyPortfolios, pages.survey)
  routes.form("/portfolios/new", needs: .keepPortfolios, show: pages.showNew, submit: pages.open)
  routes.page("/portfolios/:id", needs: .keepPortfolios, pages.show)
  routes.page("/portfolios/:id/annuities", needs: .keepPortfolios, pages.annuities)
  routes.file("/portfolios/:id/patents.xlsx", needs: .keepPortfolios, pages.workbook)
  routes.file("/portfolios/:id/patents.csv", needs: .keepPortfolios, pages.csv)
  routes.form("/portfolios/:id/settings", needs: .keepPortfolios, show: pages.showSettings, submit: pages.set)
  routes.form("/portfolios/:id/take", needs: .keepPortfolios, show: pages.showTake, submit: pages.take)
  routes.page("/portfolio-patents/:id", needs: .keepPortfolios, pages.holding)
  addHoldingDoors(to: &routes, HoldingForms(desk: desk))
  addReviewDoors(to: &routes, ReviewPages(desk: desk, fonts: fonts, links: links))
  addOldPlatformDoors(to: &routes, OldPlatformPages(desk: desk))
  routes.say(Success.ofPortfolios)
  for endpoint in PortfolioAPI(desk: desk).endpoints { routes.endpoint(endpoint) }
}

private func addHoldingDoors(to routes: inout Routes, _ forms: HoldingForms) {
  routes.form(
    "/portfolio-patents/:id/correct", needs: .keepPortfolios, show: forms.showCorrect, submit: forms.correct)
  routes.form("/portfolio-patents/:id/pay", needs: .keepPortfolios, show: forms.showPay, submit: forms.pay)
  routes.form("/portfolio-patents/:id/leave", needs: .keepPortfolios, show: forms.showLeave, submit: forms.leave)
  routes.form(
    "/portfolio-patents/:id/contracts/new", needs: .keepPortfolios, show: forms.showContract,
    submit: forms.addContract)
  routes.form("/portfolio-contracts/:id/end", needs: .keepPortfolios, show: forms.showEnd, submit: forms.end)
}

private func addReviewDoors(to routes: inout Routes, _ pages: ReviewPages) {
  routes.page("/portfolios/:id/reviews", needs: .keepPortfolios, pages.list)
  routes.form("/portfolios/:id/reviews/new", needs: .keepPortfolios, show: pages.showNew, submit: pages.open)
  routes.page("/portfolio-reviews/:id", needs: .keepPortfolios, pages.show)
  routes.form("/portfolio-reviews/:id/close", needs: .keepPortfolios, show: pages.showClose, submit: pages.close)
  routes.page("/portfolio-reviews/:id/report", needs: .keepPortfolios, pages.report)
  routes.file("/portfolio-reviews/:id/report.xlsx", needs: .keepPortfolios, pages.reportWorkbook)
  routes.file("/portfolio-reviews/:id/report.pdf", needs: .keepPortfolios, pages.reportLetter)
  routes.form("/portfolio-items/:id", needs: .keepPortfolios, show: pages.showItem, submit: pages.decide)
  routes.form(
    "/portfolio-items/:id/second-look", needs: .keepPortfolios, show: pages.showSecond, submit: pages.second)
}

private func addOldPlatformDoors(to routes: inout Routes, _ pages: OldPlatformPages) {
  routes.form("/portfolios/:id/import", needs: .keepPortfolios, show: pages.showNew, submit: pages.receive)
  routes.form("/portfolios/:id/import/:sha256", needs: .keepPortfolios, show: pages.showTrial, submit: pages.take)
  routes.page("/portfolio-imports/:id", needs: .keepPortfolios, pages.show)
  routes.file("/portfolio-imports/:id/rows.csv", needs: .keepPortfolios, pages.rows)
}
