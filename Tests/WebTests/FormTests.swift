import Foundation
import HTTPTypes
import Kernel
import PortalFixtures
import Testing
import Web

@Suite struct `A form` {
  @Test func `is submitted with the session's token`() async throws {
    let portal = try SamplePortal(signedIn: true)
    let answer = try await portal.client.post("/new", [("name", " 甲\r\n乙 ")])
    #expect(answer.status == .seeOther)
    #expect(answer.headers[.location] == "/")
    #expect(portal.record.entries == [["new", "甲\n乙"]])
  }

  @Test(arguments: [[], [("form-token", "")], [("form-token", "f1")], [("form-token", "f00")]] as [[(String, String)]])
  func `with a missing or wrong token changes nothing and keeps what was typed`(_ token: [(String, String)])
    async throws
  {
    let portal = try SamplePortal(signedIn: true)
    let answer = try await portal.client.submit("/new", token + [("name", "乙方")])
    #expect(answer.status == .forbidden)
    #expect(answer.text.contains("value=\"乙方\""))
    #expect(answer.formToken == "f0")
    #expect(portal.record.entries.isEmpty)
  }

  @Test func `of a visitor needs the token that belongs to the visitor's cookie`() async throws {
    let portal = try SamplePortal()
    let token = try #require(try await portal.client.get("/sign-in").formToken)
    #expect(token.utf8.count == 64)
    portal.client.setCookie("ipzone-visit", String(repeating: "0", count: 32))
    #expect(try await portal.client.submit("/sign-in", [("form-token", token)]).status == .forbidden)
    #expect(try await portal.client.post("/sign-in", [("name", "li")]).status == .seeOther)
  }

  @Test func `sent by another site is refused`() async throws {
    let portal = try SamplePortal(signedIn: true)
    let name = try #require(HTTPField.Name("Sec-Fetch-Site"))
    let answer = try await portal.client.submit("/remove", [("form-token", "f0")], [name: "cross-site"])
    #expect(answer.status == .forbidden)
    #expect(portal.record.entries.isEmpty)
  }

  @Test func `that is refused comes back with what was typed and the reason beside its field`() async throws {
    let portal = try SamplePortal(signedIn: true)
    let answer = try await portal.client.post("/new", [("name", "taken"), ("revision", "4")])
    #expect(answer.status == .unprocessableContent)
    #expect(answer.text.contains("id=\"f-name-error\">名称已被使用，请换一个</p>"))
    #expect(answer.text.contains("<a href=\"#f-name\">"))
    #expect(answer.text.contains("value=\"taken\""))
    #expect(answer.hiddenValue("revision") == "4")
    // A box that was ticked at first and is no longer, stays empty.
    #expect(!answer.text.contains(" checked"))
    #expect(try await portal.client.get("/new").text.contains(" checked"))
  }

  @Test func `that somebody else has changed meanwhile is a conflict`() async throws {
    let portal = try SamplePortal(signedIn: true)
    #expect(try await portal.client.post("/new", [("name", "changed")]).status == .conflict)
  }

  @Test func `whose session is over travels through the sign-in page and is not submitted by itself`() async throws {
    let portal = try SamplePortal()
    let refused = try await portal.client.submit("/new", [("form-token", "f0"), ("name", "写了很久<>"), ("marks", "b")])
    #expect(refused.status == .unauthorized)
    #expect(refused.text.contains("action=\"/sign-in\""))
    let carried = try #require(refused.hiddenValue("carried"))
    #expect(refused.hiddenValue("return-to") == "/new")
    let back = try await portal.client.submit(
      "/sign-in",
      [
        ("form-token", refused.formToken ?? ""), ("carried", carried), ("return-to", "/new"), ("name", "li"),
      ])
    #expect(back.status == .ok)
    #expect(back.text.contains("action=\"/new\""))
    #expect(back.text.contains("value=\"写了很久&lt;&gt;\""))
    #expect(back.text.contains("value=\"b\" checked"))
    #expect(back.formToken == "f0")
    #expect(portal.client.cookie(sessionCookie) == "good")
    #expect(portal.record.entries == [["sign-in", "li"]])
  }

