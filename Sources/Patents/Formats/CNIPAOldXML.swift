public import Kernel
import Patents
public import Tables

/// Documents of the Chinese office in its older layout.
public struct CNIPAOldXML: XMLFormat {
  public let code = "cnipa-xml-old"
  public let name = Phrase(zh: "国家知识产权局 XML（旧版）", en: "CNIPA XML (older layout)")
  public let precedence = 300
  public let citation =
    "cn-patent-document-06-10-27.dtd：cn-bibliographic-data、application-body；the office's DTD of 27 October 2006"
  public static let elements = ["cn-patent-document"]

  public init() {}

  public func outcome(of record: XMLRecord, in ancestors: [String]) -> FormatRow.Outcome? {
    var builder = RecordBuilder(office: "CN")
    builder.record.language = "zh"
    let data = record.root["cn-bibliographic-data"] ?? record.root
    builder.setPublication(data.at("cn-publication-reference", "document-id"))
    builder.setApplication(data.at("application-reference", "document-id"))
    builder.record.title = data["invention-title"]?.line
    builder.record.abstract = abstract(data["abstract"] ?? record.root["abstract"])
    builder.setPriority(data.allWithin("priority-claim").compactMap { $0.within("date")?.text })
    for node in data.allWithin("classification-ipcr") { node["text"]?.text.map { builder.addClass($0) } }
    for node in data.allWithin("classification-locarno") { node.text.map { builder.addAnyClass($0) } }
    setParties(&builder, data["cn-parties"])
    let claims = record.root.at("application-body", "claims")?.all("claim").compactMap(\.line) ?? []
    builder.setClaims(claims)
    builder.addExtra("gazette", data.at("cn-publication-reference", "gazette-reference", "gazette-num")?.text)
    builder.addExtra("pct-application", data.within("pct-or-regional-filing-data")?.within("doc-number")?.text)
    builder.addExtra("pct-publication", data.within("pct-or-regional-publishing-data")?.within("doc-number")?.text)
    return builder.outcome(of: record)
  }

  /// Without the deposits of microorganisms that stand in paragraphs of their own.
  private func abstract(_ node: XMLNode?) -> String? {
    guard let node else { return nil }
    let parts = node.all("p").filter { $0["bio-deposit"] == nil }.compactMap(\.line)
    return parts.isEmpty ? node.line : parts.joined(separator: "\n")
  }

  private func setParties(_ builder: inout RecordBuilder, _ parties: XMLNode?) {
    guard let parties else { return }
    let applicants = parties.allWithin("cn-applicant")
    builder.record.applicants = applicants.compactMap { ($0.within("name") ?? $0.within("orgname"))?.line }
    builder.record.address = applicants.first?.within("address")?.line
    builder.record.province = builder.record.address.flatMap(ProvinceName.leading)
    builder.record.inventors = parties.allWithin("cn-inventor").compactMap { ($0.within("name"))?.line }
    let agents = parties.allWithin("cn-agent")
    builder.record.agents = agents.compactMap { ($0["name"] ?? $0["addressbook"]?["name"])?.line }
    if let agency = agents.first?["cn-agency"]?.within("name")?.text { builder.setAgency(agency) }
  }
}
