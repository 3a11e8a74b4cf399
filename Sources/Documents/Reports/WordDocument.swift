import Kernel

extension Report {
  /// A part of the file: its path, and its text.
  public struct WordPart: Hashable, Sendable {
    public let path: String
    public let text: String
  }

  /// The parts of a DOCX file (ECMA-376); whoever packs them makes the file.
  ///
  /// Charts are charts that can be edited, tables repeat their headings on each page.
  public var wordParts: [WordPart] {
    let charts = blocks.compactMap { block in
      if case .chart(let chart) = block, !chart.bars.isEmpty { chart } else { nil }
    }
    return [
      WordPart(path: "[Content_Types].xml", text: contentTypes(charts.count)),
      WordPart(path: "_rels/.rels", text: Self.packageLinks),
      WordPart(path: "docProps/core.xml", text: properties),
      WordPart(path: "word/document.xml", text: body),
      WordPart(path: "word/styles.xml", text: styles),
      WordPart(path: "word/footer1.xml", text: foot),
      WordPart(path: "word/_rels/document.xml.rels", text: documentLinks(charts.count)),
    ]
      + charts.enumerated().map { place, chart in
        WordPart(path: "word/charts/chart\(place + 1).xml", text: chart.wordChart(in: language))
      }
  }

  private var body: String {
    var (written, charts) = ("", 0)
    for (place, block) in blocks.enumerated() {
      let leads = leadsToFigure(place)
      switch block {
      case .heading(let text, let level): written += paragraph(text, style: "Heading\(min(max(level, 1), 2))")
      case .text(let text): for line in Self.lines(text) { written += paragraph(line, keepsNext: leads) }
      case .note(let text): for line in Self.lines(text) { written += paragraph(line, style: "Note", keepsNext: leads) }
      case .table(let table): written += paragraph(table.caption, style: "Caption") + table.wordTable + paragraph("")
      case .chart(let chart):
        guard !chart.bars.isEmpty else { continue }
        charts += 1
        written += paragraph(chart.caption, style: "Caption") + drawing(charts, chart)
        for note in chart.notes { written += paragraph(note, style: "Note") }
      }
    }
    let head = paragraph(title, style: "Title") + subtitle.map { paragraph($0, style: "Subtitle") }.joined()
    return wordHead
      + """
      <w:document \(Self.spaces)><w:body>\(head)\(written)<w:sectPr>\
      <w:footerReference w:type="default" r:id="rFoot"/><w:pgSz w:w="11906" w:h="16838"/>\
      <w:pgMar w:top="1247" w:right="1247" w:bottom="1361" w:left="1247" w:header="720" w:footer="720" w:gutter="0"/>\
      </w:sectPr></w:body></w:document>
      """
  }

  /// What explains a figure stays on its page, as the heading above it does.
  private func leadsToFigure(_ place: Int) -> Bool {
    guard place > 0, place + 1 < blocks.count, case .heading = blocks[place - 1] else { return false }
    switch blocks[place + 1] {
    case .chart(let chart): return !chart.bars.isEmpty
    case .table: return true
    case .heading, .text, .note: return false
    }
  }

  private static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
  }

  private func drawing(_ number: Int, _ chart: ReportChart) -> String {
    let rows = chart.sort == .bars ? max(6, chart.bars.count) : 9
    let height = min(rows * 260_000, 7_600_000) + 500_000
    return """
      <w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="5900000" cy="\(height)"/>\
      <wp:docPr id="\(number)" name="Chart \(number)" descr="\(wordText(chart.caption))"/><wp:cNvGraphicFramePr/>\
      <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">\
      <c:chart r:id="rChart\(number)"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>
      """
  }

  private func documentLinks(_ charts: Int) -> String {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let drawn = (0..<charts).map {
      "<Relationship Id=\"rChart\($0 + 1)\" Type=\"\(kind)/chart\" Target=\"charts/chart\($0 + 1).xml\"/>"
    }
    return wordHead
      + """
      <Relationships xmlns="\(Self.linkSpace)"><Relationship Id="rStyles" Type="\(kind)/styles" Target="styles.xml"/>\
      <Relationship Id="rFoot" Type="\(kind)/footer" Target="footer1.xml"/>\(drawn.joined())</Relationships>
      """
  }

  private func contentTypes(_ charts: Int) -> String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    let drawn = (0..<charts).map {
      "<Override PartName=\"/word/charts/chart\($0 + 1).xml\" ContentType=\"application/vnd.openxmlformats-officedocument.drawingml.chart+xml\"/>"
    }
    return wordHead
      + """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/word/document.xml" ContentType="\(word).document.main+xml"/>\
      <Override PartName="/word/styles.xml" ContentType="\(word).styles+xml"/>\
      <Override PartName="/word/footer1.xml" ContentType="\(word).footer+xml"/>\
      <Override PartName="/docProps/core.xml" \
      ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\(drawn.joined())</Types>
      """
  }

  private var properties: String {
    wordHead + """
      <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>\(wordText(title))</dc:title>\
      <dc:creator>\(wordText(author))</dc:creator><dc:language>\(language.rawValue)</dc:language>\
      <dcterms:created xsi:type="dcterms:W3CDTF">\(date)T00:00:00+08:00</dcterms:created></cp:coreProperties>
      """
  }

  private static let linkSpace = "http://schemas.openxmlformats.org/package/2006/relationships"

  private static let packageLinks =
    wordHead + """
      <Relationships xmlns="\(linkSpace)"><Relationship Id="rDocument" \
      Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
      Target="word/document.xml"/><Relationship Id="rCore" \
      Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" \
      Target="docProps/core.xml"/></Relationships>
      """

  static let spaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
    xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"
    """
}

func paragraph(_ text: String, style: String? = nil, keepsNext: Bool = false) -> String {
  let marks = (style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? "") + (keepsNext ? "<w:keepNext/>" : "")
  let look = marks.isEmpty ? "" : "<w:pPr>\(marks)</w:pPr>"
  guard !text.isEmpty else { return "<w:p>\(look)</w:p>" }
  return "<w:p>\(look)<w:r><w:t xml:space=\"preserve\">\(wordText(text))</w:t></w:r></w:p>"
}
