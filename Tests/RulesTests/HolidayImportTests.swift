import Access
import Fixtures
import Foundation
import Journal
import JournalStore
import Kernel
import Rules
import RulesStore
import Storage
import Synchronization
import Testing

@Suite struct `A year's calendar` {
  private let officer = Account.console([.readRules, .supersedeRules, .verifyJournal])

  @Test(arguments: DatabaseKind.all)
  func `turns provisional days into final ones, or moves them`(_ kind: DatabaseKind) async throws {
    try await on(kind) { desk, _ in
      let start = try day("2026-11-30")
      let before = try await desk.deadline(of: "tm.oppositionMonths", after: start, by: officer)
      #expect(before.end == Deadline(day: try day("2027-03-01"), provisional: 2027))
      try await desk.takeCalendar(try draft("2027-01-01至2027-01-03,休,元旦"), because: nil, by: officer)
      let after = try await desk.deadline(of: "tm.oppositionMonths", after: start, by: officer)
      #expect(after.end == Deadline(day: try day("2027-03-01")))
      // Were the first two days of March off, Sunday 28 February would move to Wednesday the third.
      let longer = try draft("2027-01-01至2027-01-03,休,元旦\n2027-03-01..2027-03-02,休,春节")
      try await desk.takeCalendar(longer, because: "通知作了调整", by: officer)
      let moved = try await desk.deadline(of: "tm.oppositionMonths", after: start, by: officer)
      #expect(moved.end == Deadline(day: try day("2027-03-03")))
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `leaves the days of the shipped years as they are`(_ kind: DatabaseKind) async throws {
    try await on(kind) { desk, _ in
      try await desk.takeCalendar(try draft("2027-01-01至2027-01-03,休,元旦"), because: nil, by: officer)
      let start = try day("2026-09-28")
      let (five, twenty) = (
        try await desk.deadline(of: "adjud.filingDays", after: start, by: officer),
        try await desk.deadline(of: "foi.days", after: start, by: officer)
      )
      #expect(five.end == Deadline(day: try day("2026-10-10")))
      #expect(twenty.end == Deadline(day: try day("2026-10-30")))
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is replaced only with a reason, and the journal vouches for both`(_ kind: DatabaseKind) async throws {
    try await on(kind) { desk, database in
      let first = try draft("2027-01-01至2027-01-03,休,元旦")
      try await desk.takeCalendar(first, because: nil, by: officer)
      let second = try draft("2027-01-01至2027-01-03,休,元旦\n2027-01-09,班,元旦")
      await #expect(throws: HolidayRefusal.needsReason(2027)) {
        try await desk.takeCalendar(second, because: " ", by: officer)
      }
      await #expect(throws: HolidayRefusal.knownAlready(2027)) {
        try await desk.takeCalendar(first, because: "再录", by: officer)
      }
      try await desk.takeCalendar(second, because: "漏录调休", by: officer)
      let editions = try await desk.calendarEditions(of: 2027, by: officer)
      #expect(editions.map(\.reason) == [nil, "漏录调休"])
      #expect(editions.map(\.notice.working.count) == [0, 1])
      #expect(try await desk.holidays(by: officer).calendar.isWorking(try day("2027-01-09")))
      let journal = JournalDesk(database: database, world: .fixed(), tables: ruleTables) { _, _, _ in false }
      guard case .intact(2, 2, _) = try await journal.verify(by: officer) else {
        Issue.record("the journal does not vouch for the calendars")
        return
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `that shipped is superseded too, with a reason`(_ kind: DatabaseKind) async throws {
    try await on(kind) { desk, _ in
      let other = try draft("2026-10-01至2026-10-03,休,国庆节", year: 2026)
      await #expect(throws: HolidayRefusal.needsReason(2026)) {
        try await desk.takeCalendar(other, because: nil, by: officer)
      }
      try await desk.takeCalendar(other, because: "演练", by: officer)
      // Without make-up days and with three days off, 28 September and five working days end on Wednesday 7 October:
      // 29, 30 September, then Monday 5, 6, 7 October, for 2 October is off and 3 and 4 are a weekend.
      let end = try await desk.deadline(of: "adjud.filingDays", after: try day("2026-09-28"), by: officer).end
      #expect(end == Deadline(day: try day("2026-10-07")))
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `tells who keeps clocks within its transaction, and fails with them`(_ kind: DatabaseKind) async throws {
    struct Stop: Error {}
    let told = Mutex<[Int]>([])
    try await on(
      kind,
      changed: { change, book, _ in
        told.withLock { $0.append(change.year) }
        #expect(book.notice(of: change.year) != nil)
        if change.year == 2028 { throw Stop() }
      }
    ) { desk, _ in
      try await desk.takeCalendar(try draft("2027-01-01至2027-01-03,休,元旦"), because: nil, by: officer)
      await #expect(throws: Stop.self) {
        try await desk.takeCalendar(try draft("2028-01-01至2028-01-03,休,元旦", year: 2028), because: nil, by: officer)
      }
      #expect(told.withLock { $0 } == [2027, 2028])
      #expect(try await desk.holidays(by: officer).notices.map(\.year) == [2022, 2023, 2024, 2025, 2026, 2027])
      #expect(try await desk.calendarEditions(of: 2028, by: officer).isEmpty)
    }
  }

  @Test(arguments: [
    ("2027-01-01,休,元旦\n2028-01-02,休,元旦", "calendars.outside"),
    ("2027-01-01,休,元旦\n2027-01-08,班,元旦", "calendars.not-weekend"),
    ("2027-01-02,休,元旦\n2027-01-02,班,元旦", "calendars.twice"), ("2027-01-09,班,元旦", "calendars.no-days"),
    ("", "calendars.no-days"), ("2026-12-20,休,元旦", "calendars.outside"),
  ])
  func `makes sense or is refused`(days: String, code: String) throws {
    let refusal = try #require(throws: HolidayRefusal.self) { try draft(days).notice() }
    #expect(refusal.code == code)
  }

  @Test func `may begin with a long weekend in December`() throws {
    #expect(try draft("2026-12-31,休,元旦\n2027-01-01,休,元旦").notice().off.count == 2)
  }

  @Test func `is read from lines as people write them`() throws {
    let lines = try HolidayDraft.Line.read("日期,类型,事由\n2027-01-01，休，元旦\n\n2027-09-15\t放假\t中秋节、国庆节\n2027-01-09,上班,元旦")
    #expect(lines.map(\.written) == ["2027-01-01,休,元旦", "2027-09-15,休,中秋节、国庆节", "2027-01-09,班,元旦"])
    #expect(throws: HolidayRefusal.badLine(2)) { try HolidayDraft.Line.read("2027-01-01,休,元旦\n2027-13-01,休,元旦") }
    #expect(throws: HolidayRefusal.badLine(1)) { try HolidayDraft.Line.read("2027-01-01,休,生日") }
  }

  private func draft(_ days: String, year: Int = 2027) throws -> HolidayDraft {
    HolidayDraft(
      year: year, title: "关于示例年份节假日安排的通知", number: "示例〔2026〕1号", issuedOn: try day("2026-11-20"),
      address: "https://example.org/notice", days: try HolidayDraft.Line.read(days))
  }

  private func on(
    _ kind: DatabaseKind, changed: @escaping CalendarChanged = { _, _, _ in },
    _ work: (RuleDesk, any Database) async throws -> Void
  ) async throws {
    try await kind.withDatabase(journalMigrations + ruleMigrations) { database in
      let desk = RuleDesk(
        shelf: RuleShelf(shipped: try shippedRules.get()), holidays: try HolidayLibrary.book(), uses: [],
        database: database, world: .fixed(), calendarChanged: changed)
      try await work(desk, database)
    }
  }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }
}
