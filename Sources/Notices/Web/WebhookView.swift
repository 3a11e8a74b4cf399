import Access
import Kernel
import Markup
import Notices
import NoticesStore
import Web

private let trail = [Crumb(NoticeTrail.webhooks, NoticePath.webhooks)]

func webhooksPage(_ endpoints: [WebhookEndpoint], older: Link?) -> Page {
  Page(
    NoticeTrail.webhooks,
    """
    <p class="lead">\(Phrase(
      zh: "单位自己的系统可以收到其账号的通知：每条通知是一个带签名的 HTTPS 请求。只有系统管理员可以登记。",
      en: "An organisation’s own program can get the notices of its account: each is a signed HTTPS request. Only the system administrator registers them."))</p>
    <p class="actions">\(linkButton(Phrase(zh: "登记推送地址", en: "Register a webhook"), to: NoticePath.newWebhook, .main))</p>
    \(endpoints.isEmpty ? nothing : webhookTable(endpoints))
    \(pager(newer: nil, older: older))
    """)
}

private let nothing = emptyState(
  Phrase(zh: "还没有推送地址", en: "No webhooks yet"),
  Phrase(zh: "登记后，该账号的通知会同时推送过去", en: "Once registered, a program gets the notices of its account, too"))

private func webhookTable(_ endpoints: [WebhookEndpoint]) -> HTML {
  table(
    NoticeTrail.webhooks,
    columns: [
      Column(Phrase(zh: "名称", en: "Name"), .name), Column(Phrase(zh: "地址", en: "Address"), .code),
      Column(Phrase(zh: "状态", en: "Stage")), Column(Phrase(zh: "登记时间", en: "Registered"), .code),
    ],
    rows: endpoints.map { endpoint in
      [
        "<a href=\"\(NoticePath.webhook(endpoint.id))\">\(marked(endpoint.title))</a>", "\(endpoint.address.origin)",
        badge(endpoint.stage.phrase, endpoint.stage.tone), "\(Instant(endpoint.createdAt))",
      ]
    })
}

func webhookPage(_ file: WebhookFile, mayReadDeliveries: Bool) -> Page {
  let endpoint = file.endpoint
  let seen = [("revision", "\(endpoint.revision)")]
  let switchButton =
    endpoint.stage == .active
    ? postButton(Phrase(zh: "暂停", en: "Pause"), to: NoticePath.pause(endpoint.id), .grave, fields: seen)
    : postButton(Phrase(zh: "恢复", en: "Resume"), to: NoticePath.resume(endpoint.id), fields: seen)
  let log = NoticePath.deliveries(DeliveryFilter(endpoint: endpoint.id))
  return Page(
    .text(endpoint.title, lang: .zh), trail: trail,
    """
    \(definitions([
      (Phrase(zh: "地址", en: "Address"), "<span translate=\"no\">\(endpoint.address.description)</span>"),
      (Phrase(zh: "账号", en: "Account"), file.ownerName.map { marked($0) } ?? .notKnown),
      (Phrase(zh: "状态", en: "Stage"), badge(endpoint.stage.phrase, endpoint.stage.tone)),
      (Phrase(zh: "连续失败", en: "Failures in a row"), "\(file.failures)"),
      (Phrase(zh: "登记时间", en: "Registered"), "\(Instant(endpoint.createdAt))"),
    ]))
    <div class="actions">\(if: endpoint.stage == .active, postButton(Phrase(zh: "试推送", en: "Send a trial"), to: NoticePath.trial(endpoint.id)))\
    \(switchButton)\(postButton(Phrase(zh: "更换密钥", en: "Renew the key"), to: NoticePath.key(endpoint.id), .grave))</div>
    \(if: mayReadDeliveries, "<p><a href=\"\(log)\">\(Phrase(zh: "发送记录", en: "Its deliveries"))</a></p>")
    \(signatureHelp)
    """)
}

func newWebhookPage(_ state: FormState) -> Page {
  let title = Phrase(zh: "登记推送地址", en: "Register a webhook")
  return Page(
    title, trail: trail,
    state.form(
      to: NoticePath.newWebhook, submit: title,
      """
      \(state.field("title", Phrase(zh: "名称", en: "Name"), need: .required))\
      \(state.field(
        "address", Phrase(zh: "地址", en: "Address"), need: .required,
        help: Phrase(
          zh: "以 https:// 开头，证书有效；不得指向内部网络", en: "Begins with https://, with a valid certificate; not in an internal network")))\
      \(state.field(
        "owner", Phrase(zh: "账号的登录名", en: "Sign-in name of the account"), need: .required,
        help: Phrase(zh: "该账号的通知会推送到这个地址", en: "Its notices go to this address")))
      """))
}

/// The key, shown this once.
func webhookKeyPage(_ id: ID<WebhookEndpoint>, _ key: Secret) -> Page {
  Page(
    Phrase(zh: "签名密钥", en: "The key of the webhook"), trail: trail,
    """
    \(notice(
      .warning, Phrase(zh: "只显示这一次，请立即保存到接收系统", en: "It is shown this once; please put it into the program now"),
      "<p>\(copyable(key.text))</p>"))
    \(signatureHelp)
    <p class="actions">\(linkButton(Phrase(zh: "查看推送地址", en: "See the webhook"), to: NoticePath.webhook(id)))</p>
    """)
}

private let signatureHelp: HTML = """
  <h2>\(Phrase(zh: "接收方如何核验", en: "How the program checks a request"))</h2>
  <p>\(Phrase(
    zh: "请求头 IPZone-Signature 形如 t=时间,v1=签名。以密钥对“时间.正文”计算 HMAC-SHA256（十六进制），应与签名相同；时间与现在相差过大的应拒绝。",
    en: "The header IPZone-Signature reads t=time,v1=signature. HMAC-SHA256 (hexadecimal) with the key over “time.body” must equal the signature; refuse a time far from now."))</p>
  <p>\(Phrase(
    zh: "同一条通知可能到达不止一次：正文中的 id 相同，重发的带有 IPZone-Repeated: yes。请按 id 只处理一次，并以 2xx 答复；其他答复会在一分钟到六小时的间隔后重试。",
    en: "A notice may arrive more than once: the id in the body is the same, and a repetition carries IPZone-Repeated: yes. Handle each id once and answer 2xx; anything else is tried again after a minute, up to six hours."))</p>
  """

extension EndpointStage {
  var tone: Tone {
    switch self {
    case .active: .success
    case .paused: .neutral
    case .broken: .error
    }
  }
}
