import ArgumentParser
import Assembly
import Kernel

/// `ipzone backup`.
struct BackupCommand: ZoneCommand {
  static let configuration = CommandConfiguration(
    "backup", zh: "备份整个试验区到一个文件，服务可照常运行", en: "Back up the whole zone into one file, while it is at work",
    more: Phrase(
      zh: "备份可恢复到 SQLite 或 PostgreSQL。没有 zone.key 便读不出第二因素，请另行妥善保管。",
      en:
        "A backup can be restored into SQLite or PostgreSQL. Second factors cannot be read without zone.key: keep it elsewhere, and safe."
    ))

  @OptionGroup var options: GlobalOptions

  @Flag(help: .both(zh: "连同 zone.key 一起备份", en: "Put zone.key into the archive"))
  var withKey = false

  @Argument(help: .both(zh: "备份文件", en: "The file to write", value: "FILE"), completion: .file())
  var file: String

  func perform(_ surroundings: Surroundings) async throws -> Outcome {
    try await surroundings.withZone(.existing) { zone in
      let summary = try await Backup(of: zone).write(to: file, key: withKey ? .withKey : .withoutKey)
      return Outcome(
        summary.json,
        Phrase(
          zh: "已备份 \(summary.rows) 行、\(summary.files) 个文件，链首 \(summary.head)",
          en: "Backed up \(summary.rows) rows and \(summary.files) files; head \(summary.head)"))
    }
  }
}

/// `ipzone restore`.
struct RestoreCommand: ZoneCommand {
  static let configuration = CommandConfiguration(
    "restore", zh: "把备份恢复到空的位置", en: "Restore a backup into an empty place",
    more: Phrase(
      zh: "先校验备份，再写入，最后核验留痕；任何一步不成则恢复为空。",
      en: "The archive is verified first and the journal last; if anything fails the place is left empty."))

  @OptionGroup var options: GlobalOptions

  @Argument(help: .both(zh: "备份文件", en: "The backup", value: "FILE"), completion: .file())
  var file: String

  func perform(_ surroundings: Surroundings) async throws -> Outcome {
    let restore = Restore(into: try surroundings.place(), log: try surroundings.log())
    let summary = try await restore.perform(from: file) { World.live(node: $0) }
    if !summary.hasKey {
      surroundings.console.note(
        Phrase(
          zh: "备份中没有 zone.key：启动前请把原来的 zone.key 放回数据目录；确已遗失的，运行 ipzone migrate --new-key，各账号重新绑定动态验证码",
          en:
            "The backup has no zone.key: before starting, put the old one into the data directory; if it is lost, run ipzone migrate --new-key, and second factors are set up again"
        ))
    }
    return Outcome(
      summary.json,
      Phrase(
        zh: "已恢复 \(summary.rows) 行、\(summary.files) 个文件，留痕完好，链首 \(summary.head)",
        en: "Restored \(summary.rows) rows and \(summary.files) files; the journal is intact, head \(summary.head)"))
  }
}

extension Backup.Summary {
  fileprivate var json: JSONLine {
    [
      "rows": JSONLine(rows), "tables": JSONLine(tables), "files": JSONLine(files), "head": JSONLine(head),
      "key": .bool(hasKey),
    ]
  }
}
