public import Kernel
import Patents
import Tables

/// Patents of the United States from 1976 to 2001 in the office's tagged text.
///
/// A file holds one patent or the hundreds of a week; each begins with a line `PATN`.
public struct GreenBook: PatentFormat {
  public let code = "uspto-greenbook"
  public let name = Phrase(zh: "美国专利 Green Book 文本（1976—2001）", en: "USPTO Green Book text (1976 to 2001)")
  public let precedence = 300
  public let citation = "USPTO Patent Full-Text APS（Green Book）1976–2001；the office's Green Book"

  public init() {}

  public func read(_ input: FormatInput, after row: Int, _ visit: (FormatRow) throws -> Void) throws {
    let lines = try LineReader(try ByteSource(path: input.path, limit: input.limit))
    var patent: Patent?
    var number = 0
    func hand() throws {
      guard let found = patent else { return }
      number += 1
      if number <= row { return }
      let outcome = found.builder().outcome { found.original }
      try visit(
        FormatRow(
          number: number, line: found.line, outcome: outcome, bytesRead: lines.bytesRead, original: { found.original }))
    }
    while try lines.advance() {
      let text = lines.withBytes { String(decoding: $0, as: UTF8.self) }
      if text.hasPrefix("PATN") {
        try hand()
        patent = Patent(line: lines.number)
      }
      patent?.take(text)
    }
    try hand()
  }

  /// Whether a file begins as one.
  static func recognises(_ head: [UInt8]) -> Bool {
    let text = String(decoding: head.prefix(4_096), as: UTF8.self)
    return text.hasPrefix("PATN") && text.contains("\nWKU ")
  }

  /// One patent while it is read.
  private struct Patent {
    let line: Int
    private(set) var original = ""
    private var section = ""
    private var field = ""
    private var values: [(section: String, field: String, text: String)] = []

    init(line: Int) { self.line = line }

    mutating func take(_ text: String) {
      if original.utf8.count < originalLimit { original += text + "\n" }
      let tag = text.prefix(4)
      if tag.first == " " || text.isEmpty {
        // Longer values go on behind five spaces.
        guard !values.isEmpty else { return }
        values[values.count - 1].text += " " + text.trimmingSpaces
        return
      }
      if text.utf8.count <= 5, tag.allSatisfy({ $0.isUppercase || $0.isNumber }), text.utf8.count >= 4,
        !text.dropFirst(3).hasPrefix(" ")
      {
        section = String(tag)
        return
      }
      field = String(tag).trimmingSpaces
      values.append((section, field, String(text.dropFirst(4)).trimmingSpaces))
    }

    private func all(_ section: String, _ field: String) -> [String] {
      values.filter { $0.section == section && $0.field == field }.map(\.text)
    }

    private func texts(_ section: String) -> [String] {
      values.filter { $0.section == section && $0.field.hasPrefix("PA") }.compactMap { CleanText.line($0.text) }
    }

    func builder() -> RecordBuilder {
      var builder = RecordBuilder(office: "US")
      builder.record.language = "en"
      if let number = all("PATN", "WKU").first { setNumber(&builder, number) }
      if let application = all("PATN", "APN").first { builder.setForeignApplication("US" + application.prefix(6)) }
      builder.record.title = all("PATN", "TTL").first.flatMap(CleanText.line)
      builder.record.filingDay = builder.day(all("PATN", "APD").first ?? "", .filingDay)
      builder.record.publicationDay = builder.day(all("PATN", "ISD").first ?? "", .publicationDay)
      builder.record.grantDay = builder.record.publicationDay
      builder.setPriority(all("PRIR", "APD"))
      let inventors = all("INVT", "NAM").compactMap(Self.person)
      let owners = all("ASSG", "NAM").compactMap(CleanText.line)
      builder.record.inventors = inventors
      builder.record.applicants = owners.isEmpty ? inventors : owners
      builder.record.agents = (all("LREP", "FR2") + all("LREP", "FRM")).compactMap(Self.person)
      for text in all("CLAS", "ICL") { builder.addClass(Self.withSlash(text)) }
      let abstract = texts("ABST").joined(separator: "\n")
      builder.record.abstract = abstract.isEmpty ? nil : abstract
      builder.setClaims(claims())
      builder.addExtra("us-class", all("CLAS", "OCL").first)
      builder.addExtra("claim-count", all("PATN", "NCL").first)
      builder.addExtra("citations", all("UREF", "PNO").map { "US" + $0 }.joined(separator: "; "))
      return builder
    }

    /// Each begins with its number; paragraphs of one claim have tags of deeper levels.
    private func claims() -> [String] {
      var claims: [[String]] = []
      for value in values where value.section == "CLMS" || value.section == "DCLM" {
        if value.field == "NUM" { claims.append([]) }
        guard value.field.hasPrefix("PA"), let text = CleanText.line(value.text) else { continue }
        if claims.isEmpty { claims.append([]) }
        claims[claims.count - 1].append(text)
      }
      return claims.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
    }

    /// Eight symbols and a check digit: `039373754` is 3,937,375, `D02422335` a design.
    private func setNumber(_ builder: inout RecordBuilder, _ raw: String) {
      let text = raw.prefix(8)
      let letters = text.prefix { $0.isLetter }
      let digits = text.dropFirst(letters.count).drop { $0 == "0" }
      let kind: String? = ["": "A", "D": "S", "PP": "P", "RE": "E", "H": "H"][String(letters)]
      guard !digits.isEmpty, let kind else {
        builder.note(.publicationUnreadable, .publicationNumber, raw)
        return
      }
      builder.setPublication("US" + letters + digits + kind)
    }

    /// The family name stands first: `Love; John`.
    private static func person(_ text: String) -> String? {
      let parts = text.split(separator: ";", maxSplits: 1).map { String($0).trimmingSpaces }
      return CleanText.line(parts.count == 2 ? "\(parts[1]) \(parts[0])" : text)
    }

    /// `B60R  900` has columns: main group of three, then the subgroup.
    private static func withSlash(_ text: String) -> String {
      guard !text.contains("/"), text.utf8.count >= 7 else { return text }
      let main = text.dropFirst(4).prefix(3).filter { $0 != " " }
      let rest = text.dropFirst(7).filter { $0 != " " }
      return "\(text.prefix(4)) \(main)/\(rest.count < 2 ? rest + "0" : rest)"
    }
  }
}
