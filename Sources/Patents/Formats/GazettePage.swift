public import Kernel
import Patents
import Tables

/// A page of hits of the Chinese office's gazette (中国专利公布公告), saved as HTML.
public struct GazettePage: PatentFormat {
  public let code = "cnipa-gazette-html"
  public let name = Phrase(zh: "专利公布公告网页（HTML）", en: "CNIPA gazette page (HTML)")
  public let precedence = 300
  public let citation = "据公布公告网站结果页：div.cp_linr 内“申请公布号：”等；as observed in a page of hits, its labels and values"
  public init() {}

  static let mark = "class=\"cp_linr\""

  public func read(_ input: FormatInput, after row: Int, _ visit: (FormatRow) throws -> Void) throws {
    // HTML is no XML: the boxes are cut by their marks, and each is read by itself.
    let source = try ByteSource(path: input.path, limit: input.limit)
    let bytes = try source.peek(16 << 20)
    let text = TextDecoding.text(bytes, try TextEncoding.detect(bytes, whole: true).0) ?? ""
    for (place, box) in text.components(of: Self.mark).dropFirst().enumerated() where place + 1 > row {
      let original = String(box.prefix(originalLimit / 3))
      try visit(
        FormatRow(
          number: place + 1, line: place + 1, outcome: Self.builder(box).outcome { original },
          bytesRead: source.bytesRead, original: { original }))
    }
  }

  private static func builder(_ box: String) -> RecordBuilder {
    var builder = RecordBuilder(office: "CN")
    builder.record.language = "zh"
    if let title = inner(box, "<h1>", "</h1>").map(plain) {
      builder.record.title = CleanText.line(
        title.contains("]") ? String(title.split(separator: "]", maxSplits: 1).last ?? "") : title)
    }
    var values: [String: String] = [:]
    for item in box.components(of: "<li").dropFirst() {
      let ends = ["<li", "</li", "</ul"].compactMap { item.firstRange(of: $0)?.lowerBound }
      let end = ends.min() ?? item.endIndex
      let body = item[..<end].drop { $0 != ">" }.dropFirst()
      guard let text = CleanText.line(Self.plain(String(body))), let colon = text.firstIndex(of: "：") else { continue }
      let name = String(text[..<colon]).trimmingSpaces
      if values[name] == nil { values[name] = String(text[text.index(after: colon)...]).trimmingSpaces }
    }
    func value(_ names: String...) -> String? { names.lazy.compactMap { values[$0] }.first }
    func list(_ text: String?) -> [String] {
      (text ?? "").split(whereSeparator: { $0 == ";" || $0 == "；" }).compactMap { CleanText.line(String($0)) }
    }
    if let number = value("申请公布号", "授权公告号") { builder.setPublication(number) }
    if let day = value("申请公布日", "授权公告日") { builder.record.publicationDay = builder.day(day, .publicationDay) }
    if let number = value("申请号") { builder.setChineseApplication(number) }
    if let day = value("申请日") { builder.record.filingDay = builder.day(day, .filingDay) }
    builder.record.applicants = list(value("申请人", "专利权人"))
    builder.record.inventors = list(value("发明人", "设计人"))
    builder.record.address = value("地址").flatMap(CleanText.line)
    builder.record.province = builder.record.address.flatMap(ProvinceName.leading)
    let classes = box.firstRange(of: "分类号：").map { inner("<\(box[$0.upperBound...])", "<", "专利代理机构") ?? "" } ?? ""
    for symbol in list(plain(classes).replacing("全部", with: "")) { builder.addAnyClass(symbol) }
    if let agency = value("专利代理机构") { builder.setAgency(agency) }
    builder.record.agents = list(value("代理人"))
    builder.addExtra("pct-application", value("PCT申请数据"))
    builder.addExtra("pct-publication", value("PCT公布数据"))
    builder.addExtra("national-phase-day", value("PCT进入国家阶段日"))
    if let abstract = inner(box, "摘要：", "</div>") {
      builder.record.abstract = CleanText.lines(plain(abstract).replacing("全部", with: ""))
    }
    return builder
  }

  private static func inner(_ text: String, _ from: String, _ to: String) -> String? {
    guard let start = text.firstRange(of: from) else { return nil }
    let rest = text[start.upperBound...]
    let end = rest.firstRange(of: to)?.lowerBound ?? rest.endIndex
    return String(rest[..<end])
  }

  /// Text without tags and with its references resolved.
  private static func plain(_ html: String) -> String {
    var text = ""
    var isInTag = false
    for character in html {
      switch character {
      case "<": isInTag = true
      case ">" where isInTag: isInTag = false
      default: if !isInTag { text.append(character.isNewline ? " " : character) }
      }
    }
    return text.replacing("&nbsp;", with: " ").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&amp;", with: "&")
  }
}

extension String {
  /// The parts between occurrences of a text.
  func components(of separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
