public import Foundation
public import Kernel
public import Landscape

/// What a project counts (冻结数据集): the documents that its searches found at one moment, with a hash over all of them.
public struct NavigationDataset: Equatable, Sendable {
  public let id: ID<NavigationDataset>
  public let project: ID<NavigationProject>
  /// 1 is the project's first.
  public let number: Int
  public let frozenAt: Date
  public let frozenBy: String
  /// The journal entry up to which the corpus followed the register.
  public let position: Int64
  /// How many documents the corpus held.
  public let corpus: Int
  public let cutoff: Day?
  /// The latest publication in the corpus; nil where no document has a day.
  public let latest: Day?
  public let restriction: String
  public let branches: [FrozenBranch]
  /// Documents that at least one branch found, whenever they were published.
  public let hits: Int
  /// Of these, published after the cut-off date and left out.
  public let beyond: Int
  /// What is frozen: ``hits`` without ``beyond``.
  public let count: Int
  /// SHA-256 over the documents and the names.
  public let hash: String
  /// The months in which data are incomplete, as the rules said on that day.
  public let months: Int
  public let internationalMonths: Int
  /// Which spellings counted as one name then.
  public let names: FrozenNames
  public var log: CleaningLog?
  public let revision: Int64

  public init(
    id: ID<NavigationDataset>, project: ID<NavigationProject>, number: Int, frozenAt: Date, frozenBy: String,
    position: Int64, corpus: Int, cutoff: Day?, latest: Day?, restriction: String, branches: [FrozenBranch], hits: Int,
    beyond: Int, count: Int, hash: String, months: Int, internationalMonths: Int, names: FrozenNames,
    log: CleaningLog? = nil, revision: Int64 = 0
  ) {
    self.id = id
    self.project = project
    self.number = number
    self.frozenAt = frozenAt
    self.frozenBy = frozenBy
    self.position = position
    self.corpus = corpus
    self.cutoff = cutoff
    self.latest = latest
    self.restriction = restriction
    self.branches = branches
    self.hits = hits
    self.beyond = beyond
    self.count = count
    self.hash = hash
    self.months = months
    self.internationalMonths = internationalMonths
    self.names = names
    self.log = log
    self.revision = revision
  }

  /// More than people can clean; a wider question is a landscape, not a navigation.
  public static let most = 20_000

  /// Which years cannot be complete: data reach to the cut-off date, or to the last publication before it.
  public var completeness: Completeness {
    let reached = [cutoff, latest].compactMap(\.self).min() ?? Day(frozenAt)
    return Completeness(cutoff: reached, months: months, internationalMonths: internationalMonths)
  }

  /// Whether scope and table still are what it was frozen with.
  public func isOf(_ facts: NavigationFacts, _ table: [TechnologyBranch]) -> Bool {
    cutoff == facts.cutoff && restriction == facts.restriction && branches.map(\.branch) == table
  }
}

/// A branch as it was when the dataset was frozen.
public struct FrozenBranch: Equatable, Sendable {
  public let branch: TechnologyBranch
  /// What its search found, whenever published; a document may be found by several branches.
  public let hits: Int

  public init(_ branch: TechnologyBranch, hits: Int) {
    self.branch = branch
    self.hits = hits
  }
}

/// The spellings of a dataset that are not the name of their party themselves.
public struct FrozenNames: Codable, Equatable, Sendable {
  public struct Name: Codable, Equatable, Sendable {
    public let name: String
    public let byHand: Bool

    public init(name: String, byHand: Bool) {
      self.name = name
      self.byHand = byHand
    }
  }

  public let spellings: [String: Name]

  public init(_ spellings: [String: Name] = [:]) { self.spellings = spellings }

  public var merging: NameMerging {
    NameMerging(known: spellings.mapValues { NameMerging.Known(name: $0.name, isByHand: $0.byHand) })
  }

  public func content() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  public init(content: String) throws {
    self = try JSONDecoder().decode(FrozenNames.self, from: Data(content.utf8))
  }
}
