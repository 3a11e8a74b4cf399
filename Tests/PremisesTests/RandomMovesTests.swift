import Access
import Fixtures
import Kernel
import Ledgers
import Matters
import MattersStore
import Premises
import PremisesStore
import Storage
import Testing

@Suite struct `Any steps of moving in any order` {
  @Test(arguments: [DatabaseKind.memory, .postgres])
  func `keep to the chart, lose no row, and leave no clock running at the end`(_ kind: DatabaseKind) async throws {
    try await MoveZone.with(kind) { zone in
      var dice = SeededDice(seed: 7)
      var ends: Set<String> = []
      // Most applications fail; whoever got a room asks to leave until it has left.
      for _ in 1...40 where !ends.contains("admitted") { ends.insert(try await zone.wander(zone.apply(), &dice)) }
      #expect(ends.contains("admitted"), "\(ends)")
      let wish = ["ground": "own", "wanted_last": "2026-12-31"]
      for _ in 1...40 where !ends.contains("left") { ends.insert(try await zone.wander(zone.leave(wish), &dice)) }
      #expect(ends.contains("left"), "\(ends)")
    }
  }
}

extension MoveZone {
  /// Mostly takes what somebody may, towards an end; sometimes anybody tries anything.
  ///
  /// - Returns: where it stands at the end.
  fileprivate func wander(_ id: ID<Matter>, _ dice: inout SeededDice) async throws -> String {
    let people =
      [Movers.agency, Movers.centre, Movers.base, Movers.rival, .system([.fileMatters])] + Movers.panel.prefix(3)
    var file = try await matters.find(id, by: Movers.centre)
    for _ in 1...200 where file.matter.end == nil {
      let account = people[dice.roll(below: people.count)]
      let own = (try? await matters.find(id, by: account))?.steps ?? []
      let ways = own.filter { !$0.needsReason && $0.code != "withdraw" || dice.roll(below: 12) == 0 }
      let steps = ways.isEmpty ? dice.roll(below: 5) == 0 ? file.procedure.steps : [] : ways
      guard !steps.isEmpty else { continue }
      let step = steps[dice.roll(below: steps.count)]
      let entries = try await entryCount()
      let expected = file.procedure.after(step.code, at: file.matter.stage)
      let given = await given(for: step, of: id, by: account)
      let refused = try await refusals { try await matters.take(step.code, on: id, given, seen: nil, by: account) }
      let new = try await matters.find(id, by: Movers.centre)
      if refused.isEmpty {
        #expect(new.matter.stage == expected, "\(step.code) at \(file.matter.stage)")
        #expect(new.timeline.count == file.timeline.count + 1)
      } else {
        #expect(new.matter == file.matter, "\(refused)")
      }
      #expect(try await entryCount() == entries + (refused.isEmpty ? 1 : 0))
      let stage = try #require(new.procedure.stage(new.matter.stage))
      #expect(new.matter.end == stage.end && (new.matter.closedAt == nil) == (stage.end == nil))
      if stage.end != nil { #expect(new.matter.due == nil && new.clocks.filter(\.isOpen).isEmpty) }
      file = new
    }
    return file.matter.stage
  }

  private func entryCount() async throws -> Int {
    try await database.read { try $0.count("SELECT COUNT(*) FROM journal") }
  }

  /// What the form begins with, and something that every other field takes.
  private func given(for step: StepEntry, of id: ID<Matter>, by account: Account) async -> StepGiven {
    let prepared = try? await matters.prepare(step.code, on: id, by: account)
    var texts = prepared?.texts ?? [:]
    for field in step.fields where texts[field.name] == nil {
      texts[field.name] =
        switch field.sort {
        case .text, .lines: prepared?.offers[field.name]?.first?.code ?? "甲"
        case .day: field.name == "lease_end" ? "2029-01-01" : "2026-11-23"
        case .whole(let range): "\(range.lowerBound)"
        case .choice(let choices), .choices(let choices): choices[0].code
        case .flag: "是"
        case .hundredths, .money, .share, .creditCode, .organisation, .person: "1"
        }
    }
    return StepGiven(
      texts: texts, reason: "理由", named: step.appoints == nil ? [] : Movers.panel.prefix(3).map(\.id))
  }
}
