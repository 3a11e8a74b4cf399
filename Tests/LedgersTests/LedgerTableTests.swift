import Fixtures
import Foundation
import Kernel
import Ledgers
import LedgersStore
import Tables
import Testing

@Suite struct `A table` {
  private static let code = creditCode(1)

  @Test func `has its columns in any order, under headers in either language`() throws {
    for header in [
      "名称,成立日期,类型,统一社会信用代码,收入", "Name*,FOUNDED,kind,credit code,\"Revenue (10,000 yuan)\"",
      "名 称（必填）,成立日期（年-月-日）,类型,信用代码*,收入(万元)", "name,founded,kind,code,revenue",
    ] {
      let found = try table(Array("\(header)\n甲公司,2026-01-02,公司,\(Self.code),12.5\n".utf8))
      #expect(found.unknownHeaders == [], "\(header)")
      #expect(
        found.rows[0].draft.texts == [
          "name": "甲公司", "founded": "2026-01-02", "kind": "公司", "code": Self.code, "revenue": "12.5",
        ], "\(header)")
    }
  }

  @Test func `is read in GB 18030, with a byte order mark, behind titles and with semicolons`() throws {
    let text = "信用代码;名称;类型;成立日期\r\n\(Self.code);甲公司;公司;2026-01-02\r\n"
    let title = "江宁试验区机构名录\r\n填报单位：运营中心\r\n"
    // A title, the same header and the same row, as iconv writes them in GB 18030.
    let gb18030 =
      Array(try #require(Data(base64Encoded: "va3E/srU0enH+Lv6ubnD+8K8DQrQxdPDtPrC6zvD+7PGO8Dg0M07s8nBosjVxtoNCg==")))
      + Array(Self.code.utf8) + Array(try #require(Data(base64Encoded: "O7zXuavLvju5q8u+OzIwMjYtMDEtMDINCg==")))
    for bytes in [
      Array(text.utf8), Array("\u{FEFF}\(text)".utf8), Array((title + text).utf8),
      gb18030, Array(text.replacing(";", with: "\t").utf8),
    ] {
      let found = try table(bytes)
      #expect(found.rows.map { $0.draft.texts["name"] } == ["甲公司"])
      #expect(found.rows[0].faults.isEmpty)
    }
  }

  @Test(arguments: [
    ("名称,类型\n甲,公司\n", "ledger-table.columns-missing"), ("甲,乙\n1,2\n", "ledger-table.no-header"),
    ("信用代码,名称,类型,成立日期,统一社会信用代码\n1,2,3,4,5\n", "ledger-table.column-twice"),
    ("信用代码,名称,类型,成立日期,收入（元）\n1,2,3,4,5\n", "ledger-table.wrong-unit"),
    ("信用代码,名称,类型,成立日期,面积（亩）\n1,2,3,4,5\n", "ledger-table.wrong-unit"),
    ("信用代码,名称,类型,成立日期,人数（万人）\n1,2,3,4,5\n", "ledger-table.wrong-unit"),
    ("信用代码,名称,类型,成立日期\n", "ledger-table.no-rows"),
  ])
  func `is refused as a whole where its columns are not clear`(_ text: String, _ code: String) async throws {
    #expect(try await refusals { _ = try table(Array(text.utf8)) } == [code])
  }

  @Test func `that names a missing column says which`() throws {
    let refusal = #expect(throws: LedgerTableRefusal.self) { try table(Array("名称,类型,成立日期\n甲,公司,2026-01-02\n".utf8)) }
    #expect(refusal?.phrase.zh.contains("统一社会信用代码") == true)
  }

  @Test func `keeps what it cannot read apart, and a shifted row`() throws {
    let text = "信用代码,名称,类型,成立日期,自定义列\n\(Self.code),甲公司,,公司,2026-01-02,\(Self.code)\n"
    let found = try table(Array(text.utf8))
    #expect(found.unknownHeaders == ["自定义列"])
    #expect(found.rows[0].faults.map(told) == ["ledger-table.cell-without-column"])
  }

  @Test func `of a workbook refuses what the spreadsheet ruined, and knows its days and shares`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "book-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    let book = try WorkbookWriter(path: file.path, made: .noon)
    try book.beginSheet("封面", columns: [WorkbookColumn("说明")])
    try book.beginSheet(
      "数据", columns: ["信用代码", "名称", "类型", "成立日期", "占比", "收入", "人数"].map { WorkbookColumn($0) })
    let day = try #require(Day("2026-11-22"))
    try book.append([
      .text(Self.code), .text("甲"), .text("公司"), .day(day), .share(BasisPoints(2_900)), .number(0.1 + 0.2), .whole(12),
    ])
    try book.append([
      .number(913201001234567890), .day(day), .text("公司"), .number(46_348), .number(0.65), .text("1,5"), .day(day),
    ])
    try book.finish()
    let rows = try LedgerTable(path: file.path, of: TestLedgers.firms).rows
    #expect(rows[0].faults.isEmpty && rows[0].number == 2)
    #expect(rows[0].draft.texts["founded"] == "2026-11-22" && rows[0].draft.texts["part"] == "29%")
    #expect(rows[0].draft.texts["revenue"] == "0.3" && rows[0].draft.texts["people"] == "12")
    #expect(rows[1].faults.map(told).sorted() == ["code ledger.ruined-number", "name ledger.date-in-text"])
    #expect(
      TestLedgers.firms.read(rows[1].draft).faults.map(told) == [
        "code social-credit-code.length", "founded ledger.no-day", "revenue ledger.decimal-comma",
        "part ledger.unclear-share", "people ledger.no-number",
      ])
  }

  @Test func `of more than fifty thousand rows is refused`() async throws {
    let rows = String(repeating: "\(Self.code),甲公司,公司,2026-01-02\n", count: 50_001)
    let codes = try await refusals { _ = try table(Array(("信用代码,名称,类型,成立日期\n" + rows).utf8)) }
    #expect(codes == ["ledger-table.too-many-rows"])
  }
}

