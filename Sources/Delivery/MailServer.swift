public import Access

/// The server that takes the zone's e-mail (SMTP).
public struct MailServer: Equatable, Sendable {
  public var host: String
  public var port: Int
  public var security: MailSecurity
  /// Nil where the server asks for no name.
  public var user: String?
  public var password: Secret?
  /// The address that mails come from.
  public var from: String
  /// Certificates to trust instead of the system's; nil for the system's.
  public var authorities: String?

  public init(
    host: String, port: Int? = nil, security: MailSecurity = .startTLS, user: String? = nil, password: Secret? = nil,
    from: String, authorities: String? = nil
  ) {
    self.host = host
    self.port = port ?? security.port
    self.security = security
    self.user = user
    self.password = password
    self.from = from
    self.authorities = authorities
  }
}

public enum MailSecurity: String, CaseIterable, Sendable {
  /// TLS is demanded after the greeting; a server that has none is refused.
  case startTLS = "starttls"
  /// TLS from the first byte (RFC 8314).
  case implicit
  /// In clear: for a relay on this very machine.
  case none

  /// The usual port.
  public var port: Int {
    switch self {
    case .startTLS: 587
    case .implicit: 465
    case .none: 25
    }
  }
}
