public import Kernel

/// What one row or document of a file says of a patent: normalised, not merged with anything.
///
/// Every text is NFC, trimmed and free of control characters; nil and empty lists mean that the file
/// says nothing.
public struct PatentRecord: Equatable, Sendable {
  /// WIPO ST.3, such as `CN`.
  public var office: String
  public var publicationNumber: PublicationNumber?
  /// The number as the file has it, where it lacks what would make it one, such as its kind code.
  public var publicationNumberRaw: String?
  /// Chinese applications only, in the states ``ApplicationNumberState/verified`` and
  /// ``ApplicationNumberState/withoutCheck``.
  public var applicationNumber: ApplicationNumber?
  /// The number as the file has it, whatever its state.
  public var applicationNumberRaw: String?
  public var applicationNumberState: ApplicationNumberState?
  public var kind: PatentKind?
  public var title: String?
  public var abstract: String?
  public var firstClaim: String?
  /// All claims, where the file has more than the first.
  public var claims: String?
  public var applicants: [String] = []
  public var inventors: [String] = []
  public var agents: [String] = []
  public var agency: String?
  public var agencyCode: AgencyCode?
  /// In the form for reading, such as `G06F 16/903`, in the order of the file, each once.
  public var ipc: [String] = []
  /// Symbols of the Cooperative Patent Classification, such as `G06F 16/903`, in the order of the file, each once.
  public var cpc: [String] = []
  /// Locarno classes of a design, such as `14-02`.
  public var locarno: [String] = []
  public var filingDay: Day?
  public var publicationDay: Day?
  public var grantDay: Day?
  public var priorityDay: Day?
  public var address: String?
  /// The short name of a province, such as `江苏`, as the file says it.
  public var province: String?
  /// In the words of the file.
  public var legalStatus: String?
  /// BCP 47, of title and abstract, where file or format tells it.
  public var language: String?
  /// Where the file says that the row comes from.
  public var source: String?
  /// What else the file says, in the order of the file; each name once.
  public var extras: [PatentExtra] = []

  public init(office: String) { self.office = office }
}

/// How far an application number can be relied upon.
public enum ApplicationNumberState: String, CaseIterable, Sendable {
  /// Chinese, and its check symbol is right.
  case verified
  /// Chinese and usable, but without a check symbol that could have caught an error.
  case withoutCheck
  /// Rounded by a spreadsheet, or no number at all: never used as an identity.
  case ruined
  /// Of another office, kept as it is.
  case foreign
  /// Chinese, with a check symbol that contradicts the digits: never used as an identity.
  case wrongCheck

  public var phrase: Phrase {
    switch self {
    case .verified: Phrase(zh: "校验位相符", en: "Check symbol right")
    case .withoutCheck: Phrase(zh: "无校验位", en: "Without check symbol")
    case .ruined: Phrase(zh: "号码已损坏", en: "Number ruined")
    case .foreign: Phrase(zh: "国外号码", en: "Foreign number")
    case .wrongCheck: Phrase(zh: "校验位不符", en: "Check symbol wrong")
    }
  }
}
