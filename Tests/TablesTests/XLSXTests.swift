import CZip
import Foundation
import Kernel
import Tables
import Testing

/// A workbook of the test's own, from its parts.
private func workbook(_ parts: [String: [UInt8]]) throws -> Scratch {
  let file = try Scratch([])
  var code: Int32 = 0
  let archive = try #require(zip_open(file.path, ZIP_CREATE | ZIP_TRUNCATE, &code))
  for (name, bytes) in parts.sorted(by: { $0.key < $1.key }) {
    // libzip reads the bytes when it closes, and frees them.
    let copy = malloc(max(bytes.count, 1))
    bytes.withUnsafeBytes { if let base = $0.baseAddress { copy?.copyMemory(from: base, byteCount: bytes.count) } }
    zip_file_add(archive, name, zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1), 0)
  }
  #expect(zip_close(archive) == 0)
  return file
}

private let book = Array(
  """
  <workbook xmlns:r="r"><sheets><sheet name="甲" sheetId="1" r:id="rId1"/></sheets></workbook>
  """.utf8)
private let relations = Array(
  """
  <Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>
  """.utf8)
private let styles = Array(
  """
  <styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>
  <numFmt numFmtId="165" formatCode="[Red]0.00&quot;day&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>
  """.utf8)

private func cells(_ sheet: String, strings: String = "<sst/>") throws -> [[XLSXCell?]] {
  let file = try workbook([
    "xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": relations, "xl/styles.xml": styles,
    "xl/sharedStrings.xml": Array(strings.utf8), "xl/worksheets/sheet1.xml": Array(sheet.utf8),
  ])
  var found: [[XLSXCell?]] = []
  try XLSXReader(path: file.path).forEachRow(ofSheet: 0) { row, _ in found.append(row.cells) }
  return found
}

@Suite struct `A workbook` {
  @Test func `gives texts, numbers as written, dates by their format, and gaps`() throws {
    let sheet = """
      <worksheet><sheetData><row r="1"><c r="A1" t="s"><v>1</v></c><c r="C1"><v>2.01711E+12</v></c></row>
      <row r="5"><c r="B5" s="1"><v>43655</v></c><c r="C5" s="2"><v>43655.5</v></c><c r="D5" s="3"><v>43655</v></c></row>
      <row><c t="inlineStr"><is><r><t>行</t></r><r><t>内</t></r></is></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c>
      <c t="str"><v>公式</v></c><c/></row></sheetData></worksheet>
      """
    let strings =
      "<sst><si><t>零</t></si><si><r><t>标</t></r><r><t xml:space=\"preserve\">题 </t></r><rPh><t>biao</t></rPh></si></sst>"
    // Serial 43655 is 9 July 2019 (Excel's own display).
    let day = try #require(Day("2019-07-09"))
    #expect(
      try cells(sheet, strings: strings) == [
        [.text("标题 "), nil, .number("2.01711E+12")], [nil, .day(day), .day(day), .number("43655")],
        [.text("行内"), .boolean(true), .error("#N/A"), .text("公式")],
      ])
  }

  @Test func `is refused if it is something else`() throws {
    let text = try Scratch("a,b")
    #expect(throws: TableRefusal.notASpreadsheet) { try XLSXReader(path: text.path) }
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let oldFile = try Scratch(old)
    #expect(throws: TableRefusal.encryptedOrOld) { try XLSXReader(path: oldFile.path) }
    let other = try workbook(["a.txt": Array("x".utf8)])
    #expect(throws: TableRefusal.notASpreadsheet) { try XLSXReader(path: other.path) }
    let empty = try workbook(["xl/workbook.xml": Array("<workbook><sheets/></workbook>".utf8)])
    #expect(throws: TableRefusal.noWorksheet) { try XLSXReader(path: empty.path) }
  }

  @Test func `is refused if it is a bomb`() throws {
    let zeros = [UInt8](repeating: 0x20, count: 32 << 20)
    let file = try workbook([
      "xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": relations, "xl/worksheets/sheet1.xml": zeros,
    ])
    #expect(throws: TableRefusal.expandsTooMuch(limit: 1 << 20)) {
      try XLSXReader(path: file.path, limit: ExpansionLimit(bytes: 1 << 20))
    }
    #expect(throws: TableRefusal.expandsTooMuch(limit: 1 << 30)) {
      try XLSXReader(path: file.path, limit: ExpansionLimit(bytes: 1 << 30, ratio: 150, freeBytes: 1 << 20))
    }
  }

  @Test(arguments: ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
  func `is refused if one cell is longer than any real one`(_ part: String) throws {
    let long = String(repeating: "字", count: 24 << 20)
    let parts = [
      "xl/worksheets/sheet1.xml":
        "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>\(long)</t></is></c></row></sheetData></worksheet>",
      "xl/sharedStrings.xml": "<sst><si><t>\(long.prefix(2 << 20))</t></si></sst>",
    ]
    var files = ["xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": relations]
    files["xl/worksheets/sheet1.xml"] = Array("<worksheet><sheetData/></worksheet>".utf8)
    files[part] = Array((parts[part] ?? "").utf8)
    let file = try workbook(files)
    #expect {
      let book = try XLSXReader(path: file.path, limit: ExpansionLimit(bytes: 1 << 30, ratio: 5_000))
      try book.forEachRow(ofSheet: 0) { _, _ in }
    } throws: {
      ($0 as? TableRefusal)?.code == "tables.xml-element-too-long"
    }
  }

  @Test func `is refused if its XML declares entities`() throws {
    let file = try workbook([
      "xl/workbook.xml": Array("<!DOCTYPE w [<!ENTITY a \"b\">]><workbook/>".utf8)
    ])
    #expect { try XLSXReader(path: file.path) } throws: {
      ($0 as? TableRefusal)?.code == "tables.xml-declares-entities"
    }
  }
}
