public import Kernel
import Patents
public import Tables

/// Trademarks in WIPO ST.66 and ST.96, as the United States office gives them out, and geographical indications.
public struct TrademarkDocuments: XMLFormat {
  public let code = "trademark-xml"
  public let name = Phrase(zh: "商标 XML（WIPO ST.66、ST.96）", en: "Trademark XML (WIPO ST.66, ST.96)")
  public let precedence = 300
  public let citation =
    "WIPO ST.66 TradeMark、ST.96 Trademark（含 USPTO TSDR 两代输出）、ST.96 GIApplication；"
    + "WIPO ST.66 and ST.96 with both generations of the USPTO's output"
  public static let elements = ["TransactionContentDetails", "TradeMark", "Trademark", "GIApplication"]

  public init() {}

  public func outcome(of record: XMLRecord, in ancestors: [String]) -> FormatRow.Outcome? {
    var builder = TrademarkBuilder(record)
    return record.root.isNamed("GIApplication") ? builder.indication() : builder.trademark()
  }
}

/// Reads one mark.
private struct TrademarkBuilder {
  private let record: XMLRecord
  private let root: XMLNode
  private var mark: TrademarkRecord
  /// Reads days, and notes those that cannot be read.
  private var days = RecordBuilder(office: "US")

  init(_ record: XMLRecord) {
    self.record = record
    root = record.root
    mark = TrademarkRecord(.trademark, office: "US")
  }

  mutating func trademark() -> FormatRow.Outcome {
    // In ST.66 the applicant stands beside the mark, within its transaction.
    let details = root.within("TradeMark") ?? root
    let number = details["ApplicationNumber"]
    mark.office =
      details["RegistrationOfficeCode"]?.text ?? number?["IPOfficeCode"]?.text ?? details["FilingPlace"]?.text ?? "US"
    mark.applicationNumber = (number?["ApplicationNumberText"] ?? number)?.line
    mark.registrationNumber = (details["RegistrationNumber"]).flatMap { ($0["RegistrationNumberText"] ?? $0).line }
    mark.name =
      details.within("MarkVerbalElementText")?.line ?? details.within("MarkSignificantVerbalElementText")?.line
    mark.filingDay = day(details["ApplicationDate"])
    mark.registrationDay = day(details["RegistrationDate"])
    mark.publicationDay = day(details.within("PublicationDate"))
    mark.renewalDay = day(details.within("RenewalDate"))
    mark.endDay = day(details["ExpiryDate"])
    mark.status =
      details.within("MarkCurrentStatusExternalDescriptionText")?.line ?? details["MarkCurrentStatusCode"]?.line
    mark.statusDay = day(details["MarkCurrentStatusDate"])
    setApplicants()
    mark.agents = agents(details)
    mark.goods = goods(details)
    extra("register", details.within("RegisterCategory")?.line)
    extra("status-code", details["MarkCurrentStatusCode"]?.line)
    setInternationalNumbers(details)
    extra("mark-description", details.within("MarkDescriptionText")?.line ?? details.within("MarkDescription")?.line)
    return outcome()
  }

  /// In ST.96 the office writes the number of a registration, which has digits alone, where one of an application goes.
  private mutating func setInternationalNumbers(_ details: XMLNode) {
    let application = details.within("InternationalApplicationNumber")?.line
    let registration = details.within("InternationalRegistrationNumber")?.line
    let isRegistration = application?.allSatisfy(\.isNumber) ?? false
    extra("international-application", isRegistration ? nil : application)
    extra("international-registration", registration ?? (isRegistration ? application : nil))
  }

  /// The office lists every owner there ever was, the present ones first, each with what they were.
  private mutating func setApplicants() {
    func sort(_ node: XMLNode) -> String? {
      (node.within("PartyTypeDescriptionText") ?? node.within("CommentText"))?.line
    }
    let all = root.allWithin("Applicant")
    let present = all.filter { all.first.map(sort) == sort($0) }
    mark.applicants = present.compactMap(name).uniqued
    let former = all.compactMap(name).uniqued.filter { !mark.applicants.contains($0) }
    extra("former-owners", former.isEmpty ? nil : former.joined(separator: "\n"))
  }

  mutating func indication() -> FormatRow.Outcome {
    let data = root["GIData"] ?? root
    mark.sort = .geographicalIndication
    mark.office = data.attribute("officeCode") ?? "WO"
    mark.applicationNumber = data.within("ApplicationNumberText")?.line
    mark.name = data.within("GINameText")?.line
    mark.filingDay = day(data["ApplicationDate"])
    mark.publicationDay = day(data.within("PublicationDate"))
    mark.applicants = (root["ApplicantBag"]?.all("Applicant") ?? []).compactMap(name).uniqued
    mark.goods = goods(data)
    extra("name-translated", data.within("GINameTranslationText")?.line)
    extra("features", data.within("FeatureDescriptionText")?.line)
    extra("region", data.within("GeographicRegionDescriptionText")?.line)
    extra("authorised-users", root.all("AuthorizedUser").compactMap(name).joined(separator: "\n"))
    return outcome()
  }

  private func outcome() -> FormatRow.Outcome {
    guard mark.identity != nil else {
      return .rejected(.empty(record.original(limit: originalLimit)))
    }
    if record.mended > 0 {
      return .trademark(mark, repairs: days.repairs + [Repair(.markupMended, nil, record.mendedText)])
    }
    return .trademark(mark, repairs: days.repairs)
  }

  private mutating func extra(_ name: String, _ value: String?) {
    if let value { mark.extras.append(PatentExtra(name: name, value: value)) }
  }

  /// The day of a date that may have a zone behind it: `1995-02-07-05:00`.
  private mutating func day(_ node: XMLNode?) -> Day? {
    guard let text = node?.text else { return nil }
    return Day(text.prefix(10)) ?? days.day(text, .filingDay)
  }

  private func name(_ party: XMLNode) -> String? {
    if let name = party.within("FreeFormatNameLine") ?? party.within("OrganizationName")?["OrganizationStandardName"] {
      return name.line
    }
    if let details = party.within("FreeFormatName") ?? party.within("FormattedName"), let line = details.line {
      return line
    }
    return ST96Name.of(party)
  }

  private func agents(_ details: XMLNode) -> [String] {
    let attorneys = details.all("RecordAttorney") + details.all("NationalRepresentative")
    let older = details.all("RepresentativeDetails").flatMap { $0.all("Representative") }
      .filter { $0["Comment"]?.text?.contains("Attorney") == true }
    return (attorneys + older).compactMap(name).uniqued
  }

  /// Classes of the Nice classification with their goods.
  private func goods(_ details: XMLNode) -> [TrademarkRecord.Goods] {
    var classes: [Int] = []
    var texts: [Int: String] = [:]
    for goods in details.allWithin("GoodsServices") {
      let descriptions = goods.allWithin("ClassDescription")
      for node in descriptions {
        guard let number = node["ClassNumber"]?.text.flatMap({ Int($0) }), (1...45).contains(number) else { continue }
        if !classes.contains(number) { classes.append(number) }
        if let text = node["GoodsServicesDescriptionText"]?.line, texts[number] == nil { texts[number] = text }
      }
      for node in goods.allWithin("GoodsServicesClassification") {
        guard ["Nice", "Primary"].contains(node["ClassificationKindCode"]?.text),
          let number = node["ClassNumber"]?.text.flatMap({ Int($0) }), (1...45).contains(number)
        else { continue }
        if !classes.contains(number) { classes.append(number) }
      }
    }
    return classes.sorted().map { TrademarkRecord.Goods(niceClass: $0, text: texts[$0]) }
  }
}
