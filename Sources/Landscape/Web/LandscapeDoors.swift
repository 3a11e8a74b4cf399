public import Access
public import LandscapeStore
public import Web

/// Adds the landscape of whatever the search finds, and a file of each of its analyses.
///
/// - Parameter parties: what lets somebody look at the parties, whose spellings are merged there.
public func addLandscapeDoors(to routes: inout Routes, desk: LandscapeDesk, parties: Permission) {
  let pages = LandscapePages(desk: desk, parties: parties)
  routes.page("/landscape", needs: desk.readers, pages.show)
  routes.file("/landscape/csv", needs: desk.readers, pages.file)
}
