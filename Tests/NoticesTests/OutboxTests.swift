import Access
import Fixtures
import Foundation
import Journal
import JournalStore
import Kernel
import Notices
import NoticesStore
import Storage
import Testing

@Suite struct `The outbox` {
  @Test(arguments: DatabaseKind.all)
  func `keeps a notice with its entry and its deliveries, or nothing at all`(_ kind: DatabaseKind) async throws {
    try await NoticesZone.with(kind) { zone in
      let person = try await zone.person()
      let (statements, kept) = try await failEverywhere(on: zone.database) {
        try await zone.post([.sample(to: .account(person.id))], on: $0)
      }
      #expect(statements > 5 && kept == 1)
      let inbox = try await zone.desk.inbox(by: person)
      #expect(inbox.map(\.subject) == [Phrase(zh: "材料被退回", en: "Sent back")])
      #expect(inbox.map(\.postedAt) == [.noon] && inbox[0].readAt == nil && inbox[0].link == "/matters/1")
      #expect(try await zone.deliveries().map(\.channel) == [.email])
      #expect(try await zone.isIntact())
      let journal = JournalDesk(
        database: zone.database, world: zone.world, tables: noticeTables, subjects: { _, _, _ in true })
      let entry = try #require(try await journal.page(by: NoticesZone.staff).first)
      #expect(entry.action == "tests.post" && entry.details.contains("notices"))
      #expect(!entry.details.contains("补正") && !entry.details.contains("Sent back"))
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `gives nobody what is for somebody else, and nothing to accounts that are not`(_ kind: DatabaseKind) async throws
  {
    try await NoticesZone.with(kind, canMail: false) { zone in
      let (one, other) = (try await zone.person(), try await zone.person("lilei", email: nil))
      #expect(try await zone.post([.sample(to: .account(ID(-5))), .sample(to: .account(ID(999_999)))]) == 0)
      #expect(try await zone.post([.sample(to: .account(one.id)), .sample(to: .account(one.id))]) == 2)
      #expect(try await zone.desk.unread(by: one) == 2)
      #expect(try await zone.desk.unread(by: other) == 0)
      #expect(try await zone.deliveries().isEmpty)
      let notices = try await zone.desk.inbox(by: one)
      await #expect(throws: NoticeRefusal.unknown(notices[0].id)) {
        try await zone.desk.markRead(notices[0].id, by: other)
      }
      try await zone.desk.markRead(notices[0].id, by: one)
      #expect(try await zone.desk.inbox(.unread, by: one).map(\.id) == [notices[1].id])
      try await zone.desk.markUnread(notices[0].id, by: one)
      try await zone.desk.markAllRead(upTo: notices[0].id, by: one)
      #expect(try await zone.desk.unread(by: one) == 0)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `asks what the person prefers`(_ kind: DatabaseKind) async throws {
    try await NoticesZone.with(kind) { zone in
      let person = try await zone.person()
      var wanted = NoticePreferences(language: .en, quiet: nil)
      wanted.choices["tests.plain"] = ChannelChoice(email: false, webhook: false)
      try await zone.desk.set(wanted, seen: nil, by: person)
      let own = try await zone.desk.preferences(by: person)
      #expect(own.preferences == wanted && own.email?.description == "w***@example.com")
      await #expect(throws: JournalRefusal.changedMeanwhile) {
        try await zone.desk.set(NoticePreferences(), seen: 1, by: person)
      }
      try await zone.post([.sample(to: .account(person.id)), .sample(to: .account(person.id), .legal)])
      #expect(try await zone.desk.unread(by: person) == 2)
      #expect(try await zone.desk.deliveries(by: NoticesZone.staff).map(\.kind) == ["tests.legal"])
      try await zone.desk.set(NoticePreferences(), seen: own.revision, by: person)
      #expect(try await zone.isIntact())
    }
  }
}

@Suite struct `Quiet hours` {
  /// 12:00 in Nanjing is noon; so 22:00 is ten hours later.
  @Test(
    arguments: [(9.99, nil), (10.0, 19.0), (14.5, 19.0), (18.99, 19.0), (19.0, nil), (0, nil)] as [(Double, Double?)])
  func `end at seven in the morning`(_ hours: Double, _ end: Double?) {
    #expect(QuietHours.usual.end(at: .noon + hours * 3_600) == end.map { .noon + $0 * 3_600 })
  }

  @Test func `lie within a day where they begin before they end`() throws {
    let lunch = try QuietHours(from: 12 * 60, to: 14 * 60)
    #expect(lunch.end(at: .noon) == .noon + 7_200 && lunch.end(at: .noon - 1) == nil)
    #expect(throws: NoticeRefusal.badQuietHours) { try QuietHours(from: 60, to: 60) }
    #expect(throws: NoticeRefusal.badQuietHours) { try QuietHours(from: 0, to: 1_440) }
  }
}

@Suite struct `A delivery` {
  @Test func `follows this chart`() {
    let printed = DeliveryStage.allCases.map { stage in
      "\(stage.rawValue): "
        + DeliveryStep.allCases.compactMap { step in stage.after(step).map { "\(step.rawValue)>\($0.rawValue)" } }
        .joined(separator: " ")
    }
    #expect(
      printed == [
        "waiting: begin>sending postpone>waiting drop>dropped",
        "sending: begin>sending arrive>sent postpone>waiting giveUp>failed drop>dropped", "sent: replay>waiting",
        "failed: replay>waiting", "dropped: replay>waiting",
      ])
  }

  @Test func `waits a minute, then twice as long each time, at most six hours`() {
    let waits = (1...11).map { DeliveryPatience.usual.wait(after: $0) / 60 }
    #expect(waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360])
  }
}

@Suite struct `An address` {
  @Test(arguments: ["a@b.cn", "wang.fang+x@mail.example.com"]) func `of e-mail is taken`(_ text: String) throws {
    #expect(try EmailAddress(text).description == text)
  }

  @Test(arguments: [
    "", "a", "a@b", "a b@c.cn", "a@b.cn\r\nRCPT TO:<x@y.cn>", "<a@b.cn>", "王@b.cn", "a@b..cn", ".a@b.cn",
  ])
  func `of e-mail is refused`(_ text: String) {
    #expect(throws: NoticeRefusal.badAddress) { try EmailAddress(text) }
  }

  @Test(arguments: [
    "http://a.cn/", "ftp://a.cn", "https://u:p@a.cn/", "https:///x", "https://a.cn/ b", "javascript:x", "",
  ])
  func `of a program is refused`(_ text: String) {
    #expect(throws: NoticeRefusal.badEndpointAddress) { try WebhookAddress(text) }
  }
}
