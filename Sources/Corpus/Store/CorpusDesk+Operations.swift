public import Access
import Corpus
import Kernel

extension CorpusDesk {
  /// Every operation that is handed an account, with arguments that change nothing but the index.
  public var operations: [DeskOperation] {
    let desk = self
    return [
      DeskOperation("corpus.search", needs: register.readers) {
        _ = try await desk.search(CorpusQuestion(limit: 1), by: $0)
      },
      DeskOperation("corpus.select", needs: register.readers) {
        _ = try await desk.select(CorpusQuestion(), by: $0)
      },
      DeskOperation("corpus.document", needs: register.readers) { _ = try await desk.document(-1, by: $0) },
      DeskOperation("corpus.status", needs: register.readers) { _ = try await desk.status(by: $0) },
      DeskOperation("corpus.rebuild", needs: register.keepers) { try await desk.rebuild(by: $0) },
    ]
  }
}

extension SavedQueryDesk {
  /// Every operation that is handed an account, with arguments that change nothing.
  public var operations: [DeskOperation] {
    let desk = self
    return [
      DeskOperation("corpus.saved", needs: .saveQueries) { _ = try await desk.all(by: $0) },
      DeskOperation("corpus.save", needs: .saveQueries) {
        _ = try await desk.save(CorpusQuestion(), as: "", watch: .none, by: $0)
      },
      DeskOperation("corpus.watch", needs: .saveQueries) { try await desk.set(.none, of: ID(-1), by: $0) },
      DeskOperation("corpus.delete-saved", needs: .saveQueries) { try await desk.delete(ID(-1), by: $0) },
      DeskOperation("corpus.alerts", needs: .saveQueries) { _ = try await desk.alerts(limit: 1, by: $0) },
      DeskOperation("corpus.alert-documents", needs: .saveQueries) {
        _ = try await desk.documents(of: ID(-1), by: $0)
      },
      DeskOperation("corpus.raise-alerts", needs: .raiseAlerts) { _ = try await desk.raiseAlerts(by: $0) },
    ]
  }
}
