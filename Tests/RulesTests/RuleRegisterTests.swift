import Kernel
import Rules
import RulesStore
import Testing

/// The register of parameters, row by row.
@Suite struct `The shipped rules` {
  let book: RuleBook
  let today: Day

  init() throws {
    book = try shippedRules.get()
    today = try #require(Day("2026-11-22"))
  }

  @Test(arguments: [
    ("credit.base", 100), ("credit.points.abnormalFilingMax", 40), ("credit.points.perCapita", 15),
    ("credit.points.stopBusiness", 60), ("credit.points.licenceRevoked", 100), ("credit.points.seniorCrime", 100),
  ])
  func `give the points that were read`(id: String, expected: Int) throws {
    let reading = try book.points(#require(RuleID(id)), on: today)
    #expect(reading.value == expected)
    #expect(reading.status == .sourced)
    #expect(reading.mark == nil)
  }

  @Test func `band the grades at 90, 80 and 60`() throws {
    let bands = try book.table("credit.bands", on: today)
    #expect(bands.status == .sourced)
    for (score, grade) in [(100, "A"), (90, "A"), (89, "B"), (80, "B"), (79, "C"), (60, "C"), (59, "D"), (0, "D")] {
      #expect(bands.value.rows.filter { $0.amount.contains(Int64(score)) }.map(\.key) == [grade])
    }
  }

  @Test(arguments: [
    ("credit.aPlusAbove", 100, RecallConfidence.medium), ("credit.periodMonths", 12, .medium),
    ("credit.objectionDays", 15, .medium), ("credit.repairAfterMonths", 6, .medium), ("credit.repairDays", 15, .low),
    ("inspect.publishWorkingDays", 20, .high), ("pledge.days", 5, .medium), ("pledge.onlineDays", 2, .medium),
  ])
  func `mark what is recalled, with its confidence`(id: String, expected: Int, confidence: RecallConfidence) throws {
    let reading = try book.value(#require(RuleID(id)), on: today)
    #expect(reading.value == .whole(expected))
    guard case .recalled(confidence, _) = reading.basis else {
      Issue.record("\(id) is \(reading.basis)")
      return
    }
    let mark = try #require(reading.mark)
    #expect(mark.zh.contains("待核") && mark.zh.contains(confidence.phrase.zh))
    #expect(mark.en.contains(confidence.phrase.en))
  }

  @Test func `know that the annual report of an agency is recalled as January to June`() throws {
    let reading = try book.window("agency.annualReportWindow", on: today)
    #expect(reading.value.description == "01-01..06-30")
    #expect(reading.status == .recalled)
  }

  @Test(arguments: [
    ("agency.partnersMin", 2, RuleUnit.count), ("agency.shareholdersMin", 5, .count),
    ("agency.practiceYears", 2, .years), ("agency.branch.years", 2, .years), ("agency.branch.agents", 10, .count),
    ("agency.branch.branchAgents", 1, .count), ("agency.branch.cleanYears", 3, .years),
    ("agency.changeDays", 30, .days), ("agency.agentFilingDays", 30, .days), ("agency.branchFilingDays", 30, .days),
    ("agency.abnormalToSeriousYears", 3, .years), ("penalty.unlicensedMultipleMin", 1, .multiple),
    ("penalty.unlicensedMultipleMax", 5, .multiple), ("abnormal.feeLookbackYears", 5, .years),
    ("inspect.teamMin", 2, .count), ("adjud.filingDays", 5, .workingDays),
    ("adjud.filingExtensionDays", 5, .workingDays), ("adjud.serveDays", 5, .workingDays),
    ("adjud.defenceDays", 15, .days), ("adjud.defenceDaysAbroad", 30, .days), ("adjud.closeMonths", 3, .months),
    ("adjud.extensionMonths", 1, .months), ("adjud.exceptionalExtensionMonths", 2, .months),
    ("mediate.noticeDays", 5, .workingDays), ("mediate.answerDays", 15, .days),
    ("mediate.filingDays", 5, .workingDays), ("mediate.confirmationDays", 30, .days),
    ("priority.inventionFirstActionDays", 45, .days), ("priority.inventionCloseMonths", 12, .months),
    ("priority.utilityModelMonths", 2, .months), ("priority.designMonths", 2, .months),
    ("priority.reexaminationMonths", 7, .months), ("priority.invalidityInventionMonths", 5, .months),
    ("priority.invalidityUtilityModelMonths", 5, .months), ("priority.invalidityDesignMonths", 4, .months),
    ("licence.recordMonths", 3, .months), ("techContract.days", 30, .days), ("data.beijing.validityYears", 3, .years),
    ("foi.days", 20, .workingDays), ("foi.extensionDays", 20, .workingDays), ("log.months", 6, .months),
    ("log.piaYears", 3, .years),
  ])
  func `give the numbers that were read, in their unit`(id: String, expected: Int, unit: RuleUnit) throws {
    let reading = try book.value(#require(RuleID(id)), on: today)
    #expect(reading.value == .whole(expected))
    #expect(reading.unit == unit)
    #expect(reading.status == .sourced)
    #expect(reading.source?.copies.isEmpty == false)
  }

  @Test func `ask for four fifths of qualified shareholders`() throws {
    let reading = try book.share("agency.qualifiedShare", on: today)
    #expect(reading.value == BasisPoints(8_000))
    #expect(reading.source?.article == Phrase(zh: "第十一条", en: "Article 11"))
    #expect(reading.source?.number == Phrase(zh: "国家市场监督管理总局令第6号", en: "SAMR Order No. 6"))
  }

  @Test(arguments: [
    ("penalty.agencyFineMax", 100_000), ("penalty.agentFineMax", 50_000), ("abnormal.applicantFineMax", 100_000),
  ])
  func `give the fines in fen`(id: String, yuan: Int64) throws {
    let reading = try book.fen(#require(RuleID(id)), on: today)
    #expect(reading.value == Fen(yuan * 100))
    #expect(reading.status == .sourced)
  }

  @Test(arguments: [
    "abnormal.replyDays", "credit.points.agentTable", "credit.points.warning", "credit.agentPassThrough",
    "inspect.ratioByGrade", "hv.h3From", "hv.h4MinAmount", "data.jiangsu.examDays", "data.jiangsu.publicityDays",
    "data.jiangsu.validityYears", "aid.acceptDays", "aid.handlingDays",
  ])
  func `refuse what nobody knows, by name and with its supplier`(id: String) throws {
    let id = try #require(RuleID(id))
    let rule = try book.rule(id)
    #expect(throws: RuleRefusal.unknownValue(id, missing: rule.title, supplier: rule.supplier)) {
      try book.value(id, on: today)
    }
  }

  @Test func `show only what was adopted for the demonstration to a demonstration`() throws {
    let adopted = book.rules.filter { $0.group.key == "service" }
    #expect(adopted.count == 40)
    for rule in adopted {
      #expect(throws: RuleRefusal.unknownValue(rule.id, missing: rule.title, supplier: rule.supplier)) {
        try book.value(rule.id, on: today)
      }
    }
    let demonstration = try RuleLibrary.shipped(for: .demonstration)
    let reading = try demonstration.workingDays("service.moveIn.decisionDays", on: today)
    #expect(reading.value == 15)
    #expect(reading.mark?.en == "Adopted by the sample zone (demonstration data) on 2026-11-22; not a legal value")
  }
}
