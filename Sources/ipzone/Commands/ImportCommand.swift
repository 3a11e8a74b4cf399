import ArgumentParser
import Assembly
import Foundation
import Kernel
import Patents
import PatentsStore

/// `ipzone import`.
struct ImportCommand: ZoneCommand {
  static let configuration = CommandConfiguration(
    "import", zh: "导入专利文件", en: "Import files of patents",
    more: Phrase(
      zh: """
        格式按内容识别，也可读 .gz。文件夹逐层读取，无法识别的文件会列出。同一文件再次导入不会改变任何记录。
        Ctrl-C 在当前一批写完后停止；再次运行同一命令即可继续。
        """,
      en: """
        The format is told by content; .gz is read too. Folders are read with all below them; files that are not
        recognised are listed. The same file again changes nothing.
        Ctrl-C stops after the batch in hand; the same command goes on from there.
        """))

  @OptionGroup var options: GlobalOptions

  @Flag(help: .both(zh: "只预览，不写入", en: "Say what would happen, write nothing"))
  var dryRun = false

  @Flag(help: .both(zh: "有退回的行或无法识别的文件时退出码为 1", en: "Exit code 1 if a row was rejected or a file not recognised"))
  var strict = false

  @Option(
    help: .both(
      zh: "把退回与修正的每一行写入 CSV", en: "Write every rejected and repaired row to a CSV file", value: "FILE.csv"),
    completion: .file())
  var report: String?

  @Option(
    help: .both(
      zh: "按这一名字的列对应读取各列", en: "Read the columns by the mapping of this name", value: "NAME"))
  var mapping: String?

  @Argument(help: .both(zh: "文件或文件夹", en: "Files or folders", value: "FILE"), completion: .file())
  var file: [String]

  func perform(_ surroundings: Surroundings) async throws -> Outcome {
    let found = try ImportFiles(file)
    if dryRun, try !surroundings.hasZone { return try await previewInEmptyZone(found, surroundings) }
    return try await surroundings.withZone(.creating) { zone in
      let run = importRun(in: zone, surroundings)
      return try await dryRun ? run.preview(found) : run.perform(found)
    }
  }

  /// Where there is no zone yet, none is made for a preview: it is held against an empty one that goes again.
  private func previewInEmptyZone(_ found: ImportFiles, _ surroundings: Surroundings) async throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "ipzone-preview-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let zone = try await Zone.open(
      ZonePlace(directory: folder.path), world: { World.live(node: $0) }, log: try surroundings.log())
    return try await surroundings.closing(zone) {
      try await importRun(in: zone, surroundings).preview(found)
    }
  }

  private func importRun(in zone: Zone, _ surroundings: Surroundings) -> ImportRun {
    ImportRun(zone: zone, console: surroundings.console, isStrict: strict, report: report, mapping: mapping)
  }
}
