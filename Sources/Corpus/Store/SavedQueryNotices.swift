import Corpus
public import Kernel
public import Notices

extension NoticeKind {
  public static let newDocuments = NoticeKind(
    "corpus.new-documents", Phrase(zh: "检索式有新文献", en: "New documents of a saved query"))
}

/// What keepers of queries are told.
public let corpusNoticeKinds: [NoticeKind] = [.newDocuments]

/// A saved query and how many documents are new.
public struct QueryNews: Sendable {
  public let query: SavedQuery
  public let found: Int

  public init(_ query: SavedQuery, found: Int) {
    self.query = query
    self.found = found
  }
}

/// That documents have arrived which a saved query finds.
public let newDocumentsTemplate = NoticeTemplate<QueryNews>(
  .newDocuments,
  subject: { news in
    Phrase(
      zh: "“\(news.query.name)”有 \(news.found) 件新文献",
      en: "“\(news.query.name)” has \(news.found) new \(news.found == 1 ? "document" : "documents")")
  },
  body: { news in
    let (query, count) = (news.query.question.text, news.query.question.narrowings.count)
    let zh = (query.isEmpty ? [] : ["检索式：\(query)"]) + (count > 0 ? ["另有 \(count) 项限定。"] : [])
    let en = (query.isEmpty ? [] : ["Query: \(query)"]) + (count > 0 ? ["Narrowed by \(count) values."] : [])
    return Phrase(
      zh: "您保存的检索式命中了新导入的文献。\n" + zh.joined(separator: "\n"),
      en: "Documents that were imported meet a query that you keep.\n" + en.joined(separator: "\n"))
  })
