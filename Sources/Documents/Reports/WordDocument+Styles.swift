import Kernel

extension Report {
  var foot: String {
    wordHead + """
      <w:ftr \(Self.spaces)><w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr>\
      <w:r><w:t xml:space="preserve">\(wordText(footer))  </w:t></w:r>\
      <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>\
      <w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>
      """
  }

  var styles: String {
    wordHead + """
      <w:styles \(Self.spaces)><w:docDefaults><w:rPrDefault><w:rPr>\
      <w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" w:cs="Times New Roman"/>\
      <w:sz w:val="21"/><w:lang w:val="en-GB" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>\
      <w:spacing w:after="80" w:line="320" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>\
      <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
      \(Self.style("Title", "Title", size: 40, isBold: true, after: 120))\
      \(Self.style("Subtitle", "Subtitle", size: 21, isBold: false, after: 40))\
      \(Self.style("Heading1", "heading 1", size: 30, isBold: true, after: 120, level: 0))\
      \(Self.style("Heading2", "heading 2", size: 24, isBold: true, after: 80, level: 1))\
      \(Self.style("Caption", "caption", size: 19, isBold: true, after: 40))\
      \(Self.style("Note", "Note", size: 17, isBold: false, after: 40))\
      \(Self.style("Cell", "Cell", size: 17, isBold: false, after: 0))</w:styles>
      """
  }

  private static func style(
    _ id: String, _ name: String, size: Int, isBold: Bool, after: Int, level: Int? = nil
  ) -> String {
    let outline =
      level.map { "<w:keepNext/><w:outlineLvl w:val=\"\($0)\"/>" } ?? (id == "Caption" ? "<w:keepNext/>" : "")
    // keepNext comes before spacing, the outline's level after it.
    let (before, behind) = outline.hasPrefix("<w:keepNext/>") ? ("<w:keepNext/>", outline.dropFirst(13)) : ("", "")
    return """
      <w:style w:type="paragraph" w:styleId="\(id)"><w:name w:val="\(name)"/><w:basedOn w:val="Normal"/>\
      <w:pPr>\(before)<w:spacing w:before="\(level == nil ? 0 : 240)" w:after="\(after)"/>\(behind)</w:pPr>\
      <w:rPr>\(isBold ? "<w:rFonts w:eastAsia=\"黑体\"/><w:b/>" : "")<w:sz w:val="\(size)"/></w:rPr></w:style>
      """
  }
}

extension ReportTable {
  var wordTable: String {
    let sides = ["top", "bottom", "insideH"].map {
      "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>"
    }
    let grid = columns.map { _ in "<w:gridCol w:w=\"\(9_400 / max(columns.count, 1))\"/>" }.joined()
    let head = """
      <w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>\
      \(columns.map { cell($0.title, $0, isBold: true) }.joined())</w:tr>
      """
    let body = rows.map { row in
      "<w:tr>\(zip(row, columns).map { cell($0, $1, isBold: false) }.joined())</w:tr>"
    }
    return """
      <w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>\(sides.joined())</w:tblBorders></w:tblPr>\
      <w:tblGrid>\(grid)</w:tblGrid>\(head)\(body.joined())</w:tbl>
      """
  }

  private func cell(_ text: String, _ column: Column, isBold: Bool) -> String {
    let side = column.isNumber ? "<w:jc w:val=\"right\"/>" : ""
    let run = "<w:r>\(isBold ? "<w:rPr><w:b/></w:rPr>" : "")<w:t xml:space=\"preserve\">\(wordText(text))</w:t></w:r>"
    return """
      <w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Cell"/>\(side)</w:pPr>\
      \(text.isEmpty ? "" : run)</w:p></w:tc>
      """
  }
}
