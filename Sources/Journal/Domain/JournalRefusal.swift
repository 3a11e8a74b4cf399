public import Kernel

public enum JournalRefusal: Refusal, Equatable {
  /// Another change came between what the user saw and what they sent.
  case changedMeanwhile
  case unknownEntry(Int64)

  public var kind: RefusalKind {
    switch self {
    case .changedMeanwhile: .conflict
    case .unknownEntry: .missing
    }
  }

  public var code: String {
    switch self {
    case .changedMeanwhile: "journal.changed-meanwhile"
    case .unknownEntry: "journal.unknown-entry"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .changedMeanwhile:
      Phrase(
        zh: "您打开页面之后，这条记录已被他人修改；请刷新查看最新内容后再提交",
        en: "Somebody changed this record after you opened it; please reload, look at it and submit again")
    case .unknownEntry(let number):
      Phrase(zh: "没有第\(number)条留痕", en: "There is no journal entry \(number)")
    }
  }
}
