import Access
import Assembly
import Fixtures
import Kernel
import Ledgers
import LedgersStore
import Matters
import MattersStore

/// What the demonstration's matters were filed with and what was said in them, with the records that they name.
struct MatterLibrary: Sendable {
  let patterns: [MatterPattern]
  /// By procedure and step, and by the shape of the matter and step.
  let said: [String: StepGiven]
  private let records: [(ledger: String, texts: [String: String])]

  /// Read once for all tests: setting the demonstration up takes longer than most of them.
  static let demonstration = Task { try await TestZone.with { try await MatterLibrary(seeding: $0.zone) } }

  private init(seeding zone: Zone) async throws {
    _ = try await Seed.demonstration(zone, files: []) { _, _ in }
    let (desk, console) = (zone.matters, zone.console)
    var patterns: [MatterPattern] = []
    var said: [String: StepGiven] = [:]
    for matter in try await desk.queue(MatterFilter(), limit: 1_000, by: console).matters.reversed() {
      let file = try await desk.find(matter.id, by: console)
      let pattern = MatterPattern(file)
      if !patterns.contains(where: { $0.shape == pattern.shape }) { patterns.append(pattern) }
      for line in file.timeline where line.event.sort == .step {
        let texts = line.fields.map { ($0.name, $0.written(line.given[$0.name], in: .zh)) }
        let given = StepGiven(texts: Dictionary(texts) { $1 }, reason: line.event.reason ?? "")
        said["\(matter.procedure)/\(line.event.code)"] = given
        said["\(pattern.shape)/\(line.event.code)"] = given
      }
    }
    (self.patterns, self.said) = (patterns, said)
    let words = Set(
      patterns.flatMap(\.texts.values) + patterns.compactMap(\.organisation?.description)
        + said.values.flatMap(\.texts.values))
    var records: [(String, [String: String])] = []
    for ledger in ["institutions", "enterprises", "visits"].compactMap({ zone.ledgers.book[$0]?.ledger }) {
      for record in try await zone.ledgers.page(of: ledger, limit: 5_000, by: console).records {
        let texts = ledger.fields.map { ($0.name, $0.written(record.values[$0.name], in: .zh)) }
        if texts.contains(where: { words.contains($0.1) && $0.1.count == 18 }) {
          records.append((ledger.code, Dictionary(texts) { $1 }))
        }
      }
    }
    self.records = records
  }

  /// Adds the records that the matters name.
  func fill(_ zone: Zone) async throws {
    for record in records {
      guard let ledger = zone.ledgers.book[record.ledger]?.ledger else { continue }
      try await zone.ledgers.add(LedgerDraft(texts: record.texts), to: ledger, by: zone.console)
    }
  }
}
