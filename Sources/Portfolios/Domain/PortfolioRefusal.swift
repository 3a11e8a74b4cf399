public import Kernel

/// Why something cannot be done with a portfolio.
public enum PortfolioRefusal: Refusal, Equatable {
  /// None that the account may see.
  case unknown(Thing)
  /// Nobody has given the account a mandate of this organisation.
  case noMandate
  case openedAlready
  case missing(Field)
  case tooLong(Field, limit: Int)
  case leadOutOfRange
  case notChinesePatent
  case grantedBeforeFiled
  case noSuchYear(Int, through: Int)
  case notNextYear(Int)
  case badNumbers([String])
  case nothingChosen
  case notInRegister([String])
  case heldAlready(String)
  case leftAlready
  case endsBeforeItBegins
  case dayAhead(Field)
  case noSuchAmount
  case endedAlready
  case reviewThere(Int)
  case reviewOpen(Int)
  case yearOutOfRange
  case emptyPortfolio
  case reviewClosed
  /// By number, the first few.
  case undecided(count: Int, first: [String])
  case reasonMissing(WhyReason)
  case noSuchGrade
  case boundByContract([ContractKind])
  case needsConsent
  case openLicenceBarred(OpenLicenceBar)
  case nothingToLookAt
  case ownDecision
  case noRows
  case tooManyRows(limit: Int)

  public enum Thing: String, Sendable { case portfolio, holding, contract, review, item, run }

  public enum Field: String, Sendable {
    case title, filed, granted, reason, evidence, counterparty, document, from, to, ended, day, department, owner
    case numbers
  }

  public enum WhyReason: Equatable, Sendable {
    case abandoning, keepingLate, sendingBack
    case anotherThanLastYear(ReviewDecision)
  }

  public enum OpenLicenceBar: String, Sendable {
    case notGranted, exclusiveInForce, annuityUnpaid, noEvaluationReport
  }

  public var kind: RefusalKind {
    switch self {
    case .unknown: .missing
    case .noMandate: .forbidden
    case .openedAlready, .heldAlready, .leftAlready, .endedAlready, .reviewThere, .reviewOpen, .emptyPortfolio,
      .reviewClosed, .undecided, .boundByContract, .openLicenceBarred, .nothingToLookAt, .ownDecision:
      .conflict
    case .missing, .tooLong, .leadOutOfRange, .notChinesePatent, .grantedBeforeFiled, .noSuchYear, .notNextYear,
      .badNumbers, .nothingChosen, .notInRegister, .endsBeforeItBegins, .dayAhead, .noSuchAmount, .yearOutOfRange,
      .reasonMissing, .noSuchGrade, .needsConsent, .noRows, .tooManyRows:
      .invalid
    }
  }

  public var code: String {
    switch self {
    case .unknown(let thing): "portfolios.unknown-\(thing.rawValue)"
    case .noMandate: "portfolios.no-mandate"
    case .openedAlready: "portfolios.opened-already"
    case .missing: "portfolios.missing"
    case .tooLong: "portfolios.too-long"
    case .leadOutOfRange: "portfolios.lead-out-of-range"
    case .notChinesePatent: "portfolios.not-chinese"
    case .grantedBeforeFiled: "portfolios.granted-before-filed"
    case .noSuchYear: "portfolios.no-such-year"
    case .notNextYear: "portfolios.not-next-year"
    case .badNumbers: "portfolios.bad-numbers"
    case .nothingChosen: "portfolios.nothing-chosen"
    case .notInRegister: "portfolios.not-in-register"
    case .heldAlready: "portfolios.held-already"
    case .leftAlready: "portfolios.left-already"
    case .endsBeforeItBegins: "portfolios.ends-before-it-begins"
    case .dayAhead: "portfolios.day-ahead"
    case .noSuchAmount: "portfolios.no-such-amount"
    case .endedAlready: "portfolios.ended-already"
    case .reviewThere: "portfolios.review-there"
    case .reviewOpen: "portfolios.review-open"
    case .yearOutOfRange: "portfolios.year-out-of-range"
    case .emptyPortfolio: "portfolios.empty"
    case .reviewClosed: "portfolios.review-closed"
    case .undecided: "portfolios.undecided"
    case .reasonMissing: "portfolios.reason-missing"
    case .noSuchGrade: "portfolios.no-such-grade"
    case .boundByContract: "portfolios.bound-by-contract"
    case .needsConsent: "portfolios.needs-consent"
    case .openLicenceBarred: "portfolios.open-licence-barred"
    case .nothingToLookAt: "portfolios.nothing-to-look-at"
    case .ownDecision: "portfolios.own-decision"
    case .noRows: "portfolios.no-rows"
    case .tooManyRows: "portfolios.too-many-rows"
    }
  }

  public var field: String? {
    switch self {
    case .missing(let field), .tooLong(let field, _), .dayAhead(let field): field.rawValue
    case .leadOutOfRange: "lead"
    case .grantedBeforeFiled: "granted"
    case .noSuchYear, .notNextYear, .reviewThere, .reviewOpen, .yearOutOfRange: "year"
    case .badNumbers, .notInRegister, .nothingChosen: "numbers"
    case .endsBeforeItBegins: "to"
    case .noSuchAmount: "amount"
    case .reasonMissing: "reason"
    case .boundByContract, .openLicenceBarred: "decision"
    case .needsConsent: "evidence"
    case .noSuchGrade: "maturity"
    case .noRows, .tooManyRows: "file"
    case .openedAlready, .noMandate: "owner"
    case .unknown, .notChinesePatent, .heldAlready, .leftAlready, .endedAlready, .emptyPortfolio, .reviewClosed,
      .undecided, .nothingToLookAt, .ownDecision:
      nil
    }
  }
}
