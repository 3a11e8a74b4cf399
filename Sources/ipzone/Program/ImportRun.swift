import Assembly
import Foundation
import Jobs
import JobsStore
import Kernel
import PatentFormats
import Patents
import PatentsStore

/// One `ipzone import`: file after file, with what became of each.
struct ImportRun {
  let zone: Zone
  let console: Console
  let isStrict: Bool
  let report: String?
  /// The name of the mapping that reads the columns of every file.
  var mapping: String?

  private struct Tally {
    var counts = ImportCounts()
    var files: [JSONLine] = []
    var unknown: [String] = []
    var failed = 0
    var wasStopped = false

    mutating func add(_ other: ImportCounts) {
      counts.rows += other.rows
      counts.new += other.new
      counts.updated += other.updated
      counts.unchanged += other.unchanged
      counts.repaired += other.repaired
      counts.rejected += other.rejected
    }
  }

  func perform(_ found: ImportFiles) async throws -> Outcome {
    StopSignal.listen()
    let sheet = try report.map { try NoteSheet(path: $0, language: console.language) }
    var tally = Tally()
    for entry in found.entries where !StopSignal.isRaised {
      try await take(entry, into: &tally) {
        let run = try await importOne(entry)
        try await sheet?.add(run, of: entry, from: zone)
        return (run.counts, ["import": JSONLine(run.id.description), "stage": JSONLine(run.stage.rawValue)])
      }
    }
    try sheet?.finish()
    tally.wasStopped = StopSignal.isRaised
    return outcome(of: tally, isPreview: false)
  }

  func preview(_ found: ImportFiles) async throws -> Outcome {
    var tally = Tally()
    for entry in found.entries {
      try await take(entry, into: &tally) {
        let preview = try await zone.patents.preview(at: entry.path, mapping: mapping, by: zone.console)
        for note in preview.rejections { tell(note, in: entry) }
        return (preview.counts, ["format": JSONLine(preview.formatCode)])
      }
    }
    return outcome(of: tally, isPreview: true)
  }

  /// Counts one file, or notes why there is nothing to count: the next file has its own fate.
  private func take(
    _ entry: ImportFiles.Entry, into tally: inout Tally, _ work: () async throws -> (ImportCounts, JSONLine)
  ) async throws {
    do {
      let (counts, facts) = try await work()
      tally.add(counts)
      tally.files.append(JSONLine.file(entry).adding(facts).adding(counts.json))
    } catch let refusal as FormatRefusal where entry.isFound {
      tally.unknown.append(entry.path)
      tell(refusal, of: entry)
    } catch let refusal as any Refusal {
      tally.failed += 1
      tally.files.append(JSONLine.file(entry).adding(["error": JSONLine(refusal.code)]))
      tell(refusal, of: entry)
    }
  }

  private func importOne(_ entry: ImportFiles.Entry) async throws -> PatentImport {
    let bar = ImportBar(console: console, name: entry.name)
    defer { bar.clear() }
    return try await zone.patents.importFile(
      at: entry.path, named: entry.name, mapping: mapping, by: zone.console
    ) { progress in
      bar.show(progress)
      return StopSignal.isRaised ? .stop : .goOn
    }
  }

  private func tell(_ refusal: any Refusal, of entry: ImportFiles.Entry) {
    console.note(
      Phrase(zh: "\(entry.path)：\(refusal.phrase.zh)", en: "\(entry.path): \(refusal.phrase.en)"))
  }

  private func tell(_ note: ImportNote, in entry: ImportFiles.Entry) {
    console.note(
      Phrase(
        zh: "\(entry.path)：第 \(note.line) 行：\(note.phrase.zh)", en: "\(entry.path): row \(note.line): \(note.phrase.en)"
      ))
  }

  private func outcome(of tally: Tally, isPreview: Bool) -> Outcome {
    let isImperfect = tally.counts.rejected > 0 || !tally.unknown.isEmpty
    let isRefused = tally.wasStopped || tally.failed > 0 || (isStrict && isImperfect)
    let further: JSONLine = [
      "dryRun": .bool(isPreview), "stopped": .bool(tally.wasStopped), "failed": JSONLine(tally.failed),
      "unknown": .array(tally.unknown.map { .string($0) }), "files": .array(tally.files),
    ]
    if !console.isJSON { console.say(tally.counts.phrase(isPreview: isPreview, unknown: tally.unknown.count)) }
    if tally.wasStopped {
      console.note(
        Phrase(
          zh: "已停止：写完的各批已入库。再次运行同一命令即可从停止处继续",
          en: "Stopped: the batches written are in. Run the same command again to go on from there"))
    }
    return Outcome(tally.counts.json.adding(further), status: isRefused ? .refused : .done)
  }
}

extension JSONLine {
  fileprivate static func file(_ entry: ImportFiles.Entry) -> JSONLine { ["file": JSONLine(entry.path)] }
}

extension ImportCounts {
  var json: JSONLine {
    [
      "rows": JSONLine(rows), "new": JSONLine(new), "updated": JSONLine(updated), "unchanged": JSONLine(unchanged),
      "repaired": JSONLine(repaired), "rejected": JSONLine(rejected),
    ]
  }

  fileprivate func phrase(isPreview: Bool, unknown: Int) -> Phrase {
    let zh = "共 \(rows) 行：新增 \(new)，更新 \(updated)，无变化 \(unchanged)，退回 \(rejected)；其中修正 \(repaired)"
    let en =
      "\(rows) rows: \(new) new, \(updated) updated, \(unchanged) unchanged, \(rejected) rejected; \(repaired) of them repaired"
    let files = Phrase(
      zh: unknown > 0 ? "；未识别的文件 \(unknown) 个" : "", en: unknown > 0 ? "; \(unknown) files not recognised" : "")
    return Phrase(
      zh: (isPreview ? "预览（未写入）：" : "") + zh + files.zh,
      en: (isPreview ? "Preview, nothing written: " : "") + en + files.en)
  }
}
