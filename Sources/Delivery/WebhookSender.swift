import CCurl

/// Posts JSON to the programs of others.
public struct WebhookSender: Sendable {
  private let policy: WebhookPolicy

  public init(_ policy: WebhookPolicy = WebhookPolicy()) { self.policy = policy }

  /// Blocks a thread of its own, not the caller's.
  ///
  /// No redirect is followed, and what the other side answers is not read.
  ///
  /// - Parameter headers: names and values of plain ASCII on one line.
  public func post(_ body: [UInt8], to address: String, headers: [(name: String, value: String)]) async
    -> DeliveryOutcome
  {
    await onThread { [self] in deliver(body, to: address, headers) }
  }

  private func deliver(_ body: [UInt8], to address: String, _ headers: [(name: String, value: String)])
    -> DeliveryOutcome
  {
    guard let exchange = CurlExchange() else { return .unreachable(code: "no-memory") }
    exchange.prepare(protocols: policy.isPlainAllowed ? "https,http" : "https", seconds: policy.seconds)
    if !policy.mayReachPrivate { exchange.refusePrivateAddresses() }
    exchange.set(CURLOPT_URL, address)
    if let authorities = policy.authorities { exchange.set(CURLOPT_CAINFO, authorities) }
    exchange.set(CURLOPT_POST, 1)
    exchange.set(CURLOPT_POSTFIELDSIZE, body.count)
    // No "Expect: 100-continue": it costs a second at servers that do not know it.
    exchange.set(
      CURLOPT_HTTPHEADER,
      list: ["Content-Type: application/json; charset=utf-8", "Expect:"] + headers.map { "\($0.name): \($0.value)" })
    exchange.set(CURLOPT_USERAGENT, "ipzone")
    exchange.send(body)
    let code = exchange.perform()
    if exchange.hasRefusedAddress { return .refused(code: "private-address") }
    let answer = exchange.answer
    switch answer {
    case 200..<300: return .arrived(code: "http \(answer)")
    // Gone: the program says that it wants no more.
    case 410: return .refused(code: "http 410")
    case 100...: return .unreachable(code: "http \(answer)")
    default:
      return exchange.hasSentAll && !body.isEmpty
        ? .unknown(code: CurlFault.name(of: code)) : .unreachable(code: CurlFault.name(of: code))
    }
  }
}

/// Where webhooks may go.
public struct WebhookPolicy: Equatable, Sendable {
  /// Whether addresses of the zone's own network are taken, too.
  public var mayReachPrivate: Bool
  /// Whether `http` is taken: for tests.
  public var isPlainAllowed: Bool
  /// Certificates to trust instead of the system's; nil for the system's.
  public var authorities: String?
  /// For the whole of one request.
  public var seconds: Int

  public init(
    mayReachPrivate: Bool = false, isPlainAllowed: Bool = false, authorities: String? = nil, seconds: Int = 15
  ) {
    self.mayReachPrivate = mayReachPrivate
    self.isPlainAllowed = isPlainAllowed
    self.authorities = authorities
    self.seconds = seconds
  }
}
