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
    let (year, span) = try self.year(context.query)
    let counts = try await room.desk.statistics(from: span.lowerBound, to: span.upperBound, by: context.account)
    let found = room.desk.book.all.map(\.procedure).map { procedure in
      (procedure, counts[procedure.head.code] ?? MatterStatistics(procedure: procedure.head.code))
    }
    return statisticsPage(
      found, year: year, years: Array((2024...max(2024, room.desk.today.year)).reversed()), for: context.account)
  }

  /// The matters behind a number of the statistics.
  @Sendable func counted(_: Request, _ context: PortalContext) async throws -> Page {
    let (year, span) = try self.year(context.query)
    let first = room.desk.book.all.first?.procedure.head.code
    let procedure = try room.desk.book.kept(context.query.optional("procedure") ?? first ?? "").procedure
    let part = StatisticsPart(rawValue: context.query.text("part")) ?? .filed
    var filter = part.filter
    filter.procedures = [procedure.head.code]
    filter.filed = span
    let last = context.query.optional("after").flatMap { ID<Matter>($0) }
    let found = try await room.desk.counted(filter, after: last, by: context.account)
    return countedPage(found, procedure, part, year: year, isFirst: last == nil)
  }

  private func year(_ query: Query) throws -> (Int, ClosedRange<Day>) {
    let today = room.desk.today
    let year = query.optional("year").flatMap { Int($0) } ?? today.year
    guard (2020...today.year).contains(year), let from = Day(year: year, month: 1, day: 1),
      let to = Day(year: year, month: 12, day: 31)
    else { throw NoSuchPage() }
    return (year, from...to)
  }
}
