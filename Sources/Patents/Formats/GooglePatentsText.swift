public import Kernel
import Patents
import Tables

/// One patent as a text of names and indented values, collected from Google Patents' pages.
public struct GooglePatentsText: PatentFormat {
  public let code = "google-patents-text"
  public let name = Phrase(zh: "Google Patents 文本", en: "Google Patents text")
  public let precedence = 100
  public let citation =
    "据20个文本：ID、title、abstract、classfication_items、citation_infor 等名称，值缩进；"
    + "as observed in twenty texts of names and indented values"

  public init() {}

  static func recognises(_ head: [UInt8]) -> Bool {
    let text = String(decoding: head, as: UTF8.self)
    return text.hasPrefix("ID\n") || text.hasPrefix("ID\r\n")
  }

  public func read(_ input: FormatInput, after row: Int, _ visit: (FormatRow) throws -> Void) throws {
    if row > 0 { return }
    let lines = try LineReader(try ByteSource(path: input.path, limit: input.limit))
    var values: [String: [String]] = [:]
    var name = ""
    var original = ""
    while try lines.advance() {
      let text = lines.withBytes { String(decoding: $0, as: UTF8.self) }
      if original.utf8.count < originalLimit { original += text + "\n" }
      if let first = text.first, !first.isWhitespace, !first.isNumber {
        name = text.trimmingSpaces
      } else if let value = CleanText.line(text), Self.isValue(text) {
        values[name, default: []].append(value)
      }
    }
    let kept = original
    try visit(
      FormatRow(
        number: 1, line: 1, outcome: Self.builder(values).outcome { kept }, bytesRead: lines.bytesRead,
        original: { kept }))
  }

  /// A number at the beginning of a line counts the values that follow.
  private static func isValue(_ line: String) -> Bool { line.first?.isWhitespace == true }

  private static func builder(_ values: [String: [String]]) -> RecordBuilder {
    var builder = RecordBuilder(office: "WO")
    if let number = values["ID"]?.first { builder.setPublication(number) }
    builder.record.title = values["title"]?.joined(separator: " ")
    builder.record.abstract = values["abstract"]?.joined(separator: "\n")
    builder.record.language = builder.record.title == nil ? nil : "en"
    for symbol in values["classfication_items"] ?? [] {
      // Symbols are spelled out with commas: `E,0,3,B,1,/,0,4`; the higher places stand before each.
      let joined = symbol.replacing(",", with: "")
      guard joined.contains("/") else { continue }
      if joined.hasPrefix("Y") || joined.utf8.split(separator: 0x2F).first.map({ $0.count > 7 }) == true {
        builder.addCPC(joined)
      } else {
        builder.addCPC(joined)
      }
    }
    func table(_ name: String) -> String? {
      let rows = (values[name] ?? []).dropFirst().filter { !$0.hasPrefix("Family To Family") }
      return rows.isEmpty
        ? nil
        : rows.map { $0.split(separator: ",").first.map { String($0).trimmingSpaces } ?? "" }
          .map { $0.split(separator: " ").first.map(String.init) ?? $0 }.joined(separator: "; ")
    }
    builder.addExtra("citations", table("citation_infor"))
    builder.addExtra("cited-by-patents", table("citedBy_infor"))
    builder.addExtra("similar", table("similar_document"))
    builder.addExtra("inventor-count", values["inventor_number"]?.first)
    let known: Set<String> = [
      "ID", "title", "abstract", "classfication_items", "classfication_nums", "citation_infor", "citedBy_infor",
      "similar_document", "inventor_number",
    ]
    for (name, lines) in values.sorted(by: { $0.key < $1.key }) where !known.contains(name) {
      let said = lines.filter { $0 != "NoExist" && !$0.hasPrefix("NoNonPatent") }
      builder.addExtra(name, said.joined(separator: "\n"))
    }
    return builder
  }
}
