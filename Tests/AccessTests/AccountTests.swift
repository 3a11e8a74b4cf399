import Access
import Foundation
import Kernel
import Testing

@Suite struct `An account's stages` {
  @Test func `lead where the chart says and nowhere else`() {
    let chart = AccountStage.allCases.flatMap { stage in
      AccountStep.allCases.map { "\(stage) \($0) → \(stage.after($0).map { "\($0)" } ?? "-")" }
    }
    #expect(
      chart == [
        "invited accept → active", "invited deactivate → deactivated", "invited reactivate → -", "active accept → -",
        "active deactivate → deactivated", "active reactivate → -", "deactivated accept → -",
        "deactivated deactivate → -", "deactivated reactivate → active",
      ])
  }
}

@Suite struct `A sign-in name` {
  @Test(arguments: ["wang.fang", "王芳", "a_b", "agent-007"]) func `may be`(text: String) throws {
    #expect(try AccountName(text).description == text)
  }

  @Test(arguments: ["", "a", "wang fang", "a@b.cn", "名/字", String(repeating: "a", count: 33)])
  func `may not be`(text: String) {
    #expect(throws: AccountRefusal.badName) { try AccountName(text) }
  }

  @Test(arguments: ["13812341234", "320102199003078888", "a13812341234"])
  func `is no phone or identity number`(text: String) {
    #expect(throws: AccountRefusal.nameIsPersonal) { try AccountName(text) }
  }

  @Test func `is the same in either case and width`() throws {
    #expect(try AccountName("Wang.Fang").key == AccountName.key("ｗａｎｇ．ｆａｎｇ"))
  }
}

@Suite struct `A password` {
  private let rule = PasswordRule()

  @Test(arguments: [
    ("short", PasswordRefusal.tooShort(10)), ("123456789", .tooShort(10)), ("1234567890", .common),
    ("Password123", .common), ("aaaaaaaaaaaa", .common), ("ababababab", .common), ("wangfang2026", .isName),
    ("WANGFANG2026!", .isName), (String(repeating: "long ", count: 41), .tooLong(200)),
  ])
  func `is refused`(text: String, refusal: PasswordRefusal) {
    #expect(throws: refusal) { try rule.check(text, name: "wangfang2026") }
  }

  @Test(arguments: ["correct horse battery", "江宁的秋天很美丽啊真的", "tea at four p.m.", "wangfang2026 drinks tea"])
  func `needs no symbols or capitals`(text: String) throws {
    #expect(try rule.check(text, name: "wangfang2026") == text)
  }

  @Test func `is the same however it was composed`() throws {
    #expect(try rule.check("cafe\u{301} at noon", name: "x").unicodeScalars.count == 12)
  }
}

@Suite struct `A wait after failures` {
  @Test func `begins at the fifth with a minute and doubles up to an hour`() {
    let waits = (0...14).map { AccessPolicy().nameLockout.end(after: $0, last: Date(timeIntervalSince1970: 0)) }
    #expect(
      waits.map { $0.map { Int($0.timeIntervalSince1970 / 60) } } == [
        nil, nil, nil, nil, nil, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60,
      ])
  }

  @Test func `is told to the minute, in Nanjing`() {
    let refusal = SignInRefusal.locked(until: Date(timeIntervalSince1970: 1_795_320_061))
    #expect(refusal.phrase.en.hasSuffix("after 2026-11-22 12:02"))
  }
}

@Suite struct `A session's life` {
  private let life = SessionLife(idle: 10, whole: 100)
  private let start = Date(timeIntervalSince1970: 0)

  @Test(arguments: [(0, 9, false), (0, 10, true), (95, 99, false), (95, 100, true)])
  func `ends when idle and ends at last`(seen: Int, now: Int, isOver: Bool) {
    #expect(life.isOver(created: start, seen: start + Double(seen), at: start + Double(now)) == isOver)
  }
}

@Suite struct `Roles` {
  @Test(arguments: [
    ([Role.administrator, .securityAdministrator], AccountRefusal.rolesNotSeparate),
    ([.administrator, .auditor], .rolesNotSeparate), ([.securityAdministrator, .auditor], .rolesNotSeparate),
    ([.auditor, .centreStaff], .auditorOnlyReads), ([], .noRole),
    ([.regulator, .enterprise], .watchesAndIsWatched), ([.inspector, .institution], .watchesAndIsWatched),
    ([.government, .member, .institution], .watchesAndIsWatched),
  ])
  func `are kept apart`(roles: [Role], refusal: AccountRefusal) {
    #expect(throws: refusal) { try Role.check(Set(roles)) }
  }

  @Test(arguments: [
    [Role.administrator], [.auditor, .member], [.centreStaff, .baseManager], [.expert, .institution],
    [.regulator, .inspector],
    [.regulator, .member],
  ])
  func `go together`(roles: [Role]) throws { try Role.check(Set(roles)) }

  @Test func `of clients are those of people outside`() {
    #expect(Role.clients == [.institution, .enterprise, .expert, .member, .overseas])
  }
}

@Suite struct `A masked value` {
  @Test(arguments: [("张三", "张*"), ("欧阳娜娜", "欧***"), ("Jonathan", "J***"), ("", "")])
  func `of a name shows its first letter`(name: String, masked: String) {
    #expect(Masked.name(name).description == masked)
  }

  @Test(arguments: [("13812341234", "138****1234"), ("02512345", "******45"), ("1234", "****")])
  func `of a phone shows little`(phone: String, masked: String) {
    #expect(Masked.phone(phone).description == masked)
  }

  @Test(arguments: [("zhang@example.cn", "z***@example.cn"), ("nothing", "***")])
  func `of an address hides the person`(email: String, masked: String) {
    #expect(Masked.email(email).description == masked)
  }
}

@Suite struct `A secret` {
  @Test func `never prints itself`() {
    let secret = Secret("hunter2hunter2")
    var dumped = ""
    dump(secret, to: &dumped)
    for text in ["\(secret)", String(reflecting: secret), dumped, "\([secret])"] {
      #expect(!text.contains("hunter2"))
    }
  }
}

@Suite struct `Contact details` {
  @Test func `are refused all at once`() throws {
    let refusal = #expect(throws: FormRefusal.self) {
      try ContactDetails(displayName: " ", email: "nobody", phone: "call me")
    }
    #expect(refusal?.causes.map(\.code) == ["access.no-display-name", "access.bad-email", "access.bad-phone"])
  }

  @Test func `that are too long are told the limit`() throws {
    let refusal = #expect(throws: FormRefusal.self) {
      try ContactDetails(displayName: String(repeating: "长", count: 61))
    }
    #expect(refusal?.causes.map(\.code) == ["access.display-name-too-long"])
    #expect(refusal?.causes.first?.phrase.en.contains("60") == true)
  }

  @Test func `may leave address and phone out`() throws {
    let contact = try ContactDetails(displayName: " 王芳 ", email: "", phone: " ")
    #expect(contact == ContactDetails(known: "王芳", email: nil, phone: nil, language: .zh))
  }
}
