import Exchange
import ExchangeStore
import FiguresStore
import Hummingbird
import Kernel
import Markup
import Web

/// The pages of the open data.
struct ExchangePages: Sendable {
  let desk: ExchangeDesk

  @Sendable func list(_: Request, _ context: PortalContext) async throws -> Page {
    openDataPage(
      try await desk.datasets(by: context.account), licence: desk.policy.licence,
      published: try await desk.published(by: context.account), desk)
  }

  @Sendable func institution(_: Request, _ context: PortalContext) async throws -> Page {
    openInstitutionPage(try await desk.institution(context.segment("code"), by: context.account))
  }

  @Sendable func figure(_: Request, _ context: PortalContext) async throws -> Page {
    let figure = try await desk.figure(context.id(), by: context.account)
    return openFigurePage(figure, desk)
  }
}
