import Access
import Foundation
import Kernel
import Patents
import Portfolios
import Testing

@Suite struct `A patent of a review` {
  private func item(
    _ kind: PatentKind = .invention, last: ReviewDecision? = nil, granted: Bool = true
  ) throws -> ReviewItem {
    let filed = try #require(Day("2020-03-02"))
    return ReviewItem(
      id: ID(1), review: ID(2), place: 1,
      frozen: FrozenPatent(
        holding: ID(3), number: try ApplicationNumber("202010123456.2"), title: "示例", kind: kind, filedOn: filed,
        grantedOn: granted ? Day("2022-03-02") : nil, department: nil, inventors: [], annuity: .complete,
        nextYear: nil, nextDay: nil, nextFee: nil, contracts: []),
      lastDecision: last, changes: [])
  }

  private let officer = ReviewItem.Look(account: ID(10), name: "甲", at: Date(timeIntervalSince1970: 0))
  private let colleague = ReviewItem.Look(account: ID(11), name: "乙", at: Date(timeIntervalSince1970: 1))
  private let paid = AnnuityState.complete(expires: Day(number: 30_000))

  private func due() -> AnnuityDue {
    let day = Day(number: 20_000)
    return AnnuityDue(
      year: 5, anniversary: day, day: day, graceEnd: day.adding(days: 180), provisional: nil,
      fee: AnnuityFee(full: Fen(120_000), reduction: BasisPoints(0), rules: [], isRecalled: false))
  }

  @Test(arguments: ContractKind.allCases)
  func `is not abandoned while a licence or pledge is in force`(_ kind: ContractKind) throws {
    #expect(throws: PortfolioRefusal.boundByContract([kind])) {
      try item().deciding(
        DecisionDraft(.abandon, because: "无人使用"), by: officer, contracts: [kind], annuity: paid)
    }
  }

  @Test func `is abandoned only for a reason`() throws {
    #expect(throws: PortfolioRefusal.reasonMissing(.abandoning)) {
      try item().deciding(DecisionDraft(.abandon, because: " "), by: officer, contracts: [], annuity: paid)
    }
  }

  @Test func `is abandoned only when somebody else has looked again`() throws {
    let decided = try item().deciding(
      DecisionDraft(.abandon, because: "无人使用"), by: officer, contracts: [], annuity: paid)
    #expect(decided.state == .awaitingSecondLook)
    #expect(throws: PortfolioRefusal.ownDecision) { try decided.lookedAtAgain(by: officer) }
    #expect(throws: PortfolioRefusal.ownDecision) { try decided.sentBack(because: "不同意", by: officer) }
    #expect(try decided.lookedAtAgain(by: colleague).state == .settled)
    #expect(throws: PortfolioRefusal.reasonMissing(.sendingBack)) { try decided.sentBack(because: "", by: colleague) }
    let back = try decided.sentBack(because: "仍有企业问询", by: colleague)
    #expect(back.state == .open)
    #expect(back.sentBack == "仍有企业问询")
  }

  @Test func `asks for a reason where last year’s decision was another, or its annuity is late`() throws {
    #expect(throws: PortfolioRefusal.reasonMissing(.anotherThanLastYear(.transfer))) {
      try item(last: .transfer).deciding(DecisionDraft(.keep), by: officer, contracts: [], annuity: paid)
    }
    #expect(
      try item(last: .keep).deciding(DecisionDraft(.keep), by: officer, contracts: [], annuity: paid).state == .settled)
    #expect(throws: PortfolioRefusal.reasonMissing(.keepingLate)) {
      try item().deciding(
        DecisionDraft(.keep), by: officer, contracts: [], annuity: .late(due(), months: 1, surcharge: Fen(6_000)))
    }
  }

  /// The bars of Article 86 of the Rules, and the evaluation report of Article 50 of the Law.
  @Test func `is not licensed openly against a bar`() throws {
    func open(
      _ kind: PatentKind = .invention, _ contracts: [ContractKind] = [], _ annuity: AnnuityState? = nil,
      evidence: String = "", granted: Bool = true
    ) throws -> ReviewItem {
      try item(kind, granted: granted).deciding(
        DecisionDraft(.openLicence, evidence: evidence), by: officer, contracts: contracts, annuity: annuity ?? paid)
    }
    #expect(try open().state == .settled)
    #expect(throws: PortfolioRefusal.openLicenceBarred(.exclusiveInForce)) { try open(.invention, [.exclusive]) }
    #expect(throws: PortfolioRefusal.openLicenceBarred(.exclusiveInForce)) { try open(.invention, [.sole]) }
    #expect(throws: PortfolioRefusal.openLicenceBarred(.annuityUnpaid)) { try open(.invention, [], .overdue(due())) }
    #expect(throws: PortfolioRefusal.openLicenceBarred(.notGranted)) {
      try open(.invention, [], .application, granted: false)
    }
    #expect(throws: PortfolioRefusal.needsConsent) { try open(.invention, [.pledge]) }
    #expect(try open(.invention, [.pledge], evidence: "质权人同意书").state == .settled)
    #expect(throws: PortfolioRefusal.openLicenceBarred(.noEvaluationReport)) { try open(.utilityModel) }
    #expect(try open(.utilityModel, evidence: "评价报告").state == .settled)
  }

  @Test func `that is pledged is listed only with the pledgee’s consent`() throws {
    for decision in [ReviewDecision.transfer, .license] {
      #expect(throws: PortfolioRefusal.needsConsent) {
        try item().deciding(DecisionDraft(decision), by: officer, contracts: [.pledge], annuity: paid)
      }
    }
  }

  @Test func `knows what is another than last year`() throws {
    let old = try item(granted: false).frozen
    let new = try item().frozen
    #expect(ReviewChange.between(nil, new) == [.new])
    #expect(ReviewChange.between(new, new) == [])
    #expect(ReviewChange.between(old, new) == [.granted])
  }
}
