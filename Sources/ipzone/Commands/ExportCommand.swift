import ArgumentParser
import Assembly
import Foundation
import Kernel
import PatentsStore

/// `ipzone export`.
struct ExportCommand: ZoneCommand {
  static let configuration = CommandConfiguration(
    "export", zh: "导出专利登记库（JSON 行）", en: "Export the patent register as JSON lines",
    more: Phrase(
      zh: "内容相同的两个库导出的字节相同。", en: "Two registers with the same content give the same bytes."))

  @OptionGroup var options: GlobalOptions

  @Option(
    help: .both(zh: "写入文件而不是标准输出", en: "Write to a file instead of standard output", value: "FILE"),
    completion: .file())
  var to: String?

  func perform(_ surroundings: Surroundings) async throws -> Outcome {
    try await surroundings.withZone(.existing) { zone in
      let sink = try LineSink(to)
      let counts = try await zone.patents.export(by: zone.console) { try sink.write($0) }
      try sink.finish()
      let phrase = Phrase(
        zh: "已导出专利 \(counts.patents) 件", en: "Exported \(counts.patents) patents")
      if to == nil, !surroundings.console.isJSON { surroundings.console.note(phrase) }
      return Outcome(
        [
          "patents": JSONLine(counts.patents), "sources": JSONLine(counts.sources), "notes": JSONLine(counts.notes),
        ], to == nil ? nil : phrase)
    }
  }
}