@Suite struct `A field` {
  private func read(_ field: LedgerField, _ text: String) -> String {
    do throws(LedgerFault) { return field.written(try field.read(text), in: .zh) } catch { return error.code }
  }

  @Test(arguments: [
    "2026-11-22", "2026/11/22", "2026.11.22", "2026年11月22日", "20261122", " 2026-11-22 00:00:00", "２０２６－１１－２２",
  ])
  func `of a day reads year, month and day in this order`(_ text: String) {
    #expect(read(LedgerField("d", Phrase(zh: "日", en: "d"), .day), text) == "2026-11-22")
  }

  @Test(arguments: ["22/11/2026", "11-22-26", "26-11-22", "2026-13-01", "2026-02-30", "46348", "2026-11", "明天"])
  func `of a day refuses what could be another`(_ text: String) {
    #expect(read(LedgerField("d", Phrase(zh: "日", en: "d"), .day), text) == "ledger.no-day")
  }

  @Test(arguments: [
    ("65%", "65%"), ("65 ％", "65%"), ("65", "65%"), ("0", "0%"), ("0.65", "ledger.unclear-share"),
    ("1", "ledger.unclear-share"), ("0.65%", "0.65%"), ("100.01%", "ledger.above-whole"),
    ("-1%", "ledger.out-of-range"),
    ("65.125%", "ledger.too-many-decimals"),
  ])
  func `of a share takes the sign for what it is`(_ text: String, _ wanted: String) {
    #expect(read(LedgerField("s", Phrase(zh: "占比", en: "s"), .share), text) == wanted)
  }

  @Test(arguments: [
    ("1,234.5", "1234.5"), ("¥12", "12"), ("12,5", "ledger.decimal-comma"), ("1234.567", "1234.567"),
    ("0.0000001", "ledger.too-many-decimals"), ("12 34", "ledger.no-number"), ("12万", "ledger.no-number"),
    ("-3", "-3"), ("1e5", "ledger.no-number"), ("１２．５", "12.5"),
  ])
  func `of money takes decimals with a point`(_ text: String, _ wanted: String) {
    #expect(read(LedgerField("m", Phrase(zh: "收入", en: "m"), .money(.tenThousand)), text) == wanted)
  }
}