  @Test func `never leads to another site after signing in`() async throws {
    let portal = try SamplePortal()
    for target in ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example"] {
      let answer = try await portal.client.post("/sign-in", [("return-to", target)])
      #expect(answer.headers[.location] == "/")
      portal.client.setCookie(sessionCookie, nil)
    }
  }

  @Test func `that nobody may send leaves nothing behind`() async throws {
    let portal = try SamplePortal()
    let answer = try await portal.client.upload("/new", [], file: ("file", "a.csv", [1, 2, 3]), from: "/sign-in")
    #expect(answer.status == .unauthorized)
    #expect(portal.leftovers.isEmpty)
  }
}

@Suite struct `An upload` {
  /// Bytes that look like delimiters, or the beginnings of one.
  private let tricky = Array("a\r\n------ipzone-boundar\r\n--\r\n\r\n------ipzone".utf8)

  @Test(arguments: [1, 2, 3, 7, 64, 65_536]) func `arrives whole however it is cut`(_ piece: Int) async throws {
    let portal = try SamplePortal(signedIn: true)
    let answer = try await portal.client.upload(
      "/new", [("name", "甲")], file: ("file", "专利.csv", tricky), piece: piece)
    #expect(answer.status == .seeOther)
    // sha256sum of the same bytes.
    #expect(
      portal.record.entries == [
        ["new", "甲", "专利.csv 43 e364a5f56a0e7c0114f833806c141ffdea71d52f33b1af9e27fe7e054786fced"]
      ])
    #expect(portal.leftovers.isEmpty)
  }

  @Test func `without a chosen file is a form without files`() async throws {
    let portal = try SamplePortal(signedIn: true)
    _ = try await portal.client.upload("/new", [("name", "甲")], file: ("file", "", []))
    #expect(portal.record.entries == [["new", "甲"]])
  }

  @Test func `keeps the last part of a path as its name`() async throws {
    let portal = try SamplePortal(signedIn: true)
    _ = try await portal.client.upload("/new", [], file: ("file", "C:\\x\\../../etc/a.csv", [0x61]))
    #expect(
      portal.record.entries.first?.last
        == "a.csv 1 ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb")
  }

  @Test func `over the limit is refused while it comes in, and keeps what was typed`() async throws {
    let portal = try SamplePortal(fileLimit: 100_000, signedIn: true)
    let answer = try await portal.client.upload(
      "/new", [("name", "甲方")], file: ("file", "a.bin", [UInt8](repeating: 0x0D, count: 100_001)))
    #expect(answer.status == .contentTooLarge)
    #expect(answer.text.contains("value=\"甲方\""))
    #expect(answer.text.contains("id=\"f-file-error\""))
    #expect(portal.record.entries.isEmpty)
    #expect(portal.leftovers.isEmpty)
  }

  @Test func `of exactly the limit passes`() async throws {
    let portal = try SamplePortal(fileLimit: 100_000, signedIn: true)
    let answer = try await portal.client.upload(
      "/new", [], file: ("file", "a.bin", [UInt8](repeating: 0x2D, count: 100_000)))
    #expect(answer.status == .seeOther)
  }

  @Test(arguments: [
    "--b\r\nContent-Disposition: form-data; name=\"form-token\"\r\n\r\nf0\r\n",
    "--b\r\nno head\r\n\r\nx\r\n--b--\r\n", "",
  ])
  func `that breaks off is refused`(_ body: String) async throws {
    let portal = try SamplePortal(signedIn: true)
    let answer = try await portal.client.send(
      .post, "/new", [.contentType: "multipart/form-data; boundary=b"], [Array(body.utf8)])
    #expect(answer.status == .badRequest)
    #expect(portal.record.entries.isEmpty)
  }
}
