import Access
import Foundation
import HTTPTypes
import Kernel
import PortalFixtures
import RulesStore
import Testing

@Suite struct `The pages of deadlines` {
  @Test func `offer the time limits by subject and ask for a day`() async throws {
    let page = try await rulesClient([.readRules]).get("/deadlines")
    #expect(page.status == .ok)
    #expect(page.text.components(separatedBy: "<optgroup label=").count > 8)
    #expect(page.text.contains(">依申请公开答复期限（20 个工作日）</option>"))
    #expect(page.text.contains(">非正常申请通知的答复期限（尚无取值）</option>"))
    #expect(!page.text.contains("value=\"credit.base\""))
    #expect(page.text.contains("value=\"2026-11-22\""))
  }

  @Test func `give the last day with the days off and the make-up day in words`() async throws {
    let page = try await rulesClient([.readRules]).get("/deadlines?rule=adjud.filingDays&after=2026-09-28")
    #expect(page.status == .ok)
    #expect(page.text.contains("于2026年10月10日（星期六）届满"))
    #expect(page.text.contains("2026-10-01 至 2026-10-07"))
    #expect(page.text.contains("2026-10-10（星期六）"))
    #expect(page.text.contains("调休上班（国庆节）"))
    #expect(page.text.contains("<caption>2026年10月</caption>"))
    #expect(
      page.text.contains(
        "<td class=\"end-day\">10<span class=\"day-mark\">班</span><span class=\"day-mark\">止</span></td>"))
    #expect(page.text.contains("<td class=\"off-day\">1<span class=\"day-mark\">休</span></td>"))
    #expect(page.text.contains("<td class=\"plain-day\">28<span class=\"day-mark\">起</span></td>"))
    #expect(!page.text.contains("暂定"))
  }

  @Test func `say that a day of 2027 is provisional and why it moved`() async throws {
    let client = try await rulesClient([.readRules])
    let zh = try await client.get("/deadlines?rule=tm.oppositionMonths&after=2026-11-30").text
    #expect(zh.contains("于2027年3月1日（星期一）届满"))
    #expect(zh.contains("2027-02-28（星期日）是休息日（周末），顺延至下一工作日"))
    #expect(zh.contains("暂定：2027年节假日安排尚未公布"))
    let en = try await client.get("/en/deadlines?rule=tm.oppositionMonths&after=2026-11-30").text
    #expect(en.contains("ends on Monday, 1 March 2027"))
    #expect(en.contains("Provisional: the holidays of 2027 are not announced yet"))
  }

  @Test func `do not call a day a working day that nobody has announced`() async throws {
    let client = try await rulesClient([.readRules])
    for (start, end) in [("2026-12-12", "2027年1月1日"), ("2021-09-11", "2021年10月1日")] {
      let zh = try await client.get("/deadlines?rule=agency.licenceDays&after=\(start)").text
      #expect(zh.contains("暂定于\(end)"))
      #expect(zh.contains("是否放假、是否顺延尚不能确定") && zh.contains("其余暂按工作日计"))
      #expect(!zh.contains("没有顺延") && !zh.contains("其余为工作日"))
      let en = try await client.get("/en/deadlines?rule=agency.licenceDays&after=\(start)").text
      #expect(en.contains("provisionally ends on") && !en.contains("the last day is a working day"))
    }
  }

  @Test func `offer no rule before it is known, and none that has no last day to keep`() async throws {
    let client = try await rulesClient([.readRules])
    let now = try await client.get("/deadlines").text
    #expect(now.contains("value=\"foi.days\"") && !now.contains("value=\"agency.branch.years\""))
    let then = try await client.get("/deadlines?rule=&after=1900-01-01").text
    #expect(!then.contains("value=\"credit.pilot.objectionNationalDays\"") && !then.contains("value=\"foi.days\""))
  }

  @Test func `mark a recalled value`() async throws {
    let page = try await rulesClient([.readRules]).get("/deadlines?rule=pledge.days&after=2026-11-22").text
    #expect(page.contains("<p class=\"notice-title\">待核：凭记忆录入"))
  }

  @Test func `refuse an unknown value with what is missing and who may supply it`() async throws {
    let client = try await rulesClient([.readRules])
    let zh = try await client.get("/deadlines?rule=abnormal.replyDays&after=2026-11-22")
    #expect(zh.status == .conflict)
    #expect(zh.text.contains("规则“非正常申请通知的答复期限”（abnormal.replyDays）的取值尚未掌握"))
    #expect(zh.text.contains("可提供取值的单位：<strong>国家知识产权局"))
    #expect(zh.text.contains("<option value=\"abnormal.replyDays\" selected>"))
    let en = try await client.get("/en/deadlines?rule=abnormal.replyDays&after=2026-11-22")
    #expect(
      en.text.contains("Who may supply the value: <strong>the China National Intellectual Property Administration"))
    #expect(!en.text.contains("end-day"))
  }

  @Test func `say beside each field what is wrong`() async throws {
    let client = try await rulesClient([.readRules])
    let blank = try await client.get("/deadlines?rule=&after=soon")
    #expect(blank.status == .unprocessableContent)
    #expect(blank.text.contains("id=\"f-rule-error\"") && blank.text.contains("id=\"f-after-error\""))
    #expect(try await client.get("/deadlines?rule=%3Cb%3E&after=2026-11-22").text.contains("id=\"f-rule-error\""))
    let points = try await client.get("/deadlines?rule=credit.base&after=2026-11-22")
    #expect(points.status == .unprocessableContent)
    #expect(points.text.contains("不是期限，不能计算届满日"))
    #expect(try await client.get("/deadlines?rule=no.rule&after=2026-11-22").status == .notFound)
    #expect(try await client.get("/deadlines?rule=foi.days").status == .ok)
    let noDay = try await client.get("/deadlines?rule=foi.days&after=")
    #expect(noDay.status == .unprocessableContent && noDay.text.contains("id=\"f-after-error\""))
  }

  @Test(arguments: [
    "/en/deadlines", "/en/deadlines?rule=foi.days&after=2026-09-28", "/en/deadlines?rule=foi.days&after=2026-11-28",
    "/en/deadlines?rule=log.piaYears&after=2026-11-22", "/en/deadlines?rule=abnormal.replyDays&after=2026-11-22",
    "/en/deadlines/holidays/2025", "/en/deadlines/holidays/2027", "/en/rules/foi.days",
  ])
  func `in English show no Chinese that is not marked as such`(path: String) async throws {
    let page = try await rulesClient([.readRules]).get(path).text
    let main = try #require(page.firstMatch(of: /<main[\s\S]*<\/main>/)).output
    let unmarked = String(main).replacing(/<span lang="zh-CN">[^<]*<\/span>/, with: "")
    #expect(unmarked.firstMatch(of: /[\u{4E00}-\u{9FFF}]/) == nil)
  }

  @Test func `are linked from each rule that is a time limit, and from no other`() async throws {
    let client = try await rulesClient([.readRules])
    let limit = try await client.get("/rules/foi.days").text
    #expect(limit.contains("<a href=\"/deadlines?rule=foi.days\">期限计算</a>"))
    #expect(limit.contains("<form class=\"filters\" method=\"get\" action=\"/deadlines\""))
    #expect(limit.contains("<input type=\"hidden\" name=\"rule\" value=\"foi.days\">"))
    let points = try await client.get("/rules/credit.base").text
    #expect(!points.contains("action=\"/deadlines\""))
    #expect(points.contains("目前没有功能使用这条规则"))
  }

  @Test func `list a year's days off with its notice, and say that 2027 is not announced`() async throws {
    let client = try await rulesClient([.readRules])
    let page = try await client.get("/deadlines/holidays/2026")
    #expect(page.status == .ok)
    #expect(page.text.contains("国务院办公厅关于2026年部分节假日安排的通知"))
    #expect(page.text.contains("<dd>33 天</dd>"))
    #expect(page.text.contains("<dd>6 天</dd>"))
    #expect(page.text.contains("2026-02-15 至 2026-02-23"))
    #expect(try await client.get("/deadlines/holidays/2027").text.contains("2027年节假日安排尚未公布"))
    for year in ["2021", "2028", "now"] {
      #expect(try await client.get("/deadlines/holidays/\(year)").status == .notFound)
    }
  }

  @Test func `answer programs with the day, its mark and its caution`() async throws {
    let client = try await rulesClient([.readRules])
    let final = try await client.get("/api/v1/rules/foi.days/deadline?after=2026-09-28").text
    #expect(final.contains(#""deadline":"2026-10-30""#))
    #expect(!final.contains("provisional"))
    let moved = try await client.get("/api/v1/rules/tm.oppositionMonths/deadline?after=2026-11-30").text
    #expect(moved.contains(#""movedFrom":"2027-02-28""#) && moved.contains(#""provisional":2027"#))
    #expect(try await client.get("/api/v1/rules/foi.days/deadline?after=soon").status == .badRequest)
    let unknown = try await client.get("/api/v1/rules/abnormal.replyDays/deadline?after=2026-11-22")
    #expect(unknown.status == .conflict)
    #expect(unknown.text.contains("rules.unknown-value"))
    #expect(try await client.get("/api/v1/rules/credit.base/deadline").status == .unprocessableContent)
  }

  @Test func `ask for the permission to see rules`() async throws {
    let client = try await rulesClient([])
    for path in ["/deadlines", "/deadlines/holidays/2026"] {
      #expect(try await client.get(path).status == .seeOther)
    }
    #expect(try await client.get("/api/v1/rules/foi.days/deadline").status == .unauthorized)
  }
}
