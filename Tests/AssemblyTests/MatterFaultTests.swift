import Access
import Assembly
import Fixtures
import Foundation
import Kernel
import Matters
import MattersStore
import Storage
import Testing

/// Every place where the server can be killed: between any two statements.
@Suite struct `A matter whose server dies` {
  @Test(arguments: [DatabaseKind.file, .postgres])
  func `between two statements has the whole step or nothing of it`(_ kind: DatabaseKind) async throws {
    let demonstrated = try await stepsOfDemonstration(kind)
    try await MatterCast.with(kind) { cast in
      // What the demonstration does not do.
      var walk = FaultWalk(cast: cast, taken: demonstrated)
      for pattern in cast.patterns { try await walk.go(pattern) }
      let all = cast.desk.book.all.flatMap { kept in
        kept.procedure.steps.map { FaultWalk.name($0, kept.procedure) }
      }
      #expect(Set(all).subtracting(walk.taken) == [], "steps that were never taken")
    }
  }

  /// Sets the demonstration up while every transaction of a matter fails at each of its statements first.
  ///
  /// - Returns: the steps that were taken.
  private func stepsOfDemonstration(_ kind: DatabaseKind) async throws -> Set<String> {
    let noon = try #require(Day("2026-11-22")).start.addingTimeInterval(12 * 3_600)
    return try await TestZone.inFolder { folder in
      try await kind.withPlace { place in
        var server: String?
        if case .postgres(let url) = place { server = url }
        var trying: TryingDatabase?
        let zone = try await TestZone(ZonePlace(directory: folder, server: server), clock: TestClock(at: noon)) {
          let database = TryingDatabase($0, writing: "matter_events")
          trying = database
          return database
        }
        _ = try await Seed.demonstration(zone.zone, files: []) { _, _ in }
        let tried = try #require(trying).count
        #expect(tried.statements > 15 * tried.transactions)
        let steps = try await zone.zone.database.read { db in
          try db.rows(
            """
            SELECT DISTINCT m.procedure_code, e.code FROM matter_events e JOIN matters m ON m.id = e.matter
            WHERE e.sort = 'step'
            """
          ).map { row in
            var columns = row.columns
            return "\(try columns.text())/\(try columns.text())"
          }
        }
        #expect(tried.transactions > steps.count)
        try await zone.zone.close()
        return Set(steps)
      }
    }
  }

  @Test(arguments: [DatabaseKind.file, .postgres])
  func `between two statements is filed whole or not at all`(_ kind: DatabaseKind) async throws {
    try await MatterCast.with(kind) { cast in
      for (number, pattern) in cast.patterns.enumerated() {
        let (statements, filed) = try await failEverywhere(on: cast.zone.zone.database) {
          try await cast.file(pattern, number: number, over: cast.desk.reaching($0))
        }
        #expect(statements > 15)
        // No failure took a number.
        let serials = try await cast.zone.zone.database.read { db in
          try db.count(
            "SELECT COUNT(*) FROM matters WHERE letters = \(filed.number.letters) AND year = \(filed.number.year)")
        }
        #expect(filed.number.serial == serials)
      }
    }
  }

  @Test(arguments: [DatabaseKind.file, .postgres])
  func `between two statements is assigned, noted, extended, told of and left whole or not at all`(
    _ kind: DatabaseKind
  ) async throws {
    try await MatterCast.with(kind) { cast in
      let database = cast.zone.zone.database
      let pattern = try #require(cast.patterns.first { $0.procedure == "complaint" && !$0.isAnonymous })
      let matter = try await cast.file(pattern, number: 1)
      let procedure = try await cast.file(of: matter).procedure
      let staff = cast.staff(of: procedure)
      try await failEverywhere(on: database) {
        try await cast.desk.reaching($0).assign(matter.id, to: staff.id, seen: nil, by: staff)
      }
      try await failEverywhere(on: database) {
        try await cast.desk.reaching($0).note("记录", isShared: true, on: matter.id, by: staff)
      }
      cast.zone.clock.advance(by: 40 * 86_400)
      // One transaction tells; of the other matters of the demonstration it was told before.
      try await cast.desk.runClocks(by: MatterCast.zoneItself)
      let late = try await cast.file(of: matter)
      #expect(late.timeline.contains { $0.event.sort == .lapsed })
      try await failEverywhere(on: database) {
        try await cast.desk.reaching($0).recuse(matter.id, because: "相识", seen: nil, by: staff)
      }
    }
  }
}

/// Comes to every stage of a procedure, and fails each of its steps at each of its statements.
private struct FaultWalk {
  let cast: MatterCast
  var taken: Set<String>
  private var number = 0

  init(cast: MatterCast, taken: Set<String>) { (self.cast, self.taken) = (cast, taken) }

  mutating func go(_ pattern: MatterPattern) async throws {
    let procedure = try #require(cast.desk.book.procedure(pattern.procedure))
    var ways: [[StepEntry]] = [[]]
    var stages: Set<String> = [procedure.start]
    while !ways.isEmpty {
      let way = ways.removeFirst()
      let stage = way.reduce(procedure.start) { procedure.after($1.code, at: $0) ?? $0 }
      for step in procedure.steps(at: stage) where !isTaken(procedure) {
        let target = procedure.after(step.code, at: stage) ?? stage
        let isNew = !stages.contains(target)
        if !taken.contains(Self.name(step, procedure)) {
          guard let matter = try await come(way, pattern), try await fail(step, on: matter) else { continue }
          taken.insert(Self.name(step, procedure))
        }
        if isNew, stages.insert(target).inserted { ways.append(way + [step]) }
      }
    }
  }

  /// Whether every step of the procedure failed at each of its statements and was taken.
  private func isTaken(_ procedure: Procedure) -> Bool {
    procedure.steps.allSatisfy { taken.contains(Self.name($0, procedure)) }
  }

  static func name(_ step: StepEntry, _ procedure: Procedure) -> String { "\(procedure.head.code)/\(step.code)" }

  /// A new matter that has come along `way`; nil where the answers of this pattern forbid it.
  private mutating func come(_ way: [StepEntry], _ pattern: MatterPattern) async throws -> LiveMatter? {
    number += 1
    let matter = try await cast.file(pattern, number: number)
    do {
      for step in way { try await cast.take(step, on: matter) }
      return matter
    } catch is any Refusal {
      return nil
    }
  }

  /// - Returns: whether the step was taken in the end; false where the matter's own answers forbid it.
  private mutating func fail(_ step: StepEntry, on matter: LiveMatter) async throws -> Bool {
    let cast = cast
    guard let account = try await cast.takers(of: step, on: matter).first else { return false }
    if step.takers.contains(where: { if case .handler = $0 { true } else { false } }) {
      try await cast.desk.assign(matter.id, to: account.id, seen: nil, by: account)
    }
    let given = try await cast.given(for: step, on: matter)
    do {
      try await failEverywhere(on: cast.zone.zone.database) {
        try await cast.take(step, on: matter, given, by: account, over: cast.desk.reaching($0))
      }
      return true
    } catch is any Refusal {
      return false
    }
  }
}
