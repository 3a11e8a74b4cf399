import Access
import Hummingbird
import Kernel
import Matters
import Stations
import StationsStore
import Web

/// Translates between the portal and the desk of stations, where something is shown.
struct StationPages: Sendable {
  let desk: StationDesk

  @Sendable func network(_: Request, _ context: PortalContext) async throws -> Page {
    networkPage(try await desk.network(by: context.account), today: desk.today, for: context.account)
  }

  @Sendable func mine(_: Request, _ context: PortalContext) async throws -> Page {
    minePage(try await desk.mine(by: context.account))
  }

  @Sendable func queue(_: Request, _ context: PortalContext) async throws -> Page {
    let isOpen = context.query.optional("state") == "all" ? nil : true
    let last = context.query.optional("after").flatMap { ID<Matter>($0) }
    let found = try await desk.queue(of: try context.id(), isOpen: isOpen, after: last, by: context.account)
    return queuePage(found, desk.procedure, isOpen: isOpen, isFirst: last == nil, today: desk.today, context.account)
  }

  /// What a browser of the station keeps for when there is no link: nothing of anybody.
  @Sendable func offline(_: Request, _ context: PortalContext) async throws -> Page {
    let line = try await desk.find(try context.id(), by: context.account)
    return deskPage(line.station, nil, desk.procedure, FormState())
  }
}
