import Access
import AccessStore
import Delivery
import Fixtures
import Foundation
import Kernel
import Notices
import NoticesStore
import Storage
import Testing

@Suite(.serialized) struct `An e-mail` {
  @Test(arguments: DatabaseKind.all)
  func `goes out by STARTTLS in both languages, and is marked as sent`(_ kind: DatabaseKind) async throws {
    try await LocalServer.with(.starttls) { server in
      try await NoticesZone.with(kind) { zone in
        let person = try await zone.person()
        try await zone.post([.sample(to: .account(person.id))])
        let courier = zone.courier(mail: server.mail(.startTLS, password: "s3cret-of-smtp"))
        #expect(try await courier.deliverNext(.email))
        #expect(try await !courier.deliverNext(.email))
        let received = try ReceivedMail(try #require(try server.arrived().first))
        #expect(received.notes.contains("tls: True") && received.notes.contains("auth: |zone|s3cret-of-smtp"))
        #expect(received.notes.contains("rcpt: RCPT TO:<wangfang@example.com>"))
        let notice = try #require(try await zone.desk.inbox(by: person).first)
        #expect(received.header("Message-ID") == "<notice-\(notice.id)@example.cn>")
        #expect(received.header("Date") == "Sun, 22 Nov 2026 12:00:00 +0800")
        #expect(received.header("Subject") == "=?UTF-8?B?5p2Q5paZ6KKr6YCA5Zue?=")
        #expect(received.header("X-IPZone-Repeated") == nil)
        let texts = received.texts
        #expect(texts.count == 2)
        #expect(texts[0].contains("请补正第二项") && texts[0].contains("https://ip.example.cn/matters/1"))
        #expect(texts[1].contains("Please mend item two") && texts[1].contains("https://ip.example.cn/en/matters/1"))
        #expect(try await zone.deliveries().map(\.stage) == [.sent])
        let log = zone.log.text
        #expect(log.contains("Notice delivered"))
        for word in ["s3cret-of-smtp", "wangfang", "补正"] { #expect(!log.contains(word)) }
      }
    }
  }

  @Test(arguments: [LocalServer.Mode.smtp, .smtps]) func `goes out in clear and by TLS from the start`(
    _ mode: LocalServer.Mode
  ) async throws {
    try await LocalServer.with(mode) { server in
      let outcome = await MailSender(server.mail(mode == .smtp ? .none : .implicit)).send(.sample())
      #expect(outcome == .arrived(code: "smtp 250"))
      let arrived = try server.arrived()
      #expect(arrived[0].hasPrefix(mode == .smtp ? "tls: False" : "tls: True"))
    }
  }

  @Test func `is not given to a server without the TLS that was asked for, nor to one that nobody vouches for`()
    async throws
  {
    try await LocalServer.with(.smtp) { server in
      let outcome = await MailSender(server.mail(.startTLS)).send(.sample())
      #expect(outcome == .unreachable(code: "no-tls"))
      let arrived = try server.arrived()
      #expect(arrived.isEmpty)
    }
    try await LocalServer.with(.smtps) { server in
      var stranger = server.mail(.implicit)
      stranger.authorities = nil
      #expect(await MailSender(stranger).send(.sample()) == .unreachable(code: "certificate"))
      let arrived = try server.arrived()
      #expect(arrived.isEmpty)
    }
  }

  @Test func `cannot be given further headers by its words`() {
    var mail = Mail.sample()
    mail.subject = "a\r\nBcc: x@example.com"
    let text = String(decoding: mail.bytes, as: UTF8.self)
    #expect(text.contains("\r\nSubject: a  Bcc: x@example.com\r\n") && !text.contains("\r\nBcc"))
    mail.subject = String(repeating: "知识产权", count: 30)
    let lines = String(decoding: mail.bytes, as: UTF8.self).components(separatedBy: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 78 })
  }

  @Test(arguments: DatabaseKind.all)
  func `is sent again, and says so, where the process died behind the sending`(_ kind: DatabaseKind) async throws {
    try await LocalServer.with(.smtp) { server in
      try await NoticesZone.with(kind) { zone in
        let person = try await zone.person()
        try await zone.post([.sample(to: .account(person.id))])
        // What fails before the sending leaves nothing; the first failure behind it is the one that is wanted.
        for failing in 1...60 where try server.arrived().isEmpty {
          let faulty = FaultyDatabase(zone.database, failing: failing)
          await #expect(throws: InjectedFault.self) {
            _ = try await zone.courier(on: faulty, mail: server.mail(.none)).deliverNext(.email)
          }
        }
        #expect(try server.arrived().count == 1)
        if try await zone.deliveries()[0].stage == .sending {
          zone.clock.pass(121)
          #expect(try await zone.courier(mail: server.mail(.none)).deliverNext(.email))
          let mails = try server.arrived().map { try ReceivedMail($0) }
          #expect(mails.count == 2 && mails[1].header("X-IPZone-Repeated") == "yes")
          #expect(mails[0].header("Message-ID") == mails[1].header("Message-ID"))
          let delivery = try await zone.deliveries()[0]
          #expect(delivery.stage == .sent && delivery.attempts == 2)
          let file = try await zone.desk.delivery(delivery.id, by: NoticesZone.staff)
          #expect(file.attempts.map(\.outcome) == ["process-ended", "smtp 250"])
        } else {
          Issue.record("no failure between sending and marking")
        }
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `comes again after a while where the server is busy, and not where it refuses`(_ kind: DatabaseKind) async throws
  {
    try await LocalServer.with(.smtp) { server in
      try await NoticesZone.with(kind) { zone in
        let person = try await zone.person()
        try await zone.post([.sample(to: .account(person.id))])
        let courier = zone.courier(mail: server.mail(.none))
        try server.answer("451")
        #expect(try await courier.deliverNext(.email))
        var delivery = try await zone.deliveries()[0]
        #expect(delivery.stage == .waiting && delivery.outcome == "smtp 451" && !delivery.mayBeRepeated)
        #expect(delivery.dueAt == .noon + 60)
        #expect(try await !courier.deliverNext(.email))
        zone.clock.pass(61)
        try server.answer("drop")
        #expect(try await courier.deliverNext(.email))
        delivery = try await zone.deliveries()[0]
        #expect(delivery.stage == .waiting && delivery.mayBeRepeated)
        zone.clock.pass(121)
        try server.answer("550")
        #expect(try await courier.deliverNext(.email))
        delivery = try await zone.deliveries()[0]
        #expect(delivery.stage == .failed && delivery.outcome == "smtp 550" && delivery.attempts == 3)
        try server.answer(nil)
        await #expect(throws: NoticeRefusal.reasonMissing) {
          try await zone.desk.replay(delivery.id, because: "", by: NoticesZone.staff)
        }
        try await zone.desk.replay(delivery.id, because: "邮箱已恢复", by: NoticesZone.staff)
        #expect(try await courier.deliverNext(.email))
        #expect(try await zone.deliveries()[0].stage == .sent)
        #expect(try ReceivedMail(try #require(try server.arrived().last)).header("X-IPZone-Repeated") == "yes")
        #expect(try await zone.isIntact())
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `waits for the morning unless the law wants it`(_ kind: DatabaseKind) async throws {
    try await LocalServer.with(.smtp) { server in
      try await NoticesZone.with(kind) { zone in
        let person = try await zone.person()
        zone.clock.pass(11 * 3_600)
        try await zone.post([.sample(to: .account(person.id)), .sample(to: .account(person.id), .legal)])
        let courier = zone.courier(mail: server.mail(.none))
        while try await courier.deliverNext(.email) {}
        #expect(try server.arrived().count == 1)
        let waiting = try #require(try await zone.deliveries().first { $0.stage == .waiting })
        #expect(waiting.dueAt == .noon + 19 * 3_600)
        zone.clock.pass(8 * 3_600)
        while try await courier.deliverNext(.email) {}
        #expect(try server.arrived().count == 2)
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `brings a one-time code, which is nowhere else`(_ kind: DatabaseKind) async throws {
    try await LocalServer.with(.smtp) { server in
      try await NoticesZone.with(kind) { zone in
        let contact = try ContactDetails(displayName: "李雷（示例）", email: "lilei@example.com", language: .en)
        let (_, code) = try await zone.access.invite(
          Invitation(name: "lilei", contact: contact, roles: [.member]), by: .console([.inviteClients]))
        let before = try await zone.everything()
        #expect(!before.contains(code.text))
        let courier = zone.courier(mail: server.mail(.none))
        #expect(try await courier.deliverNext(.email))
        let received = try ReceivedMail(try #require(try server.arrived().first))
        #expect(received.texts.count == 2 && received.texts.allSatisfy { $0.contains(code.text) })
        #expect(received.texts[0].contains("https://ip.example.cn/en/invitation"))
        #expect(!(try await zone.everything()).contains(code.text) && !zone.log.text.contains(code.text))
        let left = try await zone.database.read { try $0.count("SELECT count(*) FROM notice_secrets") }
        #expect(left == 0)
        #expect(
          try await zone.access.acceptInvitation(code.text, password: Secret("correct horse battery 9")) == "lilei")
        let line = try #require(try await zone.desk.deliveries(by: NoticesZone.staff).first)
        #expect(line.recipient == "l***@example.com")
        try await zone.desk.replay(line.delivery.id, because: "再发", by: NoticesZone.staff)
        #expect(try await courier.deliverNext(.email))
        #expect(try server.arrived().count == 2 && !(try server.arrived()[1]).contains(code.text))
      }
    }
  }
}

extension LocalServer {
  func mail(_ security: MailSecurity, password: String? = nil) -> MailServer {
    MailServer(
      host: "127.0.0.1", port: port, security: security, user: password.map { _ in "zone" },
      password: password.map { Secret($0) }, from: "zone@example.cn", authorities: certificate)
  }
}

extension Mail {
  static func sample() -> Mail {
    Mail(
      from: "zone@example.cn", fromName: "示例平台", to: "a@example.com", subject: "试",
      texts: [(language: "zh-CN", text: "正文\n.\n")], messageID: "1@example.cn", date: .noon)
  }
}

/// A mail as the test server wrote it down.
struct ReceivedMail {
  /// What the server noted of the conversation.
  let notes: String
  private let fields: [String]
  /// Decoded, in their order.
  let texts: [String]

  init(_ text: String) throws {
    let plain = text.replacing("\r\n", with: "\n")
    let parts = plain.components(separatedBy: "\n\n")
    notes = parts[0]
    fields = parts[1].components(separatedBy: "\n")
    texts = parts.dropFirst(2).compactMap { part in
      let lines = part.components(separatedBy: "\n").prefix { !$0.hasPrefix("--") }
      return Data(base64Encoded: lines.joined()).flatMap { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) }
    }
  }

  func header(_ name: String) -> String? {
    fields.first { $0.hasPrefix(name + ": ") }.map { String($0.dropFirst(name.count + 2)) }
  }
}
