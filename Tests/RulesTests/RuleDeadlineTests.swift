import Access
import Fixtures
import Journal
import JournalStore
import Kernel
import Rules
import RulesStore
import SQLiteDriver
import Storage
import Testing

@Suite struct `A deadline of a rule` {
  /// The worked examples that were checked by hand against the notice for 2026.
  @Test(
    arguments: [
      ("adjud.filingDays", "2026-09-28", "2026-10-10", nil),
      ("foi.days", "2026-09-28", "2026-10-30", nil),
      ("tm.oppositionMonths", "2026-11-30", "2027-03-01", "2027-02-28"),
    ] as [(RuleID, String, String, String?)])
  func `is counted in the rule's own unit`(rule: RuleID, start: String, end: String, moved: String?) throws {
    let found = try deadline(rule, start)
    #expect(found.end.day.description == end)
    #expect(found.movedFrom?.description == moved)
    #expect(found.firstCounted == (try day(start)).adding(days: 1))
  }

  @Test func `takes the rule of the day of the event, not of the last day`() throws {
    #expect(try deadline("tm.oppositionMonths", "2026-12-31").reading.value == 3)
    #expect(try deadline("tm.oppositionMonths", "2027-01-01").reading.value == 2)
  }

  @Test func `names what it met on the way`() throws {
    let met = try deadline("adjud.filingDays", "2026-09-28").met
    #expect(
      met == [
        DayRun(first: try day("2026-10-01"), last: try day("2026-10-07"), kind: .holiday([.nationalDay])),
        DayRun(first: try day("2026-10-10"), last: try day("2026-10-10"), kind: .makeUp(for: [.nationalDay])),
      ])
    let moved = try deadline("time.paperServiceDays", "2026-09-16")
    #expect(moved.end.day == (try day("2026-10-08")))
    #expect(moved.movedFrom == (try day("2026-10-01")))
    #expect(moved.met.map(\.count) == [7])
  }

  @Test func `is provisional where it needs a year that is not announced`() throws {
    let found = try deadline("tm.oppositionMonths", "2026-11-30")
    #expect(found.end.provisional == 2027)
    #expect(found.caution?.zh == "暂定：2027年节假日安排尚未公布，公布后本日期可能调整")
    let past = try deadline("foi.days", "2019-09-02")
    #expect(past.caution?.zh == "本平台未收录2019年的节假日安排，只按周末计算，请对照当年通知核对")
    #expect(past.caution?.en.contains("2019") == true)
    #expect(try deadline("foi.days", "2026-09-28").caution == nil)
  }

  @Test func `is none for a qualifying, look-back, validity or penalty period`() throws {
    let offered = Set(try shippedRules.get().timeLimits.map(\.id.description))
    for rule in [
      "agency.branch.years", "agency.practiceYears", "abnormal.feeLookbackYears", "penalty.limitationYears",
      "penalty.agencyStopMonthsMax", "tmAgency.filingYears", "log.months",
    ] {
      #expect(!offered.contains(rule))
      let id = try #require(RuleID(rule))
      #expect(try #require(throws: RuleRefusal.self) { try deadline(id, "2026-11-22") }.code == "rules.no-deadline")
    }
    #expect(offered.isSuperset(of: ["foi.days", "tm.oppositionMonths", "penalty.hearingRequestDays", "pledge.days"]))
  }

  @Test func `says where nobody knows whether the rule held already`() throws {
    #expect(try deadline("foi.days", "2019-09-02").startCaution?.zh.contains("自何日起施行") == true)
    #expect(try deadline("foi.days", "2022-09-02").startCaution == nil)
    #expect(try deadline("agency.agentFilingDays", "2020-09-02").startCaution == nil)
  }

  @Test func `carries the mark of a recalled and of an adopted value`() throws {
    #expect(try deadline("pledge.days", "2026-11-22").reading.mark?.zh.hasPrefix("待核：凭记忆录入") == true)
    let zone = try RuleLibrary.shipped(for: .demonstration)
    let adopted = try zone.deadline(
      of: "service.aid.acceptDays", after: try day("2026-11-22"), holidays: try HolidayLibrary.book())
    #expect(adopted.reading.status == .adopted)
    #expect(adopted.reading.mark?.zh.hasPrefix("自定") == true)
  }

  @Test func `is refused for what is no time limit, for too long a one and for a day out of reach`() throws {
    for (rule, start, code) in [
      ("credit.base", "2026-11-22", "rules.no-time-limit"), ("no.rule", "2026-11-22", "rules.none"),
      ("abnormal.replyDays", "2026-11-22", "rules.unknown-value"), ("foi.days", "1949-12-31", "rules.beyond-calendar"),
      ("foi.days", "2100-01-01", "rules.beyond-calendar"), ("adjud.filingDays", "2025-01-31", "rules.not-in-force"),
    ] as [(RuleID, String, String)] {
      #expect(try #require(throws: RuleRefusal.self) { try deadline(rule, start) }.code == code, "\(rule) \(start)")
    }
    let holidays = try HolidayLibrary.book()
    for rule in ["security.level3AssessmentYears", "licence.recordMonths", "time.paperServiceDays", "foi.days"]
      as [RuleID]
    {
      let book = try shippedRules.get().superseding(
        .sample(rule: rule, value: .whole(.max), from: try day("2026-01-01")))
      let refusal = try #require(throws: RuleRefusal.self) {
        try book.deadline(of: rule, after: day("2026-11-22"), holidays: holidays)
      }
      #expect(refusal.code == "rules.beyond-calendar", "\(rule)")
    }
  }

  @Test func `can be counted for every shipped time limit that has a value`() throws {
    let book = try shippedRules.get()
    let holidays = try HolidayLibrary.book()
    let today = try day("2026-11-22")
    #expect(book.timeLimits.count > 100)
    for rule in book.timeLimits {
      guard case .value = book.finding(rule.id, on: today) else { continue }
      let found = try book.deadline(of: rule.id, after: today, holidays: holidays)
      #expect(found.end.day > today && holidays.kind(of: found.end.day).isWorking, "\(rule.id)")
    }
  }

  private func deadline(_ rule: RuleID, _ start: String) throws -> RuleDeadline {
    try shippedRules.get().deadline(of: rule, after: try day(start), holidays: try HolidayLibrary.book())
  }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }
}

