public import Access
public import Foundation
public import Kernel
public import Patents

/// The review of a year over a list that does not change any more (年度存量专利盘点).
public struct PortfolioReview: Equatable, Sendable {
  public let id: ID<PortfolioReview>
  public let portfolio: ID<Portfolio>
  public let year: Int
  public let openedAt: Date
  public let openedBy: String
  /// SHA-256 of the list as it was frozen.
  public let listHash: String
  /// The closed review that this one starts from.
  public let previous: ID<PortfolioReview>?
  public var closedAt: Date?
  public var closedBy: String?
  public let revision: Int64

  public init(
    id: ID<PortfolioReview>, portfolio: ID<Portfolio>, year: Int, openedAt: Date, openedBy: String, listHash: String,
    previous: ID<PortfolioReview>?, closedAt: Date? = nil, closedBy: String? = nil, revision: Int64 = 0
  ) {
    self.id = id
    self.portfolio = portfolio
    self.year = year
    self.openedAt = openedAt
    self.openedBy = openedBy
    self.listHash = listHash
    self.previous = previous
    self.closedAt = closedAt
    self.closedBy = closedBy
    self.revision = revision
  }

  public var isOpen: Bool { closedAt == nil }
}

/// A patent as it stood when its review was opened.
public struct FrozenPatent: Equatable, Sendable {
  public let holding: ID<Holding>
  public let number: ApplicationNumber
  public let title: String
  public let kind: PatentKind
  public let filedOn: Day
  public let grantedOn: Day?
  public let department: String?
  public let inventors: [String]
  public let annuity: AnnuityMark
  public let nextYear: Int?
  public let nextDay: Day?
  public let nextFee: Fen?
  /// Licences and pledges in force.
  public let contracts: [ContractKind]

  public init(
    holding: ID<Holding>, number: ApplicationNumber, title: String, kind: PatentKind, filedOn: Day, grantedOn: Day?,
    department: String?, inventors: [String], annuity: AnnuityMark, nextYear: Int?, nextDay: Day?, nextFee: Fen?,
    contracts: [ContractKind]
  ) {
    self.holding = holding
    self.number = number
    self.title = title
    self.kind = kind
    self.filedOn = filedOn
    self.grantedOn = grantedOn
    self.department = department
    self.inventors = inventors
    self.annuity = annuity
    self.nextYear = nextYear
    self.nextDay = nextDay
    self.nextFee = nextFee
    self.contracts = contracts
  }

  /// `holding` as it stands on a day.
  public init(_ holding: Holding, _ state: AnnuityState, contracts: [ContractKind]) {
    let (facts, next) = (holding.facts, state.next)
    self.init(
      holding: holding.id, number: holding.number, title: facts.title, kind: facts.kind, filedOn: facts.filedOn,
      grantedOn: facts.grantedOn, department: facts.department, inventors: facts.inventors, annuity: state.mark,
      nextYear: next?.year, nextDay: next?.day, nextFee: next?.fee.payable, contracts: contracts)
  }

  /// One line of the list whose hash the review keeps.
  public var line: String {
    [
      number.description, title, kind.rawValue, filedOn.description, grantedOn?.description ?? "", department ?? "",
      annuity.rawValue, nextYear.map(String.init) ?? "", nextDay?.description ?? "",
      nextFee.map { "\($0.value)" } ?? "", contracts.map(\.rawValue).joined(separator: ","),
    ].joined(separator: "\t")
  }
}

/// What is another than at the review before (较上年的变化).
public enum ReviewChange: String, CaseIterable, Sendable {
  case new, granted, annuity, contracts, department, title

  public var phrase: Phrase {
    switch self {
    case .new: Phrase(zh: "本年新增", en: "New this year")
    case .granted: Phrase(zh: "新获授权", en: "Granted since")
    case .annuity: Phrase(zh: "缴费情况变化", en: "Annuities stand otherwise")
    case .contracts: Phrase(zh: "许可或质押变化", en: "Licences or pledges changed")
    case .department: Phrase(zh: "所属部门变化", en: "Department changed")
    case .title: Phrase(zh: "名称变化", en: "Title changed")
    }
  }

