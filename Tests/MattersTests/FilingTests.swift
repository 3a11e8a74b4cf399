import Access
import Fixtures
import Kernel
import Matters
import MattersStore
import Storage
import Testing

@Suite struct `Filing` {
  @Test(arguments: DatabaseKind.shared)
  func `numbers without gaps, also where two file at once and some are refused`(_ kind: DatabaseKind) async throws {
    try await KeyZone.with(kind) { zone in
      let desk = try zone.desk()
      let asker = zone.people.asker
      let numbers = try await withThrowingTaskGroup(of: Int?.self) { group in
        for place in 0..<30 {
          group.addTask {
            let room = place % 3 == 0 ? "" : "\(place)"
            return try? await desk.file(MatterFiling("keys", texts: ["room": room]), by: asker).number.serial
          }
        }
        return try await group.reduce(into: [Int]()) { all, number in if let number { all.append(number) } }
      }
      // Ten of thirty name no room.
      #expect(numbers.sorted() == Array(1...20))
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `leaves the whole matter or nothing, wherever it is broken off`(_ kind: DatabaseKind) async throws {
    try await KeyZone.with(kind) { zone in
      let texts = ["room": "101", "neighbour": KeyPeople.neighbourCode]
      let filed = try await failEverywhere(on: zone.database) { database in
        try await zone.desk(database).file(MatterFiling("keys", texts: texts), by: zone.people.asker)
      }.result
      #expect(filed.number.description == "YS-2026-00001")
      try await failEverywhere(on: zone.database) { database in
        try await zone.desk(database).take(
          "ask", on: filed.id, StepGiven(reason: "请说明"), seen: nil, by: zone.people.keeper)
      }
      try await failEverywhere(on: zone.database) { database in
        try await zone.desk(database).assign(filed.id, to: zone.people.keeper.id, seen: nil, by: zone.people.keeper)
      }
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `begins with the draft, which is the person's own and gone once filed`(_ kind: DatabaseKind) async throws {
    try await KeyZone.with(kind) { zone in
      let (desk, people) = (try zone.desk(), zone.people)
      try await desk.save(["room": "101", "unasked": "x"], of: "keys", by: people.asker)
      try await desk.save(["room": "102", "unasked": "x"], of: "keys", by: people.asker)
      #expect(try await desk.begin("keys", by: people.asker).texts == ["room": "102"])
      #expect(try await desk.begin("keys", by: people.stranger).texts == [:])
      #expect(try await desk.drafts(by: people.asker).count == 1)
      _ = try await desk.file(MatterFiling("keys", texts: ["room": "102"]), by: people.asker)
      #expect(try await desk.drafts(by: people.asker).isEmpty)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `gives a code that opens the matter, and keeps nobody's name where none was left`(_ kind: DatabaseKind)
    async throws
  {
    try await KeyZone.with(kind) { zone in
      let (desk, people) = (try zone.desk(), zone.people)
      var filing = MatterFiling("keys", texts: ["room": "101"])
      filing.isAnonymous = true
      let filed = try await desk.file(filing, by: people.asker)
      let visitor = Account.visitor([.readGuides])
      #expect(try await desk.status(filed.code.grouped.lowercased(), by: visitor).number == filed.number)
      for wrong in ["", "ABCD-EFGH-JKLM-NPQR", filed.number.description, filed.code.text + "A"] {
        #expect(try await refusals { try await desk.status(wrong, by: visitor) } == ["matters.wrong-code"])
      }
      // Not even who filed it finds it among the own matters.
      #expect(try await desk.own(by: people.asker).matters.isEmpty)
      let file = try await desk.find(filed.id, by: people.keeper)
      #expect(file.matter.filer == nil && file.matter.applicant == nil)
      #expect(file.timeline.allSatisfy { $0.event.account == nil && $0.name == nil })
    }
  }
}
