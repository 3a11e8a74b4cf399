import Kernel
import Patents

/// What a document said, as it said it.
struct USPTOFacts {
  enum Role { case applicant, inventor, assignee, agent }

  var number: String?
  var kindCode: String?
  var publicationDate: String?
  var application: String?
  var filingDate: String?
  var title: String?
  var abstract: [String] = []
  var claim: String?
  var isGrant = false
  var classes: [(symbol: String, isLocarno: Bool)] = []
  var classHead = ""
  var classGroup = ""
  var classSubgroup = ""

  private(set) var isInParty = false
  private var priority: String?
  private var applicants: [String] = []
  private var inventors: [String] = []
  private var applyingInventors: [String] = []
  private var assignees: [String] = []
  private var agents: [String] = []
  private var isInventorToo = false
  private var organization: String?
  private var givenNames: [String] = []
  private var familyName: String?

  /// The earliest counts.
  mutating func takePriority(_ date: String) {
    if priority.map({ date < $0 }) ?? true { priority = date }
  }

  mutating func beginClass() { (classHead, classGroup, classSubgroup) = ("", "", "") }

  mutating func endClass() { classes.append(("\(classHead) \(classGroup)/\(classSubgroup)", isLocarno: false)) }

  mutating func beginParty(isInventorToo: Bool) {
    isInParty = true
    self.isInventorToo = isInventorToo
    (organization, givenNames, familyName) = (nil, [], nil)
  }

  mutating func takeName(_ value: String, _ tag: USPTOTag) {
    switch tag {
    case .orgname, .organizationName, .organization2002: organization = value
    case .lastName, .familyName, .surname2002: familyName = value
    default: givenNames.append(value)
    }
  }

  mutating func endParty(as role: Role) {
    guard isInParty else { return }
    isInParty = false
    let person = (givenNames + [familyName].compactMap { $0 }).joined(separator: " ")
    let name = organization ?? person
    if name.isEmpty { return }
    switch role {
    case .applicant: if isInventorToo { applyingInventors.append(name) } else { applicants.append(name) }
    case .inventor: inventors.append(name)
    case .assignee: assignees.append(name)
    case .agent: agents.append(name)
    }
  }

  func builder() -> RecordBuilder {
    var builder = RecordBuilder(office: "US")
    builder.record.language = "en"
    if let number, let kindCode { builder.setPublication("US" + Self.withoutZeros(number) + kindCode) }
    if let application { builder.setForeignApplication(application) }
    builder.record.title = title
    builder.record.abstract = abstract.isEmpty ? nil : abstract.joined(separator: "\n")
    builder.record.firstClaim = claim
    builder.record.publicationDay = builder.day(publicationDate ?? "", .publicationDay)
    builder.record.filingDay = builder.day(filingDate ?? "", .filingDay)
    builder.record.priorityDay = builder.day(priority ?? "", .priorityDay)
    builder.record.grantDay = isGrant ? builder.record.publicationDay : nil
    // Until 2012 only inventors could apply; whom the right belongs to is the assignee.
    builder.record.applicants = [applicants, assignees, applyingInventors].first { !$0.isEmpty } ?? []
    builder.record.inventors = applyingInventors + inventors
    builder.record.agents = agents
    for (symbol, isLocarno) in classes { Self.add(symbol, isLocarno, to: &builder) }
    return builder
  }

  private static func add(_ symbol: String, _ isLocarno: Bool, to builder: inout RecordBuilder) {
    let digits = symbol.filter(\.isNumber)
    if isLocarno || builder.record.kind == .design, digits.count == 4, digits.count >= symbol.count - 1 {
      builder.record.locarno.append("\(digits.prefix(2))-\(digits.suffix(2))")
    } else {
      builder.addClass(withSlash(symbol))
    }
  }

  /// The columns of ST.8: `G06F 1516` has three for the main group, and no slash.
  private static func withSlash(_ symbol: String) -> String {
    guard !symbol.contains("/"), symbol.count >= 9 else { return symbol }
    return "\(symbol.prefix(4)) \(symbol.dropFirst(4).prefix(3).filter { $0 != " " })/\(symbol.dropFirst(7))"
  }

  /// `06859910` is cited as 6859910, `D0435854` as D435854.
  private static func withoutZeros(_ number: String) -> String {
    let letters = number.prefix { $0.isLetter }
    return String(letters + number.dropFirst(letters.count).drop { $0 == "0" })
  }
}
