public import Kernel
import Patents
public import Tables

/// Documents in the elements of WIPO ST.36 under no office's own name.
public struct ST36Documents: XMLFormat {
  public let code = "wipo-st36"
  public let name = Phrase(zh: "WIPO ST.36 XML", en: "WIPO ST.36 XML")
  public let precedence = 250
  public let citation =
    "WIPO ST.36：patent-document、bibliographic-data、document-id、classification-ipcr；WIPO ST.36's elements"
  public static let elements = ["patent-document", "wo-published-application", "kr-patent-document"]

  public init() {}

  public func outcome(of record: XMLRecord, in ancestors: [String]) -> FormatRow.Outcome? {
    let root = record.root
    var builder = RecordBuilder(office: root.attribute("country") ?? "WO")
    if let data = root["bibliographic-data"] { ExchangeDocument.read(data, &builder) }
    if builder.record.publicationNumber == nil, let number = root.attribute("doc-number") {
      builder.setPublication((root.attribute("country") ?? "") + number, kindCode: root.attribute("kind"))
    }
    let abstract = ExchangeDocument.preferred(
      root.all("abstract") + (root["bibliographic-data"]?.all("abstract") ?? []))
    builder.record.abstract = RecordBuilder.paragraphs(abstract, "p")
    if let claims = ExchangeDocument.preferred(root.all("claims")) {
      builder.setClaims(claims.all("claim").compactMap(\.line))
    }
    if builder.record.language == nil { builder.record.language = root.attribute("lang")?.lowercased() }
    return builder.outcome(of: record)
  }
}
