public import Kernel

/// What the index refuses.
public enum CorpusRefusal: Refusal, Equatable {
  /// A file of the index is not as it was written; the index is rebuilt from the register.
  case damaged(file: String, part: String)
  /// The folder could not be read or written.
  case unreadable(file: String, reason: String)
  /// Another process writes to the same folder.
  case inUse(folder: String)
  case query(QueryFault)

  /// What is wrong with the query, where it is the query.
  public var fault: QueryFault? {
    if case .query(let fault) = self { fault } else { nil }
  }

  public var kind: RefusalKind {
    switch self {
    case .damaged, .unreadable, .inUse: .conflict
    case .query: .invalid
    }
  }

  public var code: String {
    switch self {
    case .damaged: "corpus.damaged"
    case .unreadable: "corpus.unreadable"
    case .inUse: "corpus.in-use"
    case .query(let fault): fault.code
    }
  }

  public var phrase: Phrase {
    switch self {
    case .damaged(let file, let part):
      Phrase(
        zh: "语料索引文件 \(file) 已损坏（\(part)）；请用 ipzone index rebuild 从登记重建",
        en:
          "The corpus index file \(file) is damaged (\(part)); rebuild it from the register with ipzone index rebuild")
    case .unreadable(let file, let reason):
      Phrase(
        zh: "语料索引文件 \(file) 无法读写（\(reason)）", en: "The corpus index file \(file) cannot be read or written (\(reason))")
    case .inUse(let folder):
      Phrase(zh: "语料索引目录 \(folder) 正由另一进程写入", en: "Another process writes to the corpus index folder \(folder)")
    case .query(let fault): fault.phrase
    }
  }
}
