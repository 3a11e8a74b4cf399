public import Kernel
import Patents
import Tables

/// Patents as CNKI cites them, one a line.
///
/// Such as `[1]发明人. 名称[P]. 省份：CN1387401,2002-12-25.`
public struct CNKICitations: PatentFormat {
  public let code = "cnki-citations"
  public let name = Phrase(zh: "知网引文格式文本", en: "CNKI citations")
  public let precedence = 100
  public let citation = "GB/T 7714 专利文献著录格式 [P]，据知网导出的文本；the citation style of GB/T 7714 as CNKI exports it"

  public init() {}

  static func recognises(_ head: [UInt8], whole: Bool) -> Bool {
    guard let (encoding, mark) = try? TextEncoding.detect(head, whole: whole) else { return false }
    let text: String
    switch encoding {
    case .gb18030: text = TextDecoding.text(head, encoding) ?? ""
    default: text = TextDecoding.text(Array(head.dropFirst(mark)), encoding) ?? String(decoding: head, as: UTF8.self)
    }
    let lines = text.split(whereSeparator: \.isNewline).prefix(6)
    return lines.contains { parts(String($0)) != nil }
  }

  public func read(_ input: FormatInput, after row: Int, _ visit: (FormatRow) throws -> Void) throws {
    let lines = try LineReader(try ByteSource(path: input.path, limit: input.limit))
    var number = 0
    var parts: [String] = []
    var line = 0
    func hand(_ outcome: FormatRow.Outcome, _ shown: String) throws {
      number += 1
      if number <= row { return }
      try visit(
        FormatRow(number: number, line: line, outcome: outcome, bytesRead: lines.bytesRead, original: { shown }))
    }
    func handWaiting() throws {
      if !parts.isEmpty { try hand(.rejected(.malformed(parts.joined())), parts.joined()) }
      parts = []
    }
    while try lines.advance() {
      // What was UTF-16 comes as UTF-8.
      let encoding = lines.encoding == .gb18030 ? TextEncoding.gb18030 : .utf8
      let text = lines.withBytes { TextDecoding.text(Array($0), encoding) }
      guard let text else {
        try handWaiting()
        line = lines.number
        let shown = lines.withBytes { String(decoding: $0.prefix(originalLimit), as: UTF8.self) }
        try hand(Self.outcome(nil, shown, isJoined: false), shown)
        continue
      }
      guard let clean = CleanText.line(text) else { continue }
      // A long list of names goes on in the next line; a number in brackets begins a record.
      if clean.hasPrefix("[") { try handWaiting() }
      if parts.isEmpty { line = lines.number }
      parts.append(clean)
      let whole = parts.joined()
      if Self.isCitation(whole) || !clean.hasSuffix(",") || parts.count > 20 {
        try hand(Self.outcome(whole, whole, isJoined: parts.count > 1), whole)
        parts = []
      }
    }
    try handWaiting()
  }

  private static func isCitation(_ text: String) -> Bool { text.contains("[P]") || text.contains("［P］") }

  private static func outcome(_ text: String?, _ shown: String, isJoined: Bool) -> FormatRow.Outcome {
    guard let text else {
      let fault = RowFault.wrongEncoding(offset: 0)
      return .rejected(Rejection(code: fault.code, phrase: fault.phrase, original: shown))
    }
    guard let parts = parts(text) else { return .rejected(.malformed(shown)) }
    var builder = RecordBuilder(office: "CN")
    builder.record.title = CleanText.line(parts.title)
    builder.record.language = "zh"
    if isJoined { builder.note(.lineJoined, nil, shown) }
    builder.record.inventors = parts.names.split(whereSeparator: { $0 == "," || $0 == "，" || $0 == ";" })
      .compactMap { CleanText.line(String($0)) }
    builder.record.province = ProvinceName.leading(parts.place)
    if let number = parts.number { builder.setPublication(number) }
    if let day = parts.day { builder.record.publicationDay = builder.day(day, .publicationDay) }
    if builder.record.province == nil { builder.addExtra("applicant-country", parts.place) }
    return builder.outcome { shown }
  }

  private struct Parts {
    var names: String
    var title: String
    var place: String
    var number: String?
    var day: String?
  }

  /// The parts of a line; names may hold full stops, so the title begins behind the last `. ` that no name has.
  private static func parts(_ line: String) -> Parts? {
    guard let mark = line.firstRange(of: "[P]") ?? line.firstRange(of: "［P］") else { return nil }
    var head = line[..<mark.lowerBound].drop { $0 == "\u{FEFF}" || $0 == " " }
    if head.first == "[", let close = head.firstIndex(of: "]") { head = head[head.index(after: close)...] }
    var names = ""
    var title = String(head)
    if let stop = head.firstRange(of: ". ") {
      names = String(head[..<stop.lowerBound])
      title = String(head[stop.upperBound...])
    }
    var tail = line[mark.upperBound...].drop { $0 == "." || $0 == " " || $0 == "．" }
    while let last = tail.last, last == "." || last == " " || last.isNewline { tail = tail.dropLast() }
    let colon = tail.firstIndex { $0 == "：" || $0 == ":" }
    let place = colon.map { String(tail[..<$0]) } ?? ""
    let rest = colon.map { tail[tail.index(after: $0)...] } ?? tail
    let fields = rest.split(whereSeparator: { $0 == "," || $0 == "，" }).map { String($0).trimmingSpaces }
    return Parts(
      names: names, title: title, place: place.trimmingSpaces, number: fields.first,
      day: fields.dropFirst().first)
  }
}
