import Access
import Assembly
import Fixtures
import Foundation
import HTTPTypes
import Kernel
import PortalFixtures
import Testing
import Web

@Suite struct `The server behind its socket` {
  @Test func `answers no odd address with a failure, and goes on`() async throws {
    try await TestZone.with { zone in
      let secret = try Data(contentsOf: URL(fileURLWithPath: zone.zone.place.keyFile))
      try await LoopbackServer.with(zone.responder) { port in
        for target in Self.targets {
          let answer = await LoopbackServer.exchange(port, request("GET", target))
          let status = try #require(answer.status, "\(target.prefix(80))")
          #expect((200..<500).contains(status), "\(target.prefix(80)) gave \(status)")
          #expect(!answer.text.contains("root:") && Data(answer.bytes).range(of: secret) == nil)
          #expect(!answer.text.contains("<script>alert"))
        }
        #expect(await LoopbackServer.exchange(port, request("GET", "/")).status == 200)
      }
    }
  }

  private static let targets = [
    "/%", "/%zz", "/%f", "/%00", "/patents/%ff", "/patents/%c0%ae%c0%ae", "/patents/%E4%B8", "/patents?q=%",
    "/patents?q=%ff%fe",
    "/patents?q=%00", "/patents?%00=%00", "/api/v1/patents?q=%00", "/api/v1/rules/%00", "/rules/%00", "/rules/%ff",
    "/..", "/../../etc/passwd", "/en/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/assets/../zone.key",
    "/assets/../../zone.key", "/assets/%2e%2e/%2e%2e/zone.key", "/assets/..%2f..%2fetc%2fpasswd", "//etc/passwd", "//",
    "/en", "/en/", "/en//", "/en?", "/en%2fpatents", "/?", "/patents?", "/patents?&&&==&=", "/patents/?q=1",
    "/patents/<script>alert(1)</script>", "/patents?q=<script>alert(1)</script>", "/patents?year=99999999999999999999",
    "/patents?year=-1", "/patents?page=x", "/imports?before=zzzzzzzzzzzzz", "/patents/zzzzzzzzzzzzz",
    "/patents/7zzzzzzzzzzzz", "/journal/entries/99999999999999999999", "/journal/records/patents/zzzzzzzzzzzzz",
    "/journal/records/x'%3B%20DROP%20TABLE%20patents/0000000000007",
    "/api/v1/patents?cursor=" + String(repeating: "A", count: 5_000), "/api/v1/journal/records/a%00b/0000000000007",
    "/sign-in?return-to=//evil.example", "/sign-in?return-to=https://evil.example",
    "/patents?q=" + String(repeating: "%E4%B8%93", count: 2_000), "/" + String(repeating: "a", count: 10_000),
    "/" + String(repeating: "a/", count: 5_000), "/patents?" + String(repeating: "q=1&", count: 4_000),
  ]

  @Test func `refuses addresses and heads beyond all measure without dying`() async throws {
    try await TestZone.with { zone in
      try await LoopbackServer.with(zone.responder) { port in
        let long = request("GET", "/" + String(repeating: "a", count: 1_000_000))
        let wide = Array("GET / HTTP/1.1\r\nHost: x\r\nX: \(String(repeating: "a", count: 1_000_000))\r\n\r\n".utf8)
        let noise = (0..<4_000).map { UInt8(truncatingIfNeeded: $0 &* 151) } + Array("\r\n\r\n".utf8)
        for bytes in [long, wide, noise, Array("GET\r\n\r\n".utf8), Array("GET / HTTP/9.9\r\n\r\n".utf8)] {
          let answer = await LoopbackServer.exchange(port, bytes)
          // A server may also just hang up on what is no HTTP.
          #expect(answer.status.map { (400..<506).contains($0) && $0 != 500 } ?? answer.bytes.isEmpty)
        }
        #expect(await LoopbackServer.exchange(port, request("GET", "/")).status == 200)
      }
    }
  }

