public import Kernel
import Patents
public import Tables

/// Publications of patents and applications for designs in WIPO ST.96, with the files that are made of its components.
public struct ST96Patents: XMLFormat {
  public let code = "wipo-st96"
  public let name = Phrase(zh: "WIPO ST.96 XML（专利、外观设计）", en: "WIPO ST.96 XML (patents, designs)")
  public let precedence = 300
  public let citation =
    "WIPO ST.96 V6_0：PatentPublication、DesignApplication；USPTO CPCMasterClassificationFile；"
    + "WIPO ST.96 version 6.0 and the CPC master file made of its components"
  public static let elements = [
    "PatentPublication", "PatentGrantPublication", "PatentApplicationPublication", "DesignApplication",
    "CPCMasterClassificationRecord",
  ]

  public init() {}

  public func outcome(of record: XMLRecord, in ancestors: [String]) -> FormatRow.Outcome? {
    let root = record.root
    if root.isNamed("DesignApplication") { return design(record) }
    let data = root["BibliographicData"] ?? root
    let office = root["IPOfficeCode"]?.text ?? data.within("IPOfficeCode")?.text ?? "WO"
    var builder = RecordBuilder(office: office)
    setNumbers(&builder, data)
    builder.record.title = (data.at("InventionTitleBag", "InventionTitle") ?? data["InventionTitle"])?.line
    builder.record.language = root.attribute("languageCode")
    builder.setPriority(data.allWithin("PriorityClaim").compactMap { $0["FilingDate"]?.text })
    for node in data.allWithin("IPCRClassification") { builder.addClass(Self.symbol(node)) }
    for node in data.allWithin("CPCClassification") { builder.addCPC(Self.symbol(node)) }
    setParties(&builder, data["PartyBag"])
    builder.record.abstract = RecordBuilder.paragraphs(root["Abstract"] ?? data["Abstract"], "P")
    builder.setClaims((root["Claims"]?.all("Claim") ?? []).compactMap { $0["ClaimText"]?.line })
    return builder.outcome(of: record)
  }

  private func setNumbers(_ builder: inout RecordBuilder, _ data: XMLNode) {
    let publication = data["PatentPublicationIdentification"] ?? data["PatentGrantIdentification"]
    if let publication, let number = (publication["PublicationNumber"] ?? publication["PatentNumber"])?.text {
      let office = publication["IPOfficeCode"]?.text ?? builder.record.office
      let digits = office == "US" ? String(number.drop { $0 == "0" }) : number
      builder.setPublication(office + digits, kindCode: publication["PatentDocumentKindCode"]?.text)
      let date = (publication["PublicationDate"] ?? publication["GrantDate"])?.text
      builder.record.publicationDay = builder.day(date ?? "", .publicationDay)
      if let kind = publication["PatentDocumentKindCode"]?.text, kind.hasPrefix("B"), office == "US" {
        builder.record.grantDay = builder.record.publicationDay
      }
    }
    if let application = data["ApplicationIdentification"] {
      let number = application.within("ApplicationNumberText")?.text
      if let number { builder.setApplication((builder.record.office == "CN" ? "" : builder.record.office) + number) }
      builder.record.filingDay = builder.day(application["FilingDate"]?.text ?? "", .filingDay)
    }
  }

  private static func symbol(_ node: XMLNode) -> String {
    let section = node["Section"]?.text ?? node["CPCSection"]?.text ?? ""
    return "\(section)\(node["Class"]?.text ?? "")\(node["Subclass"]?.text ?? "") "
      + "\(node["MainGroup"]?.text ?? "")/\(node["Subgroup"]?.text ?? "")"
  }

  private func setParties(_ builder: inout RecordBuilder, _ parties: XMLNode?) {
    func names(_ bag: StaticString, _ name: StaticString) -> [String] {
      (parties?[bag]?.all(name) ?? []).compactMap(ST96Name.of).uniqued
    }
    let owners = names("AssigneeBag", "Assignee")
    let applicants = names("ApplicantBag", "Applicant")
    // Before 2012 only inventors could apply in the United States; the right is the assignee's.
    builder.record.applicants = owners.isEmpty || builder.record.office != "US" ? applicants : owners
    if builder.record.applicants != applicants {
      builder.addExtra("original-applicants", applicants.joined(separator: "\n"))
    } else {
      builder.addExtra("owners", owners.joined(separator: "\n"))
    }
    let inventors = names("InventorBag", "Inventor")
    builder.record.inventors = inventors.isEmpty && !owners.isEmpty ? applicants : inventors
    builder.record.agents = names("RegisteredPractitionerBag", "RegisteredPractitioner")
  }

  private func design(_ record: XMLRecord) -> FormatRow.Outcome {
    let root = record.root
    let office = root["RegistrationOfficeCode"]?.text ?? root.at("ApplicationNumber", "IPOfficeCode")?.text ?? "WO"
    var builder = RecordBuilder(office: office)
    builder.record.kind = .design
    let design = root["DesignBag"]?["Design"] ?? root
    builder.record.title = design["DesignTitleText"]?.line
    builder.record.language = root["DesignApplicationLanguageCode"]?.text
    if let number = root.at("ApplicationNumber", "ApplicationNumberText")?.text {
      builder.setApplication(office == "CN" ? number : office + number)
    }
    if let number = design["RegistrationNumber"]?.text ?? design["DesignIdentifier"]?.text {
      builder.setPublication(office + number, office: office)
    }
    builder.record.filingDay = builder.day(root["ApplicationDate"]?.text ?? "", .filingDay)
    builder.record.grantDay = builder.day(design["RegistrationDate"]?.text ?? "", .grantDay)
    builder.record.publicationDay = builder.day(design.within("PublicationDate")?.text ?? "", .publicationDay)
    builder.setPriority(design.allWithin("PriorityApplicationFilingDate").compactMap(\.text))
    for node in design.allWithin("LocarnoClassificationText") { node.text.map { builder.addAnyClass($0) } }
    builder.record.abstract = design.all("DesignDescriptionText").compactMap(\.line).joined(separator: "\n")
    if builder.record.abstract?.isEmpty == true { builder.record.abstract = nil }
    builder.record.firstClaim = design.within("DesignClaimText")?.line
    builder.record.applicants = (root["ApplicantBag"]?.all("Applicant") ?? []).compactMap(ST96Name.of)
    builder.record.inventors = (design["DesignerBag"]?.all("Designer") ?? []).compactMap(ST96Name.of)
    builder.record.agents = (design["RepresentativeBag"]?.all("Representative") ?? []).compactMap(ST96Name.of)
    builder.record.legalStatus = design["DesignCurrentStatusCategory"]?.line
    builder.addExtra("end-day", design["ExpiryDate"]?.text)
    builder.addExtra("designs", root["DesignTotalQuantity"]?.text)
    return builder.outcome(of: record)
  }
}

/// A name in ST.96: of an organisation, of an entity, or of a person in parts.
enum ST96Name {
  static func of(_ party: XMLNode) -> String? {
    if let name = party.within("OrganizationStandardName") ?? party.within("EntityName")
      ?? party.within("PersonFullName")
    {
      return name.line
    }
    let parts = [party.within("FirstName"), party.within("MiddleName"), party.within("LastName")]
    let name = parts.compactMap { $0?.line }.joined(separator: " ")
    return name.isEmpty ? party.within("Name")?.line : name
  }
}
