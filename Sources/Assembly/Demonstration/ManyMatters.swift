import Access
import Foundation
import Journal
import JournalStore
import Kernel
import MattersStore
import Storage

/// A zone's invented matters many times over: to see how it is with as many as years of work bring.
///
/// What is over is copied from any day of three years, what is open from the last two weeks. Each copy has an id and a
/// number of its own and its whole history; a thousand are one entry of the journal.
struct ManyMatters {
  private let templates: [Template]
  private var serials: [Series: Int64]
  private let firms: [(code: String, name: String)]
  private var dice = SeededDice(seed: 20_261_123)

  private struct Series: Hashable {
    let letters: String
    let year: Int64
  }

  /// A matter with every row that belongs to it.
  private struct Template {
    let matter: [SQLValue]
    let parts: [(table: RecordTable, rows: [[SQLValue]])]
    let isOpen: Bool
  }

  /// - Parameter firms: whose matters they become, in turn.
  init(in db: any Reading, firms: [(code: String, name: String)]) throws {
    self.firms = firms
    let parts = try MatterTables.records.dropFirst().map { table in
      (table, Dictionary(grouping: try Self.rows(of: table, in: db)) { $0[0].number ?? 0 })
    }
    templates = try Self.rows(of: .matters, in: db).map { matter in
      Template(
        matter: matter, parts: parts.map { ($0.0, $0.1[matter[0].number ?? 0] ?? []) },
        isOpen: matter[Self.place("closed_at", .matters)] == .null)
    }
    serials = [:]
    for row in try db.rows("SELECT letters, year, last FROM matter_numbers") {
      var row = row.columns
      serials[Series(letters: try row.text(), year: try row.integer())] = try row.integer()
    }
  }

  /// Adds `count` copies, of which one in thirty is open.
  mutating func add(_ count: Int, to database: any Database, world: World, by account: Account) async throws {
    let closed = templates.filter { !$0.isOpen }
    let open = templates.filter(\.isOpen)
    guard !closed.isEmpty, !open.isEmpty, !firms.isEmpty else { return }
    for start in stride(from: 0, to: count, by: 1_000) {
      var rows: [String: [[SQLValue]]] = [:]
      var marks: [[SQLValue]] = []
      for number in start..<min(count, start + 1_000) {
        let isOpen = dice.roll(below: 30) == 0
        let template = isOpen ? open[dice.roll(below: open.count)] : closed[dice.roll(below: closed.count)]
        let id = world.newID(ManyMatters.self).number
        copy(template, as: id, earlier: dice.roll(below: isOpen ? 14 : 1_000), firm: firms[number % firms.count], &rows)
        marks.append([.text("sample-\(id)"), .integer(id)])
      }
      let (all, codes, last) = (rows, marks, serials)
      try await database.write { db in
        let deed = Deed(.addSampleMatters, by: account, facts: ["matters": "\(codes.count)"])
        try Recording.writeBatch(deed, world: world, in: db) { recording in
          for table in MatterTables.records { try recording.insert(all[table.name] ?? [], into: table) }
        }
        try db.insert(codes, into: "matter_codes", columns: ["mark", "matter"])
        for (series, serial) in last {
          try db.insert(
            [[.text(series.letters), .integer(series.year), .integer(serial)]], into: "matter_numbers",
            columns: ["letters", "year", "last"],
            onConflict: "ON CONFLICT (letters, year) DO UPDATE SET last = excluded.last")
        }
      }
    }
  }

  private mutating func copy(
    _ template: Template, as id: Int64, earlier days: Int, firm: (code: String, name: String),
    _ rows: inout [String: [[SQLValue]]]
  ) {
    var matter = Self.moved(template.matter, by: days, in: .matters)
    matter[0] = .integer(id)
    matter[Self.place("filer", .matters)] = .null
    if matter[Self.place("organisation", .matters)] != .null {
      matter[Self.place("organisation", .matters)] = .text(firm.code)
      matter[Self.place("applicant", .matters)] = .text(firm.name)
    }
    let filed = Day(.init(timeIntervalSince1970: Double(matter[Self.place("filed_at", .matters)].number ?? 0) / 1_000))
    let series = Series(letters: template.matter[2].words ?? "", year: Int64(filed.year))
    serials[series, default: 0] += 1
    matter[Self.place("year", .matters)] = .integer(series.year)
    matter[Self.place("serial", .matters)] = .integer(serials[series] ?? 1)
    rows[RecordTable.matters.name, default: []].append(matter)
    for (table, parts) in template.parts {
      rows[table.name, default: []] += parts.map { row in
        var row = Self.moved(row, by: days, in: table)
        row[0] = .integer(id)
        return row
      }
    }
  }

  /// A row as if everything had been some days earlier.
  private static func moved(_ row: [SQLValue], by days: Int, in table: RecordTable) -> [SQLValue] {
    zip(table.columns, row).map { column, value in
      switch (column, value) {
      case ("filed_at", .integer(let at)), ("closed_at", .integer(let at)), ("at", .integer(let at)):
        .integer(at - Int64(days) * 86_400_000)
      case (_, .text(let text)) where text.utf8.count == 10 && (column == "day" || column.hasSuffix("_on")):
        Day(text).map { .text($0.adding(days: -days).description) } ?? value
      default: value
      }
    }
  }

  private static func rows(of table: RecordTable, in db: any Reading) throws -> [[SQLValue]] {
    try db.rows("SELECT \(table.columnList) FROM \(SQL(name: table.name))").map { Array($0.values) }
  }

  private static func place(_ column: String, _ table: RecordTable) -> Int { table.columns.firstIndex(of: column) ?? 0 }
}

extension SQLValue {
  fileprivate var number: Int64? { if case .integer(let number) = self { number } else { nil } }
  fileprivate var words: String? { if case .text(let text) = self { text } else { nil } }
}

extension Action {
  fileprivate static let addSampleMatters = Action(
    "seed.matters", Phrase(zh: "写入示例办件", en: "Added sample matters"))
}
