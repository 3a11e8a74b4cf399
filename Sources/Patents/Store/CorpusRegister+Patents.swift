public import Access
import Corpus
public import CorpusStore
import Kernel
import Patents
import Storage

extension CorpusRegister {
  /// The patents of the register, searched by whoever may read them.
  public static let patents = CorpusRegister(
    readers: .readPatents, keepers: .rebuildIndex,
    tables: [.patents, .patentSources, .patentSayings, .patentFiles, .patentImports, .sourceOrders], edition: 1,
    count: { try $0.count("SELECT count(*) FROM patents") },
    page: CorpusRows.page, find: CorpusRows.find, ids: CorpusRows.ids, changed: CorpusRows.changed,
    words: { column, value in
      switch column {
      case .kind: PatentKind(rawValue: value)?.phrase
      case .status: PatentPhrases.status(value)
      case .province: PatentPhrases.province(value)
      case .source: sourceName(of: value)
      default: nil
      }
    })
}

extension Permission {
  public static let rebuildIndex = Permission(
    "patents.rebuild-index", Phrase(zh: "重建检索索引", en: "Rebuild the search index"))
}
