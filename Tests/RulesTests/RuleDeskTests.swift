import Access
import Fixtures
import Foundation
import Journal
import JournalStore
import Kernel
import Rules
import RulesStore
import Storage
import Testing

@Suite struct `The rule desk` {
  private let officer = Account.console([.readRules, .supersedeRules, .verifyJournal])
  private let notice = Supersession.Basis.document(
    name: "关于答复期限的通知", number: "国知发〔2027〕1号", article: "第二条",
    copy: "https://example.org/notice")

  @Test(arguments: DatabaseKind.all)
  func `supersedes a value, keeps the entry and lets the journal vouch for it`(_ kind: DatabaseKind) async throws {
    try await on(kind) { desk, database in
      let from = try day("2027-03-01")
      try await desk.supersede(
        "abnormal.replyDays", with: .whole(15), from: from, basis: notice, because: "通知统一了期限", by: officer)
      let reading = try await desk.book().days("abnormal.replyDays", on: from)
      #expect(reading.value == 15)
      #expect(reading.source?.article?.zh == "第二条")
      let file = try await desk.find("abnormal.replyDays", on: from, by: officer)
      #expect(file.entries.map(\.value) == [.whole(15)])
      #expect(file.entries.map(\.enteredBy) == [officer.id])
      #expect(file.entries.map(\.enteredAt) == [.noon])
      #expect(file.finding.status == .sourced)
      #expect(file.uses.map(\.path) == ["/filings/batches"])
      let journal = JournalDesk(database: database, world: .fixed(), tables: ruleTables) { _, _, _ in false }
      #expect(file.entries.map(\.basis) == [notice])
      guard case .intact(1, 2, _) = try await journal.verify(by: officer) else {
        Issue.record("the journal does not vouch for the entry")
        return
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `takes the same value from the same day only once`(_ kind: DatabaseKind) async throws {
    try await on(kind) { desk, _ in
      let from = try day("2027-03-01")
      func enter(_ days: Int, _ day: Day) async throws -> Supersession {
        try await desk.supersede(
          "abnormal.replyDays", with: .whole(days), from: day, basis: notice, because: "通知统一了期限", by: officer)
      }
      let first = try await enter(15, from)
      for other in [from, from] {
        let refusal = try await #require(throws: RuleRefusal.self) { try await enter(15, other) }
        #expect(refusal.code == "rules.entered-already" && refusal.kind == .conflict)
        #expect(refusal.phrase.zh.contains("2027-03-01") && refusal.phrase.en.contains("2027-03-01"))
      }
      _ = try await enter(20, from)
      _ = try await enter(15, from.adding(days: 1))
      #expect(try await desk.findingWithout(first.id, by: officer).phrase.zh == "20 日")
      try await desk.withdraw(first.id, because: "误录", by: officer)
      let again = try await enter(15, from)
      #expect(try await desk.book().days("abnormal.replyDays", on: from).value == 15)
      #expect(try await desk.findingWithout(again.id, by: officer).phrase.zh == "20 日")
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `does not call a document sourced that nobody attached`(_ kind: DatabaseKind) async throws {
    try await on(kind) { desk, _ in
      let from = try day("2027-03-01")
      let bare = Supersession.Basis.document(name: "《关于答复期限的通知》", number: "国知发〔2027〕1号", article: nil)
      try await desk.supersede(
        "abnormal.replyDays", with: .whole(15), from: from, basis: bare, because: "通知统一了期限", by: officer)
      let reading = try await desk.book().days("abnormal.replyDays", on: from)
      #expect(reading.status == .recalled)
      #expect(reading.mark?.zh.hasPrefix("待核：由管理员据所列文件录入") == true)
      #expect(reading.source?.phrase.zh == "《关于答复期限的通知》 国知发〔2027〕1号")
      #expect(reading.source?.phrase.en == "关于答复期限的通知, 国知发〔2027〕1号")
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `withdraws a mistaken entry once, with a reason`(_ kind: DatabaseKind) async throws {
    try await on(kind) { desk, _ in
      let from = try day("2027-03-01")
      let entry = try await desk.supersede(
        "abnormal.replyDays", with: .whole(15), from: from, basis: notice, because: "误录", by: officer)
      await #expect(throws: RuleRefusal.incompleteSupersession("abnormal.replyDays", .reason)) {
        try await desk.withdraw(entry.id, because: " ", by: officer)
      }
      try await desk.withdraw(entry.id, because: "文号有误", by: officer)
      #expect(try await desk.book().finding("abnormal.replyDays", on: from) == .unknown)
      #expect(try await desk.find("abnormal.replyDays", on: from, by: officer).entries.map(\.withdrawnAt) == [.noon])
      await #expect(throws: RuleRefusal.withdrawnAlready(entry.id)) {
        try await desk.withdraw(entry.id, because: "再撤", by: officer)
      }
      await #expect(throws: RuleRefusal.noSuchSupersession(ID(99))) {
        try await desk.withdraw(ID(99), because: "无", by: officer)
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `does not remember a book of a transaction that was rolled back`(_ kind: DatabaseKind) async throws {
    try await on(kind) { desk, database in
      let from = try day("2027-03-01")
      struct Stop: Error {}
      let shelf = desk.shelf
      let officer = officer
      await #expect(throws: Stop.self) {
        try await database.write { db in
          let deed = Deed(Action("test.enter", Phrase(zh: "测", en: "test")), by: officer)
          try Recording.write(deed, world: .fixed(), in: db) { recording in
            try recording.insert(
              [
                .integer(1), .text("abnormal.replyDays"), .text("99"), .text("2027-03-01"), .text("document"),
                .text("通知"), .text("1号"), .null, .null, .text("测"), .integer(1), .integer(0), .null,
              ], into: .ruleSupersessions)
          }
          #expect(try shelf.book(in: db).days("abnormal.replyDays", on: from).value == 99)
          throw Stop()
        }
      }
      #expect(try await desk.book().finding("abnormal.replyDays", on: from) == .unknown)
      try await desk.supersede(
        "abnormal.replyDays", with: .whole(15), from: from, basis: notice, because: "通知统一了期限", by: officer)
      #expect(try await desk.book().days("abnormal.replyDays", on: from).value == 15)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `lists by subject and status of the day`(_ kind: DatabaseKind) async throws {
    try await on(kind) { desk, _ in
      let (before, after) = (try day("2026-12-31"), try day("2027-01-01"))
      let unknown = try await desk.list(group: "abnormal", status: .unknown, on: before, by: officer)
      #expect(
        unknown.map(\.rule.id.description) == [
          "abnormal.provincialWithdrawalRate", "abnormal.replyDays", "abnormal.withdrawalFormula",
        ])
      #expect(unknown.map(\.uses) == [0, 1, 0])
      let fines = try await desk.list(group: "trademark", status: .sourced, on: after, by: officer)
      #expect(fines.contains { $0.rule.id == "tm.applicant.fineMax" })
      #expect(!fines.contains { $0.rule.id == "tm.applicant.fineMaxWithIncome" })
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `asks for the permission before anything else`(_ kind: DatabaseKind) async throws {
    try await on(kind) { desk, _ in
      let visitor = Account.visitor([])
      let today = try day("2026-11-22")
      await #expect(throws: AccessRefusal.notSignedIn) { try await desk.list(on: today, by: visitor) }
      await #expect(throws: AccessRefusal.notSignedIn) { try await desk.find("no.rule", on: today, by: visitor) }
      let reader = Account.console([.readRules])
      await #expect(throws: AccessRefusal.notPermitted(.supersedeRules)) {
        try await desk.supersede("no.rule", with: .whole(1), from: today, basis: notice, because: "", by: reader)
      }
      await #expect(throws: AccessRefusal.notPermitted(.supersedeRules)) {
        try await desk.withdraw(ID(1), because: "", by: reader)
      }
    }
  }

  private func on(
    _ kind: DatabaseKind, _ work: (RuleDesk, any Database) async throws -> Void
  ) async throws {
    try await kind.withDatabase(journalMigrations + ruleMigrations) { database in
      let use = RuleUse(
        "abnormal.replyDays", in: Phrase(zh: "非正常申请批次", en: "Abnormal batches"), at: "/filings/batches")
      let shelf = RuleShelf(shipped: try shippedRules.get())
      try await work(
        RuleDesk(
          shelf: shelf, holidays: try HolidayLibrary.book(), uses: [use], database: database, world: .fixed()),
        database)
    }
  }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }
}
