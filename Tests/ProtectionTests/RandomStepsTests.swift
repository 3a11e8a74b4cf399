import Access
import Fixtures
import Kernel
import Ledgers
import Matters
import MattersStore
import Protection
import ProtectionStore
import Storage
import Testing

@Suite struct `Any steps in any order` {
  /// A way to file a matter of each procedure; a procedure that joins the book joins this list.
  static let filings: [MatterFiling] = [
    MatterFiling("window-ticket", texts: `A window ticket`.texts),
    MatterFiling("rights-aid", texts: `Rights-protection aid`.texts, files: `Rights-protection aid`.files),
    ProtectionZone.problem(),
    MatterFiling("volunteer", texts: ["name": "张三", "phone": "13800000000", "field": "law", "hours": "4"]),
    MatterFiling("mediation", texts: DisputeZone.dispute.merging(["respondent_code": Cast.agencyCode]) { $1 }),
    MatterFiling("complaint", texts: DisputeZone.complaint), MatterFiling("complaint", texts: DisputeZone.report),
  ]

  @Test func `are tried of every procedure`() {
    #expect(Set(Self.filings.map(\.procedure)) == Set(ProtectionZone.book.all.map(\.procedure.head.code)))
  }

  @Test(arguments: filings.indices, [DatabaseKind.memory, .postgres])
  func `keep to the chart, lose no row, and leave no clock running at the end`(_ place: Int, _ kind: DatabaseKind)
    async throws
  {
    let filing = Self.filings[place]
    try await ProtectionZone.with(kind) { zone in
      var dice = SeededDice(seed: UInt64(place + 1))
      for round in 1...(kind == .memory ? 12 : 3) {
        var filing = filing
        if filing.procedure == "problem-visit" { filing.texts["problem"] = "问题 \(round)" }
        let filer = filing.onBehalfOf == nil ? Cast.firm : Cast.staff
        let id = try await zone.desk().file(filing, by: filer).id
        try await RandomWalk(zone: zone, id: id).run(&dice)
      }
      #expect(try await zone.isIntact())
    }
  }
}

/// Tries steps as they fall, by whoever comes, and looks at the matter after each.
private struct RandomWalk {
  let zone: ProtectionZone
  let id: ID<Matter>

  func run(_ dice: inout SeededDice) async throws {
    var file = try await zone.file(of: id)
    let procedure = file.procedure
    let people = [Cast.firm, Cast.staff, Cast.agency, Cast.helper, Cast.stranger]
    for _ in 1...40 {
      let step = procedure.steps[dice.roll(below: procedure.steps.count)]
      let account = people[dice.roll(below: people.count)]
      let entries = try await zone.count("SELECT COUNT(*) FROM journal")
      let expected = procedure.after(step.code, at: file.matter.stage)
      let refused = try await refusals {
        try await zone.desk().take(step.code, on: id, Self.given(for: step), seen: nil, by: account)
      }
      let new = try await zone.file(of: id)
      let more = try await zone.count("SELECT COUNT(*) FROM journal") - entries
      if refused.isEmpty {
        #expect(new.matter.stage == expected, "\(step.code) at \(file.matter.stage)")
        #expect(more == 1)
        #expect(new.timeline.count == file.timeline.count + 1)
      } else {
        #expect(new.matter == file.matter, "\(refused)")
        #expect(more == 0)
      }
      try await look(at: new)
      file = new
    }
  }

  private func look(at file: MatterFile) async throws {
    let stage = try #require(file.procedure.stage(file.matter.stage))
    #expect(file.matter.end == stage.end)
    #expect((file.matter.closedAt == nil) == (stage.end == nil))
    #expect(try await zone.count("SELECT COUNT(*) FROM matter_events WHERE matter = \(id)") == file.matter.events)
    if stage.end != nil {
      #expect(file.clocks.filter(\.isOpen).isEmpty)
      #expect(file.matter.due == nil)
    }
  }

  /// Something that every field of `step` takes.
  private static func given(for step: StepEntry) -> StepGiven {
    var texts: [String: String] = [:]
    for field in step.fields {
      texts[field.name] =
        switch field.sort {
        case .text, .lines: "甲"
        case .day: "2026-09-28"
        case .whole(let range): "\(range.lowerBound)"
        case .hundredths, .money, .share: "1%"
        case .choice(let choices), .choices(let choices): choices[0].code
        case .flag: "是"
        case .creditCode: Cast.firmCode
        case .organisation(let ledger): ledger == "institutions" ? Cast.agencyCode : Cast.firmCode
        case .person: "1"
        }
    }
    return StepGiven(texts: texts, reason: "理由", named: step.appoints == nil ? [] : [Cast.helper.id])
  }
}
