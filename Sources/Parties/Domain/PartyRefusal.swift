public import Kernel

public enum PartyRefusal: Refusal, Equatable {
  case unknown(ID<Party>)
  case intoItself
  case alreadyMerged(into: ID<Party>)
  case notMerged
  case reasonMissing

  public var kind: RefusalKind {
    switch self {
    case .unknown: .missing
    case .intoItself, .reasonMissing: .invalid
    case .alreadyMerged, .notMerged: .conflict
    }
  }

  public var code: String {
    switch self {
    case .unknown: "parties.unknown"
    case .intoItself: "parties.into-itself"
    case .alreadyMerged: "parties.already-merged"
    case .notMerged: "parties.not-merged"
    case .reasonMissing: "parties.reason-missing"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .unknown: Phrase(zh: "没有这个主体；请从主体列表中选择", en: "There is no such party; please choose one from the list")
    case .intoItself:
      Phrase(zh: "不能把一个主体并入它自己；请选择另一个主体", en: "A party cannot be merged into itself; please choose another")
    case .alreadyMerged:
      Phrase(zh: "该主体已并入其他主体；请先拆分", en: "This party is merged already; un-merge it first")
    case .notMerged: Phrase(zh: "该主体并未并入其他主体，无需拆分", en: "This party is not merged, so there is nothing to un-merge")
    case .reasonMissing: Phrase(zh: "请写明理由，它将记入留痕", en: "Please give a reason; it goes into the journal")
    }
  }

  public var field: String? {
    switch self {
    case .reasonMissing: "reason"
    case .intoItself: "into"
    case .unknown, .alreadyMerged, .notMerged: nil
    }
  }
}