  @Test func `answers wrong methods with what is allowed`() async throws {
    try await TestZone.with { zone in
      try await LoopbackServer.with(zone.responder) { port in
        for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "POST", "BREW", "get"] {
          let answer = await LoopbackServer.exchange(port, request(method, "/patents"))
          #expect(answer.status == 405 || answer.status == 400, "\(method)")
          if answer.status == 405 { #expect(answer.text.contains("GET, HEAD"), "\(method)") }
        }
        let head = await LoopbackServer.exchange(port, request("HEAD", "/patents"))
        #expect(head.status == 200 && head.text.hasSuffix("\r\n\r\n"))
      }
    }
  }

  @Test func `refuses a large upload before it is all there`() async throws {
    var settings = Settings()
    settings.uploadLimit = 1_000_000
    try await TestZone.with(settings) { zone in
      let browser = try await zone.signedIn(.centreStaff)
      let token = try #require(try await browser.get("/imports/new").formToken)
      let cookie = try #require(browser.cookie(sessionCookie))
      try await LoopbackServer.with(zone.responder) { port in
        let part = """
          --b\r\nContent-Disposition: form-data; name="form-token"\r\n\r\n\(token)\r\n\
          --b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n
          """
        let head = """
          POST /imports/new HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: \(sessionCookie)=\(cookie)\r\n\
          Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000000\r\n\r\n
          """
        let answer = await LoopbackServer.exchange(port, Array((head + part).utf8), more: 1_000_000_000)
        #expect(answer.status == 413)
        // What went out beyond the limit lies in the buffers of the two sockets.
        #expect(answer.sent < 32_000_000, "\(answer.sent) bytes went out")
        #expect(await LoopbackServer.exchange(port, request("GET", "/")).status == 200)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: zone.zone.place.temporary).isEmpty)
    }
  }

  @Test(arguments: [RawEnd.fallSilent, .hangUp])
  func `takes a request that breaks off for the client's doing`(_ end: RawEnd) async throws {
    try await TestZone.with { zone in
      let log = LogBook()
      try await LoopbackServer.with(zone.responder, log: log) { port in
        for (path, type) in [
          ("/register", "application/x-www-form-urlencoded"), ("/register", "multipart/form-data; boundary=b"),
        ] {
          let head = """
            POST \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: \(type)\r\n\
            Content-Length: 1000\r\n\r\n--b\r\nContent-Disposition: form-data; name="x"\r\n\r\nhalf of it
            """
          let answer = await LoopbackServer.exchange(port, Array(head.utf8), then: end)
          if end == .fallSilent { #expect(answer.status == 400, "\(type)") }
        }
        // The record of a request is written behind its answer, and who hangs up hears none.
        let answered = { log.messages.filter { $0.hasPrefix("Answered") } }
        for _ in 0..<1_000 where answered().count < 2 { try await Task.sleep(for: .milliseconds(10)) }
        #expect(answered().count == 2 && answered().allSatisfy { $0.contains("\"http.status\": 400") }, "\(answered())")
        #expect(log.errors.isEmpty, "\(log.errors)")
        #expect(await LoopbackServer.exchange(port, request("GET", "/")).status == 200)
      }
    }
  }

  @Test func `forgets an upload that breaks off`() async throws {
    try await TestZone.with { zone in
      let browser = try await zone.signedIn(.centreStaff)
      let token = try #require(try await browser.get("/imports/new").formToken)
      let body =
        "--b\r\nContent-Disposition: form-data; name=\"form-token\"\r\n\r\n\(token)\r\n"
        + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nhalf of it"
      let answer = try await browser.send(
        .post, "/imports/new", [.contentType: "multipart/form-data; boundary=b"], [Array(body.utf8)])
      #expect(answer.status == .badRequest)
      #expect(try FileManager.default.contentsOfDirectory(atPath: zone.zone.place.temporary).isEmpty)
      #expect(try FileManager.default.contentsOfDirectory(atPath: zone.zone.place.uploads).isEmpty)
    }
  }
}

private func request(_ method: String, _ target: String) -> [UInt8] {
  Array("\(method) \(target) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)
}
