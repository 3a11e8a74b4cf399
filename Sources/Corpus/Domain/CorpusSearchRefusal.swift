public import Kernel

/// What the desk of the corpus refuses beside faults of a query.
public enum CorpusSearchRefusal: Refusal, Equatable {
  /// The index is being built; no total could be right yet.
  case beingBuilt(done: Int, of: Int)
  /// The register is not in the index up to the journal entry that was asked for.
  case behind(position: Int64, wanted: Int64)
  /// The journal has no such entry yet.
  case notYetWritten(Int64)
  case unknownDocument(Int64)
  /// Further down a list by relevance or day than pages go.
  case tooDeep(limit: Int)
  case wrongCursor

  public var kind: RefusalKind {
    switch self {
    case .beingBuilt, .behind: .conflict
    case .unknownDocument: .missing
    case .notYetWritten, .tooDeep, .wrongCursor: .invalid
    }
  }

  public var code: String {
    switch self {
    case .beingBuilt: "corpus.being-built"
    case .behind: "corpus.behind"
    case .notYetWritten: "corpus.not-yet-written"
    case .unknownDocument: "corpus.unknown-document"
    case .tooDeep: "corpus.too-deep"
    case .wrongCursor: "corpus.wrong-cursor"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .beingBuilt(let done, let all):
      Phrase(
        zh: "检索索引正在建立：已完成\(done)件，共\(all)件；请稍后再试",
        en: "The search index is being built: \(done) of \(all) documents; please try again shortly")
    case .behind(let position, let wanted):
      Phrase(
        zh: "检索索引已跟进到留痕第\(position)号，尚未到第\(wanted)号；请稍后再试",
        en: "The search index has followed the journal to entry \(position), not to \(wanted); please try again soon")
    case .notYetWritten(let wanted):
      Phrase(zh: "留痕中还没有第\(wanted)号", en: "The journal has no entry \(wanted) yet")
    case .unknownDocument: Phrase(zh: "没有这件文献", en: "There is no such document")
    case .tooDeep(let limit):
      Phrase(
        zh: "列表最多翻到第\(limit)件；请缩小检索范围",
        en: "Lists go down to document \(limit); please narrow the search")
    case .wrongCursor:
      Phrase(zh: "翻页标记无效；请从第一页重新检索", en: "The mark of the page is not valid; please search again from the first page")
    }
  }

  public var field: String? {
    switch self {
    case .wrongCursor, .tooDeep: "cursor"
    case .notYetWritten: "atLeast"
    case .beingBuilt, .behind, .unknownDocument: nil
    }
  }
}
