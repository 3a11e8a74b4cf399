import Kernel
import Navigation
import Synchronization

/// Datasets that were drawn before, while their cleaning is what it was: pages and files ask for the same one.
final class DrawnCorpora: Sendable {
  private struct Entry {
    let dataset: ID<NavigationDataset>
    let removed: [Int64]
    let corpus: FrozenCorpus
  }

  private let entries = Mutex<[Entry]>([])
  private static let limit = 6

  func corpus(
    of dataset: ID<NavigationDataset>, without removed: [Int64], make: () throws -> FrozenCorpus
  ) rethrows -> FrozenCorpus {
    let found = entries.withLock { entries in
      entries.first { $0.dataset == dataset && $0.removed == removed }
    }
    if let found { return found.corpus }
    let corpus = try make()
    entries.withLock { entries in
      entries.insert(Entry(dataset: dataset, removed: removed, corpus: corpus), at: 0)
      entries.removeLast(max(0, entries.count - Self.limit))
    }
    return corpus
  }
}
