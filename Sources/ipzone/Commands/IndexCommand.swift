import ArgumentParser
import Assembly
import Corpus
import CorpusStore
import Foundation
import Kernel
import Synchronization

/// `ipzone index …`.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "index", zh: "检索索引", en: "The search index", subcommands: [IndexStatusCommand.self, IndexRebuildCommand.self])
}

/// `ipzone index status`.
struct IndexStatusCommand: ZoneCommand {
  static let configuration = CommandConfiguration(
    "status", zh: "查看检索索引的状态", en: "Show how the search index stands",
    more: Phrase(zh: "退出码 1：没有索引或已损坏。", en: "Exit code 1: there is no index, or it is damaged."))

  @OptionGroup var options: GlobalOptions

  func perform(_ surroundings: Surroundings) async throws -> Outcome {
    try await surroundings.withZone(.existing) { zone in
      let status = try await zone.corpus.status(by: zone.console)
      var json = status.json
      if let damage = status.damage {
        json = json.adding(["damage": JSONLine(damage.phrase.text(in: surroundings.console.language))])
      }
      let isServing = if case .absent = status.state { false } else { status.damage == nil }
      return Outcome(json, status.phrase, status: isServing ? .done : .refused)
    }
  }
}

/// `ipzone index rebuild`.
struct IndexRebuildCommand: ZoneCommand {
  static let configuration = CommandConfiguration(
    "rebuild", zh: "从登记重建检索索引", en: "Build the search index anew from the register",
    more: Phrase(
      zh: "服务运行时由服务自己维护索引，请先停止服务。", en: "While a server runs, it keeps the index itself; please stop it first."))

  @OptionGroup var options: GlobalOptions

  func perform(_ surroundings: Surroundings) async throws -> Outcome {
    let console = surroundings.console
    return try await surroundings.withZone(.existing) { zone in
      let start = zone.world.now()
      let told = Atomic(0)
      try await zone.corpus.rebuild(by: zone.console) { done, all in
        guard !console.isJSON, done / 20_000 > told.load(ordering: .relaxed) else { return }
        told.store(done / 20_000, ordering: .relaxed)
        console.note(Phrase(zh: "已完成 \(done) 件，共 \(all) 件", en: "\(done) of \(all) documents"))
      }
      let status = try await zone.corpus.status(by: zone.console)
      let seconds = zone.world.now().timeIntervalSince(start)
      let shown = (seconds * 100).rounded() / 100
      return Outcome(
        status.json.adding(["seconds": .real((seconds * 1_000).rounded() / 1_000)]),
        Phrase(
          zh: "已重建索引：\(status.documents) 件，用时 \(shown) 秒",
          en: "Built the index anew: \(status.documents) documents in \(shown) s"))
    }
  }
}

extension CorpusStatus {
  fileprivate var json: JSONLine {
    let (word, done): (String, Int) =
      switch state {
      case .absent: ("absent", 0)
      case .building(let done, _): ("building", done)
      case .ready: ("ready", documents)
      }
    return [
      "state": JSONLine(word), "folder": JSONLine(folder), "done": JSONLine(done), "documents": JSONLine(documents),
      "registered": JSONLine(registered), "segments": JSONLine(segments), "bytes": JSONLine(bytes),
      "position": JSONLine(standing.position), "head": JSONLine(standing.head), "lag": JSONLine(standing.lag),
    ]
  }

  fileprivate var phrase: Phrase {
    if let damage { return damage.phrase }
    switch state {
    case .absent:
      return Phrase(
        zh: "还没有索引；请用 ipzone index rebuild 建立，或启动服务",
        en: "There is no index yet; build it with ipzone index rebuild, or start the server")
    case .building(let done, let all):
      return Phrase(zh: "正在建立：已完成 \(done) 件，共 \(all) 件", en: "Being built: \(done) of \(all) documents")
    case .ready:
      return Phrase(
        zh:
          "\(folder)：\(documents) 件（登记 \(registered) 件），\(segments) 段，\(bytes) 字节；跟进到留痕第 \(standing.position) 号，落后 \(standing.lag) 条",
        en:
          "\(folder): \(documents) documents (\(registered) registered), \(segments) segments, \(bytes) bytes; journal entry \(standing.position), \(standing.lag) behind"
      )
    }
  }
}
