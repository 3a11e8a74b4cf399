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

  @Sendable func list(_: Request, _ context: PortalContext) async throws -> Page {
    let (ledger, account) = (room.ledger, context.account)
    let question = LedgerQuestion(ledger, for: account) { context.query.optional($0) }
    let cursor = context.query.optional("after").flatMap { LedgerCursor($0) }
    let found = try await room.desk.page(of: ledger, question.filter, after: cursor, by: account)
    var waiting: Int?
    if room.hasApproval, LedgerQuestion.hasStages(ledger, account) {
      var filter = LedgerFilter()
      filter.stage = .filed
      waiting = try await room.desk.page(of: ledger, filter, limit: 1, by: account).count
    }
    return room.listPage(
      LedgerListing(page: found, question: question, isFirst: cursor == nil, waiting: waiting), for: account)
  }

  @Sendable func show(_: Request, _ context: PortalContext) async throws -> Page {
    let file = try await room.desk.find(try context.id(), in: room.ledger, by: context.account)
    let extra = try await room.links.extra(room.ledger, file, context.account)
    return room.recordPage(file, try await related(to: file.record, for: context.account), extra, for: context.account)
  }

  /// The records about an organisation in the ledgers that the account may open.
  private func related(to record: LedgerRecord, for account: Account) async throws -> [RelatedRecords] {
    guard room.ledger.identity == ["code"], let code = record.values.text("code") else { return [] }
    var related: [RelatedRecords] = []
    for other in room.desk.book.all.map(\.ledger) {
      guard other.organisations(openTo: account) == room.ledger.code, other.isOpen(to: account) else { continue }
      var filter = LedgerFilter()
      filter.owner = code
      let count = try await room.desk.page(of: other, filter, limit: 1, by: account).count
      guard count > 0 else { continue }
      related.append(RelatedRecords(name: other.name, count: count, link: LedgerPath(other).list(of: code)))
    }
    return related
  }
}

/// How many records of another ledger are about an organisation.
struct RelatedRecords {
  let name: Phrase
  let count: Int
  let link: Link
}
