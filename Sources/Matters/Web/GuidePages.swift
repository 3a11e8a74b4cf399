import Access
import Hummingbird
import Kernel
import Markup
import Matters
import MattersStore
import Web

/// What anybody may read: what can be asked for, how it goes, and how it has gone.
struct GuidePages: Sendable {
  let room: MatterRoom

  @Sendable func list(_: Request, _ context: PortalContext) async throws -> Page {
    let procedures = room.desk.book.all.map(\.procedure)
    return guideListPage(procedures, for: context.account)
  }

  @Sendable func show(_: Request, _ context: PortalContext) async throws -> Page {
    let procedure = try room.desk.book.kept(try context.segment("code")).procedure
    let limits = try await room.desk.limits(of: procedure, by: context.account)
    return guidePage(procedure, limits, room.links, for: context.account)
  }

  @Sendable func statistics(_: Request, _ context: PortalContext) async throws -> Page {
    let today = room.desk.today
    let year = context.query.optional("year").flatMap { Int($0) } ?? today.year
    guard (2020...today.year).contains(year), let from = Day(year: year, month: 1, day: 1),
      let to = Day(year: year, month: 12, day: 31)
    else { throw NoSuchPage() }
    var found: [(Procedure, MatterStatistics)] = []
    for kept in room.desk.book.all {
      let code = kept.procedure.head.code
      found.append(
        (kept.procedure, try await room.desk.statistics(code, from: from, to: to, by: context.account)))
    }
    return statisticsPage(found, year: year, years: Array((2024...max(2024, today.year)).reversed()))
  }
}
