import ArgumentParser
import Assembly
import Foundation
import Kernel
import Ledgers
import LedgersStore
import Synchronization

/// `ipzone records …`.
struct RecordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "records", zh: "台账", en: "The records of the ledgers",
    subcommands: [ImportRecordsCommand.self, ExportRecordsCommand.self, ListLedgersCommand.self])
}

/// `ipzone records list`.
struct ListLedgersCommand: ZoneCommand {
  static let configuration = CommandConfiguration("list", zh: "列出各台账的代码", en: "List the codes of the ledgers")

  @OptionGroup var options: GlobalOptions

  func perform(_ surroundings: Surroundings) async throws -> Outcome {
    try await surroundings.withZone(.existing) { zone in
      let ledgers = zone.ledgers.book.all.map(\.ledger)
      let language = surroundings.console.language
      if !surroundings.console.isJSON {
        for ledger in ledgers { surroundings.console.line("\(ledger.code)\t\(ledger.name.text(in: language))") }
      }
      return Outcome([
        "ledgers": .array(
          ledgers.map { ["code": JSONLine($0.code), "name": JSONLine($0.name.text(in: language))] })
      ])
    }
  }
}

/// `ipzone records import`.
struct ImportRecordsCommand: ZoneCommand {
  static let configuration = CommandConfiguration(
    "import", zh: "把一个表格导入台账", en: "Import a table into a ledger",
    more: Phrase(
      zh: "XLSX 或 CSV，按列名识别，列的顺序不限。同一文件再次导入不会改变任何记录。",
      en: "XLSX or CSV; columns are known by their headers, in any order. The same file again changes nothing."))

  @OptionGroup var options: GlobalOptions

  @Flag(help: .both(zh: "只试算，不写入", en: "Say what would happen, write nothing"))
  var dryRun = false

  @Flag(help: .both(zh: "有退回的行时退出码为 1", en: "Exit code 1 if a row was rejected"))
  var strict = false

  @Argument(
    help: .both(zh: "台账代码，见 ipzone records list", en: "The ledger's code, see ipzone records list", value: "LEDGER"))
  var ledger: String

  @Argument(help: .both(zh: "表格文件", en: "The table", value: "FILE"), completion: .file())
  var file: String

  func perform(_ surroundings: Surroundings) async throws -> Outcome {
    let console = surroundings.console
    return try await surroundings.withZone(.existing) { zone in
      let ledger = try zone.ledgers.book.named(self.ledger)
      let table = try LedgerTable(path: file, of: ledger)
      var report = try await zone.ledgers.take(
        table.rows, named: URL(fileURLWithPath: file).lastPathComponent, into: ledger, asTrial: dryRun,
        by: zone.console)
      report.unknownHeaders = table.unknownHeaders
      report.tell(on: console, ledger)
      return Outcome(
        [
          "ledger": JSONLine(ledger.code), "dryRun": .bool(dryRun), "rows": JSONLine(report.rows),
          "new": JSONLine(report.new), "updated": JSONLine(report.updated), "unchanged": JSONLine(report.unchanged),
          "rejected": JSONLine(report.rejected.count),
          "unknownHeaders": .array(report.unknownHeaders.map { .string($0) }),
        ], report.phrase(isTrial: dryRun), status: strict && !report.rejected.isEmpty ? .refused : .done)
    }
  }
}

/// `ipzone records export`.
struct ExportRecordsCommand: ZoneCommand {
  static let configuration = CommandConfiguration(
    "export", zh: "把台账导出为 CSV，可原样再导入", en: "Export a ledger as CSV that can be imported again",
    more: Phrase(
      zh: "个人信息不导出，除非 --personal；那样将留痕。",
      en: "Personal values are left out unless --personal; the journal then notes it."))

  @OptionGroup var options: GlobalOptions

  @Flag(help: .both(zh: "含个人信息（留痕）", en: "With personal values (noted)"))
  var personal = false

  @Option(
    help: .both(zh: "写入文件而不是标准输出", en: "Write to a file instead of standard output", value: "FILE"),
    completion: .file())
  var to: String?

  @Argument(help: .both(zh: "台账代码", en: "The ledger's code", value: "LEDGER"))
  var ledger: String

  func perform(_ surroundings: Surroundings) async throws -> Outcome {
    let language = surroundings.console.language
    return try await surroundings.withZone(.existing) { zone in
      let ledger = try zone.ledgers.book.named(self.ledger)
      let fields = ledger.fields.filter { personal || !$0.isPersonal }
      let sink = try LineSink(to)
      func line(_ texts: [String]) -> String { String(LedgerExport.line(texts).dropLast()) }
      try sink.write("\u{FEFF}" + line(LedgerExport.headers(fields, in: language)))
      let count = Mutex(0)
      try await zone.ledgers.export(ledger, LedgerFilter(), personal ? .shown : .leftOut, by: zone.console) { record in
        count.withLock { $0 += 1 }
        try sink.write(String(LedgerExport.line(LedgerExport.texts(record, fields, in: language)).dropLast()))
      }
      try sink.finish()
      let records = count.withLock { $0 }
      let phrase = Phrase(zh: "已导出 \(records) 条", en: "Exported \(records) records")
      if to == nil, !surroundings.console.isJSON { surroundings.console.note(phrase) }
      return Outcome(["ledger": JSONLine(ledger.code), "records": JSONLine(records)], to == nil ? nil : phrase)
    }
  }
}

extension LedgerBook {
  /// - Throws: ``CommandRefusal/noLedger(_:)``.
  fileprivate func named(_ code: String) throws(CommandRefusal) -> Ledger {
    guard let kept = self[code] else { throw .noLedger(code) }
    return kept.ledger
  }
}

extension LedgerImportReport {
  fileprivate func phrase(isTrial: Bool) -> Phrase {
    let counts = Phrase(
      zh: "共 \(rows) 行：新增 \(new)，更新 \(updated)，无变化 \(unchanged)，退回 \(rejected.count)",
      en: "\(rows) rows: \(new) new, \(updated) updated, \(unchanged) unchanged, \(rejected.count) rejected")
    return isTrial ? Phrase(zh: "试算（未写入）：\(counts.zh)", en: "Trial, nothing written: \(counts.en)") : counts
  }

  /// Each rejected row and what to change.
  fileprivate func tell(on console: Console, _ ledger: Ledger) {
    for header in unknownHeaders {
      console.note(
        Phrase(zh: "列“\(header)”不属于本台账，未读取", en: "The column “\(header)” belongs to no field and was not read"))
    }
    for row in rejected {
      for refusal in row.refusals {
        let words = refusal.field.flatMap { ledger.field($0)?.words }
        console.note(
          Phrase(
            zh: "第 \(row.number) 行\(words.map { "，\($0.zh)" } ?? "")：\(refusal.phrase.zh)",
            en: "row \(row.number)\(words.map { ", \($0.en)" } ?? ""): \(refusal.phrase.en)"))
      }
    }
  }
}