@Suite struct `The desk where deadlines are counted` {
  @Test func `notes in the journal what it could not answer, once a day for each account`() async throws {
    let database = try SQLiteDatabase.inMemory()
    try await Migration.run(journalMigrations + ruleMigrations, on: database)
    let desk = RuleDesk(
      shelf: RuleShelf(shipped: try shippedRules.get()), holidays: try HolidayLibrary.book(), uses: [],
      database: database, world: .fixed())
    let journal = JournalDesk(database: database, world: .fixed(), tables: ruleTables) { _, _, _ in false }
    let reader = Account.console([.readRules, .readJournal, .verifyJournal])
    let today = try #require(Day("2026-11-22"))
    for account in [reader, reader, .visitor([.readRules])] {
      let refusal = try await #require(throws: RuleRefusal.self) {
        try await desk.deadline(of: "abnormal.replyDays", after: today, by: account)
      }
      #expect(refusal.phrase.zh.contains("国家知识产权局") && refusal.phrase.zh.contains("abnormal.replyDays"))
      #expect(refusal.phrase.en.contains("China National Intellectual Property Administration"))
    }
    await #expect(throws: RuleRefusal.self) { try await desk.deadline(of: "credit.base", after: today, by: reader) }
    _ = try await desk.deadline(of: "foi.days", after: today, by: reader)
    let lines = try await journal.page(by: reader)
    #expect(lines.map(\.action) == ["rules.refuse-unknown", "rules.refuse-unknown"])
    #expect(lines.map(\.actor) == [0, 1])
    #expect(lines.allSatisfy { $0.details.contains(#""rule":"abnormal.replyDays""#) })
    guard case .intact = try await journal.verify(by: reader) else {
      Issue.record("the journal is not intact")
      return
    }
  }
}
