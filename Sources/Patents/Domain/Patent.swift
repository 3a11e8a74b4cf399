public import Kernel

/// One publication of a patent (or an application without one) as the register holds it.
public struct Patent: Equatable, Sendable {
  public let id: ID<Patent>
  public let identity: PatentIdentity
  public var facts: PatentFacts
  /// The highest precedence of the sources that its values came from.
  public var precedence: Int
  /// The journal entry that last wrote it.
  public let revision: Int64

  public init(id: ID<Patent>, identity: PatentIdentity, facts: PatentFacts, precedence: Int, revision: Int64) {
    self.id = id
    self.identity = identity
    self.facts = facts
    self.precedence = precedence
    self.revision = revision
  }
}

/// The fields of a patent, each nil where no source has said anything.
///
/// Every value is the text that the register keeps; lists are one name a line.
public struct PatentFacts: Equatable, Sendable {
  public private(set) var values: [String?]

  public init() { values = Array(repeating: nil, count: PatentField.allCases.count) }

  public subscript(field: PatentField) -> String? {
    get { values[field.place] }
    set { values[field.place] = newValue?.isEmpty == true ? nil : newValue }
  }

  /// Whether the field says something; without taking hold of what.
  public func speaks(of field: PatentField) -> Bool { values.withUnsafeBufferPointer { $0[field.place] != nil } }

  /// A field with several values.
  public func list(_ field: PatentField) -> [String] {
    guard let text = self[field] else { return [] }
    return text.utf8.contains(0x0A) ? text.utf8.split(separator: 0x0A).map { String(Substring($0)) } : [text]
  }

  public func day(_ field: PatentField) -> Day? { self[field].flatMap { Day($0) } }

  /// The day that lists are ordered by: of publication, else of filing.
  public var sortDay: String { self[.publicationDay] ?? self[.filingDay] ?? "" }

  /// The section letter of the first IPC symbol.
  public var section: String? { self[.ipc]?.first.map(String.init) }
}

/// A field of the register, in the order of its columns; the raw value is the column's name.
public enum PatentField: String, CaseIterable, Sendable {
  case office
  case publicationNumber = "publication_number"
  case applicationNumber = "application_number"
  case applicationRaw = "application_raw"
  case applicationState = "application_state"
  case kind
  case title
  case abstract
  case firstClaim = "first_claim"
  case applicants
  case inventors
  case agents
  case agency
  case agencyCode = "agency_code"
  case ipc
  case locarno
  case filingDay = "filing_day"
  case publicationDay = "publication_day"
  case grantDay = "grant_day"
  case priorityDay = "priority_day"
  case address
  case province
  case legalStatus = "legal_status"
  case language

  /// The number of its column and of its bit in a stored mask: fields are only ever added at the end.
  public var place: Int {
    switch self {
    case .office: 0
    case .publicationNumber: 1
    case .applicationNumber: 2
    case .applicationRaw: 3
    case .applicationState: 4
    case .kind: 5
    case .title: 6
    case .abstract: 7
    case .firstClaim: 8
    case .applicants: 9
    case .inventors: 10
    case .agents: 11
    case .agency: 12
    case .agencyCode: 13
    case .ipc: 14
    case .locarno: 15
    case .filingDay: 16
    case .publicationDay: 17
    case .grantDay: 18
    case .priorityDay: 19
    case .address: 20
    case .province: 21
    case .legalStatus: 22
    case .language: 23
    }
  }

  /// Fields that belong together: a source that speaks of one speaks of the other.
  var follows: PatentField? {
    switch self {
    case .applicationRaw, .applicationState: .applicationNumber
    default: nil
    }
  }

  public var phrase: Phrase {
    switch self {
    case .office: Phrase(zh: "受理局", en: "Office")
    case .publicationNumber: Phrase(zh: "公开（公告）号", en: "Publication number")
    case .applicationNumber: Phrase(zh: "申请号", en: "Application number")
    case .applicationRaw: Phrase(zh: "申请号（原文）", en: "Application number as given")
    case .applicationState: Phrase(zh: "申请号核验", en: "Check of the application number")
    case .kind: Phrase(zh: "专利类型", en: "Kind")
    case .title: Phrase(zh: "名称", en: "Title")
    case .abstract: Phrase(zh: "摘要", en: "Abstract")
    case .firstClaim: Phrase(zh: "主权项", en: "First claim")
    case .applicants: Phrase(zh: "申请（专利权）人", en: "Applicants")
    case .inventors: Phrase(zh: "发明（设计）人", en: "Inventors")
    case .agents: Phrase(zh: "代理师", en: "Agents")
    case .agency: Phrase(zh: "代理机构", en: "Agency")
    case .agencyCode: Phrase(zh: "代理机构代码", en: "Agency code")
    case .ipc: Phrase(zh: "IPC分类号", en: "IPC symbols")
    case .locarno: Phrase(zh: "洛迦诺分类号", en: "Locarno class")
    case .filingDay: Phrase(zh: "申请日", en: "Filing date")
    case .publicationDay: Phrase(zh: "公开（公告）日", en: "Publication date")
    case .grantDay: Phrase(zh: "授权公告日", en: "Grant date")
    case .priorityDay: Phrase(zh: "优先权日", en: "Priority date")
    case .address: Phrase(zh: "地址", en: "Address")
    case .province: Phrase(zh: "省市", en: "Province")
    case .legalStatus: Phrase(zh: "法律状态", en: "Legal status")
    case .language: Phrase(zh: "语种", en: "Language")
    }
  }
}
