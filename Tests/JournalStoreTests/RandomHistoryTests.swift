import Fixtures
import Journal
import JournalStore
import Kernel
import Storage
import Testing

@Suite struct `A random history` {
  @Test(arguments: DatabaseKind.all, [UInt64(1), 2, 3, 4, 5])
  func `is intact and agrees with a model; one change by hand is found`(_ kind: DatabaseKind, _ seed: UInt64)
    async throws
  {
    try await Ledger.with(kind) { ledger in
      var history = RandomHistory(dice: SeededDice(seed: seed))
      for turn in 1...40 {
        try await history.go(on: ledger)
        guard turn % 10 == 0 else { continue }
        guard case .intact(_, let records, _) = try await ledger.verdict() else {
          Issue.record("turn \(turn): \(try await ledger.verdict())")
          return
        }
        #expect(records == Int64(history.people.count))
      }
      let grades = try await ledger.database.read { try $0.rows("SELECT id, grade FROM people ORDER BY id") }
      #expect(
        grades.map(\.values)
          == history.people.sorted { $0.key < $1.key }.map { [.integer($0.key), .integer($0.value)] })
      let mutation = history.mutation()
      #expect(try await ledger.tamper(mutation) >= 1)
      if case .intact = try await ledger.verdict() { Issue.record("not found: \(mutation)") }
    }
  }
}

/// Deeds and misdeeds by dice, with a model of what must be there.
private struct RandomHistory {
  var dice: SeededDice
  var people: [Int64: Int64] = [:]
  private var lastID: Int64 = 0

  init(dice: SeededDice) { self.dice = dice }

  mutating func go(on ledger: Ledger) async throws {
    let isBatch = dice.roll(below: 3) == 0
    var steps: [@Sendable (Recording) throws -> Void] = []
    for _ in 0...dice.roll(below: isBatch ? 20 : 4) { steps.append(step()) }
    let todo = steps
    let work: @Sendable (Recording) throws -> Void = { recording in for step in todo { try step(recording) } }
    if isBatch { try await ledger.recordBatch(work) } else { try await ledger.record(work) }
    if dice.roll(below: 10) == 0 { try await ledger.note() }
  }

  private mutating func step() -> @Sendable (Recording) throws -> Void {
    let known = people.keys.sorted()
    let (choice, grade) = (dice.roll(below: 4), Int64(dice.roll(below: 3)))
    if known.isEmpty || choice < 2 {
      lastID += 1
      let id = lastID
      people[id] = grade
      return { try $0.insert(Ledger.person(id, grade: grade), into: Ledger.people) }
    }
    let id = known[dice.roll(below: known.count)]
    people[id] = choice == 2 ? grade : nil
    if choice == 2 { return { try $0.update(Ledger.person(id, grade: grade), in: Ledger.people) } }
    return { try $0.delete([.integer(id)], from: Ledger.people) }
  }

  mutating func mutation() -> SQL {
    let known = people.keys.sorted()
    let id = known[dice.roll(below: known.count)]
    let entry = 1 + dice.roll(below: 20)
    let all: [SQL] = [
      "DELETE FROM people WHERE id = \(id)", "UPDATE people SET grade = grade + 1 WHERE id = \(id)",
      "UPDATE people SET id = 99999 WHERE id = \(id)", "UPDATE people SET phone = NULL WHERE id = \(id)",
      "UPDATE people SET entry = entry + 1 WHERE id = \(id)", "DELETE FROM journal WHERE number = \(entry)",
      "UPDATE journal SET actor = actor + 1 WHERE number = \(entry)",
      "UPDATE journal SET details = details || ' ' WHERE number = \(entry)",
      "UPDATE journal SET superseded = superseded || ' ' WHERE number = \(entry)",
      "UPDATE journal_head SET number = number - 1",
    ]
    return all[dice.roll(below: all.count)]
  }
}
