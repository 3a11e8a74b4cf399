import Access
import Foundation
import HTTPTypes
import Kernel
import PortalFixtures
import RulesStore
import Testing

@Suite struct `The pages of the rules` {
  @Test func `list the unknown rules of a subject for a visitor`() async throws {
    let client = try await rulesClient([.readRules])
    let answer = try await client.get("/rules?group=abnormal&status=unknown&on=2026-11-22")
    #expect(answer.status == .ok)
    #expect(answer.text.contains("共 3 条规则"))
    #expect(answer.text.contains("<a href=\"/rules/abnormal.replyDays\">非正常申请通知的答复期限</a>"))
    #expect(!answer.text.contains("abnormal.applicantFineMax"))
    let english = try await client.get("/en/rules?q=REPLYdays")
    #expect(english.text.contains("<a href=\"/en/rules/abnormal.replyDays\">Time to answer a notice</a>"))
  }

  @Test func `say what is missing, who may supply it and where it is used`() async throws {
    let client = try await rulesClient([.readRules])
    let page = try await client.get("/en/rules/abnormal.replyDays?on=2026-11-22")
    #expect(page.status == .ok)
    #expect(page.text.contains("China National Intellectual Property Administration (CNIPA)"))
    #expect(page.text.contains("with the name, number and date of the document"))
    #expect(page.text.contains("<a href=\"/en/filings/batches\">Abnormal batches</a>"))
    #expect(!page.text.contains("/supersede"))
  }

  @Test func `show the value of the day in question among all values`() async throws {
    let client = try await rulesClient([.readRules])
    let before = try await client.get("/rules/tm.oppositionMonths?on=2026-12-31").text
    let after = try await client.get("/rules/tm.oppositionMonths?on=2027-01-01").text
    #expect(before.contains("<strong>3 个月</strong>"))
    #expect(after.contains("<strong>2 个月</strong>"))
    for page in [before, after] {
      #expect(page.contains("至 2026-12-31"))
      #expect(page.contains("2027-01-01 起"))
      #expect(page.contains("《中华人民共和国商标法（2026年修订）》 第三十六条"))
    }
  }

  @Test(arguments: ["status=certain", "on=tomorrow", "group=nothing"])
  func `say which condition they do not know`(_ query: String) async throws {
    let page = try await rulesClient([.readRules]).get("/rules?\(query)")
    #expect(page.status == .unprocessableContent)
    #expect(page.text.contains("id=\"f-\(query.prefix { $0 != "=" })-error\""))
    #expect(page.text.contains("请更正标出的条件") && !page.text.contains("没有符合条件的规则"))
  }

  @Test func `mark a recalled value`() async throws {
    let page = try await rulesClient([.readRules]).get("/rules/credit.periodMonths?on=2026-11-22").text
    #expect(page.contains("待核：凭记忆录入，可信度中，使用前请对照原文"))
  }

  @Test func `supersede a fine typed in yuan and take the entry back`() async throws {
    let client = try await rulesClient([.readRules, .supersedeRules])
    let path = "/rules/penalty.agentFineMax"
    let form = try await client.get("\(path)/supersede")
    #expect(form.text.contains("value=\"50000.00\""))
    let fields = [
      ("value", "６0,000.50"), ("from", "2026-11-01"), ("status", "sourced"), ("document", "《专利代理条例修改决定》"),
      ("number", "国务院令第999号"), ("article", "第二十六条"), ("copy", "https://example.org/999"), ("reason", "条例已修改"),
    ]
    let done = try await client.post("\(path)/supersede", fields)
    #expect(done.status == .seeOther)
    #expect(done.headers[.location] == "\(path)?on=2026-11-01")
    let page = try await client.get("\(path)?on=2026-11-01").text
    #expect(page.contains("<strong>60,000.50 元</strong>"))
    #expect(page.contains("《专利代理条例修改决定》 国务院令第999号 第二十六条"))
    #expect(page.contains("条例已修改") && page.contains("https://example.org/999"))
    #expect(page.components(separatedBy: ">所查日期<").count == 2)
    let tagged = try #require(page.firstRange(of: "管理员替换"))
    #expect(page[tagged.upperBound...].prefix(120).contains("所查日期"))
    let again = try await client.post("\(path)/supersede", fields)
    #expect(again.status == .conflict && again.text.contains("已经录入"))
    #expect(try await client.get("\(path)?on=2026-10-31").text.contains("<strong>50,000 元</strong>"))
    let link = try #require(page.firstMatch(of: /href="([^"]+\/withdraw)"/)).1
    #expect(try await client.get(String(link)).text.contains("取值为“50,000 元”"))
    let withdrawn = try await client.post(String(link), [("reason", "误录")])
    #expect(withdrawn.status == .seeOther)
    #expect(try await client.get("\(path)?on=2026-11-01").text.contains("<strong>50,000 元</strong>"))
  }

  @Test func `say beside each field what is wrong`() async throws {
    let client = try await rulesClient([.readRules, .supersedeRules])
    let answer = try await client.post(
      "/rules/penalty.agentFineMax/supersede",
      [("value", "1.234"), ("status", "adopted"), ("from", "soon"), ("document", "运营中心")])
    #expect(answer.status == .unprocessableContent)
    for field in ["value", "from", "number", "decided-on", "reason"] {
      #expect(answer.text.contains("id=\"f-\(field)-error\""), "\(field)")
    }
    #expect(!answer.text.contains("id=\"f-document-error\""))
    #expect(answer.text.contains("value=\"1.234\""))
    #expect(answer.text.contains("新取值应为以元计、最多两位小数的金额"))
  }

  @Test func `call a value sourced only with the text that was read`() async throws {
    let client = try await rulesClient([.readRules, .supersedeRules])
    let path = "/rules/penalty.agentFineMax/supersede"
    #expect(try await client.get(path).text.contains("value=\"recalled\" id=\"f-status\" checked"))
    let fields = [
      ("value", "60000"), ("from", "2026-11-01"), ("document", "决定"), ("number", "1号"), ("reason", "条例已修改"),
    ]
    for (status, copy) in [("sourced", ""), ("sourced", "纸质"), ("recalled", "https://example.org/1"), ("", "")] {
      let answer = try await client.post(path, fields + [("status", status), ("copy", copy)])
      #expect(answer.status == .unprocessableContent, "\(status) \(copy)")
      #expect(answer.text.contains(status.isEmpty ? "id=\"f-status-error\"" : "id=\"f-copy-error\""), "\(status)")
    }
    #expect(try await client.post(path, fields + [("status", "recalled")]).status == .seeOther)
    let page = try await client.get("/rules/penalty.agentFineMax?on=2026-11-01").text
    #expect(page.contains("待核：由管理员据所列文件录入"))
  }

  @Test func `answer programs with values and marks`() async throws {
    let client = try await rulesClient([.readRules])
    let list = try await client.get("/api/v1/rules?group=abnormal&status=recalled&on=2026-11-22")
    #expect(list.status == .ok)
    #expect(list.text.contains(#""id":"abnormal.noAnswer""#))
    let rule = try await client.get("/api/v1/rules/tm.oppositionMonths?on=2027-01-01").text
    #expect(
      rule.contains(#""status":"sourced","title":{"en":"Opposition period","zh":"异议期"},"unit":"months","value":"2""#))
    #expect(try await client.get("/api/v1/rules/no.rule").status == .notFound)
    #expect(try await client.get("/api/v1/rules?status=certain").status.code == 400)
    #expect(try await client.get("/rules/no.rule").status == .notFound)
  }
}
