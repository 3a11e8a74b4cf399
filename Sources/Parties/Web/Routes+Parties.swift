public import PartiesStore
public import Web

/// Adds the doors of the parties: the list, each party, merging by hand and taking a merge back.
///
/// - Parameter links: where the pages of other contexts about a party are.
public func addPartyDoors(to routes: inout Routes, desk: PartyDesk, links: PartyLinks) {
  let pages = PartyPages(desk: desk, links: links)
  routes.page("/parties", needs: .readParties, pages.list)
  routes.page("/parties/:id", needs: .readParties, pages.show)
  routes.form("/parties/:id/merge", needs: .mergeParties, show: pages.showMerge, submit: pages.merge)
  routes.form("/parties/:id/unmerge", needs: .mergeParties, show: pages.showUnmerge, submit: pages.unmerge)
  for endpoint in PartyAPI(desk: desk).endpoints { routes.endpoint(endpoint) }
}
