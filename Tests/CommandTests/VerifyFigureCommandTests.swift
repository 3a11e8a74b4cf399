import Assembly
import Evidence
import Figures
import FiguresStore
import Fixtures
import Foundation
import Institutions
import Kernel
import Ledgers
import LedgersStore
import Logging
import SQLiteDriver
import Storage
import Testing

/// Two institutions, a figure of them frozen, and what the command says when their records change.
@Suite struct `The check of a figure` {
  @Test func `agrees after a record was withdrawn, and the live value is that of the rest`() async throws {
    try await Bench.with { bench in
      try await frozen(in: bench) { zone, ids in
        let seen = try await zone.ledgers.find(ids[0], in: .institutions, by: zone.console).record.revision
        try await zone.ledgers.withdraw(ids[0], in: .institutions, because: "登记重复", seen: seen, by: zone.console)
      }
      let run = try await Program.run("verify", "figure", "A01@2026-10-31", "--data", bench.data, "--json")
      #expect(run.status == 0)
      let check = try run.json(Check.self)
      #expect(check.agree && check.frozenValue == "2" && check.liveValue == "1")
      #expect(check.records == 2 && check.changed == 1)
      let figures = try await Program.run("figures", "--at", "2026-10-31", "--data", bench.data)
      #expect(figures.output.contains("A01\tIP service institutions\t1 institutions"))
    }
  }

  @Test func `names the record that was altered behind the journal, and one that was removed`() async throws {
    try await Bench.with { bench in
      let ids = try await frozen(in: bench)
      let whole = try await Program.run("verify", "figure", "A01@2026-10-31", "--data", bench.data)
      #expect(whole.status == 0)
      try await alter(bench) { try $0.run("UPDATE institutions SET name = 'other' WHERE id = \(ids[0].number)") }
      let altered = try await Program.run("verify", "figure", "A01@2026-10-31", "--data", bench.data, "--json")
      #expect(altered.status == 1)
      #expect(
        try altered.json(Check.self).disagreements == [
          Check.Disagreement(sort: "altered", table: "institutions", record: ids[0].description)
        ])
      try await alter(bench) { try $0.run("DELETE FROM institutions WHERE id = \(ids[1].number)") }
      let gone = try await Program.run("verify", "figure", "A01@2026-10-31", "--data", bench.data)
      #expect(gone.status == 1)
      #expect((gone.output + gone.errors).contains(ids[1].description))
    }
  }

  @Test func `finds a frozen row that was altered`() async throws {
    try await Bench.with { bench in
      try await frozen(in: bench)
      try await alter(bench) { try $0.run("UPDATE figure_rows SET counted_as = 'x' WHERE position = 1") }
      let run = try await Program.run("verify", "figure", "A01@2026-10-31", "--data", bench.data, "--json")
      #expect(run.status == 1)
      #expect(try run.json(Check.self).disagreements.map(\.sort).contains("list-hash"))
    }
  }

  /// A01 of 2026-10-31 with two institutions, frozen; then `work`.
  @discardableResult
  private func frozen(
    in bench: Bench, then work: (Zone, [ID<LedgerRecord>]) async throws -> Void = { _, _ in }
  ) async throws -> [ID<LedgerRecord>] {
    let log = Logger(label: "tests", factory: { _ in SwiftLogNoOpLogHandler() })
    let world = World.fixed()
    let zone = try await Zone.open(ZonePlace(directory: bench.data), world: { _ in world }, log: log)
    var ids: [ID<LedgerRecord>] = []
    for (code, name) in [("91329999MB00000012", "甲"), ("91329999MB00000020", "乙")] {
      let draft = LedgerDraft(
        texts: [
          "code": Self.checked(String(code.dropLast())), "name": name, "kind": "company", "main_category": "agency",
          "categories": "agency", "in_district": "是", "ip_income": "是", "active_from": "2024-02-01",
        ], grade: .g2, document: "证照")
      ids.append(try await zone.ledgers.add(draft, to: .institutions, by: zone.console))
    }
    let cutoff = try #require(Day("2026-10-31"))
    try await zone.figures.freeze("A01", at: cutoff, because: "季报", by: zone.console)
    try await work(zone, ids)
    try await zone.close()
    return ids
  }

  /// With the check symbol of GB 32100.
  private static func checked(_ head: String) -> String {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    var (sum, weight) = (0, 1)
    for symbol in head {
      sum += (alphabet.firstIndex(of: symbol) ?? 0) * weight
      weight = weight * 3 % 31
    }
    return head + String(alphabet[(31 - sum % 31) % 31])
  }

  private func alter(_ bench: Bench, _ work: @escaping @Sendable (any Writing) throws -> Int) async throws {
    let database = try SQLiteDatabase.open(at: bench.data + "/zone.sqlite")
    try await database.write(work)
    try await database.close()
  }
}

private struct Check: Decodable {
  let agree: Bool
  let frozenValue: String?
  let liveValue: String?
  let records: Int
  let changed: Int
  let disagreements: [Disagreement]

  struct Disagreement: Decodable, Equatable {
    let sort: String
    let table: String?
    let record: String?
  }
}
