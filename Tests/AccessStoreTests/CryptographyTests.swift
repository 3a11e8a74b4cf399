import Access
import Foundation
import Kernel
import Testing

import AccessStore

@Suite struct `Argon2id` {
  /// Source: the test vectors that come with the reference implementation (t = 2, m = 64 MiB, p = 1).
  @Test func `gives the published hash`() throws {
    let encoded = try Argon2.hash(
      "password", salt: Array("somesalt".utf8), cost: PasswordCost(passes: 2, kibibytes: 65_536))
    #expect(encoded == "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc")
  }

  @Test func `verifies the password and no other`() async throws {
    let hasher = PasswordHasher(cost: .cheap, world: .ticking(Clock()))
    let encoded = try await hasher.hash("江宁的秋天很美丽")
    #expect(try await hasher.verify("江宁的秋天很美丽", against: encoded))
    #expect(try await !hasher.verify("江宁的秋天很美", against: encoded))
    #expect(try await !hasher.verify("江宁的秋天很美丽", against: nil))
    #expect(try await !hasher.verify("", against: "$argon2id$nonsense"))
  }

  @Test func `salts each hash anew`() async throws {
    let hasher = PasswordHasher(cost: .cheap, world: .ticking(Clock()))
    #expect(try await hasher.hash("one password") != hasher.hash("one password"))
  }

  @Test func `turns a crowd away rather than running out of memory`() async {
    let hasher = PasswordHasher(cost: .cheap, world: .ticking(Clock()), atOnce: 1, line: 0)
    await #expect(throws: SignInRefusal.busy) { try await hasher.hash("one password") }
  }
}

@Suite struct `An authenticator` {
  /// Source: RFC 6238, appendix B, SHA-1.
  @Test(arguments: [
    (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
    (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
  ])
  func `gives the published codes`(second: Int, code: String) {
    let step = TimeCode.step(at: Date(timeIntervalSince1970: Double(second)))
    #expect(Authenticator.code(of: Array("12345678901234567890".utf8), step: step, digits: 8) == code)
  }
}

@Suite struct `The zone's key` {
  @Test func `opens what it sealed, for the same account only`() throws {
    let seal = ZoneSeal(zoneKey: Array(repeating: 1, count: 32))
    let sealed = try seal.seal([1, 2, 3], for: ID(5), nonce: Array(repeating: 9, count: 12))
    #expect(try seal.open(sealed, of: ID(5)) == [1, 2, 3])
    #expect(throws: (any Error).self) { try seal.open(sealed, of: ID(6)) }
    #expect(throws: (any Error).self) {
      try ZoneSeal(zoneKey: Array(repeating: 2, count: 32)).open(sealed, of: ID(5))
    }
  }
}

/// Codes as a phone would show them.
enum Codes {
  static func code(_ secret: [UInt8], at now: Date) -> String {
    Authenticator.code(of: secret, step: TimeCode.step(at: now))
  }
}
