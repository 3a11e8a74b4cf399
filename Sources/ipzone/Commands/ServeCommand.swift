import Access
import AccessStore
import ArgumentParser
import Assembly
import Kernel
import Logging
import Metrics

/// `ipzone serve`.
struct ServeCommand: ZoneCommand {
  static let configuration = CommandConfiguration(
    "serve", zh: "运行服务平台", en: "Run the platform",
    more: Phrase(
      zh: "首次启动会建立系统、安全、审计三个管理员，一次性密码各显示一次。SIGTERM 或 Ctrl-C 使其答完在途请求、写完当前一批后停止。",
      en:
        "The first start creates the system, security and audit administrators and shows a one-time password for each. On SIGTERM or Ctrl-C requests in hand are answered and the batch in hand is written."
    ))

  @OptionGroup var options: GlobalOptions

  @Option(help: .both(zh: "端口（默认 8080）", en: "Port (default 8080)", value: "PORT"))
  var port: Int?

  @Option(help: .both(zh: "监听地址（默认 127.0.0.1）", en: "Address to listen on (default 127.0.0.1)", value: "HOST"))
  var host: String?

  @Option(
    help: .both(
      zh: "指标端口，只在 127.0.0.1（默认 9090，0 不开）", en: "Port for figures, on 127.0.0.1 only (default 9090; 0 for none)",
      value: "PORT"))
  var metricsPort: Int?

  func perform(_ surroundings: Surroundings) async throws -> Outcome {
    var settings = try surroundings.settings()
    if let port { settings.port = port }
    if let host { settings.host = host }
    if let metricsPort { settings.metricsPort = metricsPort }
    let (format, console) = (settings.logFormat, surroundings.console)
    let clock = World.live(node: 0)
    LoggingSystem.bootstrap { ServerLog(label: $0, format: format, now: clock.now) }
    let metrics = MetricsRegistry()
    MetricsSystem.bootstrap(metrics)
    let log = try surroundings.log(at: .info)
    try await Listening.refuseTaken(settings)
    let zone = try await Zone.open(
      try surroundings.place(), settings: settings, world: { World.live(node: $0) }, log: log)
    return try await surroundings.closing(zone) {
      TemporaryFiles.sweep(zone.place, now: zone.world.now())
      try await greet(zone, console)
      let server = Server(
        zone, portal: try ZonePortal.responder(zone, settings: settings), settings: settings, metrics: metrics, log: log
      )
      let address = "http://\(settings.host):\(settings.port)"
      try await server.run { console.say(Phrase(zh: "已在 \(address) 运行", en: "Listening on \(address)")) }
      return Outcome(["stopped": true], Phrase(zh: "已停止", en: "Stopped"))
    }
  }

  /// Of a new zone; none can do another's work.
  ///
  /// The first keeps the system running, the second lets people in, the third looks at what both did.
  private static let firstAdministrators = [
    ("admin", Role.administrator), ("security", .securityAdministrator), ("audit", .auditor),
  ]

  private func greet(_ zone: Zone, _ console: Console) async throws {
    if zone.record.isDemonstration {
      console.say(
        Phrase(
          zh: "这是示例环境，各角色的登录见 ipzone user demo-logins",
          en: "This is a demonstration zone; ipzone user demo-logins shows its logins"))
    } else if try await zone.access.isEmpty(by: zone.console) {
      for (name, role) in Self.firstAdministrators {
        let login: PrintedLogin
        do {
          login = try await zone.access.createAdministrator(name: name, role: role, by: zone.console)
        } catch AccountRefusal.nameTaken {
          // Another server of the zone started at the same moment; it shows the password.
          continue
        }
        let role = role.phrase
        console.say(
          Phrase(
            zh: "已建立\(role.zh) \(login.name)，一次性密码：\(login.password.text)（仅显示这一次）",
            en: "Created \(login.name), \(role.en); one-time password: \(login.password.text) (shown this once)"))
        guard console.isJSON else { continue }
        console.json([
          "name": JSONLine(login.name), "role": JSONLine(login.role.rawValue),
          "password": JSONLine(login.password.text),
        ])
      }
    }
  }
}
