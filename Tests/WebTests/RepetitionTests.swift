import HTTPTypes
import PortalFixtures
import Testing
import Web

@Suite struct `A form that was submitted` {
  @Test func `is not submitted again by going back`() async throws {
    let portal = try SamplePortal(signedIn: true)
    let page = try await portal.client.get("/new")
    #expect(try await portal.client.submit("/new", page.form + [("name", "甲")]).status == .seeOther)
    let again = try await portal.client.submit("/new", page.form + [("name", "甲")])
    #expect(again.status == .conflict && again.text.contains("已经提交过了"))
    #expect(again.text.contains("href=\"/\">查看结果") && again.text.contains("href=\"/new\">打开一份新表单"))
    let english = try await portal.client.submit("/en/new", page.form + [("name", "甲")])
    #expect(english.status == .conflict && english.text.contains("This was already submitted"))
    #expect(portal.record.entries == [["new", "甲"]])
    #expect(try await portal.client.post("/new", [("name", "乙")]).status == .seeOther)
  }

  @Test func `is submitted once where two submissions come at the same moment`() async throws {
    let portal = try SamplePortal(signedIn: true)
    let page = try await portal.client.get("/new")
    let codes = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask { try await portal.client.submit("/new", page.form + [("name", "甲")]).status.code }
      }
      return try await group.reduce(into: []) { $0.append($1) }.sorted()
    }
    #expect(codes == [303] + Array(repeating: 409, count: 7))
    #expect(portal.record.entries.count == 1)
  }

  @Test func `may be submitted again where it was refused, from the old page and from the new`() async throws {
    let portal = try SamplePortal(signedIn: true)
    let page = try await portal.client.get("/new")
    let refused = try await portal.client.submit("/new", page.form + [("name", "taken")])
    #expect(refused.status == .unprocessableContent)
    #expect(refused.hiddenValue("form-id") != page.hiddenValue("form-id"))
    #expect(try await portal.client.submit("/new", refused.form + [("name", "甲")]).status == .seeOther)
    #expect(try await portal.client.submit("/new", page.form + [("name", "乙")]).status == .seeOther)
  }

  @Test func `is not another's form, though the id is the same`() async throws {
    let portal = try SamplePortal(signedIn: true)
    let id = ("form-id", "0000000000001-500")
    #expect(try await portal.client.submit("/remove", [("form-token", "f0"), id]).status == .seeOther)
    #expect(try await portal.client.submit("/remove", [("form-token", "f0"), id]).status == .conflict)
    portal.client.setCookie(sessionCookie, nil)
    for _ in 0..<2 { #expect(try await portal.client.post("/sign-in", [id, ("name", "li")]).status == .seeOther) }
  }

  @Test func `by a program that sends no id is taken as often as it is sent`() async throws {
    let portal = try SamplePortal(signedIn: true)
    for _ in 0..<2 { #expect(try await portal.client.submit("/remove", [("form-token", "f0")]).status == .seeOther) }
    #expect(portal.record.entries.count == 2)
  }

  @Test func `is said to be done on the next page, once, in known words only`() async throws {
    let portal = try SamplePortal(signedIn: true)
    _ = try await portal.client.submit("/remove", [("form-token", "f0")])
    #expect(try await portal.client.get("/en").text.contains("The sample was removed"))
    #expect(try await !portal.client.get("/en").text.contains("The sample was removed"))
    portal.client.setCookie("ipzone-done", "samples.unknown<b>")
    #expect(try await !portal.client.get("/").text.contains("samples.unknown"))
  }
}

extension PortalAnswer {
  /// The hidden fields of the page's last form: token and id.
  fileprivate var form: [(String, String)] {
    let ids = text.matches(of: /name="form-id" value="([^"]+)"/).map { String($0.1) }
    return [("form-token", formToken ?? ""), ("form-id", ids.last ?? "")]
  }
}