  /// From `old` to `new`; everything is new where there is no old one.
  public static func between(_ old: FrozenPatent?, _ new: FrozenPatent) -> [ReviewChange] {
    guard let old else { return [.new] }
    var changes: [ReviewChange] = []
    if old.grantedOn == nil, new.grantedOn != nil { changes.append(.granted) }
    // That the next year's annuity is the next is no news.
    if old.annuity != new.annuity { changes.append(.annuity) }
    if old.contracts != new.contracts { changes.append(.contracts) }
    if old.department != new.department { changes.append(.department) }
    if old.title != new.title { changes.append(.title) }
    return changes
  }
}

/// A patent in a review, with what was decided about it.
public struct ReviewItem: Equatable, Sendable {
  public let id: ID<ReviewItem>
  public let review: ID<PortfolioReview>
  /// 1 is the first of the list.
  public let place: Int
  public let frozen: FrozenPatent
  public let lastDecision: ReviewDecision?
  public let changes: [ReviewChange]
  public var grades: InventorGrades
  public var made: Made?
  /// Whoever looked at it a second time and agrees.
  public var second: Look?
  /// Why the second look sent it back; nil where it has not.
  public var sentBack: String?
  public let revision: Int64

  public init(
    id: ID<ReviewItem>, review: ID<PortfolioReview>, place: Int, frozen: FrozenPatent, lastDecision: ReviewDecision?,
    changes: [ReviewChange], grades: InventorGrades = InventorGrades(), made: Made? = nil, second: Look? = nil,
    sentBack: String? = nil, revision: Int64 = 0
  ) {
    self.id = id
    self.review = review
    self.place = place
    self.frozen = frozen
    self.lastDecision = lastDecision
    self.changes = changes
    self.grades = grades
    self.made = made
    self.second = second
    self.sentBack = sentBack
    self.revision = revision
  }

  /// Who looked, and when.
  public struct Look: Equatable, Sendable {
    public let account: ID<Account>
    public let name: String
    public let at: Date

    public init(account: ID<Account>, name: String, at: Date) {
      self.account = account
      self.name = name
      self.at = at
    }
  }

  /// A decision with who made it.
  public struct Made: Equatable, Sendable {
    public let decision: ReviewDecision
    public let reason: String
    public let evidence: String
    public let by: Look

    public init(_ decision: ReviewDecision, because reason: String, evidence: String, by look: Look) {
      self.decision = decision
      self.reason = reason
      self.evidence = evidence
      self.by = look
    }
  }

  public var state: State {
    guard let made else { return .open }
    return made.decision.needsSecondLook && second == nil ? .awaitingSecondLook : .settled
  }

  public enum State: String, CaseIterable, Sendable {
    case open
    case awaitingSecondLook = "second-look"
    case settled

    public var phrase: Phrase {
      switch self {
      case .open: Phrase(zh: "未决定", en: "Undecided")
      case .awaitingSecondLook: Phrase(zh: "待复核", en: "Awaiting a second look")
      case .settled: Phrase(zh: "已决定", en: "Decided")
      }
    }
  }
}

extension ReviewItem {
  /// The item with a decision, if nothing stands against it.
  ///
  /// - Parameters:
  ///   - contracts: licences and pledges in force on the day of the decision, whatever the list froze.
  ///   - annuity: how the patent stands on that day.
  public func deciding(
    _ draft: DecisionDraft, by look: Look, contracts: [ContractKind], annuity: AnnuityState
  ) throws(PortfolioRefusal) -> ReviewItem {
    let reason = draft.reason.trimmingCharacters(in: .whitespacesAndNewlines)
    let evidence = draft.evidence.trimmingCharacters(in: .whitespacesAndNewlines)
    guard reason.count <= 500 else { throw .tooLong(.reason, limit: 500) }
    guard evidence.count <= 200 else { throw .tooLong(.evidence, limit: 200) }
    for grade in [draft.grades.maturity, draft.grades.market, draft.grades.resistance].compactMap(\.self)
    where !InventorGrades.range.contains(grade) { throw .noSuchGrade }
    try Self.refuse(draft.decision, of: frozen, contracts, annuity, hasEvidence: !evidence.isEmpty)
    if reason.isEmpty, let why = asksForReason(draft.decision, annuity) { throw why }
    var decided = self
    decided.made = Made(draft.decision, because: reason, evidence: evidence, by: look)
    decided.grades = draft.grades
    (decided.second, decided.sentBack) = (nil, nil)
    return decided
  }

