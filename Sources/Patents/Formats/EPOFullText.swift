public import Kernel
import Patents
public import Tables

/// Applications and patents of the European Patent Office with their full text.
public struct EPOFullText: XMLFormat {
  public let code = "epo-fulltext"
  public let name = Phrase(zh: "欧洲专利局全文 XML", en: "EPO full text XML")
  public let precedence = 300
  public let citation =
    "ep-patent-document v1.0–v1.5.1（WIPO ST.36 附录B 的 INID 标签）；EPO's DTD, all versions, with INID tags"
  public static let elements = ["ep-patent-document"]

  public init() {}

  public func outcome(of record: XMLRecord, in ancestors: [String]) -> FormatRow.Outcome? {
    let root = record.root
    var builder = RecordBuilder(office: root.attribute("country") ?? "EP")
    let data = root["SDOBI"]
    let number = data?.at("B100", "B110")?.text ?? root.attribute("doc-number")
    let kind = data?.at("B100", "B130")?.text ?? root.attribute("kind")
    if let number { builder.setPublication((root.attribute("country") ?? "EP") + number, kindCode: kind) }
    let day = data?.at("B100", "B140", "date")?.text ?? root.attribute("date-publ")
    builder.record.publicationDay = builder.day(day ?? "", .publicationDay)
    if kind?.hasPrefix("B") == true { builder.record.grantDay = builder.record.publicationDay }
    if let application = data?.at("B200", "B210")?.text { builder.setForeignApplication("EP" + application) }
    builder.record.filingDay = builder.day(data?.at("B200", "B220", "date")?.text ?? "", .filingDay)
    builder.setPriority((data?["B300"]?.all("B320") ?? []).compactMap { $0["date"]?.text })
    let language = root.attribute("lang") ?? "en"
    setTitle(&builder, data?.at("B500", "B540"), language)
    setClasses(&builder, data?["B500"])
    setParties(&builder, data?["B700"])
    builder.record.abstract = RecordBuilder.paragraphs(ExchangeDocument.preferred(root.all("abstract")), "p")
    let claims = root.all("claims").first { $0.attribute("lang") == language } ?? root["claims"]
    builder.setClaims((claims?.all("claim") ?? []).compactMap(\.line))
    let cited = data?.at("B500", "B560")?.all("B561").compactMap(\.line) ?? []
    builder.addExtra("citations", cited.joined(separator: "; "))
    builder.addExtra("pct-application", data?.at("B800", "B860")?.within("anum")?.text)
    builder.addExtra("pct-publication", data?.at("B800", "B870")?.within("pnum")?.text)
    return builder.outcome(of: record)
  }

  /// Languages and titles stand in turn.
  private func setTitle(_ builder: inout RecordBuilder, _ node: XMLNode?, _ language: String) {
    var titles: [(language: String, text: String)] = []
    var last = language
    for child in node?.children ?? [] {
      if child.isNamed("B541") { last = child.text ?? last }
      if child.isNamed("B542"), let text = child.line { titles.append((last, text)) }
    }
    let chosen = titles.first { $0.language == "en" } ?? titles.first { $0.language == language } ?? titles.first
    builder.record.title = chosen?.text
    builder.record.language = chosen?.language
    let others = titles.map(\.text).filter { $0 != chosen?.text }
    builder.addExtra("title-translated", others.joined(separator: "\n"))
  }

  private func setClasses(_ builder: inout RecordBuilder, _ node: XMLNode?) {
    for text in node?["B510EP"]?.all("classification-ipcr").compactMap({ $0["text"]?.text }) ?? [] {
      builder.addClass(text)
    }
    for name in ["B511", "B512", "B513"] as [StaticString] {
      for text in node?["B510"]?.all(name).compactMap(\.text) ?? [] { builder.addClass(Self.withoutEdition(text)) }
    }
  }

  /// ` 7C 07C  29/44   A`: the edition, then the symbol with a space behind its section.
  private static func withoutEdition(_ text: String) -> String {
    var symbol = text.trimmingSpaces[...]
    if symbol.first?.isNumber == true { symbol = symbol.dropFirst() }
    guard let section = symbol.first else { return text }
    return String(section) + symbol.dropFirst().drop { $0 == " " }
  }

  private func setParties(_ builder: inout RecordBuilder, _ node: XMLNode?) {
    func names(_ group: StaticString, _ name: StaticString) -> [String] {
      (node?[group]?.all(name) ?? []).compactMap { $0["snm"]?.line }
    }
    let owners = names("B730", "B731")
    let applicants = names("B710", "B711")
    builder.record.applicants = applicants.isEmpty ? owners : applicants
    if !applicants.isEmpty { builder.addExtra("owners", owners.joined(separator: "\n")) }
    builder.record.inventors = names("B720", "B721")
    builder.record.agents = names("B740", "B741")
  }
}
