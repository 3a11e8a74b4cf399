public import Kernel
import Patents
public import Tables

/// Documents of the EPO's master data base as it delivers them.
public struct DOCDBDocuments: XMLFormat {
  public let code = "epo-docdb"
  public let name = Phrase(zh: "欧洲专利局 DOCDB", en: "EPO DOCDB")
  public let precedence = 250
  public let citation = "exch:exchange-document，exchange-documents-v2.5.9.xsd；EPO DOCDB exchange documents, v2.5.9"
  public static let elements = ["exchange-document"]

  public init() {}

  public func outcome(of record: XMLRecord, in ancestors: [String]) -> FormatRow.Outcome? {
    Self.outcome(of: record, record.root)
  }

  static func outcome(of record: XMLRecord, _ document: XMLNode) -> FormatRow.Outcome {
    var builder = RecordBuilder(office: document.attribute("country") ?? "EP")
    if let data = document["bibliographic-data"] { ExchangeDocument.read(data, &builder) }
    if builder.record.publicationNumber == nil, let number = document.attribute("doc-number") {
      builder.setPublication(
        (document.attribute("country") ?? "") + number, kindCode: document.attribute("kind"))
    }
    if builder.record.publicationDay == nil, let date = document.attribute("date-publ") {
      builder.record.publicationDay = builder.day(date, .publicationDay)
    }
    let abstract = ExchangeDocument.preferred(document.all("abstract"))
    builder.record.abstract = RecordBuilder.paragraphs(abstract, "p")
    builder.addExtra("application-family", document.attribute("family-id"))
    return builder.outcome(of: record)
  }
}
