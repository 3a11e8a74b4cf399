import Corpus
import Synchronization

/// What was found lately in one state of the index: the same question comes again when somebody goes back to a list, opens
/// one that others look at, or asks for it in another language.
final class LatestFindings: Sendable {
  private struct Entry {
    let question: CorpusQuestion
    let finding: Finding
  }

  private struct State {
    /// Findings of another state are none.
    weak var snapshot: CorpusSnapshot?
    var entries: [Entry] = []
  }

  private let state = Mutex(State())
  /// A finding takes some ten kilobytes.
  private static let limit = 128

  func finding(of question: CorpusQuestion, in snapshot: CorpusSnapshot, _ find: () -> Finding) -> Finding {
    var question = question
    question.atLeast = nil
    if let known = known(question, in: snapshot) { return known }
    let finding = find()
    state.withLock { state in
      if state.snapshot !== snapshot { state = State(snapshot: snapshot) }
      state.entries.insert(Entry(question: question, finding: finding), at: 0)
      state.entries.removeLast(max(0, state.entries.count - Self.limit))
    }
    return finding
  }

  private func known(_ question: CorpusQuestion, in snapshot: CorpusSnapshot) -> Finding? {
    state.withLock { state in
      guard state.snapshot === snapshot, let place = state.entries.firstIndex(where: { $0.question == question }) else {
        return nil
      }
      let entry = state.entries.remove(at: place)
      state.entries.insert(entry, at: 0)
      return entry.finding
    }
  }
}
