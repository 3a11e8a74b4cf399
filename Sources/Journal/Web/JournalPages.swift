import Access
import HTTPTypes
import Hummingbird
import Journal
import JournalStore
import Kernel
import Markup
import NIOCore
import Web

/// Translates between the portal and the journal's desk.
struct JournalPages: Sendable {
  let desk: JournalDesk
  let kinds: RecordKinds

  @Sendable func list(_: Request, _ context: PortalContext) async throws -> Page {
    let query = JournalQuery(context.query, kinds: kinds)
    let before = context.query.optional("before").flatMap { Int64($0) }
    let limit = JournalListing.length
    let found =
      query.faults.isEmpty
      ? try await desk.page(query.filter, before: before, limit: limit + 1, by: context.account) : []
    let listing = JournalListing(
      lines: Array(found.prefix(limit)), query: query, before: before, hasOlder: found.count > limit)
    return journalListPage(listing, kinds: kinds, mayVerify: context.account.may(.verifyJournal))
  }

  @Sendable func entry(_: Request, _ context: PortalContext) async throws -> Page {
    guard let number = Int64(try context.segment("number")) else { throw NoSuchPage() }
    let line = try await desk.find(number, by: context.account)
    let previous =
      number == 1 ? JournalHead.start.hash : try await desk.find(number - 1, by: context.account).hash
    return entryPage(line, previous: previous, kinds: kinds, for: context.account)
  }

  @Sendable func history(_: Request, _ context: PortalContext) async throws -> Page {
    guard let subject = Subject(table: try context.segment("table"), key: try context.segment("key")) else {
      throw NoSuchPage()
    }
    let lines = try await desk.history(of: subject, by: context.account)
    return historyPage(subject, lines, kinds: kinds, for: context.account)
  }

  @Sendable func heads(_: Request, _ context: PortalContext) async throws -> Page {
    headsPage(try await desk.dailyHeads(by: context.account))
  }

  @Sendable func headsTable(_: Request, _ context: PortalContext) async throws -> Response {
    headsCSV(try await desk.dailyHeads(limit: 3_660, by: context.account), in: context.language)
  }

  @Sendable func headsFeed(_ request: Request, _ context: PortalContext) async throws -> Response {
    let heads = try await desk.dailyHeads(by: context.account)
    let host = "\(context.isSecure ? "https" : "http")://\(request.head.authority ?? "localhost")"
    return JournalWeb.headsFeed(heads, origin: context.site.origin ?? host, in: context.language)
  }

  @Sendable func showVerify(_ state: FormState, _: Request, _: PortalContext) async throws -> Page {
    verifyPage(state)
  }

  @Sendable func verify(_ form: Form, _ context: PortalContext) async throws -> Response {
    let wanted = try form.optional("head").map { text throws(FieldRefusal) in try headHash(text) }
    let verdict = try await desk.verify(head: wanted, by: context.account)
    let page = verifyPage(FormState(), verdict: verdict, wanted: wanted)
    // A page needs no request beyond its context; the verdict is shown at once, since nobody may come to it by address.
    let request = Request(
      head: HTTPRequest(method: .post, scheme: nil, authority: nil, path: JournalPath.verify.target),
      body: RequestBody(buffer: ByteBuffer()))
    return try page.response(from: request, context: context)
  }
}

/// A head as people paste it: 64 hexadecimal digits in either case.
func headHash(_ text: String) throws(FieldRefusal) -> String {
  let hash = text.lowercased()
  guard hash.utf8.count == 64, hash.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
  else { throw FieldRefusal(HeadFault(), in: "head") }
  return hash
}

/// What was given as a head is none.
struct HeadFault: Refusal, Equatable {
  var kind: RefusalKind { .invalid }
  var code: String { "journal.no-head" }
  var phrase: Phrase {
    Phrase(
      zh: "链首应为 64 位十六进制字符；请从每日链首页面复制", en: "A head has 64 hexadecimal digits; please copy it from the daily heads")
  }
}
