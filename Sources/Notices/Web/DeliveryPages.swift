import Access
import Hummingbird
import Kernel
import Markup
import Notices
import NoticesStore
import Web

/// The log of deliveries.
struct DeliveryPages: Sendable {
  let desk: NoticeDesk

  static let replayed = Success("notices.replayed", Phrase(zh: "已安排重新发送", en: "It will be sent again"))
  private static let length = 50

  @Sendable func list(_: Request, _ context: PortalContext) async throws -> Page {
    let query = context.query
    let filter = DeliveryFilter(
      stage: query.optional("stage").flatMap { DeliveryStage(rawValue: $0) },
      channel: query.optional("channel").flatMap { NoticeChannel(rawValue: $0) },
      endpoint: query.optional("webhook").flatMap { ID<WebhookEndpoint>($0) })
    let last = query.optional("after").flatMap { ID<NoticeDelivery>($0) }
    let found = try await desk.deliveries(filter, after: last, limit: Self.length + 1, by: context.account)
    let shown = Array(found.prefix(Self.length))
    let older = found.count > Self.length ? shown.last : nil
    return deliveriesPage(
      shown, filter, desk.book, mail: desk.mailRoute,
      older: older.map { NoticePath.deliveries(filter, after: $0.delivery.id) },
      newest: last == nil ? nil : NoticePath.deliveries(filter))
  }

  @Sendable func show(_: Request, _ context: PortalContext) async throws -> Page {
    let file = try await desk.delivery(try context.id(), by: context.account)
    return deliveryPage(file, desk.book, mayReplay: context.account.may(.replayDeliveries))
  }

  @Sendable func showReplay(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let file = try await desk.delivery(try context.id(), by: context.account)
    return replayPage(file, state)
  }

  @Sendable func replay(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<NoticeDelivery> = try context.id()
    try await desk.replay(id, because: form.text("reason"), by: context.account)
    return .seeOther(NoticePath.delivery(id), context, saying: Self.replayed)
  }
}
