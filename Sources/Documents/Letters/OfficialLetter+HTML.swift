import Kernel
public import Markup

extension OfficialLetter {
  /// The letter for a page of the portal; printed, it fills the type area of GB/T 9704.
  ///
  /// Styled by `letter.css`. The letter keeps its own language whatever the page's is.
  public var html: HTML {
    """
    <article class="letter" lang="\(language.rawValue)">
    \(mark.map { "<p class=\"letter-mark\">\(text: $0)</p>" as HTML })\
    \(if: mark != nil, numberLine)\(if: mark != nil, "<hr class=\"letter-rule\">")
    <h2 class="letter-title">\(text: title)</h2>
    \(if: mark == nil, numberLine)
    \(addressee.map { "<p class=\"letter-to\">\(text: $0 + (language == .zh ? "：" : ","))</p>" as HTML })
    \(numbered.map(paragraph))\(attachmentList)
    <div class="letter-end\(if: isSealed, " sealed")"><p>\(text: signature)</p>\
    <p>\(text: LongDay(date).phrase.text(in: language))</p></div>
    \(note.map { "<p>\(text: language == .zh ? "（\($0)）" : "(\($0))")</p>" as HTML })\(foot)
    </article>
    """
  }

  private var numberLine: HTML { "\(number.map { "<p class=\"letter-number\">\(text: $0)</p>" as HTML })" }

  private func paragraph(_ number: String, _ paragraph: Paragraph) -> HTML {
    guard let level = paragraph.level else { return "<p>\(text: paragraph.text)</p>\n" }
    let lead = number + (paragraph.isHeading ? paragraph.text : paragraph.heading ?? "")
    let space = language == .en && paragraph.heading != nil ? " " : ""
    return """
      <p><span class="letter-level-\(level.rawValue)">\(text: lead)</span>\(text: paragraph.isHeading ? "" : space + paragraph.text)</p>

      """
  }

  private var attachmentList: HTML {
    guard !attachments.isEmpty else { return "" }
    let word = language == .zh ? "附件：" : attachments.count > 1 ? "Attachments:" : "Attachment:"
    let items = attachments.map { "<li>\(text: $0)</li>" as HTML }
    return """
      <div class="letter-attachments"><p>\(text: word)</p>\
      \(attachments.count > 1 ? "<ol>\(items)</ol>" as HTML : "<ul>\(items)</ul>" as HTML)</div>

      """
  }

  private var foot: HTML {
    guard !copies.isEmpty || imprint != nil else { return "" }
    let to =
      copies.isEmpty
      ? nil : language == .zh ? "抄送：\(copies.joined(separator: "，"))。" : "Copies: \(copies.joined(separator: ", "))."
    let printed = imprint.map { imprint -> HTML in
      let day = LongDay(imprint.day).phrase
      let words = language == .zh ? day.zh + "印发" : "Printed \(day.en)"
      return "<p class=\"letter-imprint\"><span>\(text: imprint.body)</span><span>\(text: words)</span></p>"
    }
    return """
      <footer class="letter-foot">\(to.map { "<p>\(text: $0)</p>" as HTML })\(printed)</footer>
      """
  }
}

extension HTML.StringInterpolation {
  fileprivate mutating func appendInterpolation(text: String) { appendInterpolation(HTML(text: text)) }
}
