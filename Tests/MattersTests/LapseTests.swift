import Access
import Fixtures
import Foundation
import Kernel
import Ledgers
import Matters
import MattersStore
import Rules
import Storage
import Testing

@Suite struct `The zone's own steps` {
  private static let locked = LapseRefusal()
  private static let late = Date.monday.addingTimeInterval(86_400 * 13)

  /// Rooms that are called «locked» cannot be closed.
  private static func book(isLocked: Bool = true) -> [KeptProcedure] {
    [
      KeptProcedure(
        LapseCase.self,
        check: { step, taken, _ in
          isLocked && step == .lapse && taken.answers.text("room") == "locked" ? [locked] : []
        })
    ]
  }

  @Test(arguments: DatabaseKind.all)
  func `hold up no other matter where one of them is refused, and the matter says why`(_ kind: DatabaseKind)
    async throws
  {
    try await KeyZone.with(kind) { zone in
      let people = zone.people
      let system = Account.system([.runClocks])
      let desk = try zone.desk(at: Self.late, book: Self.book())
      var ids: [ID<Matter>] = []
      for room in ["1", "locked", "2", "locked", "3"] {
        ids.append(
          try await zone.desk(book: Self.book()).file(MatterFiling("lapses", texts: ["room": room]), by: people.asker)
            .id)
      }
      // Fewer at once than there are: all are come to.
      #expect(try await desk.runClocks(limit: 2, by: system) == 5)
      func stages() async throws -> [String] {
        var found: [String] = []
        for id in ids { found.append(try await desk.find(id, by: people.keeper).matter.stage) }
        return found
      }
      #expect(try await stages() == ["over", "open", "over", "open", "over"])
      let file = try await desk.find(ids[1], by: people.keeper)
      #expect(file.timeline.map(\.event.sort) == [.filed, .lapsed, .note])
      let note = try #require(file.timeline[2].event.reason)
      #expect(ZoneNote(note).words == Phrase(zh: "期限届满：房间已锁", en: "Time is over: The room is locked"))
      #expect(file.timeline[2].words.zh == "平台未能自动办理")
      // Whoever filed it learns that the time is over, and no more.
      let own = try await desk.find(ids[1], by: people.asker)
      #expect(own.timeline.map(\.event.sort) == [.filed, .lapsed])
      // It is tried again at each run, and says so once.
      #expect(try await desk.runClocks(by: system) == 0)
      #expect(try await desk.find(ids[1], by: people.keeper).timeline.count == 3)
      #expect(try await zone.desk(at: Self.late, book: Self.book(isLocked: false)).runClocks(by: system) == 2)
      #expect(try await stages() == Array(repeating: "over", count: 5))
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `are taken of all others where the database fails at one`(_ kind: DatabaseKind) async throws {
    try await KeyZone.with(kind) { zone in
      let system = Account.system([.runClocks])
      for room in ["1", "2", "3"] {
        _ = try await zone.desk(book: Self.book()).file(
          MatterFiling("lapses", texts: ["room": room]), by: zone.people.asker)
      }
      // The first statement looks for matters; the tenth is in the middle of the first of them.
      let faulty = FaultyDatabase(zone.database, failing: 10)
      await #expect(throws: InjectedFault.self) {
        try await zone.desk(faulty, at: Self.late, book: Self.book()).runClocks(by: system)
      }
      let open = try await zone.database.read { try $0.count("SELECT COUNT(*) FROM matters WHERE closed_at IS NULL") }
      #expect(open == 1)
      #expect(try await zone.desk(at: Self.late, book: Self.book()).runClocks(by: system) == 1)
      #expect(try await zone.isIntact())
    }
  }
}

private struct LapseRefusal: Refusal {
  var kind: RefusalKind { .conflict }
  var code: String { "test.locked" }
  var phrase: Phrase { Phrase(zh: "房间已锁", en: "The room is locked") }
}

/// A procedure of the tests that ends with its time.
private enum LapseCase: ProcedureDeclaration {
  static let room = Question.line("room", Phrase(zh: "房间", en: "Room")).required
  static let head = ProcedureHead(
    code: "lapses", letters: "JS", name: Phrase(zh: "到期", en: "Lapse"), purpose: Phrase(zh: "试", en: "test"),
    audience: Phrase(zh: "试", en: "test"), basis: Phrase(zh: "试", en: "test"), filers: .askForKeys,
    handlers: .lendKeys)
  static let form = [FormPart(Phrase(zh: "房间", en: "Room"), [room.field])]
  static let start = Stage.open
  static let clocks = [
    Clock<Stage>("time", Phrase(zh: "期限", en: "Time"), rule: "service.volunteer.decisionDays", while: [.open])
  ]

  enum Stage: String, ProcedureStage {
    case open, over

    var phrase: Phrase { Phrase(zh: rawValue, en: rawValue) }
    var status: Phrase { phrase }
    var end: MatterEnd? { self == .over ? .ended : nil }
  }

  enum Step: String, ProcedureStep {
    case lapse = "lapse-time"

    var phrase: Phrase { Phrase(zh: "期限届满", en: "Time is over") }
    var takers: Set<Taker> { [.zone] }
  }

  static func after(_ step: Step, at stage: Stage) -> Stage? { stage == .open ? .over : nil }
}
