import Access
import Foundation
import HTTPTypes
import Kernel
import PortalFixtures
import RulesStore
import Testing

@Suite struct `The calendar of a year` {
  private let fields = [
    ("year", "2027"), ("title", "《关于示例年份节假日安排的通知》"), ("number", "示例〔2026〕1号"), ("issued", "2026-11-20"),
    ("address", "https://example.org/notice"), ("days", "2027-01-01至2027-01-03,休,元旦\n2027-01-09,班,元旦"),
  ]

  @Test func `is drawn as twelve months with days off and working weekends`() async throws {
    let client = try await rulesClient([.readRules])
    let zh = try await client.get("/deadlines/holidays/2026").text
    #expect(zh.components(separatedBy: "<table class=\"month\">").count == 13)
    #expect(zh.contains("<td class=\"off-day\">1<span class=\"day-mark\">休</span></td>"))
    // The six working weekend days of 2026's notice.
    #expect(zh.components(separatedBy: "<td class=\"extra-day\">").count == 7)
    #expect(!zh.contains("/deadlines/calendars/new"))
    let en = try await client.get("/en/deadlines/holidays/2026").text
    #expect(en.contains("<caption>October 2026</caption>") && en.contains("<span class=\"day-mark\">work</span>"))
    let file = try await client.get("/deadlines/holidays/2026/calendar.csv").text
    #expect(file.contains("2026-10-10,班,国庆节\r\n"))
    // A heading, 33 days off, 6 make-up days, and nothing behind the last line end.
    let count = file.components(separatedBy: "\r\n").count
    #expect(count == 41)
  }

  @Test func `is taken in by a form, and counted by from then on`() async throws {
    let client = try await rulesClient([.readRules, .supersedeRules])
    #expect(try await client.get("/deadlines/holidays/2027").text.contains("/deadlines/calendars/new?year=2027"))
    let wrong = try await client.post("/deadlines/calendars/new", [("year", "1"), ("days", "2027-01-01,休,生日")])
    #expect(wrong.status == .unprocessableContent)
    for field in ["year", "title", "number", "issued", "address", "days"] {
      #expect(wrong.text.contains("id=\"f-\(field)-error\""), "\(field)")
    }
    let done = try await client.post("/deadlines/calendars/new", fields)
    #expect(done.status == .seeOther && done.headers[.location] == "/deadlines/holidays/2027")
    let page = try await client.get("/deadlines/holidays/2027").text
    #expect(page.contains("示例〔2026〕1号") && page.contains("<dd>3 天</dd>") && !page.contains("尚未公布"))
    #expect(page.contains("<td class=\"extra-day\">9<span class=\"day-mark\">班</span></td>"))
    let deadline = try await client.get("/deadlines?rule=tm.oppositionMonths&after=2026-11-30").text
    #expect(deadline.contains("于2027年3月1日（星期一）届满") && !deadline.contains("暂定"))
    let again = try await client.post("/deadlines/calendars/new", fields + [("reason", "再录")])
    #expect(again.status == .conflict)
    #expect(try await client.get("/deadlines/holidays/2028").text.contains("2028年节假日安排尚未公布"))
  }

  @Test func `is taken in by programs`() async throws {
    let client = try await rulesClient([.readRules, .supersedeRules])
    let known = try await client.get("/api/v1/calendars/2026").text
    #expect(known.contains(#"{"day":"2026-10-10","holidays":["国庆节"],"kind":"working"}"#))
    #expect(try await client.get("/api/v1/calendars/2027").status == .notFound)
  }
}
