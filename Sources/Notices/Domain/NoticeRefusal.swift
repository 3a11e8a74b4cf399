public import Kernel

public enum NoticeRefusal: Refusal, Equatable {
  case unknown(ID<Notice>)
  case unknownDelivery(ID<NoticeDelivery>)
  case unknownEndpoint(ID<WebhookEndpoint>)
  case notNow(DeliveryStep, in: DeliveryStage)
  case badAddress
  case badQuietHours
  case badEndpointAddress
  case titleMissing
  case titleTooLong(limit: Int)
  case ownerUnknown
  case reasonMissing

  public var kind: RefusalKind {
    switch self {
    case .unknown, .unknownDelivery, .unknownEndpoint: .missing
    case .notNow: .conflict
    case .badAddress, .badQuietHours, .badEndpointAddress, .titleMissing, .titleTooLong, .ownerUnknown,
      .reasonMissing:
      .invalid
    }
  }

  public var code: String {
    switch self {
    case .unknown: "notices.unknown"
    case .unknownDelivery: "notices.unknown-delivery"
    case .unknownEndpoint: "notices.unknown-endpoint"
    case .notNow: "notices.not-now"
    case .badAddress: "notices.bad-address"
    case .badQuietHours: "notices.bad-quiet-hours"
    case .badEndpointAddress: "notices.bad-endpoint-address"
    case .titleMissing: "notices.title-missing"
    case .titleTooLong: "notices.title-too-long"
    case .ownerUnknown: "notices.owner-unknown"
    case .reasonMissing: "notices.reason-missing"
    }
  }

  public var field: String? {
    switch self {
    case .badQuietHours: "quiet-from"
    case .badEndpointAddress: "address"
    case .titleMissing, .titleTooLong: "title"
    case .ownerUnknown: "owner"
    case .reasonMissing: "reason"
    case .unknown, .unknownDelivery, .unknownEndpoint, .notNow, .badAddress: nil
    }
  }

  public var phrase: Phrase {
    switch self {
    case .unknown: Phrase(zh: "没有这条通知", en: "There is no such notice")
    case .unknownDelivery: Phrase(zh: "没有这条发送记录", en: "There is no such delivery")
    case .unknownEndpoint: Phrase(zh: "没有这个推送地址", en: "There is no such webhook")
    case .notNow(_, let stage):
      Phrase(
        zh: "这条发送记录现为“\(stage.phrase.zh)”，不能这样做；请刷新页面",
        en: "The delivery is “\(stage.phrase.en)” now, so this cannot be done; please reload the page")
    case .badAddress:
      Phrase(zh: "请填写形如 name@example.cn 的电子邮箱", en: "Please give an e-mail address such as name@example.cn")
    case .badQuietHours:
      Phrase(
        zh: "免打扰时段的起止须为不同的时间，如 22:00 至 07:00",
        en: "Quiet hours begin and end at different times, such as 22:00 to 07:00")
    case .badEndpointAddress:
      Phrase(
        zh: "地址须以 https:// 开头，不含用户名、密码和空格，如 https://oa.example.cn/notices",
        en:
          "The address begins with https:// and has no user name, password or blank, such as https://oa.example.cn/notices"
      )
    case .titleMissing: Phrase(zh: "请填写名称", en: "Please give a name")
    case .titleTooLong(let limit): Phrase(zh: "名称不超过 \(limit) 字", en: "A name has at most \(limit) characters")
    case .ownerUnknown:
      Phrase(zh: "没有这个登录名的启用账号，请核对", en: "No active account has this sign-in name; please check it")
    case .reasonMissing: Phrase(zh: "请填写理由，将记入留痕", en: "Please give a reason; it goes into the journal")
    }
  }
}
