import Access
import Hummingbird
import Kernel
import Markup
import Parties
import PartiesStore
import Web

/// Translates between the portal and the party desk.
struct PartyPages: Sendable {
  let desk: PartyDesk
  let links: PartyLinks

  @Sendable func list(_: Request, _ context: PortalContext) async throws -> Page {
    let part = context.query.optional("q")
    let last = context.query.optional("after").flatMap { ID<Party>($0) }
    let limit = PartyListing.length
    let found = try await desk.page(containing: part, after: last, limit: limit + 1, by: context.account)
    return partyListPage(
      PartyListing(
        parties: Array(found.prefix(limit)), part: part, isFirst: last == nil, hasMore: found.count > limit))
  }

  @Sendable func show(_: Request, _ context: PortalContext) async throws -> Page {
    let account = context.account
    let file = try await desk.find(try context.id(), by: account)
    let links = PartyPageLinks(
      patents: links.patents(file.party.id), history: links.history(account, file.party.id),
      mayMerge: account.may(.mergeParties))
    return partyPage(file, target: try await target(of: file.party, by: account), links: links)
  }

  @Sendable func showMerge(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let party = try await desk.find(try context.id(), by: context.account).party
    if let into = party.mergedInto { throw PartyRefusal.alreadyMerged(into: into) }
    let search = try await search(context.query.optional("q"), for: party, by: context.account)
    return mergePage(party, search, state)
  }

  @Sendable func merge(_ form: Form, _ context: PortalContext) async throws -> Response {
    var check = FormCheck()
    let into = try check.take("into") { () throws -> ID<Party> in
      guard let id = ID<Party>(try form.required("into")) else { throw FieldFault.notOffered }
      return id
    }
    let reason = try check.take("reason") { try Self.reason(form) }
    try check.verify()
    guard let into, let reason, let seen = form.revision() else { throw WebRefusal.malformedForm }
    try await desk.merge(try context.id(), into: into, because: reason, seen: seen, by: context.account)
    return .seeOther(PartyPath.show(into), context)
  }

  @Sendable func showUnmerge(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let party = try await desk.find(try context.id(), by: context.account).party
    guard let target = try await target(of: party, by: context.account) else { throw PartyRefusal.notMerged }
    return unmergePage(party, target: target, state)
  }

  @Sendable func unmerge(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Party> = try context.id()
    guard let seen = form.revision() else { throw WebRefusal.malformedForm }
    try await desk.unmerge(id, because: try Self.reason(form), seen: seen, by: context.account)
    return .seeOther(PartyPath.show(id), context)
  }

  private static func reason(_ form: Form) throws(PartyRefusal) -> String {
    guard let reason = form.optional("reason") else { throw .reasonMissing }
    return reason
  }

  private func target(of party: Party, by account: Account) async throws -> Party? {
    guard let id = party.mergedInto else { return nil }
    return try await desk.find(id, by: account).party
  }

  /// Parties that `party` could be merged into: the one with that id, or those with such a name.
  private func search(_ part: String?, for party: Party, by account: Account) async throws -> MergeSearch {
    guard let part else { return MergeSearch(part: nil, candidates: [], hasMore: false) }
    let limit = MergeSearch.length
    let found: [Party]
    if let id = ID<Party>(part) {
      found = [try await desk.find(id, by: account).party]
    } else {
      found = try await desk.page(containing: part, limit: limit + 2, by: account)
    }
    let candidates = found.filter { $0.id != party.id && $0.mergedInto == nil }
    return MergeSearch(part: part, candidates: Array(candidates.prefix(limit)), hasMore: candidates.count > limit)
  }
}
