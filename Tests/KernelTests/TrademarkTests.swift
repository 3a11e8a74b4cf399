import Kernel
import Testing

@Suite struct `A Nice class` {
  @Test func `is a number from 1 to 45`() throws {
    #expect(NiceClass.all.map(\.number) == Array(1...45))
    #expect(try NiceClass("09").description == "9")
    #expect(try NiceClass("９").number == 9)
    #expect(try NiceClass(34).isService == false)
    #expect(try NiceClass(35).isService)
  }

  @Test(arguments: ["0", "46", "", "1a", "009", "-1", "类"])
  func `is refused outside`(text: String) {
    #expect(throws: NiceClassRefusal.unknown(text)) { try NiceClass(text) }
  }
}

@Suite struct `A trademark number` {
  @Test(arguments: [
    ("12345678", "12345678", false), ("00123456", "123456", false), ("７６５４３２１", "7654321", false),
    ("g1234567", "G1234567", true), ("G0654321A", "G0654321A", true),
  ])
  func `is Chinese or international`(text: String, number: String, isInternational: Bool) throws {
    let read = try TrademarkNumber(text)
    #expect(read.description == number)
    #expect(read.isInternational == isInternational)
  }

  @Test(arguments: [
    ("123456789", TrademarkNumberRefusal.wrongLength(9)), ("", .wrongLength(0)), ("0", .wrongLength(0)),
    ("G", .wrongLength(1)),
    ("12345a", .foreignSymbol("A")), ("GX123", .foreignSymbol("X")), ("G123-4", .foreignSymbol("-")),
  ])
  func `is refused with the rule it breaks`(text: String, refusal: TrademarkNumberRefusal) {
    #expect(throws: refusal) { try TrademarkNumber(text) }
  }
}
