public import Corpus
public import Kernel

/// Why something cannot be done with a navigation project.
public enum NavigationRefusal: Refusal, Equatable {
  /// None that the account may see.
  case unknown(Thing)
  case notNow(NavigationStep, in: NavigationStage)
  /// Scope, table, cleaning and text change only at their stage.
  case closed(NavigationStage)
  /// Not the one who makes it.
  case notMaker
  case noMandate
  case missing(Field)
  case tooLong(Field, limit: Int)
  case cutoffAhead
  case badBranch(line: Int)
  case branchTwice(String)
  case tooManyBranches(limit: Int)
  /// Line 0 is the restriction of all branches.
  case badQuery(line: Int, QueryFault)
  case noBranches
  case nothingFound
  case tooManyFound(Int, limit: Int)
  case nothingChosen
  case notInDataset(Int)
  case noMergeTarget
  case removedAlready(Int)
  /// Others were merged into them.
  case bearsOthers(Int)
  case nothingToMerge
  case nothingWritten
  case ownWork
  case notReady([ReleaseGap])
  case useOutsideTime(from: Day, to: Day)

  public enum Thing: String, Sendable { case project, section, analysis, document }

  public enum Field: String, Sendable {
    case title, need, scope, orderer, branches, statement, text, capacity, opinion, reason, note, user, decision
    case document
  }

  public var kind: RefusalKind {
    switch self {
    case .unknown: .missing
    case .notMaker, .noMandate: .forbidden
    case .notNow, .closed, .noBranches, .nothingFound, .removedAlready, .bearsOthers, .nothingToMerge, .nothingWritten,
      .ownWork,
      .notReady:
      .conflict
    case .missing, .tooLong, .cutoffAhead, .badBranch, .branchTwice, .tooManyBranches, .badQuery, .tooManyFound,
      .nothingChosen, .notInDataset, .noMergeTarget, .useOutsideTime:
      .invalid
    }
  }

  public var code: String {
    switch self {
    case .unknown(let thing): "navigation.unknown-\(thing.rawValue)"
    case .notNow(let step, _): "navigation.not-now-\(step.rawValue)"
    case .closed: "navigation.closed"
    case .notMaker: "navigation.not-maker"
    case .noMandate: "navigation.no-mandate"
    case .missing: "navigation.missing"
    case .tooLong: "navigation.too-long"
    case .cutoffAhead: "navigation.cutoff-ahead"
    case .badBranch: "navigation.bad-branch"
    case .branchTwice: "navigation.branch-twice"
    case .tooManyBranches: "navigation.too-many-branches"
    case .badQuery: "navigation.bad-query"
    case .noBranches: "navigation.no-branches"
    case .nothingFound: "navigation.nothing-found"
    case .tooManyFound: "navigation.too-many-found"
    case .nothingChosen: "navigation.nothing-chosen"
    case .notInDataset: "navigation.not-in-dataset"
    case .noMergeTarget: "navigation.no-merge-target"
    case .removedAlready: "navigation.removed-already"
    case .bearsOthers: "navigation.bears-others"
    case .nothingToMerge: "navigation.nothing-to-merge"
    case .nothingWritten: "navigation.nothing-written"
    case .ownWork: "navigation.own-work"
    case .notReady: "navigation.not-ready"
    case .useOutsideTime: "navigation.use-outside-time"
    }
  }

  public var field: String? {
    switch self {
    case .missing(let field), .tooLong(let field, _): field.rawValue
    case .cutoffAhead: "cutoff"
    case .badQuery(let line, _): line == 0 ? "restriction" : "branches"
    case .badBranch, .branchTwice, .tooManyBranches: "branches"
    case .nothingChosen, .notInDataset: "which"
    case .noMergeTarget: "into"
    case .useOutsideTime: "day"
    case .noMandate: "orderer"
    case .unknown, .notNow, .closed, .notMaker, .noBranches, .nothingFound, .tooManyFound, .removedAlready,
      .bearsOthers,
      .nothingToMerge, .nothingWritten, .ownWork, .notReady:
      nil
    }
  }
}
