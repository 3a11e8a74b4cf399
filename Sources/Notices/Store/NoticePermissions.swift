public import Access
public import Journal
public import Kernel
public import Notices

extension Permission {
  public static let ownNotices = Permission("notices.own", Phrase(zh: "查看自己的通知", en: "See one's own notices"))
  public static let readDeliveries = Permission(
    "notices.read-deliveries", Phrase(zh: "查看通知发送记录", en: "See the deliveries of notices"))
  public static let replayDeliveries = Permission(
    "notices.replay", Phrase(zh: "重新发送通知", en: "Send notices again"))
  public static let manageWebhooks = Permission(
    "notices.manage-webhooks", Phrase(zh: "登记和停用推送地址", en: "Register and stop webhooks"))
}

extension Action {
  static let setPreferences = Action(
    "notices.set-preferences", Phrase(zh: "修改通知偏好", en: "Changed preferences of notices"))
  static let replayDelivery = Action("notices.replay", Phrase(zh: "重新发送通知", en: "Sent a notice again"))
  static let registerWebhook = Action("notices.register-webhook", Phrase(zh: "登记推送地址", en: "Registered a webhook"))
  static let renewWebhookKey = Action(
    "notices.renew-webhook-key", Phrase(zh: "更换推送签名密钥", en: "Renewed a webhook's key"))
  static let pauseWebhook = Action("notices.pause-webhook", Phrase(zh: "暂停推送地址", en: "Paused a webhook"))
  static let resumeWebhook = Action("notices.resume-webhook", Phrase(zh: "恢复推送地址", en: "Resumed a webhook"))
  static let stopWebhook = Action(
    "notices.stop-webhook", Phrase(zh: "推送多次失败，自动停用", en: "Stopped a webhook after many failures"))
  static let tryWebhook = Action("notices.try-webhook", Phrase(zh: "试推送", en: "Tried a webhook"))
}

extension NoticeKind {
  static let webhookTrial = NoticeKind("notices.webhook-trial", Phrase(zh: "试推送", en: "Trial of a webhook"))
  static let webhookStopped = NoticeKind(
    "notices.webhook-stopped", Phrase(zh: "推送地址停用", en: "A webhook was stopped"))
}

/// The kinds of notice of this mechanism itself.
public let noticeNoticeKinds: [NoticeKind] = [.webhookTrial, .webhookStopped]

extension ID<Notice> {
  /// The notice as the journal names it.
  public var subject: Subject { Subject(table: "notices", number: number) }
}

extension ID<WebhookEndpoint> {
  /// The program's address as the journal names it.
  public var subject: Subject { Subject(table: "webhook_endpoints", number: number) }
}
