import Corpus
import Kernel
import Testing

@Suite struct `A query` {
  private func parse(_ text: String) throws -> CorpusQuery { try QueryParser.parse(text) }
  private let all = CorpusQuery.allTexts

  @Test func `reads fields in the habits of three systems`() throws {
    let expected = CorpusQuery.all([
      .name(.applicant, "南京大学"), .ipc("G06F16"), .not(.value(.kind, "design")),
    ])
    #expect(try parse("申请人:\"南京大学\" AND ipc:G06F16 NOT 类型:外观") == expected)
    #expect(try parse("AP=（南京大学） and IPC=G06F16 not PT=外观设计") == expected)
    #expect(try parse("ANCS:(“南京大学”) IPC:(G06F16) -PDT:design") == expected)
  }

  @Test func `takes a value to the letter behind two equals signs, and none between two marks`() throws {
    #expect(try parse("AP==\"南京大学（示例）\"") == .value(.applicant, "南京大学（示例）"))
    #expect(try parse("申请人==南京大学") == .value(.applicant, "南京大学"))
    #expect(
      try parse("AP==\"a \"\"b\"\" “c”\" AND 泵") == .all([.value(.applicant, "a \"b\" “c”"), .phrase("泵", in: all)]))
    #expect(try parse("PRO==\"\"") == .value(.province, ""))
    #expect(try parse("AD==\"\"") == .value(.filingYear, ""))
    #expect(try parse("IPC==G06F16/90") == .value(.ipcSubgroup, "G06F16/90"))
    #expect(try parse("IPC==\"G06F 16/00\"") == .value(.ipcSubgroup, "G06F16/00"))
    #expect(try parse("ipc-subclass==\"\"") == .value(.ipcSubclass, ""))
    #expect(try parse("ADY==2019") == .value(.filingYear, "2019"))
    #expect(try parse("CITES=CN100000001A") == .number("CN100000001A", columns: [.cited], isPrefix: false))
    #expect(throws: CorpusRefusal.query(.unclosedQuote)) { try parse("AP==\"a\"\"") }
    #expect(throws: CorpusRefusal.query(.badSymbol("Z99"))) { try parse("IPC==Z99") }
  }

  @Test func `binds NOT before AND before OR`() throws {
    #expect(
      try parse("泵 OR 阀 AND NOT 水")
        == .any([
          .phrase("泵", in: all), .all([.phrase("阀", in: all), .not(.phrase("水", in: all))]),
        ]))
    #expect(
      try parse("TI=(泵 OR 阀)") == .any([.phrase("泵", in: [.title]), .phrase("阀", in: [.title])]))
  }

  @Test func `tells a number from a name behind AN`() throws {
    #expect(
      try parse("AN:CN201910012345.6") == .number("CN2019100123456", columns: [.applicationNumber], isPrefix: false))
    #expect(try parse("AN:南京大学") == .name(.applicant, "南京大学"))
  }

  @Test(arguments: [
    "申请日:2019..2020", "AD=[20190101 TO 20201231]", "APD:2019-2020", "申请年=[2019 至 2020]", "year:2019~2020",
  ])
  func `reads ranges of days`(text: String) throws {
    let (first, last) = (try #require(Day("2019-01-01")), try #require(Day("2020-12-31")))
    #expect(try parse(text) == .days(.filing, first.number...last.number))
  }

  @Test(arguments: [
    ("", QueryFault.empty), ("\"电池", .unclosedQuote), ("(电池", .unclosedBracket), ("电池)", .unopenedBracket),
    ("电池 AND", .missingOperand(after: "AND")), ("颜色:红", .unknownField("颜色")), ("ipc:", .missingValue(field: "ipc")),
    ("ipc:Z99", .badSymbol("Z99")), ("电?池", .wildcardInside("电?池")), ("电 (3W) 池", .proximity("3W")),
    ("AD=[2020 TO 2019]", .badRange("[2020 TO 2019]")), ("AD=20191340", .badDay("20191340")),
  ])
  func `is refused with the piece that is wrong`(text: String, fault: QueryFault) {
    #expect(throws: CorpusRefusal.query(fault)) { try parse(text) }
  }

  @Test func `takes a place with or without the word that says what it is`() throws {
    #expect(try QueryParser.parse("省:江苏省") == .value(.province, "江苏"))
    #expect(try QueryParser.parse("省:广西壮族自治区") == .value(.province, "广西"))
    #expect(try QueryParser.parse("省:北京市") == .value(.province, "北京"))
    #expect(try QueryParser.parse("市=南京市") == .value(.city, "南京"))
    #expect(try QueryParser.parse("区:江宁区") == .value(.district, "江宁区"))
  }

  @Test func `marks what it found in any spelling`() throws {
    let query = try parse("电池 OR led")
    let pieces = Highlighter.mark(query, in: "一種電池與ＬＥＤ、LEDs", of: .title)
    #expect(pieces.map(\.text) == ["一種", "電池", "與", "ＬＥＤ", "、LEDs"])
    #expect(pieces.map(\.isMarked) == [false, true, false, true, false])
  }
}
