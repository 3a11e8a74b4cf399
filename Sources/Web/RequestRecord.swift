import HTTPTypes
import Hummingbird
import Logging
import Metrics

/// What is noted of a request: its door, not what stands in its address.
struct RequestRecord {
  private let route: String
  private let method: String
  private let status: Int
  private let context: PortalContext

  init(_ request: Request, _ response: Response, _ context: PortalContext, isHead: Bool) {
    route = context.endpointPath ?? "none"
    method = isHead ? "HEAD" : request.method.rawValue
    status = response.status.code
    self.context = context
  }

  func note(_ duration: Duration) {
    let dimensions = [("http.method", method), ("http.route", route), ("http.status", String(status))]
    Counter(label: "http.server.requests", dimensions: dimensions).increment()
    let nanoseconds = duration.components.seconds * 1_000_000_000 + duration.components.attoseconds / 1_000_000_000
    Metrics.Timer(label: "http.server.duration", dimensions: [("http.method", method), ("http.route", route)])
      .recordNanoseconds(nanoseconds)
    context.logger.info(
      "Answered",
      metadata: [
        "http.method": "\(method)", "http.route": "\(route)", "http.status": "\(status)",
        "duration_ms": "\(Double(nanoseconds / 10_000) / 100)",
      ])
  }
}
