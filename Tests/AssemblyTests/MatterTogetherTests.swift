import Access
import AccessStore
import Assembly
import Fixtures
import Foundation
import HTTPTypes
import Journal
import JournalStore
import Kernel
import Matters
import MattersStore
import Notices
import NoticesStore
import PortalFixtures
import Storage
import Testing

@Suite struct `Matters that several work on, or one twice` {
  @Test(arguments: [DatabaseKind.file, .postgres])
  func `take one of two equal steps at once, and refuse the other with words`(_ kind: DatabaseKind) async throws {
    try await MatterCast.with(kind) { cast in
      for number in 1...6 {
        let matter = try await cast.file(try cast.pattern("complaint", where: { $0["demand"] != nil }), number: number)
        let procedure = try await cast.file(of: matter).procedure
        let staff = cast.staff(of: procedure)
        let step = try #require(procedure.step(number.isMultiple(of: 2) ? "refuse" : "request-correction"))
        let given = try await cast.given(for: step, on: matter)
        let refusals = try await withThrowingTaskGroup(of: String?.self) { group in
          for _ in 1...5 {
            group.addTask {
              do {
                try await cast.desk.take(step.code, on: matter.id, given, seen: nil, by: staff)
                return nil
              } catch let refusal as any Refusal {
                return refusal.code
              }
            }
          }
          return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(refusals.count { $0 == nil } == 1, "\(refusals)")
        #expect(refusals.compactMap(\.self).allSatisfy { $0 == "matters.not-now" }, "\(refusals)")
        #expect(try await cast.file(of: matter).matter.events == 2)
      }
      #expect(try await cast.zone.isIntact())
    }
  }

  /// Steps that lead to where the matter stands can be taken again; at once, each is its own event.
  @Test(arguments: [DatabaseKind.file, .postgres])
  func `lose no word of those who write at once`(_ kind: DatabaseKind) async throws {
    try await MatterCast.with(kind) { cast in
      let matter = try await cast.file(try cast.pattern("complaint", where: { $0["demand"] != nil }), number: 1)
      let staff = cast.staff(of: try await cast.file(of: matter).procedure)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 1...10 {
          group.addTask {
            try await cast.desk.note("第 \(number) 条", isShared: true, on: matter.id, by: staff)
          }
        }
        try await group.waitForAll()
      }
      let file = try await cast.file(of: matter)
      #expect(file.timeline.map(\.event.place) == Array(1...11))
      #expect(Set(file.timeline.compactMap(\.event.reason)) == Set((1...10).map { "第 \($0) 条" }))
    }
  }

