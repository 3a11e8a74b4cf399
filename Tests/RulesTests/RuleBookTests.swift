import Access
import Foundation
import Kernel
import Rules
import RulesStore
import Testing

@Suite struct `The rule book` {
  @Test func `tells in both languages what is missing and who may supply it`() throws {
    let refusal = try #require(throws: RuleRefusal.self) {
      try shippedRules.get().days("abnormal.replyDays", on: day("2026-11-22"))
    }
    #expect(refusal.code == "rules.unknown-value")
    #expect(refusal.phrase.zh.contains("非正常申请通知的答复期限"))
    #expect(refusal.phrase.zh.contains("abnormal.replyDays"))
    #expect(refusal.phrase.zh.contains("国家知识产权局"))
    #expect(refusal.phrase.zh.contains("文件名称、文号和日期"))
    #expect(refusal.phrase.en.contains("abnormal.replyDays"))
    #expect(refusal.phrase.en.contains("China National Intellectual Property Administration"))
    #expect(refusal.phrase.en.contains("name, number and date of the document"))
  }

  @Test func `takes the trademark law of the day of the conduct`() throws {
    let book = try shippedRules.get()
    let (before, after) = try (day("2026-12-31"), day("2027-01-01"))
    #expect(try book.months("tm.oppositionMonths", on: before).value == 3)
    #expect(try book.months("tm.oppositionMonths", on: after).value == 2)
    #expect(try book.fen("tm.applicant.fineMaxWithIncome", on: before).value == Fen(3_000_000))
    #expect(try book.fen("tm.applicant.fineMaxWithoutIncome", on: before).value == Fen(1_000_000))
    #expect(try book.multiple("tm.applicant.incomeMultipleMax", on: before).value == 3)
    #expect(try book.fen("tm.applicant.fineMax", on: after).value == Fen(10_000_000))
    #expect(try book.fen("tm.agency.fineSeriousMax", on: after).value == Fen(20_000_000))
    for (id, wrongDay) in [("tm.applicant.fineMaxWithIncome", after), ("tm.applicant.fineMax", before)] {
      let rule = try book.rule(RuleID(stringLiteral: id))
      #expect(throws: RuleRefusal.notInForce(rule.id, title: rule.title, on: wrongDay)) {
        try book.fen(rule.id, on: wrongDay)
      }
    }
    #expect(try book.table("tm.penalties", on: before).value["agencyUnfiled"] == nil)
    let unfiled = try #require(try book.table("tm.penalties", on: after).value["agencyUnfiled"])
    #expect(unfiled.amount.phrase(in: .fen).zh == "10,000 元至 50,000 元")
    #expect(unfiled.amount.phrase(in: .fen).en == "CNY 10,000 to CNY 50,000")
  }

  @Test func `takes the abnormal types of the announcement before decree 77`() throws {
    let book = try shippedRules.get()
    #expect(try book.table("abnormal.types", on: day("2024-01-19")).value.rows.count == 9)
    #expect(
      try book.table("abnormal.types", on: day("2024-01-20")).value.rows.map(\.key)
        == ["N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8"])
  }

  @Test func `does not take days for working days`() throws {
    let book = try shippedRules.get()
    let refusal = try #require(throws: RuleRefusal.self) { try book.days("foi.days", on: day("2026-11-22")) }
    #expect(refusal.code == "rules.wrong-unit")
    #expect(refusal.phrase.zh == "规则“依申请公开答复期限”（foi.days）以“个工作日”计，不能作“日”使用")
  }

  @Test func `says that a rule does not exist`() throws {
    let book = try shippedRules.get()
    #expect(throws: RuleRefusal.noSuchRule("credit.nothing")) {
      try book.points("credit.nothing", on: day("2026-11-22"))
    }
  }

  @Test func `lets an entered value hold from its first day and keeps the shipped one before`() throws {
    let shipped = try shippedRules.get()
    let book = try shipped.superseding(.sample(value: .whole(15), from: day("2027-03-01")))
    #expect(try book.days("abnormal.replyDays", on: day("2027-03-01")).value == 15)
    let reading = try book.days("abnormal.replyDays", on: day("2030-01-01"))
    #expect(reading.status == .sourced)
    #expect(reading.mark == nil)
    #expect(reading.source?.number?.zh == "国知发〔2027〕1号")
    #expect(reading.supersession?.reason == "通知统一了期限")
    #expect(try book.finding("abnormal.replyDays", on: day("2027-02-28")) == .unknown)
    #expect(try shipped.finding("abnormal.replyDays", on: day("2027-03-01")) == .unknown)
  }

  @Test func `lets a later entry of the same day win, and a later day over both`() throws {
    let book = try shippedRules.get()
      .superseding(.sample(value: .whole(15), from: day("2027-03-01")))
      .superseding(.sample(value: .whole(20), from: day("2027-03-01")))
      .superseding(.sample(value: .whole(30), from: day("2027-06-01")))
      .superseding(.sample(value: .whole(10), from: day("2027-01-01")))
    #expect(try book.days("abnormal.replyDays", on: day("2027-02-01")).value == 10)
    #expect(try book.days("abnormal.replyDays", on: day("2027-05-31")).value == 20)
    #expect(try book.days("abnormal.replyDays", on: day("2027-06-01")).value == 30)
    #expect(book.supersessions(of: "abnormal.replyDays").count == 4)
  }

  @Test func `lets the new law win over an older entry`() throws {
    let book = try shippedRules.get()
      .superseding(.sample(rule: "tm.oppositionMonths", value: .whole(4), from: day("2026-12-01")))
    #expect(try book.months("tm.oppositionMonths", on: day("2026-11-30")).value == 3)
    #expect(try book.months("tm.oppositionMonths", on: day("2026-12-31")).value == 4)
    #expect(try book.months("tm.oppositionMonths", on: day("2027-01-01")).value == 2)
  }

  @Test func `marks what the zone decided itself as adopted`() throws {
    let decision = try Supersession.Basis.decision(by: "运营中心", number: "宁知〔2027〕3号", on: day("2027-01-10"))
    let book = try shippedRules.get().superseding(
      .sample(rule: "aid.acceptDays", value: .whole(3), from: day("2027-02-01"), basis: decision))
    let reading = try book.workingDays("aid.acceptDays", on: day("2027-02-01"))
    #expect(reading.status == .adopted)
    #expect(reading.mark?.zh == "自定：运营中心于 2027-01-10 确定，不是法定值")
  }

  @Test func `refuses an entry without reason, document or a value in the unit`() throws {
    let book = try shippedRules.get()
    let from = try day("2027-01-01")
    let gaps: [(Supersession, String)] = [
      (.sample(value: .flag(true), from: from), "rules.supersession-value"),
      (.sample(value: .whole(-1), from: from), "rules.supersession-value"),
      (.sample(value: .whole(1), from: from, reason: " "), "rules.supersession-reason"),
      (
        .sample(value: .whole(1), from: from, basis: .document(name: "通知", number: "", article: nil)),
        "rules.supersession-document"
      ),
      (
        .sample(value: .whole(1), from: from, basis: .decision(by: "", number: "1", on: from)),
        "rules.supersession-by"
      ),
    ]
    for (entry, code) in gaps {
      #expect(try #require(throws: RuleRefusal.self) { try book.superseding(entry) }.code == code)
    }
    #expect(throws: RuleRefusal.noSuchRule("no.rule")) {
      try book.superseding(.sample(rule: "no.rule", value: .whole(1), from: from))
    }
  }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }
}

extension Supersession {
  static func sample(
    rule: RuleID = "abnormal.replyDays", value: RuleValue, from: Day,
    basis: Basis = .document(
      name: "关于答复期限的通知", number: "国知发〔2027〕1号", article: nil, copy: "https://example.org/notice"),
    reason: String = "通知统一了期限"
  ) -> Supersession {
    Supersession(
      id: ID(1), rule: rule, value: value, from: from, basis: basis, reason: reason, enteredBy: ID(7),
      enteredAt: Date(timeIntervalSince1970: 1_800_000_000))
  }
}
