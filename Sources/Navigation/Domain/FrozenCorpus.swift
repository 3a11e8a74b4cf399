public import Corpus
import Kernel
public import Landscape

/// The documents of a dataset that are left after cleaning, to be searched and drawn: the same for the same dataset and
/// log, whatever becomes of the register.
public struct FrozenCorpus: Sendable {
  /// In the order of their ids.
  public let documents: [FrozenDocument]
  public let report: LandscapeReport
  public let branches: [BranchFigure]
  private let snapshot: CorpusSnapshot

  public init(
    _ documents: [FrozenDocument], of dataset: NavigationDataset, options: LandscapeOptions = LandscapeOptions()
  ) throws {
    self.documents = documents.sorted { $0.id < $1.id }
    let index = try CorpusIndex(files: MemoryFiles())
    snapshot = try index.write(position: dataset.position) { batch in
      for document in documents { try batch.add(document.document) }
    }
    report = LandscapeReport(
      Landscape(
        of: snapshot.select(.everything), question: CorpusQuestion(), merging: dataset.names.merging,
        completeness: dataset.completeness, options: options))
    branches = dataset.branches.map { frozen in
      BranchFigure(frozen.branch, count: documents.count { $0.branches.contains(frozen.branch.place) })
    }
  }

  /// The documents that a number counts, by what leads to it.
  ///
  /// - Throws: ``Corpus/CorpusRefusal/query(_:)`` for a fault in the text.
  public func documents(where text: String) throws(CorpusRefusal) -> [FrozenDocument] {
    let found = Set(snapshot.select(try CorpusQuestion(text).query()).ids)
    return documents.filter { found.contains($0.id) }
  }

  /// Where the documents come from, the most frequent first; one may come from several sources.
  public static func sources(_ documents: [FrozenDocument]) -> [(source: String, count: Int)] {
    var counts: [String: Int] = [:]
    for document in documents {
      for source in Set(document.document.sources.isEmpty ? [""] : document.document.sources) {
        counts[source, default: 0] += 1
      }
    }
    return counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
      .map { (source: $0.key, count: $0.value) }
  }
}

/// How many of the remaining documents a branch has; a document may be in several.
public struct BranchFigure: Equatable, Sendable {
  public let branch: TechnologyBranch
  public let count: Int

  public init(_ branch: TechnologyBranch, count: Int) {
    self.branch = branch
    self.count = count
  }
}
