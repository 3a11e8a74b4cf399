public import Kernel

/// What the stored searches find today beside what was frozen (复算).
public struct Rerun: Equatable, Sendable {
  public let frozenPosition: Int64
  public let position: Int64
  public let corpus: Int
  public let hits: Int
  public let beyond: Int
  public let count: Int
  /// By the place of the branch: what its search found then, and what it finds now.
  public let branches: [(branch: TechnologyBranch, then: Int, now: Int)]
  /// Found now, not in the dataset.
  public let more: [Int64]
  /// In the dataset, not found now.
  public let gone: [Int64]
  /// Of ``more`` and ``gone``, those that came, changed or left after the dataset was frozen; nil where that cannot be
  /// told.
  public let later: Set<Int64>?
  /// Whether the stored documents still have the hash that they were frozen with.
  public let isAsFrozen: Bool

  public init(
    frozenPosition: Int64, position: Int64, corpus: Int, hits: Int, beyond: Int, count: Int,
    branches: [(branch: TechnologyBranch, then: Int, now: Int)], more: [Int64], gone: [Int64], later: Set<Int64>?,
    isAsFrozen: Bool
  ) {
    self.frozenPosition = frozenPosition
    self.position = position
    self.corpus = corpus
    self.hits = hits
    self.beyond = beyond
    self.count = count
    self.branches = branches
    self.more = more
    self.gone = gone
    self.later = later
    self.isAsFrozen = isAsFrozen
  }

  public var verdict: Verdict {
    guard isAsFrozen else { return .altered }
    let differing = more + gone
    if differing.isEmpty { return .agrees }
    guard let later, differing.allSatisfy(later.contains) else { return .differs }
    return .agreesButForLater
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.frozenPosition == right.frozenPosition && left.position == right.position && left.hits == right.hits
      && left.beyond == right.beyond && left.count == right.count && left.more == right.more
      && left.gone == right.gone && left.later == right.later && left.isAsFrozen == right.isAsFrozen
      && left.branches.elementsEqual(right.branches) { $0 == $1 }
  }

  public enum Verdict: String, CaseIterable, Sendable {
    case agrees
    case agreesButForLater = "agrees-but-for-later"
    case differs
    /// The stored documents are not what was frozen.
    case altered

    public var phrase: Phrase {
      switch self {
      case .agrees: Phrase(zh: "一致", en: "It agrees")
      case .agreesButForLater:
        Phrase(zh: "一致（差异均为冻结后入库或变更的文献）", en: "It agrees, but for documents that came or changed later")
      case .differs: Phrase(zh: "不一致", en: "It differs")
      case .altered: Phrase(zh: "冻结的数据与其摘要不符", en: "The frozen documents do not have their hash")
      }
    }
  }
}
