public import Kernel

/// How somebody wants to get notices, beside the portal, where all of them are.
public struct NoticePreferences: Equatable, Sendable {
  /// Which language comes first in an e-mail; it always has both.
  public var language: Language
  /// Nil where e-mail may come at any hour.
  public var quiet: QuietHours?
  /// By the code of the kind; what is not chosen is as ``ChannelChoice/usual``.
  public var choices: [String: ChannelChoice]

  public init(language: Language = .zh, quiet: QuietHours? = .usual, choices: [String: ChannelChoice] = [:]) {
    self.language = language
    self.quiet = quiet
    self.choices = choices
  }

  public func wants(_ channel: NoticeChannel, for kind: NoticeKind) -> Bool {
    let choice = choices[kind.code] ?? .usual
    switch channel {
    case .email: return choice.email || kind.isStatutory
    case .webhook: return choice.webhook
    }
  }
}

/// The ways on which a notice leaves the portal.
public enum NoticeChannel: String, CaseIterable, Sendable {
  case email, webhook

  public var phrase: Phrase {
    switch self {
    case .email: Phrase(zh: "电子邮件", en: "E-mail")
    case .webhook: Phrase(zh: "系统推送", en: "Webhook")
    }
  }
}

/// What somebody chose for one kind of notice.
public struct ChannelChoice: Hashable, Sendable {
  public var email: Bool
  public var webhook: Bool

  /// Both: who gives an address or registers a program wants to be reached there.
  public static let usual = ChannelChoice(email: true, webhook: true)

  public init(email: Bool, webhook: Bool) {
    self.email = email
    self.webhook = webhook
  }
}
