public import Kernel
public import Patents

/// A patent, or an application, in a portfolio.
public struct Holding: Equatable, Sendable {
  public let id: ID<Holding>
  public let portfolio: ID<Portfolio>
  public let number: ApplicationNumber
  /// The publication in the register, where it has one.
  public var patent: ID<Patent>?
  public var facts: HoldingFacts
  /// Why it is the owner's no more; nil while it is.
  public var departure: Departure?
  public let revision: Int64

  public init(
    id: ID<Holding>, portfolio: ID<Portfolio>, number: ApplicationNumber, patent: ID<Patent>?, facts: HoldingFacts,
    departure: Departure? = nil, revision: Int64 = 0
  ) {
    self.id = id
    self.portfolio = portfolio
    self.number = number
    self.patent = patent
    self.facts = facts
    self.departure = departure
    self.revision = revision
  }
}

/// What the owner knows of a patent.
public struct HoldingFacts: Equatable, Sendable {
  public var title: String
  public var kind: PatentKind
  public var filedOn: Day
  /// Nil for an application that is not granted, as far as is known.
  public var grantedOn: Day?
  public var inventors: [String]
  /// The college, institute or branch that it belongs to.
  public var department: String?
  public var role: OwnerRole
  /// The others, where there are any.
  public var coOwners: [String]
  /// The owner's own share; nil where it is not on record.
  public var share: BasisPoints?
  public var reduction: FeeReduction
  /// The last year whose annuity is paid; nil where that is not on record.
  public var paidThrough: Int?

  public init(
    title: String, kind: PatentKind, filedOn: Day, grantedOn: Day? = nil, inventors: [String] = [],
    department: String? = nil, role: OwnerRole = .sole, coOwners: [String] = [], share: BasisPoints? = nil,
    reduction: FeeReduction = .none, paidThrough: Int? = nil
  ) {
    self.title = title
    self.kind = kind
    self.filedOn = filedOn
    self.grantedOn = grantedOn
    self.inventors = inventors
    self.department = department
    self.role = role
    self.coOwners = coOwners
    self.share = share
    self.reduction = reduction
    self.paidThrough = paidThrough
  }

  /// - Throws: ``PortfolioRefusal`` for what cannot be.
  public func checked() throws(PortfolioRefusal) -> HoldingFacts {
    guard !title.isEmpty else { throw .missing(.title) }
    guard title.count <= 500 else { throw .tooLong(.title, limit: 500) }
    if let department, department.count > 100 { throw .tooLong(.department, limit: 100) }
    guard kind != .plant else { throw .notChinesePatent }
    if let grantedOn, grantedOn < filedOn { throw .grantedBeforeFiled }
    if let paidThrough, !(1...20).contains(paidThrough) { throw .noSuchYear(paidThrough, through: 20) }
    return self
  }
}

/// What the owner is to a patent.
public enum OwnerRole: String, CaseIterable, Sendable {
  case sole, first, other

  public var phrase: Phrase {
    switch self {
    case .sole: Phrase(zh: "独有", en: "Sole owner")
    case .first: Phrase(zh: "共有，第一权利人", en: "Co-owner, first named")
    case .other: Phrase(zh: "共有", en: "Co-owner")
    }
  }
}

/// When and how a patent left a portfolio.
public struct Departure: Equatable, Sendable {
  public let way: Way
  /// Nil where an old platform has not kept it.
  public let day: Day?
  /// The notice or contract that says so.
  public let document: String

  public init(_ way: Way, on day: Day?, document: String) {
    self.way = way
    self.day = day
    self.document = document
  }

  public enum Way: String, CaseIterable, Sendable {
    case transferred, abandoned, lapsed, expired, invalidated, refused

    public var phrase: Phrase {
      switch self {
      case .transferred: Phrase(zh: "已转让", en: "Transferred")
      case .abandoned: Phrase(zh: "已放弃", en: "Abandoned")
      case .lapsed: Phrase(zh: "未缴年费终止", en: "Lapsed for want of an annuity")
      case .expired: Phrase(zh: "期限届满", en: "Expired")
      case .invalidated: Phrase(zh: "宣告无效", en: "Invalidated")
      case .refused: Phrase(zh: "驳回或撤回", en: "Refused or withdrawn")
      }
    }

    /// What the legal status of a source says of it; nil where the patent stands or nothing is said.
    public init?(status: String) {
      let words: [(String, Way)] = [
        ("届满", .expired), ("无效", .invalidated), ("放弃", .abandoned), ("驳回", .refused), ("撤回", .refused),
        ("未缴年费", .lapsed),
        ("终止", .lapsed), ("失效", .lapsed), ("expired", .expired), ("lapsed", .lapsed), ("withdrawn", .refused),
        ("abandoned", .abandoned),
      ]
      let text = status.lowercased()
      // What ended is a contract, or a part of the right.
      guard !text.contains("合同"), !text.contains("部分无效") else { return nil }
      guard let way = words.first(where: { text.contains($0.0) })?.1 else { return nil }
      self = way
    }
  }
}

/// A licence or a pledge on a patent of a portfolio.
public struct HoldingContract: Equatable, Sendable {
  public let id: ID<HoldingContract>
  public let holding: ID<Holding>
  public let kind: ContractKind
  /// Licensee or pledgee.
  public let counterparty: String
  /// Of the contract, its recordal or registration.
  public let document: String
  public let from: Day
  /// The last day of the agreed time; nil where it has none.
  public let to: Day?
  /// The day on which it ended before its time.
  public var endedOn: Day?
  public let revision: Int64

  public init(
    id: ID<HoldingContract>, holding: ID<Holding>, kind: ContractKind, counterparty: String, document: String,
    from: Day, to: Day?, endedOn: Day? = nil, revision: Int64 = 0
  ) {
    self.id = id
    self.holding = holding
    self.kind = kind
    self.counterparty = counterparty
    self.document = document
    self.from = from
    self.to = to
    self.endedOn = endedOn
    self.revision = revision
  }

  public func isInForce(on day: Day) -> Bool {
    from <= day && (to.map { day <= $0 } ?? true) && (endedOn.map { day < $0 } ?? true)
  }
}

public enum ContractKind: String, CaseIterable, Sendable {
  case exclusive, sole, ordinary
  case openLicence = "open-licence"
  case pledge

  public var phrase: Phrase {
    switch self {
    case .exclusive: Phrase(zh: "独占许可", en: "Exclusive licence")
    case .sole: Phrase(zh: "排他许可", en: "Sole licence")
    case .ordinary: Phrase(zh: "普通许可", en: "Ordinary licence")
    case .openLicence: Phrase(zh: "开放许可", en: "Open licence")
    case .pledge: Phrase(zh: "质押", en: "Pledge")
    }
  }
}

/// An annuity that was paid.
public struct AnnuityPayment: Equatable, Sendable {
  public let id: ID<AnnuityPayment>
  public let holding: ID<Holding>
  public let year: Int
  /// Without the surcharge.
  public let amount: Fen
  public let surcharge: Fen
  public let paidOn: Day
  /// The receipt.
  public let document: String

  public init(
    id: ID<AnnuityPayment>, holding: ID<Holding>, year: Int, amount: Fen, surcharge: Fen, paidOn: Day, document: String
  ) {
    self.id = id
    self.holding = holding
    self.year = year
    self.amount = amount
    self.surcharge = surcharge
    self.paidOn = paidOn
    self.document = document
  }
}
