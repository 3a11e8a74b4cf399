import Kernel
import Testing

@Suite struct `A publication number` {
  @Test(arguments: [
    ("CN106844774A", "CN", "106844774", "A"), ("CN1340998A", "CN", "1340998", "A"),
    ("CN87100927A", "CN", "87100927", "A"),
    ("CN305246987S", "CN", "305246987", "S"), ("CN100571912C", "CN", "100571912", "C"),
    ("CN201257910Y", "CN", "201257910", "Y"), ("CN102889890B", "CN", "102889890", "B"),
    ("US10123456B2", "US", "10123456", "B2"), ("EP1234567A1", "EP", "1234567", "A1"),
    ("WO2009087495A1", "WO", "2009087495", "A1"), ("JP2021193879A", "JP", "2021193879", "A"),
    ("DE102011076815A1", "DE", "102011076815", "A1"), ("KR20200068409A", "KR", "20200068409", "A"),
    ("JPWO2016076429A1", "JP", "WO2016076429", "A1"), ("SG10201609106XA", "SG", "10201609106X", "A"),
  ])
  func `has an office, a number and a kind`(text: String, office: String, number: String, kind: String) throws {
    let read = try PublicationNumber(text)
    #expect(read.description == text)
    #expect(read.office == office)
    #expect(read.number == number)
    #expect(read.kindCode == kind)
  }

  @Test(arguments: [
    ("CN-106844774-A", "CN106844774A"), ("CN 106844774 A", "CN106844774A"), (" cn106844774a ", "CN106844774A"),
    ("ＣＮ１０６８４４７７４Ａ", "CN106844774A"), ("US 10,123,456 B2", "US10123456B2"),
    ("WO 2009/087495 A1", "WO2009087495A1"), ("US 2023/0018348 A1", "US20230018348A1"),
  ])
  func `is compact however it is written`(text: String, compact: String) throws {
    #expect(try PublicationNumber(text).description == compact)
    #expect(try PublicationNumber(utf8: Array(text.utf8).span).description == compact)
  }

  @Test(arguments: [
    ("CN101683445", PublicationNumberRefusal.missingKindCode), ("CN1387401", .missingKindCode),
    ("US10123456", .missingKindCode),
    ("106844774A", .missingOffice), ("CNA", .missingNumber), ("CNA1", .missingNumber), ("CN1", .missingKindCode),
    ("", .wrongLength(0)),
    ("CN10684477A", .wrongChineseLength(8)), ("CN1068447740A", .wrongChineseLength(10)),
    ("CN106844774D", .unknownChineseKind("D")), ("CN10684477XA", .foreignSymbol("X")),
    ("CN106844774A;", .foreignSymbol(";")),
    ("-CN106844774A", .foreignSymbol("-")), ("CN号106844774A", .foreignSymbol("号")), ("EPXYZA1", .missingNumber),
    ("US123456789012345678B2", .wrongLength(22)),
  ])
  func `is refused with the rule it breaks`(text: String, refusal: PublicationNumberRefusal) {
    #expect(throws: refusal) { try PublicationNumber(text) }
  }
}
