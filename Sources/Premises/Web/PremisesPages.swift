import Access
import Hummingbird
import Journal
import Kernel
import Markup
import Premises
import PremisesStore
import Web

/// The pages on which people look at the premises.
struct PremisesPages: Sendable {
  let desk: PremisesDesk
  let links: PremisesLinks
  let world: World

  @Sendable func map(_: Request, _ context: PortalContext) async throws -> Page {
    let book = try await desk.book(by: context.account)
    return mapPage(book, asked(context), mayManage: context.account.may(.managePremises))
  }

  @Sendable func establish(_: Form, _ context: PortalContext) async throws -> Response {
    try await desk.establish(by: context.account)
    return .seeOther(PremisesPath.map(), context)
  }

  @Sendable func site(_: Request, _ context: PortalContext) async throws -> Page {
    let book = try await desk.book(by: context.account)
    let site = try book.site(try context.id())
    let history = links.history(context.account, Subject(table: "sites", number: site.id.number))
    return sitePage(site, book, asked(context), history: history, mayManage: context.account.may(.managePremises))
  }

  @Sendable func floor(_: Request, _ context: PortalContext) async throws -> Page {
    let book = try await desk.book(by: context.account)
    let floor = try book.floor(try context.id())
    return try floorPage(
      floor, book, asked(context), links, onlyVacant: context.query.optional("state") == "vacant",
      mayManage: context.account.may(.managePremises))
  }

  @Sendable func room(_: Request, _ context: PortalContext) async throws -> Page {
    let book = try await desk.book(by: context.account)
    let room = try book.room(try context.id())
    let account = context.account
    let reader = RoomReader(
      mayManage: account.may(.managePremises), history: links.history(account, room.id.subject),
      historyOfStay: { links.history(account, $0.subject) })
    return try roomPage(room, book, today: world.today(), reader, links)
  }

  @Sendable func vacancy(_: Request, _ context: PortalContext) async throws -> Page {
    let book = try await desk.book(by: context.account)
    return try vacancyPage(book, VacancyFilter(context.query), asked(context), links)
  }

  @Sendable func vacancyTable(_: Request, _ context: PortalContext) async throws -> Response {
    let book = try await desk.book(by: context.account)
    let day = asked(context).day
    return try vacancyCSV(book, VacancyFilter(context.query), on: day, in: context.language)
  }

  private func asked(_ context: PortalContext) -> AskedDay { AskedDay(context.query, today: world.today()) }
}
