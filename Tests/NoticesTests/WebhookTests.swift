import Access
import Delivery
import Fixtures
import Foundation
import Kernel
import Notices
import NoticesStore
import Storage
import Testing

@Suite(.serialized) struct `A webhook` {
  @Test(arguments: DatabaseKind.all)
  func `brings a signed notice, and the signature is the one that OpenSSL computes`(_ kind: DatabaseKind) async throws {
    try await LocalServer.with(.http) { server in
      try await NoticesZone.with(kind, canMail: false) { zone in
        let person = try await zone.person()
        let (id, key) = try await zone.register(server, for: person)
        #expect(!(try await zone.everything()).contains(key.text))
        try await zone.post([.sample(to: .account(person.id))])
        let courier = zone.courier()
        #expect(try await courier.deliverNext(.webhook))
        let call = try ReceivedCall(try #require(try server.arrived().first))
        let notice = try #require(try await zone.desk.inbox(by: person).first)
        #expect(call.path == "/in" && call.header("IPZone-Notice") == "\(notice.id)")
        #expect(call.header("IPZone-Attempt") == "1" && call.header("IPZone-Repeated") == nil)
        #expect(
          call.body
            == #"{"body":{"en":"Please mend item two: •••","zh":"请补正第二项：•••"},"id":"\#(notice.id)","kind":"tests.plain","link":"https://ip.example.cn/matters/1","postedAt":"2026-11-22T04:00:00.000Z","subject":{"en":"Sent back","zh":"材料被退回"}}"#
        )
        let signed = server.folder + "/signed"
        try Data("1795320000.\(call.body)".utf8).write(to: URL(fileURLWithPath: signed))
        let digest = try Tool.run("/usr/bin/openssl", ["dgst", "-sha256", "-hmac", key.text, "-r", signed])
        #expect(call.header("IPZone-Signature") == "t=1795320000,v1=\(digest.prefix(64))")
        #expect(!zone.log.text.contains(key.text) && !zone.log.text.contains("补正"))
        let renewed = try await zone.desk.renewKey(of: id, by: NoticesZone.staff)
        #expect(renewed != key)
        #expect(try await zone.isIntact())
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is tried again, stopped after many failures, and its owner is told`(_ kind: DatabaseKind) async throws {
    try await LocalServer.with(.http) { server in
      try await NoticesZone.with(kind, canMail: false) { zone in
        let person = try await zone.person()
        let (id, _) = try await zone.register(server, for: person)
        try server.answer("503")
        try await zone.post([.sample(to: .account(person.id))])
        let courier = zone.courier(patience: DeliveryPatience(attempts: 9, failuresOfEndpoint: 3))
        for wait in [60.0, 120, 240] {
          #expect(try await courier.deliverNext(.webhook))
          #expect(try await !courier.deliverNext(.webhook))
          zone.clock.pass(wait + 1)
        }
        var file = try await zone.desk.endpoint(id, by: NoticesZone.staff)
        #expect(file.endpoint.stage == .broken && file.failures == 3)
        #expect(try await zone.desk.inbox(by: person).map(\.kind) == ["notices.webhook-stopped", "tests.plain"])
        #expect(try await courier.deliverNext(.webhook))
        #expect(try await zone.deliveries().map(\.stage) == [.dropped])
        try server.answer(nil)
        try await zone.desk.resume(id, seen: file.endpoint.revision, by: NoticesZone.staff)
        try await zone.desk.replay(try await zone.deliveries()[0].id, because: "已修复", by: NoticesZone.staff)
        #expect(try await courier.deliverNext(.webhook))
        let call = try ReceivedCall(try #require(try server.arrived().last))
        #expect(call.header("IPZone-Repeated") == "yes" && call.header("IPZone-Attempt") == "4")
        file = try await zone.desk.endpoint(id, by: NoticesZone.staff)
        #expect(file.endpoint.stage == .active && file.failures == 0)
        #expect(try await zone.isIntact())
      }
    }
  }

  @Test func `that hung up behind the content may have arrived`() async throws {
    try await LocalServer.with(.http) { server in
      try server.answer("drop")
      let outcome = await WebhookSender(.local).post(
        Array("{}".utf8), to: "http://127.0.0.1:\(server.port)/", headers: [])
      #expect(outcome == .unknown(code: "broken-off"))
      #expect(try server.arrived().count == 1)
    }
  }

  @Test func `goes by TLS to whom the certificate names, and to nobody else`() async throws {
    try await LocalServer.with(.https) { server in
      var policy = WebhookPolicy.local
      let address = "https://127.0.0.1:\(server.port)/"
      #expect(
        await WebhookSender(policy).post([0x7B, 0x7D], to: address, headers: []) == .unreachable(code: "certificate"))
      policy.authorities = server.certificate
      #expect(await WebhookSender(policy).post([0x7B, 0x7D], to: address, headers: []) == .arrived(code: "http 200"))
    }
  }

  @Test(arguments: [
    "127.0.0.1", "10.1.2.3", "172.31.255.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "[::1]",
    "[fd00::1]", "[fe80::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "localhost", "2130706433",
  ]) func `never leads into a network behind the public one`(_ host: String) async {
    let outcome = await WebhookSender(WebhookPolicy(seconds: 5)).post(
      [0x7B, 0x7D], to: "https://\(host):9/", headers: [])
    #expect(outcome == .refused(code: "private-address"))
  }

  @Test func `is not sent in clear unless a test wants it`() async {
    let outcome = await WebhookSender(WebhookPolicy(mayReachPrivate: true)).post(
      [0x7B, 0x7D], to: "http://127.0.0.1:9/", headers: [])
    #expect(outcome == .unreachable(code: "curl 1"))
  }

  @Test(arguments: DatabaseKind.all)
  func `belongs to an account that there is`(_ kind: DatabaseKind) async throws {
    try await NoticesZone.with(kind) { zone in
      let desk = zone.desk
      func refusal(_ title: String, _ address: String, _ owner: String) async -> NoticeRefusal? {
        do {
          _ = try await desk.register(title, at: address, for: owner, by: NoticesZone.staff)
          return nil
        } catch { return error as? NoticeRefusal }
      }
      _ = try await zone.person()
      #expect(await refusal("", "https://a.cn/", "wangfang") == .titleMissing)
      #expect(await refusal("甲", "http://a.cn/", "wangfang") == .badEndpointAddress)
      #expect(await refusal("甲", "https://a.cn/", "nobody") == .ownerUnknown)
      #expect(await refusal("甲", "https://a.cn/", "WangFang") == nil)
    }
  }
}

extension NoticesZone {
  func register(_ server: LocalServer, for person: Account) async throws -> (ID<WebhookEndpoint>, Secret) {
    try await desk.register(
      "示例系统", at: "http://127.0.0.1:\(server.port)/in", for: person.name, by: Self.staff)
  }
}

/// A request as the test server wrote it down.
struct ReceivedCall {
  let path: String
  let body: String
  private let fields: [String]

  init(_ text: String) throws {
    let parts = text.components(separatedBy: "\n\n")
    var head = parts[0].components(separatedBy: "\n")
    path = head.removeFirst()
    fields = head
    body = parts.dropFirst().joined(separator: "\n\n").trimmingCharacters(in: .newlines)
  }

  func header(_ name: String) -> String? {
    fields.first { $0.lowercased().hasPrefix(name.lowercased() + ": ") }.map { String($0.dropFirst(name.count + 2)) }
  }
}
