public import Access
public import Delivery
import Kernel
import NoticesStore

/// How notices leave the house; without a server for e-mail they stay in the portal.
public struct PostSettings: Equatable, Sendable {
  public var host: String?
  public var port: Int?
  public var security = MailSecurity.startTLS
  public var user: String?
  /// Best given in the environment, as `IPZONE_SMTP_PASSWORD`.
  public var password: Secret?
  public var from: String?
  /// A file of certificates to trust instead of the system's.
  public var authorities: String?
  /// Whether webhooks may lead into the network of the zone itself.
  public var mayReachPrivate = false
  /// Whether `http` to this machine is taken for webhooks: for tests.
  public var isPlainAllowed = false

  public init() {}

  /// Nil while host or sender is missing: then no e-mail is sent.
  var mailServer: MailServer? {
    guard let host, let from else { return nil }
    return MailServer(
      host: host, port: port, security: security, user: user, password: password, from: from, authorities: authorities)
  }

  /// As administrators may see it.
  var mailRoute: MailRoute? {
    mailServer.map { MailRoute(server: "\($0.host):\($0.port) (\($0.security.rawValue))", from: $0.from) }
  }

  var webhooks: WebhookPolicy {
    WebhookPolicy(mayReachPrivate: mayReachPrivate, isPlainAllowed: isPlainAllowed, authorities: authorities)
  }
}
