import Access
import AccessStore
import AccessWeb
import Fixtures
import Foundation
import HTTPTypes
import JournalStore
import Kernel
import PortalFixtures
import SQLiteDriver
import Storage
import Testing
import Web

@Suite struct `The portal's entrance` {
  @Test func `lets somebody register, look at the account and sign out`() async throws {
    let zone = try await WebZone()
    let browser = zone.browser()
    let visitor = try await browser.get("/account")
    #expect(visitor.status == .seeOther && visitor.headers[.location] == "/sign-in?return-to=%2Faccount")
    let refused = try await browser.post(
      "/register",
      [("name", "13812341234"), ("display-name", "王芳"), ("role", "member"), ("password", "short")])
    #expect(refused.status == .unprocessableContent)
    #expect(refused.text.contains("请勿使用手机号") && refused.text.contains("至少10个字符"))
    #expect(!refused.text.contains("value=\"short\""))
    let registered = try await browser.post("/register", zone.registration("wangfang"))
    #expect(registered.status == .seeOther && registered.headers[.location] == "/account")
    let account = try await browser.get("/account")
    #expect(account.status == .ok && account.text.contains("wangfang") && account.text.contains("账号已建立"))
    #expect(try await !browser.get("/account").text.contains("账号已建立"))
    let out = try await browser.post("/sign-out", [], from: "/account/profile")
    #expect(out.status == .seeOther)
    #expect(try await browser.get("/account").status == .seeOther)
  }

  @Test func `names every field that was left empty, at once`() async throws {
    let zone = try await WebZone()
    let browser = zone.browser()
    let empty = try await browser.post("/en/register", [("role", "member")])
    for field in ["name", "display-name", "password", "consent"] {
      #expect(empty.text.contains("<a href=\"#f-\(field)\">"), "\(field)")
    }
    #expect(empty.text.contains("Sign-in name: Please fill this in"))
    _ = try await browser.post("/register", zone.registration("wangfang"))
    let mandate = try await browser.post("/account/mandates/new", [("grade", "clerk"), ("from", "2026-11-22")])
    for field in ["organisation", "organisation-name", "proof"] {
      #expect(mandate.text.contains("<a href=\"#f-\(field)\">"), "\(field)")
    }
  }

  @Test func `leads an organisation's person on to the mandate`() async throws {
    let zone = try await WebZone()
    let browser = zone.browser()
    _ = try await browser.post("/register", zone.registration("wangfang", role: "institution"))
    let account = try await browser.get("/account").text
    #expect(account.contains("请接着申请单位授权") && account.contains("href=\"/account/mandates/new\""))
  }

  @Test func `says why somebody is there who did not choose to be`() async throws {
    let browser = try await WebZone().browser()
    let sent = try await browser.get("/account/tokens")
    #expect(try await browser.get(sent.headers[.location] ?? "").text.contains("不对公众开放，请先登录"))
    let chosen = try await browser.get("/privacy").text
    let link = try #require(chosen.firstMatch(of: /href="(\/sign-in\?[^"]+)"/)).1.replacing("&amp;", with: "&")
    #expect(try await !browser.get(String(link)).text.contains("不对公众开放"))
    #expect(try await browser.get("/en/privacy").text.contains("Privacy notice"))
  }

  @Test func `speaks English, too`() async throws {
    let zone = try await WebZone()
    let page = try await zone.browser().get("/en/register")
    #expect(page.text.contains("Sign-in name") && !page.text.contains("登录名"))
  }

  @Test func `asks staff for the second factor`() async throws {
    let zone = try await WebZone(demonstration: true)
    let login = try #require(
      try await zone.desk.createDemonstrationLogins(by: .console([.createLogins])).first { $0.role == .centreStaff })
    let browser = zone.browser()
    let first = try await browser.post(
      "/sign-in", [("name", login.name), ("password", login.password.text), ("return-to", "/mandates")])
    #expect(first.headers[.location] == "/sign-in/code?return-to=%2Fmandates")
    #expect(try await browser.get("/mandates").status == .seeOther)
    let page = first.headers[.location] ?? ""
    let wrong = try await browser.post("/sign-in/code", [("code", "000000")], from: page)
    #expect(wrong.status == .unprocessableContent)
    let code = try #require(try zone.desk.demonstrationCode(for: .centreStaff))
    let done = try await browser.post("/sign-in/code", [("code", code), ("return-to", "/mandates")], from: page)
    #expect(done.status == .seeOther && done.headers[.location] == "/mandates")
    #expect(try await browser.get("/mandates").status == .ok)
    #expect(try await browser.get("/accounts").status == .ok)
  }

  @Test func `shows an invitation's code once, and takes it`() async throws {
    let zone = try await WebZone(demonstration: true)
    let security = try await zone.staff(.securityAdministrator)
    let invited = try await security.post(
      "/accounts/invite", [("name", "expert.li"), ("display-name", "李专家"), ("role", "expert")])
    #expect(invited.status == .ok)
    let code = try #require(invited.text.firstMatch(of: /[A-Z2-7]{4}(-[A-Z2-7]{4}){4}/)).output.0
    let guest = zone.browser()
    let come = try await guest.post("/invitation", [("code", String(code)), ("password", "correct horse battery")])
    #expect(come.status == .seeOther && come.headers[.location] == "/account")
    #expect(try await guest.get("/account").text.contains("专家与调解员"))
    let list = try await security.get("/accounts?name=expert.li")
    #expect(list.text.contains("李**") && !list.text.contains("李专家"))
  }
}

