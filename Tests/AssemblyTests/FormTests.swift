import Access
import AccessStore
import Assembly
import Fixtures
import Foundation
import HTTPTypes
import Kernel
import LedgersStore
import Patents
import PatentsStore
import PortalFixtures
import Testing
import Web

@Suite struct `Every form` {
  /// What somebody might type who wants to break in: SQL, HTML, and a combining mark.
  static let poison = "'; DROP TABLE patents;--<script>alert(1)</script>&\"e\u{301}"

  @Test func `takes hostile text in every field without failing or showing it raw`() async throws {
    try await TestZone.with { zone in
      let places = try await Places(in: zone)
      let patents = try await zone.count("patents")
      let imports = try await zone.zone.patents.imports(by: zone.zone.console)
      var filled = 0
      for role in [Role.centreStaff, .administrator, .securityAdministrator, .auditor, .enterprise] {
        let browser = try await zone.signedIn(role)
        for route in ZonePortal.routes(zone.zone).all
        where route.sort == .form && route.method == .get
          && !LedgerPlaces.isSpokenFor(route, in: zone.zone.ledgers.book)
        {
          // A first wrong password ends nothing; a full walk of the sign-in form would lock the name.
          filled += try await fill(places.address(of: route), browser)
        }
      }
      let visitor = zone.visitor()
      for path in ["/sign-in", "/register", "/invitation", "/forgotten", "/reset"] {
        filled += try await fill(path, visitor)
      }
      #expect(filled > 60)
      // Whatever is written as its reason, withdrawing an import is the centre's right, and this one held one grant.
      #expect(imports.map(\.file.name) == ["demo-trademarks.xml", "us_example4.xml", "demo-patents.jsonl"])
      let after = try await zone.zone.patents.imports(by: zone.zone.console)
      #expect(after.map(\.run.stage) == [.done, .withdrawn, .done])
      #expect(try await zone.count("patents") == patents - 1)
      #expect(try await zone.isIntact())
    }
  }

  @Test func `and every list takes hostile text in its query`() async throws {
    try await TestZone.with { zone in
      let places = try await Places(in: zone)
      let browser = try await zone.signedIn(.auditor)
      let query = encoded(Self.poison)
      let names = [
        "q", "kind", "year", "section", "province", "applicant", "after", "before", "cursor", "group", "status", "on",
        "name", "role", "stage", "action", "limit", "return-to", "sort",
      ]
      let all = names.map { "\($0)=\(query)" }.joined(separator: "&")
      for route in ZonePortal.routes(zone.zone).all
      where route.method == .get && !LedgerPlaces.isSpokenFor(route, in: zone.zone.ledgers.book) {
        for text in [all] + names.map({ "\($0)=\(query)" }) {
          for prefix in route.sort == .endpoint ? [""] : ["", "/en"] {
            let answer = try await browser.get("\(prefix)\(places.address(of: route))?\(text)")
            #expect(answer.status.code < 500, "\(name(route)) \(text)")
            #expect(!isRaw(answer), "\(name(route)) \(text)")
          }
        }
      }
    }
  }

  /// Fills every field that takes text, leaves choices as they are shown, and submits in both languages.
  private func fill(_ path: String, _ browser: PortalClient) async throws -> Int {
    var count = 0
    for prefix in ["", "/en"] {
      let page = try await browser.get(prefix + path)
      guard page.status == .ok else { continue }
      for form in PageForms.forms(page.text) where form.method == "post" && !form.action.contains("/sign-out") {
        let fields = form.fields.map { ($0.name, $0.takesText ? Self.poison : $0.value) }
        let answer = try await browser.submit(form.action, fields)
        #expect(answer.status.code < 500, "\(form.action)")
        #expect(!isRaw(answer), "\(form.action)")
        if let next = answer.headers[.location] {
          let shown = try await browser.get(next)
          #expect(shown.status.code < 500 && !isRaw(shown), "\(next)")
        }
        count += form.fields.filter(\.takesText).count
      }
    }
    return count
  }

  private func isRaw(_ answer: PortalAnswer) -> Bool {
    answer.headers[.contentType]?.hasPrefix("text/html") == true && answer.text.contains("<script>alert")
  }
}

@Suite struct `A form` {
  @Test func `without its token is refused on a page in either language, with what was typed`() async throws {
    try await TestZone.with { zone in
      let browser = try await zone.signedIn(.enterprise)
      let fields = [("display-name", "张伟"), ("email", "zhang@example.cn"), ("phone", "")]
      for (path, words) in [("/account/profile", "页面停留过久"), ("/en/account/profile", "The page was open for long")] {
        for token in [nil, "", "0", "f00"] {
          let answer = try await browser.submit(path, (token.map { [("form-token", $0)] } ?? []) + fields)
          #expect(answer.status == .forbidden)
          #expect(answer.text.contains(words) && answer.text.contains("value=\"张伟\""))
          #expect(answer.formToken?.isEmpty == false)
        }
      }
      let other = try await zone.signedIn(.member)
      let foreign = try #require(try await other.get("/account/profile").formToken)
      #expect(try await browser.submit("/account/profile", [("form-token", foreign)] + fields).status == .forbidden)
      #expect(try await !browser.get("/account").text.contains("张伟"))
    }
  }

