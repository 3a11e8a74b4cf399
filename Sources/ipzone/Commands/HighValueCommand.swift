import ArgumentParser
import Assembly
import Foundation
import HighValue
import HighValueStore
import Kernel

/// `ipzone high-value …`.
struct HighValueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "high-value", zh: "高价值发明专利", en: "High-value invention patents",
    subcommands: [ImportIndustriesCommand.self])
}

/// `ipzone high-value import-table`.
struct ImportIndustriesCommand: ZoneCommand {
  static let configuration = CommandConfiguration(
    "import-table", zh: "导入战略性新兴产业与 IPC 参照关系表", en: "Import the table of strategic emerging industries and the IPC",
    more: Phrase(
      zh: "XLSX、CSV 或 DOCX，按列名识别。整表导入，有读不懂的行时列出并拒绝。",
      en:
        "XLSX, CSV or DOCX; columns are known by their headers. It is taken whole, or refused with the rows that cannot be read."
    ))

  @OptionGroup var options: GlobalOptions

  @Flag(help: .both(zh: "只核对，不写入", en: "Check it only, write nothing"))
  var dryRun = false

  @Option(help: .both(zh: "参照表名称", en: "What the table is called", value: "NAME"))
  var name: String

  @Option(help: .both(zh: "来源：发文单位、文号、日期", en: "Its source: issuer, number and date", value: "SOURCE"))
  var source: String

  @Option(help: .both(zh: "自何日起适用，如 2021-02-07", en: "The day from which it holds, such as 2021-02-07", value: "DAY"))
  var from: String

  @Argument(help: .both(zh: "表格文件", en: "The table", value: "FILE"), completion: .file())
  var file: String

  func perform(_ surroundings: Surroundings) async throws -> Outcome {
    guard let from = Day(from) else { throw CommandRefusal.notADay(from) }
    return try await surroundings.withZone(.existing) { zone in
      let table = try SEITableFile(path: file)
      for fault in table.faults {
        surroundings.console.note(
          Phrase(
            zh: "第 \(fault.number) 行：\(fault.fault.phrase.zh)", en: "row \(fault.number): \(fault.fault.phrase.en)"))
      }
      if !dryRun {
        let draft = SEITableDraft(
          name: name, source: source, from: from, fileName: URL(fileURLWithPath: file).lastPathComponent,
          fileHash: try SEITableFile.hash(path: file))
        try await zone.highValue.take(table, draft, by: zone.console)
      }
      let counts = Phrase(
        zh: "\(table.lines.count) 行，读不懂 \(table.faults.count) 行",
        en: "\(table.lines.count) rows, \(table.faults.count) that cannot be read")
      return Outcome(
        [
          "dryRun": .bool(dryRun), "rows": JSONLine(table.lines.count), "faults": JSONLine(table.faults.count),
        ], dryRun ? Phrase(zh: "核对（未写入）：\(counts.zh)", en: "Checked, nothing written: \(counts.en)") : counts,
        status: table.faults.isEmpty ? .done : .refused)
    }
  }
}
