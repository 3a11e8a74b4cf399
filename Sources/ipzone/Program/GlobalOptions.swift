import ArgumentParser
import Kernel
import Logging

/// What every command understands.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: .both(
      zh: "数据目录（默认 ./.zone，或环境变量 IPZONE_DATA）", en: "Data directory (default ./.zone, or IPZONE_DATA)",
      value: "DIR"), completion: .directory)
  var data: String?

  @Option(
    help: .both(
      zh: "PostgreSQL 地址 postgres://…（或 IPZONE_DATABASE）；不给则用数据目录中的 SQLite",
      en: "PostgreSQL address postgres://… (or IPZONE_DATABASE); without it, SQLite in the data directory",
      value: "URL"))
  var database: String?

  @Option(help: .both(zh: "语言：zh 或 en（默认随 LANG）", en: "Language: zh or en (default by LANG)", value: "zh|en"))
  var lang: LanguageOption?

  @Flag(help: .both(zh: "标准输出的最后一行为一个 JSON 对象", en: "The last line of standard output is one JSON object"))
  var json = false

  @Option(
    help: .both(
      zh: "日志级别：trace、debug、info、notice、warning、error、critical",
      en: "Log level: trace, debug, info, notice, warning, error, critical", value: "LEVEL"))
  var logLevel: LogLevelOption?
}

/// The languages as the command line names them.
enum LanguageOption: String, ExpressibleByArgument, CaseIterable {
  case zh, en

  var language: Language {
    switch self {
    case .zh: .zh
    case .en: .en
    }
  }
}

/// The levels of swift-log as the command line names them.
enum LogLevelOption: String, ExpressibleByArgument, CaseIterable {
  case trace, debug, info, notice, warning, error, critical

  var level: Logger.Level { Logger.Level(rawValue: rawValue) ?? .info }
}
