public import Kernel

/// What one document of a file says of a trademark (商标) or a geographical indication (地理标志).
public struct TrademarkRecord: Equatable, Sendable {
  public enum Sort: String, CaseIterable, Sendable {
    case trademark
    case geographicalIndication = "geographical-indication"

    public var phrase: Phrase {
      switch self {
      case .trademark: Phrase(zh: "商标", en: "Trademark")
      case .geographicalIndication: Phrase(zh: "地理标志", en: "Geographical indication")
      }
    }
  }

  /// The goods or services of one class, as the file describes them.
  public struct Goods: Equatable, Sendable {
    /// Of the Nice classification, 1 to 45.
    public let niceClass: Int
    public let text: String?

    public init(niceClass: Int, text: String?) {
      self.niceClass = niceClass
      self.text = text
    }
  }

  public var sort: Sort
  /// WIPO ST.3.
  public var office: String
  /// As the office writes it.
  public var applicationNumber: String?
  public var registrationNumber: String?
  /// The words of the mark; nil for a mark without any.
  public var name: String?
  public var applicants: [String] = []
  public var agents: [String] = []
  public var goods: [Goods] = []
  public var filingDay: Day?
  public var publicationDay: Day?
  public var registrationDay: Day?
  public var renewalDay: Day?
  public var endDay: Day?
  /// In the words of the file.
  public var status: String?
  public var statusDay: Day?
  public var extras: [PatentExtra] = []

  public init(_ sort: Sort, office: String) {
    self.sort = sort
    self.office = office
  }

  /// What makes two rows one mark: office and application number, else registration number; nil without either.
  public var identity: String? {
    if let number = applicationNumber { return "\(office):A:\(number)" }
    return registrationNumber.map { "\(office):R:\($0)" }
  }
}

extension TrademarkRecord {
  /// Takes from a source of lower rank, or an older one, what this one is silent about.
  public mutating func fill(from other: TrademarkRecord) {
    registrationNumber = registrationNumber ?? other.registrationNumber
    applicationNumber = applicationNumber ?? other.applicationNumber
    name = name ?? other.name
    if applicants.isEmpty { applicants = other.applicants }
    if agents.isEmpty { agents = other.agents }
    if goods.isEmpty { goods = other.goods }
    filingDay = filingDay ?? other.filingDay
    publicationDay = publicationDay ?? other.publicationDay
    registrationDay = registrationDay ?? other.registrationDay
    renewalDay = renewalDay ?? other.renewalDay
    endDay = endDay ?? other.endDay
    (status, statusDay) = status == nil ? (other.status, other.statusDay) : (status, statusDay)
    extras += other.extras.filter { extra in !extras.contains { $0.name == extra.name } }
  }
}
