import Kernel
import Markup
import Notices
import NoticesStore

/// Every address of notices, deliveries and webhooks.
enum NoticePath {
  static let inbox = Link("/notices")
  static let readAll = Link("/notices/read")
  static let preferences = Link("/notices/preferences")
  static let deliveries = Link("/notices/deliveries")
  static let webhooks = Link("/webhooks")
  static let newWebhook = Link("/webhooks/new")

  static func inbox(_ part: InboxPart, after last: ID<Notice>? = nil) -> Link {
    let query: [(String, String?)] = [
      ("show", part == .all ? nil : part.rawValue), ("after", last?.description),
    ]
    return Link("/notices", query: query.compactMap { name, value in value.map { (name, $0) } })
  }

  static func read(_ id: ID<Notice>) -> Link { Link("/notices/\(id)/read") }
  static func unread(_ id: ID<Notice>) -> Link { Link("/notices/\(id)/unread") }

  static func deliveries(_ filter: DeliveryFilter, after last: ID<NoticeDelivery>? = nil) -> Link {
    let query: [(String, String?)] = [
      ("stage", filter.stage?.rawValue), ("channel", filter.channel?.rawValue),
      ("webhook", filter.endpoint?.description), ("after", last?.description),
    ]
    return Link("/notices/deliveries", query: query.compactMap { name, value in value.map { (name, $0) } })
  }

  static func delivery(_ id: ID<NoticeDelivery>) -> Link { Link("/notices/deliveries/\(id)") }
  static func replay(_ id: ID<NoticeDelivery>) -> Link { Link("/notices/deliveries/\(id)/replay") }
  static func webhook(_ id: ID<WebhookEndpoint>) -> Link { Link("/webhooks/\(id)") }
  static func key(_ id: ID<WebhookEndpoint>) -> Link { Link("/webhooks/\(id)/key") }
  static func pause(_ id: ID<WebhookEndpoint>) -> Link { Link("/webhooks/\(id)/pause") }
  static func resume(_ id: ID<WebhookEndpoint>) -> Link { Link("/webhooks/\(id)/resume") }
  static func trial(_ id: ID<WebhookEndpoint>) -> Link { Link("/webhooks/\(id)/trial") }
}

/// The pages above others.
enum NoticeTrail {
  static let inbox = Phrase(zh: "我的通知", en: "My notices")
  static let deliveries = Phrase(zh: "通知发送记录", en: "Deliveries of notices")
  static let webhooks = Phrase(zh: "推送地址", en: "Webhooks")
}