  @Test func `are not changed by a page that is old, and say so`() async throws {
    try await MatterCast.with(.file) { cast in
      let matter = try await cast.file(try cast.pattern("complaint", where: { $0["demand"] != nil }), number: 1)
      let (one, two) = (try await cast.zone.signedIn(.regulator), try await cast.zone.signedIn(.inspector))
      let path = "/matters/\(matter.id)/steps/accept-to-mediate"
      let shown = try await one.get(path)
      let (token, revision) = (try #require(shown.formToken), try #require(shown.hiddenValue("revision")))
      // Meanwhile a colleague writes something down.
      _ = try await two.post("/matters/\(matter.id)/note", [("note", "已电话联系"), ("readers", "staff")])
      let fields = [("form-token", token), ("revision", revision), ("respondent_code", "91320115MA1X000027")]
      let late = try await one.submit(path, fields)
      #expect(late.status == .conflict)
      #expect(try await cast.file(of: matter).matter.stage == "filed")
      // The page that is shown then is up to date.
      let mended = try await one.post(
        path,
        [
          ("revision", try #require(try await one.get(path).hiddenValue("revision"))),
          ("respondent_code", "91320115MA1X000027"),
        ])
      #expect(mended.status == .seeOther)
      // Going back to the old page and sending it once more changes nothing.
      let again = try await one.submit(path, fields)
      #expect(again.status == .conflict)
      #expect(try await cast.file(of: matter).matter.stage == "mediating")
    }
  }

  @Test func `are filed once by a form that is sent twice`() async throws {
    try await MatterCast.with(.file) { cast in
      let browser = try await cast.zone.signedIn(.member)
      let shown = try await browser.get("/guide/window-ticket/apply")
      let fields = [
        ("form-token", try #require(shown.formToken)), ("form-id", try #require(shown.hiddenValue("form-id"))),
        ("category", "other"), ("question", "只提交一次"),
      ]
      let before = try await cast.zone.count("matters")
      let first = try await browser.submit("/guide/window-ticket/apply", fields)
      let second = try await browser.submit("/guide/window-ticket/apply", fields)
      #expect(first.status == .ok && second.status == .conflict)
      #expect(second.text.contains("web.already-submitted"))
      #expect(try await cast.zone.count("matters") == before + 1)
    }
  }

  @Test(arguments: [DatabaseKind.file, .postgres])
  func `are not in the queue of who has a part in them`(_ kind: DatabaseKind) async throws {
    try await MatterCast.with(kind) { cast in
      let pattern = try cast.pattern("mediation")
      let matter = try await cast.file(pattern, number: 1)
      for step in ["ask", "consent", "appoint"] { try await cast.take(step, on: matter) }
      let file = try await cast.file(of: matter)
      var filter = MatterFilter()
      filter.procedures = ["mediation"]
      func isQueued(_ account: Account) async throws -> Bool {
        try await cast.desk.queue(filter, limit: 500, by: account).matters.contains { $0.id == matter.id }
      }
      #expect(try await isQueued(cast.person(.centreStaff)))
      // Staff that acts for the other side, was appointed, or filed it itself.
      for party in file.parties {
        let account = party.organisation.map { cast.person(.centreStaff, for: $0) } ?? cast.person(.expert)
        #expect(try await !isQueued(account), "\(party.role)")
        let standing = try await cast.desk.find(matter.id, by: account).standing
        #expect(!standing.isStaff)
      }
      #expect(try await !isQueued(matter.filer))
    }
  }

  @Test func `have no history for who files them or takes part: the page tells them what happened`() async throws {
    try await MatterCast.with(.file) { cast in
      let matter = try await cast.file(try cast.pattern("mediation"), number: 1)
      let journal = cast.zone.zone.journal
      let people = PermissionMatrix.zone
      for role in Role.allCases {
        let permissions = people.permissions(of: [role])
        let account = Account(
          id: cast.person(role).id, standing: .person, name: role.rawValue, displayName: role.rawValue, roles: [role],
          permissions: permissions)
        let mayRead =
          permissions.contains(.readJournal)
          || (permissions.contains(.workOnMatters)
            && permissions.contains(cast.desk.book.procedure("mediation")?.head.handlers ?? .readJournal))
        do {
          _ = try await journal.history(of: matter.id.subject, by: account)
          #expect(mayRead, "\(role)")
        } catch is any Refusal {
          #expect(!mayRead, "\(role)")
        }
      }
    }
  }

  @Test(arguments: [DatabaseKind.file, .postgres])
  func `leave nothing in the notices of who is erased`(_ kind: DatabaseKind) async throws {
    try await MatterCast.with(kind) { cast in
      let (zone, console) = (cast.zone.zone, cast.zone.zone.console)
      let matter = try await cast.file(try cast.pattern("complaint", where: { $0["demand"] != nil }), number: 1)
      try await cast.take("request-correction", on: matter)
      let filer = cast.person(.member)
      let before = try await zone.notices.inbox(limit: 200, by: filer)
      #expect(before.contains { $0.subject.zh.contains("\(matter.number)") })
      try await zone.access.erasePersonal(of: filer.id, because: "本人申请", by: console)
      let rows = try await zone.database.read { db in
        try db.rows(
          """
          SELECT subject_zh, subject_en, body_zh, body_en FROM notices WHERE account = \(filer.id)
          """
        ).map(\.values)
      }
      #expect(rows.count >= before.count && rows.allSatisfy { $0.allSatisfy { $0 == .text("") } })
      let kept = try await zone.database.read { db in
        try db.count(
          """
          SELECT COUNT(*) FROM journal_personal
          WHERE record_table = 'notices' AND record_key IN (SELECT id FROM notices WHERE account = \(filer.id))
          """)
      }
      #expect(kept == 0)
      #expect(try await cast.zone.isIntact())
    }
  }
}
