import Access
import Fixtures
import Foundation
import Kernel
import Matters
import MattersStore
import Storage
import Testing

@Suite struct `A calendar of last days` {
  private let visitor = Account.visitor([.readGuides])

  @Test(arguments: DatabaseKind.all)
  func `is read at a private address by anybody who has it, and at no other`(_ kind: DatabaseKind) async throws {
    try await KeyZone.with(kind) { zone in
      let (desk, people) = (try zone.desk(), zone.people)
      _ = try await zone.file(["room": "101"])
      #expect(try await desk.calendar(by: people.asker) == nil)
      let token = try await desk.renewCalendar(in: .en, by: people.asker).text
      // 256 random bits.
      #expect(token.count == 64 && Set(token).count > 8)
      let feed = try await desk.feed(token, by: visitor)
      #expect(feed.language == .en && feed.deadlines.map(\.number.description) == ["YS-2026-00001"])
      for wrong in ["", "1", String(token.dropLast()), token + "0", token.uppercased(), "%", "' OR 1=1"] {
        #expect(try await refusals { try await desk.feed(wrong, by: visitor) } == ["matters.no-such-calendar"])
      }
      // Kept nowhere.
      let kept = try await zone.database.read { try $0.rows("SELECT token_hash FROM calendar_feeds") }
      #expect(kept.count == 1 && kept.allSatisfy { $0.values != [.text(token)] })
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `ends with its revocation, its renewal, and the account's work`(_ kind: DatabaseKind) async throws {
    try await KeyZone.with(kind) { zone in
      let (desk, people) = (try zone.desk(), zone.people)
      let first = try await desk.renewCalendar(in: .zh, by: people.asker).text
      let second = try await desk.renewCalendar(in: .zh, by: people.asker).text
      let gone = ["matters.no-such-calendar"]
      #expect(try await refusals { try await desk.feed(first, by: visitor) } == gone)
      #expect(try await refusals { try await desk.feed(second, by: visitor) } == [])
      #expect(
        try await refusals { try await zone.desk(without: people.asker).feed(second, by: visitor) } == gone)
      try await desk.revokeCalendar(by: people.asker)
      #expect(try await refusals { try await desk.feed(second, by: visitor) } == gone)
      #expect(try await desk.calendar(by: people.asker) == nil)
      // Nothing is left to revoke, and nothing is written down of it.
      let before = try await zone.database.read { try $0.count("SELECT COUNT(*) FROM journal") }
      try await desk.revokeCalendar(by: people.asker)
      #expect(try await zone.database.read { try $0.count("SELECT COUNT(*) FROM journal") } == before)
      #expect(
        try await zone.database.read { db in
          try db.count("SELECT COUNT(*) FROM journal WHERE action LIKE 'matters.%calendar'")
        } == 3)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `has the same entries after a renewal, and says for a month what has ended`(_ kind: DatabaseKind) async throws {
    try await KeyZone.with(kind) { zone in
      let (desk, people) = (try zone.desk(), zone.people)
      let id = try await zone.file(["room": "101"]).id
      func entries(_ token: String, days: Double = 0) async throws -> [MatterDeadline] {
        try await zone.desk(at: .monday + days * 86_400).feed(token, by: visitor).deadlines
      }
      let before = try await entries(desk.renewCalendar(in: .zh, by: people.asker).text)
      let token = try await desk.renewCalendar(in: .zh, by: people.asker).text
      let after = try await entries(token)
      #expect(before.map(\.matter) == after.map(\.matter) && after.map(\.clock) == ["decision"])
      #expect(after.map(\.run) == [1] && !after[0].hasEnded)
      try await desk.take("refuse", on: id, StepGiven(reason: "已借出"), seen: nil, by: people.keeper)
      let ended = try await entries(token)
      #expect(ended.map(\.matter) == [id] && ended[0].hasEnded && ended[0].revision > after[0].revision)
      #expect(try await entries(token, days: 30).count == 1)
      #expect(try await entries(token, days: 31).isEmpty)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `holds what somebody works on and what is their own, and nobody else's`(_ kind: DatabaseKind) async throws {
    try await KeyZone.with(kind) { zone in
      let (desk, people) = (try zone.desk(), zone.people)
      let id = try await zone.file(["room": "101", "neighbour": KeyPeople.neighbourCode]).id
      try await desk.assign(id, to: people.keeper.id, seen: nil, by: people.keeper)
      func count(of person: Account) async throws -> Int {
        try await desk.feed(desk.renewCalendar(in: .zh, by: person).text, by: visitor).deadlines.count
      }
      #expect(try await count(of: people.keeper) == 1)
      #expect(try await count(of: people.asker) == 1)
      #expect(try await count(of: people.neighbour) == 1)
      #expect(try await count(of: people.stranger) == 0)
      #expect(try await count(of: people.colleague) == 0)
    }
  }
}
