public import CorpusStore
public import Web

/// The pages of the search, and those of the queries that people keep.
public func addSearchDoors(to routes: inout Routes, desk: CorpusDesk, saved: SavedQueryDesk, links: SearchLinks) {
  let pages = SearchPages(desk: desk, links: links)
  routes.page("/search", needs: desk.register.readers, pages.search)
  routes.page("/search/help", needs: desk.register.readers, pages.help)
  let kept = SavedPages(desk: saved, corpus: desk, links: links)
  routes.page("/search/saved", needs: .saveQueries, kept.list)
  routes.form("/search/saved/new", needs: .saveQueries, show: kept.showNew, submit: kept.save)
  routes.action("/search/saved/:id/active", needs: .saveQueries, repeated: .harmless, submit: kept.set(.active))
  routes.action("/search/saved/:id/paused", needs: .saveQueries, repeated: .harmless, submit: kept.set(.paused))
  routes.action("/search/saved/:id/delete", needs: .saveQueries, submit: kept.delete)
  routes.page("/search/alerts", needs: .saveQueries, kept.alerts)
  routes.say([.querySaved, .queryDeleted])
}
