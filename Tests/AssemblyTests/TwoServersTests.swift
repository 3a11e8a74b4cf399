import Access
import AccessStore
import Assembly
import Fixtures
import Foundation
import HTTPTypes
import Kernel
import PortalFixtures
import Storage
import Synchronization
import Testing
import Web

@Suite(.enabled(if: DatabaseKind.all.contains(.postgres))) struct `Two servers on one database` {
  @Test func `know each other's sessions, forms and tokens`() async throws {
    try await pair { first, second in
      let cookie = try await first.session(.centreStaff)
      let there = second.visitor()
      there.setCookie(sessionCookie, cookie)
      #expect(try await there.get("/mandates").status == .ok)
      // A form that one shows is taken by the other: for people who have signed in, and for visitors.
      let here = first.visitor()
      here.setCookie(sessionCookie, cookie)
      let shown = try #require(try await here.get("/account/profile").formToken)
      let changed = try await there.submit(
        "/account/profile", [("form-token", shown), ("display-name", "赵敏"), ("email", ""), ("phone", "")])
      #expect(changed.status == .seeOther)
      #expect(try await here.get("/account").text.contains("赵敏"))
      let visitor = first.visitor()
      let asked = try #require(try await visitor.get("/sign-in").formToken)
      let stranger = second.visitor()
      stranger.setCookie("ipzone-visit", visitor.cookie("ipzone-visit"))
      let answer = try await stranger.submit(
        "/sign-in", [("form-token", asked), ("name", "nobody"), ("password", "wrong horse battery")])
      #expect(answer.status == .unprocessableContent)
      let value = try await token(first, .member)
      let program = PortalClient(second.responder, token: value)
      #expect(try await program.get("/api/v1/me").status == .ok)
      _ = try await here.post("/sign-out", [], from: "/account/profile")
      #expect(try await there.get("/mandates").status == .seeOther)
    }
  }

  @Test func `write in turn, and the journal stays whole`() async throws {
    try await pair { first, second in
      let account = try await account(first)
      let made = try await withThrowingTaskGroup(of: Int.self) { group in
        for number in 0..<60 {
          let desk = (number.isMultiple(of: 2) ? first : second).zone.access
          group.addTask {
            _ = try await desk.createToken("\(number)", scopes: ["access.own"], days: 1, by: account)
            return number
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(made.count == 60)
      #expect(try await first.count("tokens") == 60)
      #expect(try await first.isIntact())
      #expect(try await second.isIntact())
    }
  }

  @Test(arguments: [End.closed, .cutOff])
  func `lose nothing that was acknowledged when one ends in the middle`(_ end: End) async throws {
    try await pair { first, second in
      let account = try await account(first)
      let acknowledged = Acknowledged()
      await withTaskGroup(of: Void.self) { group in
        for number in 0..<80 {
          let isSecond = number.isMultiple(of: 2)
          let desk = (isSecond ? second : first).zone.access
          group.addTask {
            // What the closing server refuses was not acknowledged.
            guard
              (try? await desk.createToken("\(number)", scopes: ["access.own"], days: 1, by: account)) != nil
            else { return #expect(isSecond) }
            if acknowledged.add("\(number)") == 20 { try? await self.end(second, end, seenBy: first) }
          }
        }
      }
      let kept = try await first.zone.access.tokens(by: account).map(\.label)
      #expect(acknowledged.all.isSubset(of: kept))
      #expect(kept.count >= 40)
      #expect(try await first.isIntact())
    }
  }

  /// How a server goes: in order, or with the plug pulled, so that the database drops what it had not committed.
  enum End: Sendable { case closed, cutOff }

  private func end(_ zone: TestZone, _ end: End, seenBy other: TestZone) async throws {
    switch end {
    case .closed: try await zone.zone.close()
    case .cutOff:
      let cut = try await other.zone.database.write { db in
        try db.rows(
          """
          SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
          WHERE application_name = \(Self.name(of: zone))
          """
        ).first.map { row in
          var columns = row.columns
          return try columns.integer()
        }
      }
      #expect((cut ?? 0) > 0)
    }
  }

  /// What the database calls the connections of a zone.
  private static func name(of zone: TestZone) -> String {
    String(zone.zone.place.directory.suffix(36))
  }

  private func account(_ zone: TestZone) async throws -> Account {
    let session = try await zone.session(.member)
    return try #require(try await zone.zone.access.resolve(session: session)).0
  }

  /// Two processes as far as the zone can tell: folders, clocks and dice of their own, one database and one key.
  private func pair(_ work: (TestZone, TestZone) async throws -> Void) async throws {
    try await DatabaseKind.postgres.withPlace { place in
      guard case .postgres(let url) = place else { return }
      try await TestZone.inFolder { one in
        try await TestZone.inFolder { two in
          let (here, there) = (
            ZonePlace(directory: one, server: url),
            ZonePlace(directory: two, server: url + "&application_name=\(two.suffix(36))")
          )
          let first = try await TestZone(here, clock: TestClock(seed: 1))
          try FileManager.default.copyItem(atPath: here.keyFile, toPath: there.keyFile)
          let second = try await TestZone(there, clock: TestClock(seed: 2))
          #expect(first.zone.record.node != second.zone.record.node)
          try await first.zone.access.createDemonstrationLogins(by: first.zone.console)
          try await work(first, second)
          try await second.zone.close()
          try await first.zone.close()
        }
      }
    }
  }
}

private final class Acknowledged: Sendable {
  private let held = Mutex<Set<String>>([])

  var all: Set<String> { held.withLock { $0 } }

  /// - Returns: how many there are now.
  func add(_ label: String) -> Int {
    held.withLock { held in
      held.insert(label)
      return held.count
    }
  }
}
