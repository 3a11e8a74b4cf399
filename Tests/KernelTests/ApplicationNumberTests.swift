import Kernel
import Testing

@Suite struct `An application number` {
  /// Check symbols computed outside, by the weights of ZC 0006—2003.
  @Test(arguments: [
    ("201710601862", "3"), ("95115608", "X"), ("97101765", "4"), ("202410012345", "2"), ("85102475", "0"),
    ("98805245", "8"), ("00812345", "4"), ("201780002534", "X"), ("201290000001", "0"), ("02312345", "1"),
  ])
  func `ends in the check symbol of its digits`(digits: String, check: Character) throws {
    #expect(ApplicationNumber.checkDigit(of: digits) == check)
    let number = try ApplicationNumber("\(digits).\(check)")
    #expect(number.check == check)
    #expect(number.digits == digits)
    #expect(number.description == "\(digits).\(check)")
  }

  @Test(arguments: [
    "201710601862.3", "2017106018623", "CN201710601862.3", "ZL201710601862.3", "ZL 2017 1 0601862.3", "cn2017106018623",
    "  201710601862.3 ", "２０１７１０６０１８６２．３", "ＺＬ２０１７　１　０６０１８６２．３", "2017 10601862.3",
  ])
  func `is the same however it is written`(text: String) throws {
    #expect(try ApplicationNumber(text).description == "201710601862.3")
    #expect(try ApplicationNumberReading(utf8: Array(text.utf8).span) == ApplicationNumberReading(text))
  }

  @Test(arguments: ["95115608.X", "95115608X", "95115608x", "CN95115608.x", "ZL 95 1 15608.X", "ｚｌ９５１１５６０８ｘ"])
  func `of the old form is read in every writing`(text: String) throws {
    let number = try ApplicationNumber(text)
    #expect(number.description == "95115608.X")
    #expect(!number.isCurrentForm)
  }

  @Test(arguments: [
    ("201710601862.3", 2017, ApplicationKind.invention, 601_862), ("97101765.4", 1997, .invention, 1_765),
    ("98805245.8", 1998, .pctInvention, 5_245), ("02312345.1", 2002, .design, 12_345),
    ("201780002534.X", 2017, .pctInvention, 2_534), ("201290000001.0", 2012, .pctUtilityModel, 1),
    ("200320108834.1", 2003, .utilityModel, 108_834),
  ])
  func `tells year, kind and serial`(text: String, year: Int, kind: ApplicationKind, serial: Int) throws {
    let number = try ApplicationNumber(text)
    #expect(number.year == year)
    #expect(number.kind == kind)
    #expect(number.serial == serial)
  }

  @Test func `without its check symbol is a case of its own`() throws {
    let complete = try ApplicationNumber("201710601862.3")
    #expect(try ApplicationNumberReading("CN201710601862") == .withoutCheck(complete))
    #expect(try ApplicationNumberReading("CN201710601862.3") == .checked(complete))
    #expect(try ApplicationNumberReading("95115608").number.description == "95115608.X")
    #expect(throws: ApplicationNumberRefusal.missingCheck) { try ApplicationNumber("201710601862") }
  }

  @Test(arguments: [
    ("", ApplicationNumberRefusal.wrongLength(0)), ("2017106018", .wrongLength(10)),
    ("20171060186234", .wrongLength(14)),
    ("201710601862.4", .wrongCheck), ("2017106018624", .wrongCheck), ("95115608.1", .wrongCheck),
    ("201710601862.X", .wrongCheck), ("201740601862.3", .unknownKind(4)), ("200210601862.3", .impossibleYear(2002)),
    ("50115608.1", .impossibleYear(50)), ("PCT/CN2016/100001", .foreignSymbol("P")),
    ("2017106O1862.3", .foreignSymbol("O")),
    ("2.0193E+12", .roundedBySpreadsheet), ("2.02E+12", .roundedBySpreadsheet), ("2017 1 06 01862.3", .misplacedSpace),
    ("2017  1 0601862.3", .misplacedSpace), ("201710 601862.3", .misplacedSpace), ("201710601862 .3", .misplacedSpace),
    ("申请201710601862.3", .foreignSymbol("申")),
    ("201710601862.", .foreignSymbol(".")), ("201710601862.33", .wrongLength(15)),
  ])
  func `is refused with the rule it breaks`(text: String, refusal: ApplicationNumberRefusal) {
    #expect(throws: refusal) { try ApplicationNumber(text) }
  }

  @Test func `sorts by year across both forms`() throws {
    let texts = ["200480000018.6", "97101765.4", "00812345.4", "201710601862.3"]
    let sorted = try texts.map { try ApplicationNumber($0) }.sorted().map(\.description)
    #expect(sorted == ["97101765.4", "00812345.4", "200480000018.6", "201710601862.3"])
  }

  @Test func `has no check symbol for a text of another length`() {
    #expect(ApplicationNumber.checkDigit(of: "2017106018") == nil)
    #expect(ApplicationNumber.checkDigit(of: "20171060186A") == nil)
  }
}
