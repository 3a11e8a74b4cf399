import Access
import Hummingbird
import Kernel
import Ledgers
import LedgersStore
import Markup
import Web

/// The list of one ledger, and each of its records.
struct LedgerPages: Sendable {
  let room: LedgerRoom
  /// Each record that is checked costs a look at others: a longer list is only checked where that is asked for.
  private static let mostChecked = 5_000

  @Sendable func list(_: Request, _ context: PortalContext) async throws -> Page {
    let (ledger, account) = (room.ledger, context.account)
    let question = room.question(for: account) { context.query.optional($0) }
    let cursor = context.query.optional("after").flatMap { LedgerCursor($0) }
    let found = try await room.desk.page(of: ledger, question.filter, after: cursor, by: account)
    var waiting: Int?
    if room.hasApproval, LedgerQuestion.hasStages(ledger, account) {
      var filter = LedgerFilter()
      filter.stage = .filed
      waiting = try await room.desk.page(of: ledger, filter, limit: 1, by: account).count
    }
    var flagged: Int?
    if !room.hints.isEmpty, LedgerQuestion.hasStages(ledger, account), found.count <= Self.mostChecked {
      var filter = LedgerFilter()
      filter.hint = LedgerFilter.anyHint
      flagged = try await room.desk.page(of: ledger, filter, limit: 1, by: account).count
    }
    return room.listPage(
      LedgerListing(page: found, question: question, isFirst: cursor == nil, waiting: waiting, flagged: flagged),
      for: account)
  }

  @Sendable func show(_: Request, _ context: PortalContext) async throws -> Page {
    let file = try await room.desk.find(try context.id(), in: room.ledger, by: context.account)
    let extra = try await room.links.extra(room.ledger, file, context.account)
    let related = try await room.related(to: file, for: context.account)
    return room.recordPage(file, "\(extra)\(related)", for: context.account)
  }
}
