import Access
import Fixtures
import Foundation
import Kernel
import Matters
import MattersStore
import Storage
import Testing

@Suite struct `Working on a matter` {
  @Test(arguments: DatabaseKind.all)
  func `is for those without a tie, and ends with a recusal`(_ kind: DatabaseKind) async throws {
    try await KeyZone.with(kind) { zone in
      let (desk, people) = (try zone.desk(), zone.people)
      let id = try await zone.file(["room": "101", "neighbour": KeyPeople.neighbourCode]).id
      #expect(try await desk.assignable(id, by: people.keeper).map(\.name) == ["管钥人", "同事"])
      #expect(
        try await refusals { try await desk.assign(id, to: people.tied.id, seen: nil, by: people.keeper) }
          == ["matters.not-a-candidate"])
      // Only who was assigned the matter lends the key.
      #expect(
        try await refusals { try await desk.take("lend", on: id, StepGiven(), seen: nil, by: people.keeper) }
          == ["matters.not-yours"])
      try await desk.assign(id, to: people.keeper.id, seen: nil, by: people.keeper)
      try await desk.recuse(id, because: "亲属", seen: nil, by: people.keeper)
      #expect(try await refusals { try await desk.find(id, by: people.keeper) } == ["matters.unknown"])
      #expect(try await desk.queue(MatterFilter(), by: people.keeper).matters.isEmpty)
      #expect(try await desk.find(id, by: people.colleague).matter.handler == nil)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is the organisation's, and no more who filed it once the mandate is over`(_ kind: DatabaseKind) async throws {
    try await KeyZone.with(kind) { zone in
      let (desk, agent) = (try zone.desk(), zone.people.neighbour)
      let id = try await zone.file(["room": "101", "secret": "底线甲"], by: agent).id
      #expect(try await desk.find(id, by: agent).standing.sides == [.filer])
      let former = Account(
        id: agent.id, standing: .person, name: agent.name, displayName: agent.displayName, roles: [],
        permissions: agent.permissions.union([.workOnMatters, .lendKeys]), mandate: nil)
      #expect(try await refusals { try await desk.find(id, by: former) } == ["matters.unknown"])
      #expect(try await desk.own(by: former).matters.isEmpty)
      #expect(try await desk.own(by: agent).count == 1)
      #expect(try await desk.opened([id], by: former).isEmpty)
      #expect(try await desk.queue(MatterFilter(), by: former).matters.isEmpty)
      // What they file for themselves stays theirs, whomever they act for.
      let own = try await zone.file(["room": "102"], by: former).id
      #expect(try await desk.find(own, by: agent).standing.sides == [.filer])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `shows each side what concerns it, and never the other's confidence`(_ kind: DatabaseKind) async throws {
    try await KeyZone.with(kind) { zone in
      let (desk, people) = (try zone.desk(), zone.people)
      let id = try await zone.file(["room": "101", "neighbour": KeyPeople.neighbourCode, "secret": "底线甲"]).id
      try await desk.take(
        "confide", on: id, StepGiven(texts: ["word": "底线乙"]), seen: nil, by: people.neighbour)
      try await desk.note("笔记丙", isShared: false, on: id, by: people.neighbour)
      try await desk.note("笔记丁", isShared: true, on: id, by: people.keeper)
      func seen(by account: Account) async throws -> String {
        let file = try await desk.find(id, by: account)
        return "\(file.application) \(file.timeline) \(file.matter) \(file.files)"
      }
      let theirs = try await seen(by: people.neighbour)
      #expect(theirs.contains("底线乙") && theirs.contains("笔记丙") && theirs.contains("笔记丁"))
      #expect(!theirs.contains("底线甲") && !theirs.contains("借钥人"))
      let own = try await seen(by: people.asker)
      #expect(own.contains("底线甲") && own.contains("笔记丁"))
      #expect(!own.contains("底线乙") && !own.contains("笔记丙"))
      #expect(try await refusals { try await desk.find(id, by: people.stranger) } == ["matters.unknown"])
      // Who acts for a side is no staff of the matter, whatever else they may do.
      #expect(try await !desk.find(id, by: people.tied).standing.isStaff)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `tells of a last day once, stands still while something is asked, and stops at the end`(_ kind: DatabaseKind)
    async throws
  {
    try await KeyZone.with(kind) { zone in
      let people = zone.people
      let id = try await zone.file().id
      // Five working days from 28 September 2026.
      #expect(try await zone.desk().find(id, by: people.keeper).matter.due?.day == Day("2026-10-10"))
      let system = Account.system([.runClocks])
      #expect(try await zone.desk().runClocks(by: system) == 0)
      let late = Date.monday.addingTimeInterval(86_400 * 13)
      #expect(try await zone.desk(at: late).runClocks(by: system) == 1)
      #expect(try await zone.desk(at: late).runClocks(by: system) == 0)
      try await zone.desk(at: late).take("refuse", on: id, StepGiven(reason: "没有钥匙"), seen: nil, by: people.keeper)
      let file = try await zone.desk().find(id, by: people.keeper)
      #expect(file.clocks.allSatisfy { !$0.isOpen } && file.matter.due == nil)
      #expect(file.timeline.map(\.event.sort) == [.filed, .lapsed, .step])
      #expect(
        try await refusals { try await zone.desk().note("x", isShared: true, on: id, by: people.keeper) }
          == ["matters.closed"])
      #expect(try await zone.isIntact())
    }
  }

  @Test func `refuses what somebody has not seen`() async throws {
    try await KeyZone.with(.memory) { zone in
      let (desk, people) = (try zone.desk(), zone.people)
      let id = try await zone.file().id
      let seen = try await desk.find(id, by: people.keeper).matter.revision
      try await desk.assign(id, to: people.colleague.id, seen: seen, by: people.keeper)
      #expect(
        try await !refusals { try await desk.assign(id, to: people.keeper.id, seen: seen, by: people.keeper) }.isEmpty)
    }
  }
}
