public import Access
public import Kernel

/// The patents of one university, institute or firm, as it keeps them itself (专利资产组合).
public struct Portfolio: Equatable, Sendable {
  public let id: ID<Portfolio>
  /// Whoever holds a mandate of it keeps the portfolio; nobody else sees it.
  public let owner: SocialCreditCode
  public let ownerName: String
  /// What new patents begin with: most owners are reduced alike.
  public var reduction: FeeReduction
  /// How many days before an annuity is due those who act for the owner are told.
  public var leadDays: Int
  public let revision: Int64

  public init(
    id: ID<Portfolio>, owner: SocialCreditCode, ownerName: String, reduction: FeeReduction, leadDays: Int,
    revision: Int64 = 0
  ) {
    self.id = id
    self.owner = owner
    self.ownerName = ownerName
    self.reduction = reduction
    self.leadDays = leadDays
    self.revision = revision
  }

  /// Less than a day helps nobody, more than half a year is the next annuity's time.
  public static let leads = 1...180
  /// The owner's own choice, offered at first: a month is what the office's own notices leave.
  public static let usualLead = 30
}

/// Whether annuities of a patent are reduced, as the office has approved it (费用减缴备案).
public enum FeeReduction: String, CaseIterable, Sendable {
  case none
  /// One patentee.
  case single
  /// Several patentees.
  case joint

  public var phrase: Phrase {
    switch self {
    case .none: Phrase(zh: "不减缴", en: "Not reduced")
    case .single: Phrase(zh: "已备案，一个专利权人", en: "Approved, one patentee")
    case .joint: Phrase(zh: "已备案，两个以上专利权人", en: "Approved, several patentees")
    }
  }
}

extension Permission {
  public static let keepPortfolios = Permission(
    "portfolios.keep", Phrase(zh: "管理本单位的专利组合", en: "Keep the patent portfolio of one’s organisation"))
  public static let surveyPortfolios = Permission(
    "portfolios.survey", Phrase(zh: "查看专利组合汇总", en: "See the totals of all patent portfolios"))
  public static let remindOfAnnuities = Permission(
    "portfolios.remind", Phrase(zh: "发出年费提醒", en: "Send notices of annuities"))
}
