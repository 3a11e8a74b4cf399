import Hummingbird
import HummingbirdCore
import JobsStore
public import Logging
import Metrics
import NIOCore
import PatentsStore
import ServiceLifecycle
import Storage
import UnixSignals
public import Web

/// A running zone: the portal, the jobs and the figures, until SIGTERM or SIGINT.
///
/// Then no new request is taken, those in hand are answered unless they take longer than twenty seconds, and the batch
/// in hand of a job is undone, to be done again at the next start.
public struct Server: Sendable {
  private let zone: Zone
  private let portal: PortalResponder
  private let settings: Settings
  private let metrics: MetricsRegistry
  private let log: Logger

  public init(
    _ zone: Zone, portal: PortalResponder, settings: Settings, metrics: MetricsRegistry, log: Logger
  ) {
    self.zone = zone
    self.portal = portal
    self.settings = settings
    self.metrics = metrics
    self.log = log
  }

  /// Returns when everything has ended.
  ///
  /// - Parameter ready: called once when the portal listens.
  public func run(ready: @escaping @Sendable () -> Void) async throws {
    let health = Health(of: zone)
    let application = Application(
      responder: ServerProbes(before: portal, health: health, settings: settings), server: .patient,
      configuration: ApplicationConfiguration(
        address: .hostname(settings.host, port: settings.port), serverName: "ipzone"),
      onServerRunning: { _ in ready() }, logger: quiet(log))
    var services: [any Service] = [JobService(runner: runner, log: log), application]
    if settings.metricsPort != 0 { services.append(metricsServer(health)) }
    var configuration = ServiceGroupConfiguration(
      services: services.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint],
      logger: quiet(log))
    configuration.maximumGracefulShutdownDuration = Self.longestEnd
    try await ServiceGroup(configuration: configuration).run()
  }

  /// Then requests still in hand are broken off: a client that stops in the middle of one must not keep the server up.
  private static let longestEnd = Duration.seconds(20)

  private var runner: JobRunner {
    let patents = zone.patents
    return JobRunner(
      database: zone.database, world: zone.world,
      workers: [PatentDesk.importJob: { job, report in try await patents.carryOut(job, report: report) }], log: log)
  }

  private func metricsServer(_ health: Health) -> any Service {
    Application(
      responder: MetricsResponder(metrics: metrics, health: health), server: .patient,
      configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: settings.metricsPort)),
      logger: quiet(log))
  }

  /// The frameworks tell of every connection; only what somebody must act upon is wanted of them.
  private func quiet(_ log: Logger) -> Logger {
    var log = log
    log.logLevel = max(log.logLevel, .info)
    return log
  }
}

extension HTTPServerBuilder {
  /// Hangs up on a client that says nothing for a minute and a half, more than a proxy keeps a connection in store.
  fileprivate static var patient: HTTPServerBuilder { .http1(configuration: .init(idleTimeout: .seconds(90))) }
}

/// The job queue as a service: a graceful shutdown ends it; the batch in hand is undone and comes again.
private struct JobService: Service {
  let runner: JobRunner
  let log: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown { await runner.run() }
  }
}

/// What the port for figures answers.
struct MetricsResponder: HTTPResponder {
  typealias Context = BasicRequestContext
  let metrics: MetricsRegistry
  let health: Health

  func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
    if let answer = await ServerAnswer.probe(request, health) { return answer }
    guard request.uri.path == "/metrics" else { return ServerAnswer.text("not found\n", status: .notFound) }
    return ServerAnswer.text(metrics.text(), type: "text/plain; version=0.0.4; charset=utf-8")
  }
}