  @Test func `whose session is over keeps what was typed, and goes on behind the sign-in`() async throws {
    try await TestZone.with { zone in
      let browser = try await zone.signedIn(.enterprise)
      let page = try await browser.get("/account/mandates/new")
      zone.clock.advance(by: 31 * 86_400)
      let fields = [
        ("organisation", "91350100M000100Y43"), ("organisation-name", "甲公司"), ("grade", "clerk"),
        ("from", "2026-11-22"), ("to", ""), ("proof", "授权书〔2026〕3号"),
      ]
      let over = try await browser.submit(
        "/account/mandates/new", [("form-token", page.formToken ?? "")] + fields)
      #expect(over.status == .unauthorized && over.text.contains("您填写的文字已保留"))
      let login = try await zone.login(.enterprise)
      let carried = try #require(over.hiddenValue("carried"))
      let back = try #require(over.hiddenValue("return-to"))
      let again = try await browser.submit(
        "/sign-in",
        [
          ("form-token", over.formToken ?? ""), ("carried", carried), ("return-to", back), ("name", login.name),
          ("password", login.password.text),
        ])
      #expect(again.status == .ok)
      #expect(again.text.contains("value=\"甲公司\"") && again.text.contains("授权书〔2026〕3号"))
      let done = try await browser.submit(
        "/account/mandates/new", [("form-token", again.formToken ?? "")] + fields)
      #expect(done.status == .seeOther)
      #expect(try await zone.count("mandates") == 1)
    }
  }

  @Test func `is submitted once, however often it is sent`() async throws {
    try await TestZone.with { zone in
      let browser = try await zone.signedIn(.enterprise)
      let page = try await browser.get("/account/tokens/new")
      // The page's last form; the first is the button that signs out.
      let id = try #require(page.text.matches(of: /name="form-id" value="([^"]+)"/).last).1
      let fields = [
        ("form-token", page.formToken ?? ""), ("form-id", String(id)), ("label", "脚本"), ("days", "30"),
        ("scope", "access.own"),
      ]
      let codes = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<2 { group.addTask { try await browser.submit("/account/tokens/new", fields).status.code } }
        return try await group.reduce(into: []) { $0.append($1) }.sorted()
      }
      #expect(codes == [200, 409])
      let reloaded = try await browser.submit("/en/account/tokens/new", fields)
      #expect(reloaded.status == .conflict && reloaded.text.contains("it was shown that once"))
      #expect(try await zone.count("tokens") == 1)
      let mine = try await browser.get("/account/tokens").text
      let revoke = try #require(mine.firstMatch(of: /action="(\/account\/tokens\/[0-9a-z]{13}\/revoke)"/)).1
      let again = try await browser.post(String(revoke), [], from: "/account/tokens")
      #expect(again.status == .seeOther)
      // Kept for two days and no longer.
      zone.clock.advance(by: 3 * 86_400)
      _ = try await zone.signedIn(.enterprise).post("/account/profile", [("display-name", "张伟")])
      #expect(try await zone.count("form_uses") <= 1)
    }
  }

  @Test func `that takes an identifier refuses a wrong check symbol beside the field`() async throws {
    try await TestZone.with { zone in
      let browser = try await zone.signedIn(.enterprise)
      for (prefix, words) in [("", "校验"), ("/en", "check")] {
        let answer = try await browser.post(
          "\(prefix)/account/mandates/new",
          [
            // The last symbol of 91350100M000100Y43, one too high.
            ("organisation", "91350100M000100Y44"), ("organisation-name", "甲公司"), ("grade", "clerk"),
            ("from", "2026-11-22"), ("to", ""), ("proof", "授权书"),
          ])
        #expect(answer.status == .unprocessableContent)
        let error = try #require(answer.text.firstMatch(of: /id="f-organisation-error">([^<]+)</)).1
        #expect(error.contains(words), "\(error)")
        #expect(answer.text.contains("value=\"91350100M000100Y44\""))
      }
      #expect(try await zone.count("mandates") == 0)
    }
  }

  @Test func `started by another site is refused`() async throws {
    try await TestZone.with { zone in
      let browser = try await zone.signedIn(.enterprise)
      let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
      let answer = try await browser.post("/account/profile", [("display-name", "张伟")], from: nil, [site: "cross-site"])
      #expect(answer.status == .forbidden && answer.text.contains("其他网站"))
    }
  }
}

/// Percent-encoded, every byte of it.
func encoded(_ text: String) -> String {
  text.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
