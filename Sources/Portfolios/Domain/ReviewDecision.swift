public import Kernel

/// What becomes of a patent by the review of a year (盘点决定).
public enum ReviewDecision: String, CaseIterable, Sendable {
  case keep
  /// Listed for transfer.
  case transfer
  /// Listed for licence.
  case license
  case openLicence = "open-licence"
  /// Needs a second look by somebody else.
  case abandon

  public var phrase: Phrase {
    switch self {
    case .keep: Phrase(zh: "维持", en: "Keep")
    case .transfer: Phrase(zh: "挂牌转让", en: "List for transfer")
    case .license: Phrase(zh: "挂牌许可", en: "List for licence")
    case .openLicence: Phrase(zh: "开放许可", en: "Open licence")
    case .abandon: Phrase(zh: "放弃", en: "Abandon")
    }
  }

  public var needsSecondLook: Bool { self == .abandon }
}

/// How the inventors grade their patent, each from 1 to 5; nil where they have not.
public struct InventorGrades: Equatable, Sendable {
  /// How near the market the technique is.
  public var maturity: Int?
  /// How large the market is.
  public var market: Int?
  /// How hard the right is to get round or to attack.
  public var resistance: Int?

  public init(maturity: Int? = nil, market: Int? = nil, resistance: Int? = nil) {
    self.maturity = maturity
    self.market = market
    self.resistance = resistance
  }

  public static let range = 1...5
  public var isEmpty: Bool { maturity == nil && market == nil && resistance == nil }
}

/// What somebody decides, before it is checked.
public struct DecisionDraft: Equatable, Sendable {
  public var decision: ReviewDecision
  public var reason: String
  /// The number of the document that it rests on: minutes, consent, evaluation report.
  public var evidence: String
  public var grades: InventorGrades

  public init(
    _ decision: ReviewDecision, because reason: String = "", evidence: String = "",
    grades: InventorGrades = InventorGrades()
  ) {
    self.decision = decision
    self.reason = reason
    self.evidence = evidence
    self.grades = grades
  }
}
