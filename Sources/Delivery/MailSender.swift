import Access
import CCurl

/// Hands mails to one server.
public struct MailSender: Sendable {
  private let server: MailServer
  /// For the whole of one mail.
  private let seconds: Int

  public init(_ server: MailServer, seconds: Int = 40) {
    self.server = server
    self.seconds = seconds
  }

  /// Blocks a thread of its own, not the caller's.
  public func send(_ mail: Mail) async -> DeliveryOutcome {
    await onThread { [self] in deliver(mail) }
  }

  private func deliver(_ mail: Mail) -> DeliveryOutcome {
    guard let exchange = CurlExchange() else { return .unreachable(code: "no-memory") }
    exchange.prepare(protocols: "smtp,smtps", seconds: seconds)
    let scheme = server.security == .implicit ? "smtps" : "smtp"
    let host = server.host.contains(":") ? "[\(server.host)]" : server.host
    exchange.set(CURLOPT_URL, "\(scheme)://\(host):\(server.port)/")
    exchange.set(CURLOPT_USE_SSL, Int(server.security == .none ? CURLUSESSL_NONE.rawValue : CURLUSESSL_ALL.rawValue))
    if let authorities = server.authorities { exchange.set(CURLOPT_CAINFO, authorities) }
    if let user = server.user, let password = server.password {
      exchange.set(CURLOPT_USERNAME, user)
      exchange.set(CURLOPT_PASSWORD, password.text)
    }
    exchange.set(CURLOPT_MAIL_FROM, "<\(mail.from)>")
    exchange.set(CURLOPT_MAIL_RCPT, list: ["<\(mail.to)>"])
    exchange.set(CURLOPT_UPLOAD, 1)
    exchange.send(mail.bytes)
    return outcome(of: exchange.perform(), exchange)
  }

  private func outcome(of code: CURLcode, _ exchange: CurlExchange) -> DeliveryOutcome {
    let answer = exchange.answer
    if code == CURLE_OK { return .arrived(code: "smtp \(answer)") }
    // A name or password that the server refuses is mended by the administrator, not by dropping mails.
    if code == CURLE_LOGIN_DENIED { return .unreachable(code: "login-denied") }
    if (500..<600).contains(answer) { return .refused(code: "smtp \(answer)") }
    if (400..<500).contains(answer) { return .unreachable(code: "smtp \(answer)") }
    // 354 asks for the mail: where the connection ends after it, the mail may be there.
    if answer == 354 || exchange.hasSentAll { return .unknown(code: CurlFault.name(of: code)) }
    return .unreachable(code: CurlFault.name(of: code))
  }
}

/// What libcurl's codes are called in a log.
enum CurlFault {
  static func name(of code: CURLcode) -> String {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST: "no-such-host"
    case CURLE_COULDNT_CONNECT: "no-connection"
    case CURLE_OPERATION_TIMEDOUT: "timeout"
    case CURLE_PEER_FAILED_VERIFICATION: "certificate"
    case CURLE_SSL_CONNECT_ERROR, CURLE_USE_SSL_FAILED: "no-tls"
    case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR: "broken-off"
    default: "curl \(code.rawValue)"
    }
  }
}
