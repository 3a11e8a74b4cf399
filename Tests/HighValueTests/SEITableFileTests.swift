import CZip
import Foundation
import HighValue
import HighValueStore
import Kernel
import Testing

@Suite struct `A file of the table of industries` {
  private func file(_ bytes: Data, _ name: String) throws -> SEITableFile {
    let path = FileManager.default.temporaryDirectory.appending(path: "ipzone-\(UUID().uuidString)-\(name)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try bytes.write(to: URL(fileURLWithPath: path))
    return try SEITableFile(path: path)
  }

  @Test func `is read by its headers in any order, below a title`() throws {
    let found = try file(
      Data("参照关系表,,,\r\n备注,国际专利分类号（IPC）,战略性新兴产业分类代码,名称\r\n,G06F16/00,1.2.1,新兴软件\r\n".utf8), "a.csv")
    #expect(found.faults.isEmpty && found.lines.count == 1)
    #expect(found.lines.first?.seiCode == "1.2.1" && found.lines.first?.seiName == "新兴软件")
    #expect(found.lines.first?.condition == nil)
  }

  @Test func `names the rows that cannot be read`() throws {
    let found = try file(Data("产业代码,产业名称,IPC分类号\r\n1.1,甲,G06F\r\n1.2,乙,G06F1-9\r\n,,\r\n".utf8), "a.csv")
    #expect(found.lines.count == 1 && found.faults.map(\.number) == [3])
  }

  @Test func `is refused without its columns, and where it is no table`() throws {
    #expect(throws: HighValueRefusal.columnsMissing(["IPC分类号"])) {
      try file(Data("产业代码,产业名称\r\n1,甲\r\n".utf8), "a.csv")
    }
    #expect(throws: HighValueRefusal.notATable) { try file(Data("%PDF-1.7 …\n%%EOF\n".utf8), "a.pdf") }
  }

  @Test func `may be a Word document with merged cells`() throws {
    func cell(_ text: String) -> String { "<w:tc><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:tc>" }
    func row(_ cells: String...) -> String { "<w:tr>\(cells.map(cell).joined())</w:tr>" }
    let empty = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    let document = """
      <?xml version="1.0" encoding="UTF-8"?>
      <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
      <w:p><w:r><w:t>附件</w:t></w:r></w:p><w:tbl>\(row("产业代码", "产业名称", "IPC", "备注"))\
      \(row("1.1.1", "网络设备", "H04L12/00", ""))<w:tr>\(empty)\(empty)\(cell("H04W"))\(cell("限5G"))</w:tr></w:tbl>
      </w:body></w:document>
      """
    let found = try file(
      try archive(["[Content_Types].xml": "<Types/>", "word/document.xml": document]), "a.docx")
    #expect(found.faults.isEmpty)
    #expect(found.lines.map(\.pattern.description) == ["H04L 12/00", "H04W"])
    #expect(found.lines.map(\.seiCode) == ["1.1.1", "1.1.1"] && found.lines.last?.condition == "限5G")
  }

  private func archive(_ parts: [String: String]) throws -> Data {
    let path = FileManager.default.temporaryDirectory.appending(path: "ipzone-\(UUID().uuidString).zip").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    var code: Int32 = 0
    let zip = try #require(zip_open(path, ZIP_CREATE, &code))
    for (name, text) in parts.sorted(by: { $0.key < $1.key }) {
      let bytes = Array(text.utf8)
      // libzip reads the bytes when it closes, and frees them.
      let copy = malloc(max(bytes.count, 1))
      bytes.withUnsafeBytes { if let base = $0.baseAddress { copy?.copyMemory(from: base, byteCount: bytes.count) } }
      zip_file_add(zip, name, zip_source_buffer(zip, copy, zip_uint64_t(bytes.count), 1), 0)
    }
    #expect(zip_close(zip) == 0)
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }
}
