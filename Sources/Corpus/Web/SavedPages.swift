import API
import Access
import Corpus
import CorpusStore
import Hummingbird
import Kernel
import Markup
import Web

/// What people do with the queries that they keep.
struct SavedPages: Sendable {
  let desk: SavedQueryDesk
  let corpus: CorpusDesk
  let links: SearchLinks

  private var words: ValueWords { ValueWords(known: corpus.register.words) }

  @Sendable func list(_ request: Request, _ context: PortalContext) async throws -> Page {
    savedListPage(try await desk.all(by: context.account), words)
  }

  @Sendable func showNew(_ state: FormState, _ request: Request, _ context: PortalContext) async throws -> Page {
    saveQueryPage(SearchQuestion.question(context.query) ?? CorpusQuestion(), state, words)
  }

  @Sendable func save(_ form: Form, _ context: PortalContext) async throws -> Response {
    let narrowings = form.all("f").prefix(40).compactMap { CorpusNarrowing($0) }
    let order = CorpusOrder(word: form.text("sort")) ?? .relevance
    let question = CorpusQuestion(form.text("q"), order: order).narrowed(to: narrowings)
    _ = try await desk.save(
      question, as: form.text("name"), watch: form.isChecked("watch") ? .active : .none, by: context.account)
    return .seeOther(SearchPath.saved, context, saying: .querySaved)
  }

  func set(_ watch: QueryWatch) -> SubmitHandler {
    { form, context in
      try await desk.set(watch, of: context.id(), by: context.account)
      return .seeOther(SearchPath.saved, context)
    }
  }

  @Sendable func delete(_ form: Form, _ context: PortalContext) async throws -> Response {
    try await desk.delete(context.id(), by: context.account)
    return .seeOther(SearchPath.saved, context, saying: .queryDeleted)
  }

  @Sendable func alerts(_ request: Request, _ context: PortalContext) async throws -> Page {
    let account = context.account
    if let text = context.query.optional("alert") {
      guard let id = ID<QueryAlert>(text) else { throw NoSuchPage() }
      let news = try await desk.documents(of: id, by: account)
      var shown: [CorpusFind] = []
      for id in news.ids.prefix(100) {
        shown.append(try await corpus.document(id, marking: news.query.question.text, by: account))
      }
      return alertPage(news.alert, news.query, shown, gone: news.alert.found - news.ids.count, links, words)
    }
    let last = context.query.optional("before").flatMap { ID<QueryAlert>($0) }
    let found = try await desk.alerts(before: last, limit: 50, by: account)
    return alertListPage(found, try await desk.all(by: account))
  }
}

extension Success {
  static let querySaved = Success("corpus.query-saved", Phrase(zh: "检索式已保存", en: "The query is kept"))
  static let queryDeleted = Success("corpus.query-deleted", Phrase(zh: "检索式已删除", en: "The query is deleted"))
}
