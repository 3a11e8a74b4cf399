import ArgumentParser
import Kernel

/// The root of all commands.
struct IPZone: ParsableCommand {
  static let configuration = CommandConfiguration(
    "ipzone", zh: "知识产权服务业高质量集聚发展试验区的服务平台",
    en: "The platform of a pilot zone for high-quality intellectual-property services",
    more: Phrase(
      zh: """
        退出码：0 完成（有行被退回也是，除非 --strict）；1 被拒绝或核验未通过；2 用法有误。
        """,
      en: """
        Exit codes: 0 done (also when rows were rejected, unless --strict); 1 refused, or a check failed; 2 wrong usage.
        """),
    subcommands: [
      ServeCommand.self, MigrateCommand.self, ImportCommand.self, WithdrawCommand.self, ReorderCommand.self,
      SeedCommand.self,
      ExportCommand.self, SearchCommand.self, IndexCommand.self, FiguresCommand.self, VerifyCommand.self,
      BackupCommand.self, RestoreCommand.self,
      DoctorCommand.self,
      UserCommand.self, RoutesCommand.self, RecordsCommand.self, HighValueCommand.self,
    ])
}
