import Access
import Assembly
import Fixtures
import Foundation
import Journal
import JournalStore
import Kernel
import Ledgers
import Matters
import MattersStore
import Notices
import NoticesStore
import PortalFixtures
import Rules
import RulesStore
import Testing

/// The time limits of whole procedures: through the desk and on the pages, not in the calendar alone.
@Suite struct `A time limit of a procedure` {
  /// Counted by hand in the calendar of 2026: 1 to 7 October off, Saturday 10 October worked.
  @Test(arguments: [DatabaseKind.file, .postgres])
  func `of five working days from 28 September ends on 10 October, and of twenty on the 30th`(_ kind: DatabaseKind)
    async throws
  {
    try await MatterCast.with(kind, on: "2026-09-28") { cast in
      let matter = try await cast.file(try cast.pattern("rights-aid"), number: 1)
      let (five, twenty) = (try day("2026-10-10"), try day("2026-10-30"))
      #expect(try await cast.due("acceptance", of: matter) == Deadline(day: five))
      try await cast.take("accept", on: matter)
      #expect(try await cast.due("handling", of: matter) == Deadline(day: twenty))
      #expect(try await cast.file(of: matter).matter.due == Deadline(day: twenty))
    }
  }

  @Test(arguments: [DatabaseKind.file, .postgres])
  func `of three months from 30 November ends on 1 March, provisionally until the year's calendar is taken in`(
    _ kind: DatabaseKind
  ) async throws {
    try await MatterCast.with(kind, on: "2026-11-30") { cast in
      let (zone, console) = (cast.zone.zone, cast.zone.zone.console)
      try await zone.rules.supersede(
        "mediate.usualMonths", with: .whole(3), from: try day("2026-01-01"),
        basis: .document(name: "《示例规定》", number: "示例〔2026〕1号", article: nil), because: "示例", by: console)
      let party = try cast.pattern("mediation") { $0["court"] == nil }
      let matter = try await cast.file(party, number: 1)
      for step in ["ask", "consent", "appoint"] { try await cast.take(step, on: matter) }
      let end = try day("2027-03-01")
      #expect(try await cast.due("term", of: matter) == Deadline(day: end, provisional: 2027))
      let page = try await cast.zone.signedIn(.centreStaff).get("/matters/\(matter.id)").text
      #expect(page.contains("2027-03-01") && page.contains("暂定"))
      let before = try await zone.journal.history(of: matter.id.subject, by: console).count
      let notice = try HolidayDraft(
        year: 2027, title: "关于示例年份节假日安排的通知", number: "示例〔2026〕1号", issuedOn: day("2026-11-20"),
        address: "https://example.org/notice", days: HolidayDraft.Line.read("2027-01-01至2027-01-03,休,元旦"))
      try await zone.rules.takeCalendar(notice, because: nil, by: console)
      #expect(try await cast.due("term", of: matter) == Deadline(day: end))
      #expect(try await cast.file(of: matter).matter.due == Deadline(day: end))
      let history = try await zone.journal.history(of: matter.id.subject, by: console)
      #expect(history.count == before + 1)
      #expect(history.map(\.action).contains("matters.recount"))
      #expect(try await !cast.zone.signedIn(.centreStaff).get("/matters/\(matter.id)").text.contains("暂定"))
      // Were the first two days of March off, Sunday 28 February would move to Wednesday the third.
      let longer = try HolidayDraft(
        year: 2027, title: "关于调整示例年份节假日安排的通知", number: "示例〔2026〕2号", issuedOn: day("2026-11-21"),
        address: "https://example.org/notice",
        days: HolidayDraft.Line.read("2027-01-01至2027-01-03,休,元旦\n2027-03-01..2027-03-02,休,春节"))
      try await zone.rules.takeCalendar(longer, because: "通知作了调整", by: console)
      let moved = Deadline(day: try day("2027-03-03"))
      #expect(try await cast.due("term", of: matter) == moved)
      #expect(try await cast.zone.isIntact())
    }
  }