@Suite struct `One's own pages` {
  @Test func `make a token that the API takes, with its scopes only`() async throws {
    let zone = try await WebZone()
    let browser = zone.browser()
    _ = try await browser.post("/register", zone.registration("wangfang"))
    let made = try await browser.post(
      "/account/tokens/new", [("label", "脚本"), ("days", "30"), ("scope", "access.own")])
    let value = try #require(made.text.firstMatch(of: /ipz_[a-z2-7]{52}/)).output
    let program = zone.browser(token: String(value))
    let me = try await program.get("/api/v1/me")
    #expect(me.status == .ok && me.text.contains("\"name\":\"wangfang\""))
    #expect(me.text.contains("\"permissions\":[\"access.own\"]"))
    #expect(try await zone.browser(token: "ipz_nonsense").get("/api/v1/me").status == .unauthorized)
    #expect(try await browser.get("/account/tokens").text.contains("脚本"))
    #expect(try await !browser.get("/account/tokens").text.contains(value))
  }

  @Test func `enrol a second factor with a code to scan`() async throws {
    let zone = try await WebZone()
    let browser = zone.browser()
    _ = try await browser.post("/register", zone.registration("wangfang"))
    let wrong = try await browser.post("/account/second-factor", [("current-password", "something else")])
    #expect(wrong.status == .unprocessableContent)
    let shown = try await browser.post("/account/second-factor", [("current-password", "correct horse battery")])
    #expect(shown.status == .ok && shown.text.contains("<svg class=\"qr-code\""))
    let key = try #require(shown.text.firstMatch(of: /[A-Z2-7]{32}/)).output
    let refused = try await browser.post("/account/second-factor/code", [("code", "12")])
    #expect(refused.status == .unprocessableContent && refused.text.contains(key))
    #expect(try await !browser.get("/account/second-factor/code").text.contains(key))
  }

  @Test func `file a mandate, which the centre approves`() async throws {
    let zone = try await WebZone(demonstration: true)
    let browser = zone.browser()
    _ = try await browser.post("/register", zone.registration("wangfang", role: "enterprise"))
    let wrong = try await browser.post("/account/mandates/new", [("organisation", "91350100M000100Y44")])
    #expect(wrong.status == .unprocessableContent)
    let filed = try await browser.post(
      "/account/mandates/new",
      [
        ("organisation", "91350100M000100Y43"), ("organisation-name", "甲公司"), ("grade", "clerk"),
        ("from", "2026-11-22"), ("to", ""), ("proof", "授权书〔2026〕3号"),
      ])
    #expect(filed.status == .seeOther)
    let centre = try await zone.staff(.centreStaff)
    let queue = try await centre.get("/mandates").text
    let path = try #require(queue.firstMatch(of: /\/mandates\/[0-9a-z]{13}/)).output
    let shown = try await centre.get(String(path))
    let revision = try #require(shown.hiddenValue("revision"))
    #expect(shown.text.contains("wangfang") && !shown.text.contains("value=\"revoke\""))
    let approved = try await centre.post(String(path), [("step", "approve"), ("revision", revision)])
    #expect(approved.status == .seeOther)
    let mine = try await browser.get("/account/mandates").text
    let id = try #require(mine.firstMatch(of: /name="mandate" value="([0-9a-z]{13})"/)).output.1
    _ = try await browser.post("/account/act-for", [("mandate", String(id))], from: "/account/mandates")
    #expect(try await browser.get("/account").text.contains("甲公司"))
  }

  @Test func `are all shown without a defect`() async throws {
    let zone = try await WebZone(demonstration: true)
    let member = try await zone.desk.accounts(by: .console([.listAccounts])).first?.id
    for role in [Role.securityAdministrator, .centreStaff, .member] {
      let browser = try await zone.staff(role)
      for route in zone.routes.all where route.method == .get {
        let path = route.path.replacing(":id", with: member?.description ?? ID<Account>(1).description)
        for prefix in ["", "/en"] where !path.hasPrefix("/api") || prefix.isEmpty {
          let status = try await browser.get(prefix + path).status
          #expect([.ok, .notFound, .forbidden].contains(status), "\(role) \(prefix)\(path)")
        }
      }
    }
  }
}
