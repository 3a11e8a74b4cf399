import Kernel
import Testing

@Suite struct `Any text at all` {
  /// 20,000 texts of up to 80 bytes, drawn from the symbols of identifiers, their full-width forms and broken UTF-8.
  @Test func `is read or refused, and the same as text and as bytes`() {
    var dice = SeededDice(seed: 42)
    for _ in 0..<20_000 {
      let bytes = (0..<dice.roll(below: 12)).flatMap { _ in Self.pieces[dice.roll(below: Self.pieces.count)] }
      let text = String(decoding: bytes, as: UTF8.self)
      guard Array(text.utf8) == bytes else {
        _ = try? IPCSymbol(utf8: bytes.span)
        continue
      }
      #expect((try? ApplicationNumberReading(text)) == (try? ApplicationNumberReading(utf8: bytes.span)))
      #expect((try? PublicationNumber(text)) == (try? PublicationNumber(utf8: bytes.span)))
      #expect((try? IPCSymbol(text)) == (try? IPCSymbol(utf8: bytes.span)))
      _ = (try? SocialCreditCode(text), try? PersonalIdentityNumber(text), try? TrademarkNumber(text))
      _ = (try? AgencyCode(text), try? DivisionCode(text), try? NiceClass(text))
    }
  }

  @Test func `that is far too long is refused`() {
    let long = "G06F16/903 " + String(repeating: "1", count: 10_000)
    #expect(throws: IPCSymbolRefusal.foreignSymbol("1")) { try IPCSymbol(long) }
    #expect(throws: PublicationNumberRefusal.wrongLength(10_011)) { try PublicationNumber(long) }
    #expect(throws: ApplicationNumberRefusal.self) { try ApplicationNumber(String(repeating: "1", count: 10_000)) }
  }

  private static let pieces: [[UInt8]] =
    [
      "CN", "ZL", "2017", "1", "0601862", ".", "3", "X", " ", "G06F", "16/", "903", "(2006.01)I", "号", "９", "ａ", "😀",
      "A",
    ]
    .map { Array($0.utf8) } + [[0xFF], [0xE5, 0x8F], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0]]
}