  /// Seven working days pass between 29 September and 14 October: 30 September, 8 to 10, 12, 13 and 14 October.
  ///
  /// Seven from 28 September end on 13 October; seven more on the 22nd.
  @Test(arguments: [DatabaseKind.file, .postgres])
  func `that stood still for seven working days ends seven working days later`(_ kind: DatabaseKind) async throws {
    try await MatterCast.with(kind, on: "2026-09-28") { cast in
      let matter = try await cast.file(try cast.pattern("complaint", where: { $0["demand"] != nil }), number: 1)
      let seventh = try day("2026-10-13")
      #expect(try await cast.due("accept", of: matter) == Deadline(day: seventh))
      cast.zone.clock.advance(by: 86_400)
      try await cast.take("request-correction", on: matter)
      #expect(try await cast.file(of: matter).matter.due == nil)
      cast.zone.clock.advance(by: 15 * 86_400)
      #expect(cast.zone.zone.world.today() == (try day("2026-10-14")))
      try await cast.take("correct", on: matter)
      let clock = try #require(try await cast.file(of: matter).clocks.first { $0.clock == "accept" })
      let end = try day("2026-10-22")
      #expect(clock.stopped == 7 && clock.due.day == end)
    }
  }

  @Test(arguments: [DatabaseKind.file, .postgres])
  func `for accepting a complaint turns red behind its seventh working day, and whoever supervises is told once`(
    _ kind: DatabaseKind
  ) async throws {
    try await MatterCast.with(kind, on: "2026-09-28") { cast in
      let zone = cast.zone
      let matter = try await cast.file(try cast.pattern("complaint", where: { $0["demand"] != nil }), number: 1)
      zone.clock.advance(by: 15 * 86_400)
      #expect(zone.zone.world.today() == (try day("2026-10-13")))
      try await cast.desk.runClocks(by: MatterCast.zoneItself)
      #expect(try await !isRed(matter, zone))
      #expect(try await told(matter, cast, .regulator) == 0)
      zone.clock.advance(by: 86_400)
      try await cast.desk.runClocks(by: MatterCast.zoneItself)
      #expect(try await isRed(matter, zone))
      for _ in 1...3 {
        zone.clock.advance(by: 86_400)
        try await cast.desk.runClocks(by: MatterCast.zoneItself)
      }
      #expect(try await told(matter, cast, .regulator) == 1)
      // Who works on complaints without supervising them sees it in the queue, and is not told.
      #expect(try await told(matter, cast, .inspector) == 0)
      let file = try await cast.file(of: matter)
      #expect(file.timeline.count { $0.event.sort == .lapsed } == 1)
      #expect(file.matter.isOpen && file.clocks[0].isToldOf)
    }
  }

  /// Whether the queue of complaints marks it as late, and the list of late ones has it.
  private func isRed(_ matter: LiveMatter, _ zone: TestZone) async throws -> Bool {
    let browser = try await zone.signedIn(.regulator)
    let row = try await browser.get("/matters/queue?procedure=complaint&number=\(matter.number)").text
    let late = try await browser.get("/matters/queue?procedure=complaint&state=late&number=\(matter.number)").text
    #expect(row.contains("\(matter.number)</a>"))
    let isMarked = row.contains("超期</")
    let table = row[(row.range(of: "\(matter.number)</a>")?.upperBound ?? row.startIndex)...].prefix { $0 != "\n" }
    #expect(late.contains("\(matter.number)</a>") == table.contains("超期"))
    return isMarked && table.contains("超期")
  }

  private func told(_ matter: LiveMatter, _ cast: MatterCast, _ role: Role) async throws -> Int {
    try await cast.zone.zone.notices.inbox(limit: 200, by: cast.person(role)).count {
      $0.kind == "matters.lapsed" && $0.about == matter.id.subject
    }
  }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }
}

extension MatterCast {
  /// - Parameter isWanted: told by the answers of the application.
  func pattern(_ code: String, where isWanted: ([String: String]) -> Bool = { _ in true }) throws -> MatterPattern {
    try #require(patterns.first { $0.procedure == code && !$0.isAnonymous && isWanted($0.texts) })
  }

  func take(_ code: String, on matter: LiveMatter) async throws {
    let procedure = try #require(desk.book.procedure(matter.pattern.procedure))
    try await take(try #require(procedure.step(code)), on: matter)
  }

  /// The last day of the newest run of `clock`.
  func due(_ clock: String, of matter: LiveMatter) async throws -> Deadline? {
    try await file(of: matter).clocks.last { $0.clock == clock }?.due
  }
}
