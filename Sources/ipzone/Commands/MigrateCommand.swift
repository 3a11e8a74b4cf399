import ArgumentParser
import Assembly
import Kernel
import Storage

/// `ipzone migrate`.
struct MigrateCommand: ZoneCommand {
  static let configuration = CommandConfiguration(
    "migrate", zh: "建立数据库，或更新到本版本的结构", en: "Create the database, or bring its schema up to date")

  @OptionGroup var options: GlobalOptions

  @Flag(
    help: .both(
      zh: "zone.key 遗失后换用新密钥；各账号须重新绑定动态验证码",
      en: "Use a new key where zone.key is lost; second factors must be set up again"))
  var newKey = false

  func perform(_ surroundings: Surroundings) async throws -> Outcome {
    try await surroundings.withZone(.creating, withNewKey: newKey) { zone in
      let pending = try await Migration.pending(Schema.migrations, in: zone.database)
      let count = Schema.migrations.count
      return Outcome(
        [
          "migrations": JSONLine(count), "pending": JSONLine(pending.count),
          "demonstration": .bool(zone.record.isDemonstration),
        ],
        Phrase(zh: "数据库结构为最新（共 \(count) 步）", en: "The schema is up to date (\(count) steps)"))
    }
  }
}
