import Foundation
import HTTPTypes
import Kernel
import PortalFixtures
import Testing
import Web

@Suite struct `A page` {
  @Test func `speaks the language of its address`() async throws {
    let client = try SamplePortal().client
    let chinese = try await client.get("/")
    #expect(chinese.text.contains("<html lang=\"zh-CN\">"))
    #expect(chinese.text.contains("<p>/a</p>"))
    #expect(chinese.text.contains("hreflang=\"en\" href=\"/en\""))
    for path in ["/en", "/en/", "/en?x=1"] {
      let english = try await client.get(path)
      #expect(english.text.contains("<html lang=\"en\">"))
      #expect(english.text.contains("<p>/en/a</p>"))
    }
  }

  @Test func `that is missing says so in both languages`() async throws {
    let client = try SamplePortal().client
    let chinese = try await client.get("/nothing")
    #expect(chinese.status == .notFound)
    #expect(chinese.text.contains("没有这个页面"))
    let english = try await client.get("/en/nothing")
    #expect(english.status == .notFound)
    #expect(english.text.contains("There is no such page"))
    #expect(try await client.get("/english").status == .notFound)
  }

  @Test func `answers HEAD as GET, without the body`() async throws {
    let client = try SamplePortal().client
    let get = try await client.get("/")
    let head = try await client.send(.head, "/")
    #expect(head.status == .ok)
    #expect(head.bytes.isEmpty)
    #expect(head.headers[.contentLength] == String(get.bytes.count))
    #expect(try await client.send(.head, "/nothing").status == .notFound)
  }

  @Test func `refuses a method that it does not know`() async throws {
    let answer = try await SamplePortal().client.send(.delete, "/new")
    #expect(answer.status == .methodNotAllowed)
    #expect(answer.headers[.allow] == "GET, HEAD, POST")
  }

  @Test func `that needs an account leads to the sign-in page and back`() async throws {
    let portal = try SamplePortal()
    let answer = try await portal.client.get("/en/samples/0000000000001?q=a%20b")
    #expect(answer.status == .seeOther)
    #expect(answer.headers[.location] == "/en/sign-in?return-to=%2Fsamples%2F0000000000001%3Fq%3Da%2520b")
    let signIn = try await portal.client.get(answer.headers[.location] ?? "")
    #expect(signIn.hiddenValue("return-to") == "/samples/0000000000001?q=a%20b")
  }

  @Test func `that the account may not see says which permission is missing`() async throws {
    let answer = try await SamplePortal(signedIn: true).client.get("/governed")
    #expect(answer.status == .forbidden)
    #expect(answer.text.contains("管理样例"))
  }

  @Test func `reads its id and its query`() async throws {
    let client = try SamplePortal(signedIn: true).client
    #expect(try await client.get("/samples/0000000000001?q=%E4%B8%93+%3Cb%3E").text.contains("<p>专 &lt;b&gt;</p>"))
    #expect(try await client.get("/samples/1").status == .notFound)
  }

  @Test func `that fails gives a number and no secret`() async throws {
    let answer = try await SamplePortal().client.get("/en/defect")
    #expect(answer.status == .internalServerError)
    let number = try #require(HTTPField.Name("X-Request-Id").flatMap { answer.headers[$0] })
    #expect(answer.text.contains(number))
    #expect(!answer.text.contains("password of the database"))
  }

  @Test func `escapes the name of who is signed in`() async throws {
    let text = try await SamplePortal(signedIn: true).client.get("/").text
    #expect(text.contains("李&lt;b&gt;"))
  }

  @Test func `forbids inline scripts, foreign frames and sniffing, and holds none itself`() async throws {
    let answer = try await SamplePortal(signedIn: true).client.get("/new")
    let policy = try #require(answer.headers[.contentSecurityPolicy])
    #expect(!policy.contains("unsafe"))
    #expect(policy.contains("frame-ancestors 'none'"))
    #expect(answer.headers[.xContentTypeOptions] == "nosniff")
    #expect(!answer.text.contains(" style="))
    #expect(!answer.text.contains("<script>"))
    #expect(!answer.text.contains(" onclick="))
  }

  @Test func `sets no cookie unless it shows a form`() async throws {
    let client = try SamplePortal().client
    #expect(try await client.get("/").headers[.setCookie] == nil)
    let cookie = try #require(try await client.get("/sign-in").headers[.setCookie])
    #expect(cookie.contains("HttpOnly"))
    #expect(cookie.contains("SameSite=Lax"))
  }
}

@Suite struct `Files at the root` {
  @Test func `are there for programs that look for them`() async throws {
    let client = try SamplePortal().client
    let robots = try await client.get("/robots.txt")
    #expect(robots.text.hasPrefix("User-agent: *\n") && robots.text.contains("Disallow: /en/sign-in\n"))
    let icon = try await client.get("/favicon.ico")
    // The head of an ICO file: reserved 0, type 1, two images.
    #expect(icon.headers[.contentType] == "image/x-icon" && Array(icon.bytes.prefix(6)) == [0, 0, 1, 0, 2, 0])
    #expect(try await client.get("/.well-known/security.txt").status == .notFound)
    let open = try SamplePortal(contact: Phrase(zh: "电话 025-1，邮箱 help@ip.example.cn", en: "Phone")).client
    let security = try await open.get("/.well-known/security.txt").text
    #expect(security.contains("Contact: mailto:help@ip.example.cn\n") && security.contains("Expires: 2027-05-"))
  }
}

