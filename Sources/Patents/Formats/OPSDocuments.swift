public import Kernel
import Patents
public import Tables

/// Answers of the EPO's Open Patent Services: documents, families with their legal events, full texts, hits of a search.
public struct OPSDocuments: XMLFormat {
  public let code = "epo-ops"
  public let name = Phrase(zh: "欧洲专利局 OPS 结果", en: "EPO Open Patent Services results")
  public let precedence = 250
  public let citation =
    "ops:world-patent-data（OPS v3.2）：exchange-document、family-member、fulltext-document、search-result；"
    + "the answers of OPS v3.2"
  public static let elements = [
    "exchange-document", "family-member", "fulltext-document", "document-inquiry", "publication-reference",
  ]

  public init() {}

  public func outcome(of record: XMLRecord, in ancestors: [String]) -> FormatRow.Outcome? {
    let root = record.root
    if root.isNamed("exchange-document") { return DOCDBDocuments.outcome(of: record, root) }
    if root.isNamed("family-member") { return member(of: record) }
    if root.isNamed("fulltext-document") { return fullText(of: record) }
    var builder = RecordBuilder(office: "EP")
    if root.isNamed("publication-reference") {
      // Only the hits of a search are rows: the question is repeated in families and texts.
      guard ancestors.contains("search-result") else { return nil }
      builder.setPublication(root.all("document-id").first { $0["kind"] != nil } ?? root["document-id"])
      builder.addExtra("application-family", root.attribute("family-id"))
    } else {
      ExchangeDocument.setNumbers(root, &builder)
      let pictures = root.allWithin("document-instance").compactMap { $0.attribute("link") }
      builder.addExtra("figure-link", pictures.joined(separator: "\n"))
    }
    return builder.outcome(of: record)
  }

  private func member(of record: XMLRecord) -> FormatRow.Outcome {
    var builder = RecordBuilder(office: "EP")
    let root = record.root
    if let data = root["exchange-document"]?["bibliographic-data"] { ExchangeDocument.read(data, &builder) }
    if builder.record.publicationNumber == nil { ExchangeDocument.setNumbers(root, &builder) }
    let abstract = ExchangeDocument.preferred(root["exchange-document"]?.all("abstract") ?? [])
    builder.record.abstract = RecordBuilder.paragraphs(abstract, "p")
    builder.addExtra("application-family", root.attribute("family-id"))
    let events = root.all("legal").compactMap { event -> String? in
      let date = event["L007EP"]?.text ?? ""
      let words = event.attribute("desc")?.trimmingSpaces ?? ""
      let code = event.attribute("code")?.trimmingSpaces ?? ""
      let line = "\(date) \(code) \(words)".trimmingSpaces
      return line.isEmpty ? nil : line
    }
    builder.addExtra("status-events", events.joined(separator: "\n"))
    return builder.outcome(of: record)
  }

  private func fullText(of record: XMLRecord) -> FormatRow.Outcome {
    var builder = RecordBuilder(office: "EP")
    let root = record.root
    if let data = root["bibliographic-data"] { ExchangeDocument.read(data, &builder) }
    if let claims = ExchangeDocument.preferred(root.all("claims")) {
      let texts = claims.all("claim").flatMap { $0.all("claim-text") }.compactMap(\.line)
      builder.setClaims(texts)
      builder.record.language = claims.attribute("lang")?.lowercased()
    }
    builder.addExtra("description", RecordBuilder.paragraphs(ExchangeDocument.preferred(root.all("description")), "p"))
    return builder.outcome(of: record)
  }
}
