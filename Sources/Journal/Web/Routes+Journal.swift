public import JournalStore
public import Web

/// Adds the doors of the journal: the entries, the history of each record, the public heads and the check.
///
/// - Parameter kinds: what people call the records of each table.
public func addJournalDoors(to routes: inout Routes, desk: JournalDesk, kinds: [String: RecordKind] = [:]) {
  let pages = JournalPages(desk: desk, kinds: kinds)
  routes.page("/journal", needs: .readJournal, pages.list)
  routes.page("/journal/entries/:number", needs: .readJournal, example: "/journal/entries/1", pages.entry)
  routes.page("/journal/heads", needs: .readJournalHeads, pages.heads)
  routes.file("/journal/heads.csv", needs: .readJournalHeads, pages.headsTable)
  routes.file("/journal/heads.atom", needs: .readJournalHeads, pages.headsFeed)
  // Open to the record's subject without further right: the desk decides.
  routes.page("/journal/records/:table/:key", needs: nil, pages.history)
  routes.form("/journal/verify", needs: .verifyJournal, show: pages.showVerify, submit: pages.verify)
  for endpoint in JournalAPI(desk: desk).endpoints { routes.endpoint(endpoint) }
}
