import Access
import AccessStore
import ArgumentParser
import Assembly
import Foundation
import Kernel
import PatentFormats
import Patents

/// `ipzone seed`.
struct SeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "seed", zh: "写入示例数据", en: "Fill with sample data", subcommands: [SeedDemoCommand.self])
}

/// `ipzone seed demo`.
struct SeedDemoCommand: ZoneCommand {
  static let configuration = CommandConfiguration(
    "demo", zh: "建立示例环境：各角色的登录与示例专利", en: "Make a demonstration zone: a login for each role, and sample patents",
    more: Phrase(
      zh: "示例环境不能改为正式环境；正式环境不接受示例数据。IPZONE_SAMPLES 中的文件也会导入。",
      en:
        "A demonstration never becomes real, and a real zone takes no sample data. Files in IPZONE_SAMPLES are imported too."
    ))

  @OptionGroup var options: GlobalOptions

  @Option(
    help: .both(
      zh: "示例文件夹（默认为当前目录下的 Samples）", en: "Folder of samples (default: Samples in the working directory)",
      value: "DIR"), completion: .directory)
  var samples: String?

  @Option(
    help: .both(
      zh: "为实际规模的几倍（1 至 20）", en: "How many times the size of the real zone (1 to 20)", value: "N"))
  var scale = 1

  @Option(
    help: .both(
      zh: "示例办件至少多少件（至多 1000000）", en: "At least how many sample matters (up to 1,000,000)", value: "N"))
  var matters = 0

  func perform(_ surroundings: Surroundings) async throws -> Outcome {
    let files = try sampleFiles(surroundings)
    return try await surroundings.withZone(.creating, asDemonstration: true) { zone in
      let bar = ImportBar(console: surroundings.console, name: "Samples")
      let (logins, seeded) = try await Seed.demonstration(
        zone, files: files, scale: min(max(scale, 1), 20), matters: min(max(matters, 0), 1_000_000)
      ) { _, progress in bar.show(progress)
      }
      bar.clear()
      let rows = seeded.reduce(0) { $0 + $1.run.counts.rows }
      let phrase = Phrase(
        zh: "示例环境已就绪：\(seeded.count) 个文件，\(rows) 行",
        en: "The demonstration is ready: \(seeded.count) files, \(rows) rows")
      if surroundings.console.isJSON { surroundings.console.note(phrase) } else { surroundings.console.say(phrase) }
      return LoginSheet(logins).outcome(on: surroundings.console)
    }
  }

  private func sampleFiles(_ surroundings: Surroundings) throws -> [String] {
    let folders = samples.map { [$0] } ?? [surroundings.environment["IPZONE_SAMPLES"], "Samples"].compactMap { $0 }
    let there = folders.filter { !$0.isEmpty && FileManager.default.fileExists(atPath: $0) }
    guard !there.isEmpty else { throw CommandRefusal.noSamples }
    return try ImportFiles(there).entries.map(\.path).filter { path in
      do {
        _ = try FormatRecognition.recognise(path: path)
        return true
      } catch is any Refusal {
        return false
      }
    }
  }
}

/// Logins that are printed once: a table for people, lines of JSON for programs.
struct LoginSheet {
  private let logins: [PrintedLogin]

  init(_ logins: [PrintedLogin]) { self.logins = logins }

  /// With `--json` each login is a line of its own, the last one the command's last line.
  func outcome(on console: Console) -> Outcome {
    let lines = logins.map(json)
    if !console.isJSON { console.say(table) }
    for line in lines.dropLast() where console.isJSON { console.json(line) }
    return Outcome(lines.last ?? ["logins": 0])
  }

  private func json(_ login: PrintedLogin) -> JSONLine {
    [
      "name": JSONLine(login.name), "role": JSONLine(login.role.rawValue), "password": JSONLine(login.password.text),
      "totp": JSONLine(login.secondFactor?.text),
    ]
  }

  private var table: Phrase { Phrase(zh: text(in: .zh), en: text(in: .en)) }

  private func text(in language: Language) -> String {
    let titles = [
      Phrase(zh: "用户名", en: "Name"), Phrase(zh: "密码", en: "Password"), Phrase(zh: "角色", en: "Role"),
      Phrase(zh: "第二因素密钥", en: "Second factor"),
    ].map { $0.text(in: language) }
    let rows = logins.map {
      [$0.name, $0.password.text, $0.role.phrase.text(in: language), $0.secondFactor?.text ?? ""]
    }
    return ([titles] + rows).map { $0.joined(separator: "\t") }.joined(separator: "\n")
  }
}
