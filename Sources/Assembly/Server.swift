import CorpusStore
import FiguresStore
import Hummingbird
import HummingbirdCore
import JobsStore
import Kernel
public import Logging
import Metrics
import NIOCore
import NoticesStore
import PatentsStore
import ServiceLifecycle
import Storage
import UnixSignals
public import Web

/// A running zone: the portal, the jobs, the figures and the search index, until SIGTERM or SIGINT.
///
/// Then no new request is taken, those in hand are answered unless they take longer than twenty seconds, and a job's
/// batch in hand is written; the job goes on at the next start.
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
    let stopping = StopFlag()
    // Of its own: services end one after the other, and none may end before it is told to.
    let leaving = StopFlag()
    let courier = NoticeCourier(of: zone, settings: settings, log: log, stopping: leaving)
    var services: [any Service] = [
      JobService(runner: runner(stopping), stopping: stopping), MonthEndService(figures: zone.figures, log: log),
      IndexService(corpus: zone.corpus), AlertService(queries: zone.savedQueries, log: log),
      ClockService(matters: zone.matters, learning: zone.learning, portfolios: zone.portfolios, log: log),
      CourierService(courier: courier, stopping: leaving), application,
    ]
    if settings.metricsPort != 0 { services.append(metricsServer(health)) }
    var configuration = ServiceGroupConfiguration(
      services: services.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint],
      logger: quiet(log))
    configuration.maximumGracefulShutdownDuration = Self.longestEnd
    try await ServiceGroup(configuration: configuration).run()
  }

  /// Then requests still in hand are broken off: a client that stops in the middle of one must not keep the server up.
  private static let longestEnd = Duration.seconds(20)

  private func runner(_ stopping: StopFlag) -> JobRunner {
    let patents = zone.patents
    return JobRunner(
      database: zone.database, world: zone.world,
      workers: patents.workers, log: log, stopping: stopping)
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

/// The job queue as a service: a graceful shutdown ends it behind the batch in hand.
private struct JobService: Service {
  let runner: JobRunner
  let stopping: StopFlag

  func run() async throws {
    await withGracefulShutdownHandler {
      await runner.run()
    } onGracefulShutdown: {
      stopping.raise()
    }
  }
}

/// Month-ends of the figures are computed beside the requests, so that nobody waits for them.
private struct MonthEndService: Service {
  let figures: FigureDesk
  let log: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      await figures.keepMonthEnds { code, error in
        log.error(
          "The month-ends of a figure could not be computed",
          metadata: ["figure.code": "\(code)", "error": "\(String(reflecting: error))"])
      }
    }
  }
}

/// The search index is kept behind the register beside the requests.
private struct IndexService: Service {
  let corpus: CorpusDesk

  init(corpus: CorpusDesk) {
    self.corpus = corpus
    // The first request may come before the first look at the register.
    corpus.expectFollower()
  }

  func run() async throws {
    await cancelWhenGracefulShutdown { await corpus.follow() }
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
