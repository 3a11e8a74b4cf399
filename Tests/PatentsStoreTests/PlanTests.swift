import Fixtures
import Foundation
import Kernel
import Parties
import PartiesStore
import Patents
import PatentsStore
import Storage
import Synchronization
import Testing

@Suite struct `At a hundred thousand patents` {
  @Test func `no list reads the whole table`() async throws {
    try await PatentZone.with(.memory, batchSize: 20_000) { zone in
      let lines = (0..<100_000).map { number in
        line(
          number, applicants: ["公司\(number % 997)"],
          """
          "kind":"\(["A", "B", "U", "S"][number % 4])","province":"\(["江苏", "浙江", "安徽"][number % 3])",\
          "ipc":["G06F16/90"],"publication_date":"20\(10 + number % 10)-0\(1 + number % 9)-15"
          """)
      }
      let run = try await zone.bring(try zone.write(lines))
      #expect(run.counts == counts(100_000, new: 100_000))
      let party = try #require(try await zone.parties.page(limit: 1, by: zone.clerk).first)
      let planned = PlannedDatabase(sound: zone.database)
      let watched = zone.seen(through: planned)
      let cursor = PatentCursor(sortDay: "2015-05-15", id: ID(50_000))
      let filters = [
        PatentFilter(), PatentFilter(kind: "design"), PatentFilter(year: 2014), PatentFilter(section: "G"),
        PatentFilter(province: "安徽"), PatentFilter(applicant: party.id), PatentFilter(text: "方法77"),
        PatentFilter(text: "CN110000007A"), PatentFilter(text: "201710601862.3"),
        PatentFilter(kind: "design", year: 2014, section: "G", province: "安徽", applicant: party.id, text: "方法"),
      ]
      for filter in filters {
        for after in [nil, cursor] { _ = try await watched.desk.page(filter, after: after, by: zone.clerk) }
      }
      _ = try await watched.desk.facets(by: zone.clerk)
      let patent = try #require(try await zone.desk.page(limit: 1, by: zone.clerk).patents.first)
      _ = try await watched.desk.find(patent.id, by: zone.clerk)
      _ = try await watched.desk.imports(by: zone.clerk)
      _ = try await watched.desk.notes(of: run.id, by: zone.clerk)
      _ = try await watched.parties.page(after: party.id, by: zone.clerk)
      _ = try await watched.parties.find(party.id, by: zone.clerk)
      let steps = planned.steps
      #expect(steps.count > 60)
      // The runs of the importer are read from the end of their table, as many as are shown.
      let walked = steps.filter { $0.hasPrefix("SCAN pa") && $0 != "SCAN patent_imports" }
      #expect(walked.filter { !$0.contains("INDEX") } == [])
      // Only counting and the search in titles may walk along an index, and only along one that holds the titles.
      #expect(steps.filter { $0.hasPrefix("SCAN patents") && !$0.contains("COVERING INDEX") } == [])
    }
  }
}

/// A database that keeps the plan of every query that it runs.
private final class PlannedDatabase: Database {
  private let sound: any Database
  private let found = Mutex<[String]>([])
  var dialect: Dialect { sound.dialect }
  var steps: [String] { found.withLock { $0 } }

  init(sound: any Database) { self.sound = sound }

  func read<Result: Sendable>(_ work: @escaping @Sendable (any Reading) throws -> Result) async throws -> Result {
    try await sound.read { db in
      try work(PlannedReading(sound: db) { step in self.found.withLock { $0.append(step) } })
    }
  }

  func write<Result: Sendable>(_ work: @escaping @Sendable (any Writing) throws -> Result) async throws -> Result {
    try await sound.write(work)
  }

  func close() async throws {}
}

private struct PlannedReading: Reading {
  let sound: any Reading
  let note: (String) -> Void
  var dialect: Dialect { sound.dialect }

  func rows(_ sql: SQL) throws -> [Row] {
    try plan(sql)
    return try sound.rows(sql)
  }

  func forEach(_ sql: SQL, _ visit: (Row) throws -> Void) throws {
    try plan(sql)
    try sound.forEach(sql, visit)
  }

  private func plan(_ sql: SQL) throws {
    for row in try sound.rows("EXPLAIN QUERY PLAN \(sql)") {
      if case .text(let detail)? = row.values.last { note(detail) }
    }
  }
}
