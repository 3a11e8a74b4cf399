public import Kernel

/// A person's right to act for an organisation (授权), proven, approved by the centre, limited in time.
public struct Mandate: Equatable, Sendable {
  public let id: ID<Mandate>
  public let holder: ID<Account>
  /// The organisation, by its unified social credit code.
  public let organisation: SocialCreditCode
  public let organisationName: String
  public let grade: MandateGrade
  public let from: Day
  /// The last day on which it holds; nil where it holds until revoked.
  public let to: Day?
  public let stage: MandateStage

  public init(
    id: ID<Mandate>, holder: ID<Account>, organisation: SocialCreditCode, organisationName: String,
    grade: MandateGrade, from: Day, to: Day?, stage: MandateStage
  ) {
    self.id = id
    self.holder = holder
    self.organisation = organisation
    self.organisationName = organisationName
    self.grade = grade
    self.from = from
    self.to = to
    self.stage = stage
  }

  public func holds(on day: Day) -> Bool {
    stage == .approved && from <= day && to.map { day <= $0 } != false
  }
}

/// What a mandate lets its holder do.
public enum MandateGrade: String, CaseIterable, Sendable {
  /// May act, and may file mandates for further clerks.
  case administrator
  case clerk

  public var phrase: Phrase {
    switch self {
    case .administrator: Phrase(zh: "单位管理员", en: "Organisation administrator")
    case .clerk: Phrase(zh: "经办人", en: "Clerk")
    }
  }
}

public enum MandateStage: String, CaseIterable, Sendable {
  case filed, approved, refused, revoked

  public var phrase: Phrase {
    switch self {
    case .filed: Phrase(zh: "待审核", en: "Awaiting approval")
    case .approved: Phrase(zh: "已生效", en: "Approved")
    case .refused: Phrase(zh: "未通过", en: "Refused")
    case .revoked: Phrase(zh: "已撤销", en: "Revoked")
    }
  }
}
