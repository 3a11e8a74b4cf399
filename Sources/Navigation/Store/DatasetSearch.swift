public import Corpus
public import Kernel
public import Navigation

/// What the searches of a technology table find in one state of the corpus.
public struct DatasetSearch: Sendable {
  public let position: Int64
  public let corpus: Int
  public let branches: [FrozenBranch]
  /// The latest publication in the corpus.
  public let latest: Day?
  /// By document, the branches that found it; those published after the cut-off date are left out.
  public let found: [Int64: [Int]]
  public let beyond: Int

  public var hits: Int { found.count + beyond }
  public var ids: [Int64] { found.keys.sorted() }

  init(
    _ table: [TechnologyBranch], within restriction: String, until cutoff: Day?, in snapshot: CorpusSnapshot,
    today: Day
  ) throws(CorpusRefusal) {
    var (found, late, branches): ([Int64: [Int]], Set<Int64>, [FrozenBranch]) = ([:], [], [])
    for branch in table {
      let query = try CorpusQuestion(branch.text(within: restriction)).query()
      let selection = snapshot.select(query)
      branches.append(FrozenBranch(branch, hits: selection.count))
      let after = cutoff.map { Self.ids(of: query, after: $0, in: snapshot) } ?? []
      for id in selection.ids {
        if after.contains(id) { late.insert(id) } else { found[id, default: []].append(branch.place) }
      }
    }
    self.found = found
    self.branches = branches
    beyond = late.count
    position = snapshot.position
    corpus = snapshot.documentCount
    latest = snapshot.select(.everything).lastDay(.publication, notAfter: today.number).map { Day(number: $0) }
  }

  /// A document without a day of publication is kept: nothing says that it came later.
  private static func ids(of query: CorpusQuery, after cutoff: Day, in snapshot: CorpusSnapshot) -> Set<Int64> {
    let later = CorpusQuery.days(.publication, (cutoff.number + 1)...Self.farAhead)
    return Set(snapshot.select(.all([query, later])).ids)
  }

  /// Beyond any day that a document may have, and small enough for the index.
  private static let farAhead = 10_000_000
}
