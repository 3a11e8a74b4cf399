public import Access
import Journal
import Storage

extension JournalDesk {
  /// Every operation that is handed an account, with arguments that change nothing.
  public var operations: [DeskOperation] {
    let desk = self
    let nothing = Subject(table: "", number: -1)
    return [
      DeskOperation("journal.page", needs: .readJournal) { _ = try await desk.page(limit: 1, by: $0) },
      DeskOperation("journal.find", needs: .readJournal) { _ = try await desk.find(-1, by: $0) },
      // Of a record that is nobody's, only readers of the journal may see the history.
      DeskOperation("journal.history", needs: .readJournal) { _ = try await desk.history(of: nothing, by: $0) },
      DeskOperation("journal.heads", needs: .readJournalHeads) { _ = try await desk.dailyHeads(limit: 1, by: $0) },
      DeskOperation("journal.verify", needs: .verifyJournal) { _ = try await desk.verify(by: $0) },
      DeskOperation("journal.erase-personal", needs: .erasePersonal) {
        // No database keeps a NUL: whoever may, gets as far as the database, and nothing is written.
        do { try await desk.erasePersonal(of: nothing, because: "\u{0}", by: $0) } catch is StorageFault {}
      },
    ]
  }
}
