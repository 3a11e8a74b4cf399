import Documents
import Foundation
import Kernel
import Tables
import Testing

@Suite struct `A report as a file` {
  private var report: Report {
    let years = (2000...2059).map { ReportChart.Bar("\($0)", $0 - 1_999, isOpen: $0 > 2_057) }
    let names = [ReportChart.Bar(String(repeating: "很长的申请人名称", count: 12), 3), ReportChart.Bar("乙", 0)]
    let columns = (1...20).map { ReportTable.Column("列\($0)", isNumber: true) }
    let rows = (1...90).map { row in ["行\(row)"] + (1...20).map { "\(row * $0)" } }
    return Report(
      in: .zh, title: "焊接导航 <报告>", subtitle: ["检索截止日：2025-12-31"], author: "运营中心", date: Day(number: 20_000),
      footer: "示例数据",
      blocks: [
        .heading("一、申请趋势", level: 1), .text("判断。\n依据。"),
        .chart(ReportChart("申请趋势", .columns, bars: years, notes: ["阴影：不完整"])),
        .chart(ReportChart("申请人", .bars, bars: names)),
        .table(ReportTable("矩阵", columns: [ReportTable.Column("分类")] + columns, rows: rows)),
        .note("数据截至 2025-12-31"),
      ])
  }

  @Test func `is a PDF, the same for the same report`() throws {
    let (bytes, again) = (try report.pdf(), try report.pdf())
    #expect(bytes.starts(with: Array("%PDF".utf8)) && bytes == again)
  }

  @Test func `is a DOCX whose parts are well-formed and whose charts hold their numbers`() throws {
    let parts = report.wordParts
    #expect(parts.count { $0.path.hasPrefix("word/charts/") } == 2)
    let first = try #require(parts.first { $0.path == "word/charts/chart1.xml" }).text
    #expect(first.components(separatedBy: "<c:dPt>").count - 1 == 2 && first.contains("<c:ptCount val=\"60\"/>"))
    // Where there are few, no axis counts halves.
    let second = try #require(parts.first { $0.path == "word/charts/chart2.xml" }).text
    #expect(second.contains("<c:majorUnit val=\"1\"/>") && !first.contains("majorUnit"))
    let body = try #require(parts.first { $0.path == "word/document.xml" }).text
    // What explains a chart stays with it; what stands elsewhere does not.
    #expect(body.contains("<w:keepNext/></w:pPr><w:r><w:t xml:space=\"preserve\">依据。"))
    #expect(!body.contains("<w:keepNext/></w:pPr><w:r><w:t xml:space=\"preserve\">数据截至"))
    #expect(body.contains("焊接导航 &lt;报告&gt;") && body.contains("<w:tblHeader/>") && body.contains("rChart2"))
    for part in parts {
      #expect(part.text.components(separatedBy: "<w:p>").count == part.text.components(separatedBy: "</w:p>").count)
    }
    let packed = parts.map { (path: $0.path, bytes: Array($0.text.utf8)) }
    let (bytes, again) = (try ZipPacker.pack(packed), try ZipPacker.pack(packed))
    #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]) && bytes == again)
  }
}
