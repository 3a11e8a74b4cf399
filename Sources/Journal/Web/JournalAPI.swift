import API
import HTTPTypes
import Journal
import JournalStore
import Kernel

/// The journal for programs.
struct JournalAPI: Sendable {
  let desk: JournalDesk

  var endpoints: [APIEndpoint] { [heads, entries, history, verification] }

  private var heads: APIEndpoint {
    APIEndpoint(
      .get, "journal/heads", summary: Phrase(zh: "每日链首，最近的在前", en: "The head of each day, the latest first"),
      needs: .readJournalHeads,
      parameters: [.query("limit", .integer(1...3_660), Phrase(zh: "天数，默认 60", en: "Days, 60 if not given"))],
      answer: [HeadView].schema, example: "/api/v1/journal/heads"
    ) { request in
      let limit = try request.integer("limit", in: 1...3_660) ?? 60
      return try APIAnswer(try await desk.dailyHeads(limit: limit, by: request.account).map { HeadView($0, $1) })
    }
  }

  private var entries: APIEndpoint {
    APIEndpoint(
      .get, "journal/entries", summary: Phrase(zh: "留痕条目，最新的在前", en: "The journal's entries, the newest first"),
      needs: .readJournal,
      parameters: APIParameter.paging + [
        .query("action", .text, Phrase(zh: "操作代码", en: "Action code")),
        .query("actor", .text, Phrase(zh: "操作人登录名", en: "The actor's sign-in name")),
        .query("day", .day, Phrase(zh: "日期", en: "The day")),
        .query("table", .text, Phrase(zh: "记录所在的表，与 key 并用", en: "The record's table, together with key")),
        .query("key", .id, Phrase(zh: "记录编号", en: "The record's id")),
      ],
      answer: .page(of: EntryView.schema, named: "JournalEntries"), example: "/api/v1/journal/entries?limit=10"
    ) { request in
      let limit = try request.limit()
      let found = try await desk.page(
        try Self.filter(request), before: try Self.number(request.cursor()), limit: limit + 1, by: request.account)
      let shown = found.prefix(limit)
      let next = found.count > limit ? shown.last.map { Cursor([String($0.number)]) } : nil
      return try .page(shown.map { EntryView($0) }, next: next)
    }
  }

  /// Open to the record's subject without further right: the desk decides.
  private var history: APIEndpoint {
    APIEndpoint(
      .get, "journal/records/:table/:key",
      summary: Phrase(
        zh: "一条记录的历史：有查阅权限者与记录本人可读", en: "The history of a record: for readers of the journal and for its subject"),
      needs: nil,
      parameters: [
        .path("table", .string(format: nil, example: "parties"), Phrase(zh: "表", en: "The table")),
        .path("key", .id, Phrase(zh: "记录编号", en: "The record's id")),
      ], answer: [EntryView].schema
    ) { request in
      guard let table = request.text("table"), let key = request.text("key"),
        let subject = Subject(table: table, key: key)
      else { throw APIRefusal.noSuchThing }
      let lines = try await desk.history(of: subject, by: request.account)
      return try APIAnswer(lines.map { EntryView($0) })
    }
  }

  private var verification: APIEndpoint {
    APIEndpoint(
      .post, "journal/verification",
      summary: Phrase(zh: "核验整条链与全部记录", en: "Checks the whole chain and every record"), needs: .verifyJournal,
      body: VerificationOrder.schema, answer: VerdictView.schema
    ) { request in
      let order = request.body.isEmpty ? VerificationOrder(head: nil) : try request.decode(VerificationOrder.self)
      let wanted = try order.head.map { text throws(FieldRefusal) in try headHash(text) }
      return try APIAnswer(VerdictView(try await desk.verify(head: wanted, by: request.account)))
    }
  }

  private static func filter(_ request: APIRequest) throws(APIRefusal) -> JournalFilter {
    var filter = JournalFilter(action: request.text("action"), actor: request.text("actor"))
    if let text = request.text("day") {
      guard let day = Day(text) else { throw .wrongParameter("day") }
      filter.day = day
    }
    switch (request.text("table"), request.text("key")) {
    case (nil, nil): break
    case (let table?, let key?):
      guard let subject = Subject(table: table, key: key) else { throw .wrongParameter("key") }
      filter.subject = subject
    case (nil, _): throw .wrongParameter("table")
    case (_, nil): throw .wrongParameter("key")
    }
    return filter
  }

  private static func number(_ cursor: Cursor?) throws(APIRefusal) -> Int64? {
    guard let cursor else { return nil }
    guard cursor.keys.count == 1, let number = Int64(cursor.keys[0]) else { throw .wrongParameter("cursor") }
    return number
  }
}
