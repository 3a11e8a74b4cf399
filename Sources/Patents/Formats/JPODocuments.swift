public import Kernel
import Patents
public import Tables

/// Gazettes of the Japan Patent Office.
public struct JPODocuments: XMLFormat {
  public let code = "jpo-xml"
  public let name = Phrase(zh: "日本特许厅 XML", en: "JPO XML")
  public let precedence = 300
  public let citation = "jp-official-gazette，dtd-version 1.0（WIPO ST.36 日本扩展）；the office's gazette DTD 1.0"
  public static let elements = ["jp-official-gazette", "pat-official-gazette"]

  public init() {}

  public func outcome(of record: XMLRecord, in ancestors: [String]) -> FormatRow.Outcome? {
    var builder = RecordBuilder(office: "JP")
    let root = record.root
    guard let data = root["bibliographic-data"] else { return builder.outcome(of: record) }
    setNumbers(&builder, data, root)
    builder.record.title = data["invention-title"]?.line
    builder.record.language = root.attribute("lang") ?? "ja"
    builder.record.abstract = RecordBuilder.paragraphs(root["abstract"] ?? data["abstract"], "p")
    for name in ["main-clsf", "further-clsf"] as [StaticString] {
      for node in data["classification-ipc"]?.all(name) ?? [] { node.text.map { builder.addClass($0) } }
    }
    let parties = data["parties"]
    builder.record.applicants = (parties?.allWithin("applicant") ?? []).compactMap(name)
    builder.record.agents = (parties?.allWithin("agent") ?? []).compactMap(name)
    builder.record.inventors = (parties?["inventors"]?.all("inventor") ?? []).compactMap(name)
    builder.record.address = parties?.within("applicant")?.within("address")?.line
    builder.setClaims((root["claims"]?.all("claim") ?? []).compactMap(\.line))
    let national = data["classification-national"]?.children.filter { !$0.isNamed("country") }.compactMap(\.line)
    builder.addExtra("fi", (national ?? []).joined(separator: "; "))
    builder.addExtra("f-term", data.allWithin("f-term").compactMap(\.text).joined(separator: "; "))
    builder.addExtra("pct-application", data["pct-or-regional-filing-data"]?.within("doc-number")?.text)
    builder.addExtra("pct-publication", data["pct-or-regional-publishing-data"]?.within("doc-number")?.text)
    builder.addExtra("page-count", data["total-pages"]?.text)
    return builder.outcome(of: record)
  }

  /// The kind stands in words in the number, and as a code of ST.16 in the root.
  private func setNumbers(_ builder: inout RecordBuilder, _ data: XMLNode, _ root: XMLNode) {
    if let document = data.at("publication-reference", "document-id"), let number = document["doc-number"]?.text {
      builder.setPublication("JP" + number, kindCode: root.attribute("kind-of-st16"))
      builder.record.publicationDay = builder.day(document["date"]?.text ?? "", .publicationDay)
      builder.addExtra("document-type", document["kind"]?.text)
    }
    if let document = data.at("application-reference", "document-id"), let number = document["doc-number"]?.text {
      builder.setForeignApplication("JP" + number)
      builder.record.filingDay = builder.day(document["date"]?.text ?? "", .filingDay)
    }
    builder.setPriority(data.allWithin("priority-claim").compactMap { $0["date"]?.text })
  }

  private func name(_ party: XMLNode) -> String? { party.within("name")?.line }
}
