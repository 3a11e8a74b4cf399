import Access
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore
import Notices
import NoticesStore
import Web

/// The programs that get notices.
struct WebhookPages: Sendable {
  let desk: NoticeDesk

  static let paused = Success("notices.webhook-paused", Phrase(zh: "已暂停推送", en: "The webhook is paused"))
  static let resumed = Success("notices.webhook-resumed", Phrase(zh: "已恢复推送", en: "The webhook is active again"))
  static let tried = Success(
    "notices.webhook-tried", Phrase(zh: "试推送已安排，结果见发送记录", en: "A trial is on its way; see the deliveries"))
  private static let length = 50

  @Sendable func list(_: Request, _ context: PortalContext) async throws -> Page {
    let last = context.query.optional("after").flatMap { ID<WebhookEndpoint>($0) }
    let found = try await desk.endpoints(after: last, limit: Self.length + 1, by: context.account)
    let shown = Array(found.prefix(Self.length))
    let older = found.count > Self.length ? shown.last : nil
    return webhooksPage(shown, older: older.map { Link("/webhooks", query: [("after", $0.id.description)]) })
  }

  @Sendable func show(_: Request, _ context: PortalContext) async throws -> Page {
    let file = try await desk.endpoint(try context.id(), by: context.account)
    return webhookPage(file, mayReadDeliveries: context.account.may(.readDeliveries))
  }

  @Sendable func showNew(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    newWebhookPage(state)
  }

  @Sendable func register(_ form: Form, _ context: PortalContext) async throws -> Response {
    let (id, key) = try await desk.register(
      form.text("title"), at: form.text("address"), for: form.text("owner"), by: context.account)
    return try answer(webhookKeyPage(id, key), context)
  }

  @Sendable func renewKey(_: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<WebhookEndpoint> = try context.id()
    return try answer(webhookKeyPage(id, try await desk.renewKey(of: id, by: context.account)), context)
  }

  @Sendable func pause(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<WebhookEndpoint> = try context.id()
    try await desk.pause(id, seen: form.revision(), by: context.account)
    return .seeOther(NoticePath.webhook(id), context, saying: Self.paused)
  }

  @Sendable func resume(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<WebhookEndpoint> = try context.id()
    try await desk.resume(id, seen: form.revision(), by: context.account)
    return .seeOther(NoticePath.webhook(id), context, saying: Self.resumed)
  }

  @Sendable func tryOut(_: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<WebhookEndpoint> = try context.id()
    try await desk.tryOut(id, by: context.account)
    return .seeOther(NoticePath.webhook(id), context, saying: Self.tried)
  }

  /// What is shown once and never again.
  private func answer(_ page: Page, _ context: PortalContext) throws -> Response {
    let nothing = Request(
      head: HTTPRequest(method: .post, scheme: nil, authority: nil, path: nil), body: .init(buffer: ByteBuffer()))
    return try page.response(from: nothing, context: context)
  }
}
