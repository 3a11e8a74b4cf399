public import Kernel
import Patents
public import Tables

/// Documents of the Chinese office in its newer layout.
public struct CNIPANewXML: XMLFormat {
  public let code = "cnipa-xml"
  public let name = Phrase(zh: "国家知识产权局 XML（新版）", en: "CNIPA XML (newer layout)")
  public let precedence = 300
  public let citation =
    "business:PatentDocumentAndRelated，xsdVersion V2.2.1；“0”与“00000000”为空；"
    + "the office's schema V2.2.1, in which 0 and 00000000 mean nothing"
  public static let elements = ["PatentDocumentAndRelated"]

  public init() {}

  public func outcome(of record: XMLRecord, in ancestors: [String]) -> FormatRow.Outcome? {
    var builder = RecordBuilder(office: "CN")
    builder.record.language = "zh"
    guard let data = record.root["BibliographicData"] else { return builder.outcome(of: record) }
    if let document = original(data.all("PublicationReference"))?["DocumentID"]
      ?? original(data.all("GrantReference"))?["DocumentID"]
    {
      setPublication(&builder, document)
    }
    if let document = original(data.all("ApplicationReference"))?["DocumentID"] {
      document["DocNumber"]?.text.map { builder.setChineseApplication($0) }
      builder.record.filingDay = builder.day(document["Date"]?.text ?? "", .filingDay)
    }
    builder.record.title = data["InventionTitle"]?.line ?? data.within("DesignTitle")?.line
    builder.record.abstract = RecordBuilder.paragraphs(record.root["Abstract"] ?? data["Abstract"], "Paragraphs")
    builder.setPriority(data.allWithin("Priority").compactMap { $0["Date"]?.text })
    for node in data.allWithin("ClassificationIPCR") { node["Text"]?.text.map { builder.addClass($0) } }
    for node in data.allWithin("ClassificationLocarno") { node.text.map { builder.addAnyClass($0) } }
    setParties(&builder, data["Parties"], data)
    builder.setClaims((record.root["Claims"]?.all("Claim") ?? []).compactMap(\.line))
    builder.addExtra("gazette", data.within("GazetteNumber")?.text)
    builder.addExtra("division-of", data.within("ParentDocument")?.within("DocNumber")?.text)
    return builder.outcome(of: record)
  }

  private func setPublication(_ builder: inout RecordBuilder, _ document: XMLNode) {
    let office = document["WIPOST3Code"]?.text ?? "CN"
    if let number = document["DocNumber"]?.text {
      builder.setPublication(office + number, kindCode: document["Kind"]?.text)
    }
    builder.record.publicationDay = builder.day(document["Date"]?.text ?? "", .publicationDay)
  }

  /// What the applicant wrote, beside which the same stands in the form of the standard.
  private func original(_ nodes: [XMLNode]) -> XMLNode? {
    nodes.first { $0.attribute("dataFormat") == "original" } ?? nodes.first
  }

  private func setParties(_ builder: inout RecordBuilder, _ parties: XMLNode?, _ data: XMLNode) {
    func names(_ group: XMLNode?, _ name: StaticString) -> [String] {
      let all = group?.all(name) ?? []
      let originals = all.filter { $0.attribute("dataFormat") == "original" }
      return (originals.isEmpty ? all : originals).compactMap { node in
        let book = node["AddressBook"]
        return (book?["OrganizationName"] ?? book?["Name"])?.line
      }
    }
    let applicants = parties?["ApplicantDetails"]
    builder.record.applicants = names(applicants, "Applicant")
    if builder.record.applicants.isEmpty {
      builder.record.applicants = names(data.within("AssigneeDetails"), "Assignee")
    } else {
      builder.addExtra("owners", names(data.within("AssigneeDetails"), "Assignee").joined(separator: "\n"))
    }
    let address = applicants?.within("Address")
    builder.record.address = address?["Text"]?.line
    let province = address?["Province"]?.line.flatMap(ProvinceName.leading)
    builder.record.province = province ?? builder.record.address.flatMap(ProvinceName.leading)
    builder.record.inventors = names(parties?["InventorDetails"], "Inventor")
    builder.record.agents = names(parties?["AgentDetails"], "Agent")
    if let agency = parties?["AgentDetails"]?.within("Agency")?.within("OrganizationName")?.text {
      builder.setAgency(agency)
    }
  }
}
