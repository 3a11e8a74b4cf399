import Access
import Foundation
import Testing

@Suite struct `A time code` {
  /// Source: RFC 4226, appendix D: the hash of each count and the six digits that follow from it.
  @Test(arguments: [
    ("cc93cf18508d94934c64b65d8ba7667fb7cde4b0", "755224"), ("75a48a19d4cbe100644e8ac1397eea747a2d33ab", "287082"),
    ("0bacb7fa082fef30782211938bc1c5e70416ff44", "359152"), ("66c28227d03a2d5529262ff016a1e6ef76557ece", "969429"),
  ])
  func `is cut from the hash as published`(hash: String, digits: String) {
    #expect(TimeCode.digits(of: bytes(hash)) == digits)
  }

  @Test func `counts steps of thirty seconds`() {
    #expect(
      [0, 29, 30, 59, 1_111_111_109].map { TimeCode.step(at: Date(timeIntervalSince1970: $0)) } == [
        0, 0, 1, 1, 37_037_036,
      ])
  }

  @Test func `is taken for its neighbours, but never twice`() {
    let now = Date(timeIntervalSince1970: 300)
    #expect(TimeCode.steps(at: now, after: 0) == [9, 10, 11])
    #expect(TimeCode.steps(at: now, after: 10) == [11])
    #expect(TimeCode.steps(at: now, after: 11).isEmpty)
  }

  @Test func `is hashed from the step, big-endian`() {
    #expect(TimeCode.message(step: 37_037_036) == [0, 0, 0, 0, 2, 0x35, 0x23, 0xEC])
  }

  @Test func `has an address for authenticators`() {
    let address = TimeCode.address(secret: Array("12345678901234567890".utf8), name: "王 a", issuer: "IP zone")
    #expect(
      address
        == "otpauth://totp/IP%20zone:%E7%8E%8B%20a?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=IP%20zone&algorithm=SHA1&digits=6&period=30"
    )
  }

  private func bytes(_ hex: String) -> [UInt8] {
    let digits = Array(hex)
    return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
  }
}

@Suite struct `Base 32` {
  /// Source: RFC 4648, section 10, without the padding.
  @Test(arguments: [
    ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
    ("foobar", "MZXW6YTBOI"),
  ])
  func `is as published, both ways`(text: String, encoded: String) {
    #expect(Base32.text(Array(text.utf8)) == encoded)
    #expect(Base32.bytes(encoded.lowercased()) == Array(text.utf8))
  }

  @Test func `refuses other symbols`() { #expect(Base32.bytes("MZX0") == nil) }
}
