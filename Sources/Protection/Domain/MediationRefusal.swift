public import Kernel

/// Why a mediation cannot be applied for as it was written.
public enum MediationRefusal: Refusal, Equatable {
  /// The other side is the applicant itself.
  case ownSide
  /// The centre enters what a court assigns.
  case courtAssigns
  /// A session, an application or a ruling cannot lie ahead.
  case dayAhead(field: String)

  public var kind: RefusalKind { .invalid }

  public var code: String {
    switch self {
    case .ownSide: "mediation.own-side"
    case .courtAssigns: "mediation.court-assigns"
    case .dayAhead: "mediation.day-ahead"
    }
  }

  public var field: String? {
    switch self {
    case .ownSide: "respondent_code"
    case .courtAssigns: "origin"
    case .dayAhead(let field): field
    }
  }

  public var phrase: Phrase {
    switch self {
    case .ownSide:
      Phrase(zh: "被申请人不能是申请单位自己，请核对信用代码", en: "The other side cannot be the applicant; please check the credit code")
    case .courtAssigns:
      Phrase(
        zh: "法院委派的案件由运营中心登记；当事人请选“当事人申请”",
        en: "The centre enters what a court assigns; please choose “A party applies”")
    case .dayAhead: Phrase(zh: "日期不能晚于今天", en: "The day cannot be later than today")
    }
  }
}