@Suite struct `An asset` {
  @Test func `may be kept for ever under the address that pages give`() async throws {
    let client = try SamplePortal().client
    let page = try await client.get("/").text
    let address = try #require(page.firstMatch(of: /href="(\/assets\/portal\.css\?v=[0-9a-f]+)"/)?.1)
    let answer = try await client.get(String(address))
    #expect(answer.headers[.contentType] == "text/css; charset=utf-8")
    #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
    #expect(try await client.get("/assets/portal.css?v=old").headers[.cacheControl] == "no-cache")
    #expect(try await client.get("/assets/../Package.swift").status == .notFound)
  }
}

@Suite struct `The API` {
  @Test func `answers JSON with a tag, and 304 to who has it`() async throws {
    let client = try SamplePortal().client
    let answer = try await client.get("/api/v1/samples/0000000000001")
    #expect(answer.text == "\"0000000000001\"")
    #expect(answer.headers[.eTag] == "\"7\"")
    let again = try await client.get("/api/v1/samples/0000000000001", [.ifNoneMatch: "\"6\", \"7\""])
    #expect(again.status == .notModified)
    #expect(again.bytes.isEmpty)
  }

  @Test func `refuses with a problem document in the language asked for`() async throws {
    let client = try SamplePortal().client
    for (path, status, code) in [
      ("/api/v1/samples/x", 404, "api.no-such-thing"), ("/api/v1/nothing", 404, "web.no-such-page"),
      ("/api/v1/mine", 401, "access.not-signed-in"),
    ] {
      let answer = try await client.get(path, [.acceptLanguage: "en-GB,en;q=0.9,zh;q=0.5"])
      #expect(answer.status.code == status)
      #expect(answer.headers[.contentType] == "application/problem+json")
      let problem = try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any]
      #expect(problem?["code"] as? String == code)
      #expect(problem?["status"] as? Int == status)
      #expect(problem?["instance"] as? String == path)
      let title = try #require(problem?["title"] as? String)
      #expect(title.unicodeScalars.allSatisfy { $0.value < 0x3000 })
    }
    #expect(try await client.get("/api/v1/mine").text.contains("请先登录"))
  }

  @Test func `knows people by token, and needs no form token then`() async throws {
    let portal = try SamplePortal(token: "right")
    #expect(try await portal.client.get("/api/v1/mine").text == "\"li\"")
    let answer = try await portal.client.send(.post, "/api/v1/samples", [:], [Array("\"x\"".utf8)])
    #expect(answer.status == .noContent)
    #expect(portal.record.entries == [["api", "\"x\""]])
    #expect(try await SamplePortal(token: "wrong").client.get("/api/v1/samples/0000000000001").status == .unauthorized)
  }

  @Test func `tells a token that lacks a scope from an account that lacks a right`() async throws {
    let answer = try await SamplePortal(token: "narrow").client.get("/api/v1/mine", [.acceptLanguage: "en"])
    #expect(answer.status == .forbidden)
    #expect(answer.headers[.wwwAuthenticate] == "Bearer error=\"insufficient_scope\", scope=\"samples.edit\"")
    #expect(answer.text.contains("access.not-in-scope") && answer.text.contains("This token does not include"))
  }

  @Test func `refuses at once what says that it is too large`() async throws {
    let portal = try SamplePortal(token: "right")
    let answer = try await portal.client.send(.post, "/api/v1/samples", [.contentLength: "900000000"], [[0x31]])
    #expect(answer.status == .contentTooLarge && portal.record.entries.isEmpty)
    let form = try await SamplePortal(signedIn: true).client.send(
      .post, "/new", [.contentType: "multipart/form-data; boundary=b", .contentLength: "900000000"], [])
    #expect(form.status == .contentTooLarge)
  }

  @Test func `has a page behind the type of each problem`() async throws {
    let client = try SamplePortal().client
    let wrong = try await client.send(.delete, "/api/v1/mine")
    let problem = try JSONSerialization.jsonObject(with: Data(wrong.bytes)) as? [String: Any]
    #expect(problem?["status"] as? Int == 405 && wrong.status == .methodNotAllowed)
    let type = try #require(problem?["type"] as? String)
    #expect(try await client.get(type).text.contains("web.wrong-method"))
    #expect(try await client.get("/en" + type).text.contains("RFC 9457"))
    #expect(try await client.get("/problems/%3Cb%3E").status == .notFound)
  }

  @Test func `wants the form token from who comes with a session`() async throws {
    let portal = try SamplePortal(signedIn: true)
    #expect(try await portal.client.send(.post, "/api/v1/samples", [:], [[0x31]]).status == .forbidden)
    let name = try #require(HTTPField.Name("X-CSRF-Token"))
    #expect(try await portal.client.send(.post, "/api/v1/samples", [name: "f0"], [[0x31]]).status == .noContent)
  }

  @Test func `describes itself to programs and to people`() async throws {
    let client = try SamplePortal().client
    let document = try await client.get("/api/v1/openapi.json")
    let json = try JSONSerialization.jsonObject(with: Data(document.bytes)) as? [String: Any]
    let paths = json?["paths"] as? [String: Any]
    #expect(Set(paths?.keys.map { $0 } ?? []) == ["/api/v1/mine", "/api/v1/samples", "/api/v1/samples/{id}"])
    #expect(try await client.get("/api").text.contains("数据接口"))
    #expect(try await client.get("/en/api").text.contains("Bearer TOKEN"))
  }
}
