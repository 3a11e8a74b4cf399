import ArgumentParser
import Assembly
import Journal
import JournalStore
import Kernel

/// `ipzone verify …`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "verify", zh: "核验", en: "Check what outsiders can check",
    subcommands: [VerifyJournalCommand.self, VerifyFigureCommand.self])
}

/// `ipzone verify journal`.
struct VerifyJournalCommand: ZoneCommand {
  static let configuration = CommandConfiguration(
    "journal", zh: "核验留痕链与全部记录", en: "Check the journal's chain and every record",
    more: Phrase(
      zh: "退出码 1：链或记录被改动过，并指出第一处。",
      en: "Exit code 1: the chain or a record was altered; the first place is named."))

  @OptionGroup var options: GlobalOptions

  @Option(
    help: .both(
      zh: "以前公布的链首；若链中没有它，说明末尾被截断",
      en: "A head published earlier; if the chain does not hold it, its tail was cut", value: "HASH"))
  var head: String?

  func perform(_ surroundings: Surroundings) async throws -> Outcome {
    try await surroundings.withZone(.existing) { zone in
      switch try await zone.journal.verify(head: head, by: zone.console) {
      case .intact(let entries, let records, let head):
        return Outcome(
          ["intact": true, "rows": JSONLine(entries), "head": JSONLine(head.hash), "records": JSONLine(records)],
          Phrase(
            zh: "留痕完好：\(entries) 条，\(records) 个记录，链首 \(head.hash)",
            en: "The journal is intact: \(entries) entries, \(records) records, head \(head.hash)"))
      case .broken(let place):
        return Outcome(
          JSONLine.object([.init(name: "intact", value: false)]).adding(place.json).adding(
            ["message": JSONLine(place.phrase.text(in: surroundings.console.language))]),
          place.phrase, status: .refused)
      }
    }
  }
}

extension JournalBreak {
  /// The first broken row: its sort, and what it is known by.
  var json: JSONLine {
    switch self {
    case .entry(let number): ["broken": "entry", "row": JSONLine(number)]
    case .gap(let number): ["broken": "gap", "row": JSONLine(number)]
    case .record(let table, let key): ["broken": "record", "table": JSONLine(table), "key": JSONLine(key)]
    case .records(let entry, let expected, let found):
      ["broken": "records", "row": JSONLine(entry), "expected": JSONLine(expected), "found": JSONLine(found)]
    case .tail(let noted, let found): ["broken": "tail", "row": JSONLine(found), "noted": JSONLine(noted)]
    case .head(let wanted): ["broken": "head", "wanted": JSONLine(wanted)]
    case .personal(let entry): ["broken": "personal", "row": JSONLine(entry)]
    case .index(let entry): ["broken": "index", "row": JSONLine(entry)]
    }
  }
}