  /// Why a decision cannot stand without a reason; nil where it can.
  private func asksForReason(_ decision: ReviewDecision, _ annuity: AnnuityState) -> PortfolioRefusal? {
    if decision == .abandon { return .reasonMissing(.abandoning) }
    if let lastDecision, lastDecision != decision { return .reasonMissing(.anotherThanLastYear(lastDecision)) }
    if decision == .keep, [.late, .overdue].contains(annuity.mark) { return .reasonMissing(.keepingLate) }
    return nil
  }

  /// Source: 专利法 第五十条; 专利法实施细则 第八十五条、第八十六条; a pledged patent is the pledgee's to let go, too.
  private static func refuse(
    _ decision: ReviewDecision, of patent: FrozenPatent, _ contracts: [ContractKind], _ annuity: AnnuityState,
    hasEvidence: Bool
  ) throws(PortfolioRefusal) {
    let isPledged = contracts.contains(.pledge)
    switch decision {
    case .keep: break
    case .abandon: if !contracts.isEmpty { throw .boundByContract(contracts) }
    case .transfer, .license: if isPledged, !hasEvidence { throw .needsConsent }
    case .openLicence:
      guard patent.grantedOn != nil || annuity.mark != .application else { throw .openLicenceBarred(.notGranted) }
      if contracts.contains(.exclusive) || contracts.contains(.sole) { throw .openLicenceBarred(.exclusiveInForce) }
      if [.late, .overdue].contains(annuity.mark) { throw .openLicenceBarred(.annuityUnpaid) }
      if isPledged, !hasEvidence { throw .needsConsent }
      if patent.kind != .invention, !hasEvidence { throw .openLicenceBarred(.noEvaluationReport) }
    }
  }

  /// The item after somebody else looked at it again.
  public func lookedAtAgain(by look: Look) throws(PortfolioRefusal) -> ReviewItem {
    guard state == .awaitingSecondLook, let made else { throw .nothingToLookAt }
    guard made.by.account != look.account else { throw .ownDecision }
    var settled = self
    settled.second = look
    return settled
  }

  /// The item without its decision: the second look does not agree.
  public func sentBack(because reason: String, by look: Look) throws(PortfolioRefusal) -> ReviewItem {
    guard state == .awaitingSecondLook, let made else { throw .nothingToLookAt }
    guard made.by.account != look.account else { throw .ownDecision }
    let reason = reason.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !reason.isEmpty else { throw .reasonMissing(.sendingBack) }
    guard reason.count <= 500 else { throw .tooLong(.reason, limit: 500) }
    var open = self
    (open.made, open.sentBack) = (nil, reason)
    return open
  }
}

/// What a review comes to; its parts add up to its patents.
public struct ReviewSummary: Equatable, Sendable {
  public let total: Int
  public let settled: Int
  public let awaitingSecondLook: Int
  /// Of the decisions that stand.
  public let counts: [ReviewDecision: Int]
  public let byKind: [PatentKind: [ReviewDecision: Int]]
  /// The next annuities of the patents of each decision, where they are known.
  public let fees: [ReviewDecision: Fen]
  public let changes: [ReviewChange: Int]

  public init(_ items: [ReviewItem]) {
    total = items.count
    settled = items.count { $0.state == .settled }
    awaitingSecondLook = items.count { $0.state == .awaitingSecondLook }
    var (counts, byKind): ([ReviewDecision: Int], [PatentKind: [ReviewDecision: Int]]) = ([:], [:])
    var (fees, changes): ([ReviewDecision: Fen], [ReviewChange: Int]) = ([:], [:])
    for item in items {
      for change in item.changes { changes[change, default: 0] += 1 }
      guard item.state == .settled, let decision = item.made?.decision else { continue }
      counts[decision, default: 0] += 1
      byKind[item.frozen.kind, default: [:]][decision, default: 0] += 1
      if let fee = item.frozen.nextFee { fees[decision, default: Fen(0)] = fees[decision, default: Fen(0)] + fee }
    }
    self.counts = counts
    self.byKind = byKind
    self.fees = fees
    self.changes = changes
  }

  public var undecided: Int { total - settled - awaitingSecondLook }
}
