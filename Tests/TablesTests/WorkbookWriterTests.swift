import Foundation
import Kernel
import Tables
import Testing

/// Writes a workbook with `work` and gives its sheets back as they are read.
private func written(
  mostRows: Int = WorkbookWriter.mostRows, _ work: (WorkbookWriter) throws -> Void
) throws -> [(name: String, rows: [[XLSXCell?]])] {
  let file = try Scratch([])
  let writer = try WorkbookWriter(path: file.path, made: Date(timeIntervalSince1970: 0), mostRows: mostRows)
  try work(writer)
  try writer.finish()
  let reader = try XLSXReader(path: file.path)
  return try reader.sheets.enumerated().map { place, name in
    var rows: [[XLSXCell?]] = []
    try reader.forEachRow(ofSheet: place) { row, _ in rows.append(row.cells) }
    return (name, rows)
  }
}

private let columns = [WorkbookColumn("申请号", width: 20), WorkbookColumn("值"), WorkbookColumn("备注", width: 40)]

@Suite struct `A written workbook` {
  @Test func `is read back as it was written`() throws {
    let day = try #require(Day("2026-11-22"))
    let sheets = try written { book in
      try book.beginSheet("专利", columns: columns)
      try book.append([.text("202410001234"), .whole(42), .text(" 首尾留空 ")])
      try book.append([.text("=1+1"), .number(0.1), .text("第一行\n第二行 <a href=\"x\">&</a>")])
      try book.append([.text("+86"), .money(Fen(123_456)), .text("😀 _x0041_ \u{7}")])
      try book.append([.empty, .day(day), .text("-1")])
      try book.append([.text("@x"), .share(BasisPoints(1_250)), .text("")])
    }
    #expect(sheets.map(\.name) == ["专利"])
    #expect(
      sheets[0].rows == [
        [.text("申请号"), .text("值"), .text("备注")],
        [.text("202410001234"), .number("42"), .text(" 首尾留空 ")],
        [.text("=1+1"), .number("0.1"), .text("第一行\n第二行 <a href=\"x\">&</a>")],
        [.text("+86"), .number("1234.56"), .text("😀 _x0041_ ")],
        [nil, .day(day), .text("-1")],
        [.text("@x"), .share("0.125")],
      ])
  }

  @Test func `keeps numbers as texts that a spreadsheet would round`() throws {
    let sheets = try written { book in
      try book.beginSheet("数", columns: columns)
      try book.append([.whole(999_999_999_999_999), .whole(1_000_000_000_000_000), .whole(.min)])
      try book.append([.number(.nan), .money(Fen(999_999_999_999_999)), .money(Fen(.max))])
    }
    #expect(
      sheets[0].rows.dropFirst() == [
        [.number("999999999999999"), .text("1000000000000000"), .text("-9223372036854775808")],
        [.text("nan"), .number("9999999999999.99"), .text("92233720368547758.07")],
      ])
  }

  @Test func `gives days before March 1900 as texts`() throws {
    let sheets = try written { book in
      try book.beginSheet("日", columns: columns)
      try book.append(try ["1900-02-28", "1900-03-01", "1800-01-01"].map { .day(try #require(Day($0))) })
    }
    let march = try #require(Day("1900-03-01"))
    #expect(sheets[0].rows[1] == [.text("1900-02-28"), .day(march), .text("1800-01-01")])
  }

  @Test func `goes on in another sheet when one is full`() throws {
    let sheets = try written(mostRows: 2) { book in
      try book.beginSheet("甲", columns: [WorkbookColumn("n")])
      for number in 1...5 { try book.append([.whole(Int64(number))]) }
      try book.addNotes("说明", [("来源", "示例")])
    }
    #expect(sheets.map(\.name) == ["甲", "甲 (2)", "甲 (3)", "说明"])
    #expect(sheets[0].rows == [[.text("n")], [.number("1")], [.number("2")]])
    #expect(sheets[2].rows == [[.text("n")], [.number("5")]])
    #expect(sheets[3].rows == [[.text("来源"), .text("示例")]])
  }

  @Test func `has names of sheets that Excel takes`() throws {
    let sheets = try written { book in
      let long = String(repeating: "长", count: 40)
      for name in ["a/b", "A/B", long, long, "", "'x'"] { try book.beginSheet(name, columns: columns) }
    }
    let thirtyOne = String(repeating: "长", count: 31)
    let numbered = String(repeating: "长", count: 27) + " (2)"
    #expect(sheets.map(\.name) == ["a_b", "A_B (2)", thirtyOne, numbered, "Sheet", "x"])
  }

  @Test func `is refused if a text is longer than a cell`() throws {
    let longest = String(repeating: "字", count: 32_767)
    let sheets = try written { book in
      try book.beginSheet("长", columns: columns)
      try book.append([.text(longest)])
      #expect(throws: WorkbookRefusal.textTooLong(row: 3, column: 2)) {
        try book.append([.empty, .text(longest + "字")])
      }
    }
    #expect(sheets[0].rows[1] == [.text(longest)])
  }

  @Test func `leaves nothing if it is not finished, and refuses a place that is none`() throws {
    let file = try Scratch([])
    do {
      let writer = try WorkbookWriter(path: file.path, made: .distantPast)
      try writer.beginSheet("甲", columns: columns)
    }
    #expect(!FileManager.default.fileExists(atPath: file.path + ".part"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: file.path)).isEmpty)
    let nowhere = file.path + "/nowhere.xlsx"
    #expect(throws: WorkbookRefusal.cannotWrite(nowhere)) {
      let writer = try WorkbookWriter(path: nowhere, made: .distantPast)
      try writer.beginSheet("甲", columns: columns)
      try writer.finish()
    }
  }

  @Test func `is the same for the same rows`() throws {
    let files = [try Scratch([]), try Scratch([])]
    for file in files {
      let writer = try WorkbookWriter(path: file.path, made: Date(timeIntervalSince1970: 1_795_320_000))
      try writer.beginSheet("甲", columns: columns)
      try writer.append([.text("x")])
      try writer.finish()
    }
    let bytes = try files.map { try Data(contentsOf: URL(fileURLWithPath: $0.path)) }
    #expect(bytes[0] == bytes[1])
  }
}

@Suite struct `Written CSV` {
  private let nasty = ["甲,乙", "say \"x\"", "一\r\n二", "", " 空 ", "=1+1", "-5", "-a", "@x", "+1", "plain"]

  @Test func `is read back as it was written`() throws {
    let writer = CSVWriter(formulas: .kept)
    let text = CSVWriter.mark + writer.line(["名称"] + nasty.dropFirst()) + writer.line(nasty)
    #expect(try rows(text) == [["名称"] + nasty.dropFirst(), nasty])
  }

  @Test func `ends its lines and quotes as RFC 4180 says`() {
    #expect(CSVWriter(formulas: .kept).line(["a", "b,c", "d\"e", "1"]) == "a,\"b,c\",\"d\"\"e\",1\r\n")
  }

  @Test func `disarms formulas for people and leaves numbers alone`() throws {
    let line = CSVWriter(formulas: .disarmed).line(nasty)
    #expect(
      try rows("x" + String(repeating: ",", count: 10) + "\n" + line).last == [
        "甲,乙", "say \"x\"", "一\r\n二", "", " 空 ", "'=1+1", "-5", "'-a", "'@x", "'+1", "plain",
      ])
  }
}
