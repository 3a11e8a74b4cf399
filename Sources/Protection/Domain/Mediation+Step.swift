public import Access
public import Kernel
public import Ledgers
public import Matters

extension Mediation {
  public enum Step: String, ProcedureStep {
    case requestCorrection = "request-correction"
    case correct, refuse, ask, consent, decline
    case lapseAnswer = "lapse-answer"
    case appoint
    case standAside = "stand-aside"
    case object, dismiss, hold, note
    case stateAsFiler = "state-as-filer"
    case stateAsRespondent = "state-as-respondent"
    case propose
    case signAsFiler = "sign-as-filer"
    case signAsRespondent = "sign-as-respondent"
    case reopen, seal
    case applyForConfirmation = "apply-for-confirmation"
    case enterConfirmation = "enter-confirmation"
    case enterRejection = "enter-rejection"
    case forgoConfirmation = "forgo-confirmation"
    case lapseConfirmation = "lapse-confirmation"
    case callBack = "call-back"
    case end, quit, withdraw

    public var phrase: Phrase {
      switch self {
      case .requestCorrection: Phrase(zh: "要求补正", en: "Ask for correction")
      case .correct: Phrase(zh: "提交补正", en: "Hand in the correction")
      case .refuse: Phrase(zh: "不予受理", en: "Do not accept")
      case .ask: Phrase(zh: "征询对方意见", en: "Ask the other side")
      case .consent: Phrase(zh: "同意调解", en: "Consent")
      case .decline: Phrase(zh: "不同意调解", en: "Decline")
      case .lapseAnswer: Phrase(zh: "对方逾期未答复", en: "No answer in time")
      case .appoint: Phrase(zh: "选定调解员", en: "Appoint a mediator")
      case .standAside: Phrase(zh: "调解员回避", en: "Stand aside as mediator")
      case .object: Phrase(zh: "申请调解员回避", en: "Object to the mediator")
      case .dismiss: Phrase(zh: "决定更换调解员", en: "Release the mediator")
      case .hold: Phrase(zh: "记录调解会", en: "Record a session")
      case .note: Phrase(zh: "调解员保密记录", en: "Mediator’s confidential note")
      case .stateAsFiler: Phrase(zh: "申请人向调解员保密陈述", en: "Applicant’s confidential statement")
      case .stateAsRespondent: Phrase(zh: "被申请人向调解员保密陈述", en: "Other side’s confidential statement")
      case .propose: Phrase(zh: "拟定调解协议", en: "Draw up the agreement")
      case .signAsFiler: Phrase(zh: "申请人签字", en: "Applicant signs")
      case .signAsRespondent: Phrase(zh: "被申请人签字", en: "Other side signs")
      case .reopen: Phrase(zh: "退回修改", en: "Back to mediation")
      case .seal: Phrase(zh: "盖章生效", en: "Seal the agreement")
      case .applyForConfirmation: Phrase(zh: "登记司法确认申请", en: "Enter the application for confirmation")
      case .enterConfirmation: Phrase(zh: "登记司法确认裁定", en: "Enter the confirmation")
      case .enterRejection: Phrase(zh: "登记未予确认", en: "Enter that it was not confirmed")
      case .forgoConfirmation: Phrase(zh: "双方不申请司法确认", en: "Both forgo confirmation")
      case .lapseConfirmation: Phrase(zh: "司法确认申请期届满", en: "Time for confirmation ended")
      case .callBack: Phrase(zh: "回访并办结", en: "Call back and close")
      case .end: Phrase(zh: "终止调解", en: "End without agreement")
      case .quit: Phrase(zh: "退出调解", en: "Leave the mediation")
      case .withdraw: Phrase(zh: "撤回申请", en: "Withdraw the application")
      }
    }

    public var takers: Set<Taker> {
      switch self {
      case .requestCorrection, .refuse, .ask, .dismiss, .seal, .enterConfirmation, .enterRejection, .callBack:
        [.staff(.handleMediation)]
      case .appoint: [.staff(.handleMediation)]
      case .applyForConfirmation, .forgoConfirmation: [.staff(.handleMediation)]
      case .correct, .stateAsFiler, .signAsFiler, .withdraw: [.filer]
      case .consent, .decline, .stateAsRespondent, .signAsRespondent, .quit: [.party(Mediation.respondent)]
      case .object: [.filer, .party(Mediation.respondent)]
      case .standAside, .note: [.party(Mediation.mediator)]
      case .hold, .propose, .end: [.party(Mediation.mediator), .staff(.handleMediation)]
      case .reopen: [.filer, .party(Mediation.respondent), .party(Mediation.mediator)]
      case .lapseAnswer, .lapseConfirmation: [.zone]
      }
    }

    public var fields: [LedgerField] {
      switch self {
      case .correct: [Mediation.correction.field]
      case .hold: [Mediation.heldOn.field, Mediation.heldAs.field, Mediation.minutes.field]
      case .note: [Mediation.privateNote.field]
      case .stateAsFiler: [Mediation.filerStatement.field]
      case .stateAsRespondent: [Mediation.respondentStatement.field]
      case .propose: [Mediation.agreement.field, Mediation.performedBy.field]
      case .signAsFiler, .signAsRespondent: [Mediation.signatory.field]
      case .applyForConfirmation: [Mediation.confirmingCourt.field, Mediation.appliedOn.field]
      case .enterConfirmation: [Mediation.rulingNumber.field, Mediation.ruledOn.field]
      case .callBack: [Mediation.performance.field, Mediation.callNote.field]
      case .requestCorrection, .refuse, .ask, .consent, .decline, .lapseAnswer, .appoint, .standAside, .object,
        .dismiss, .reopen, .seal, .enterRejection, .forgoConfirmation, .lapseConfirmation, .end, .quit, .withdraw:
        []
      }
    }

    public var needsReason: Bool {
      switch self {
      case .requestCorrection, .refuse, .standAside, .object, .dismiss, .reopen, .enterRejection, .end: true
      case .correct, .ask, .consent, .decline, .lapseAnswer, .appoint, .hold, .note, .stateAsFiler,
        .stateAsRespondent, .propose, .signAsFiler, .signAsRespondent, .seal, .applyForConfirmation,
        .enterConfirmation, .forgoConfirmation, .lapseConfirmation, .callBack, .quit, .withdraw:
        false
      }
    }

    public var appoints: Appointment? { self == .appoint ? Appointment(Mediation.mediator, from: .mediate) : nil }

    public var releases: String? { [.standAside, .dismiss].contains(self) ? Mediation.mediator : nil }

    public var readers: Set<Side> {
      switch self {
      case .requestCorrection, .correct, .refuse, .withdraw: [.filer]
      // Why a mediator cannot stay may touch somebody's private life.
      case .standAside, .object, .dismiss, .note, .callBack: []
      case .stateAsFiler, .stateAsRespondent: [.party(Mediation.mediator)]
      case .ask, .consent, .decline, .lapseAnswer, .appoint, .hold, .propose, .signAsFiler, .signAsRespondent,
        .reopen, .seal, .applyForConfirmation, .enterConfirmation, .enterRejection, .forgoConfirmation,
        .lapseConfirmation, .end, .quit:
        [.filer, .parties]
      }
    }

    public var letter: Letter? {
      switch self {
      case .requestCorrection: Mediation.correctionLetter
      case .refuse: Mediation.refusalLetter
      case .ask: Mediation.inquiryLetter
      case .appoint: Mediation.acceptanceLetter
      case .decline, .lapseAnswer: Mediation.noConsentLetter
      case .propose: Mediation.agreementLetter
      case .seal: Mediation.confirmationLetter
      case .end, .quit: Mediation.endLetter
      case .correct, .consent, .standAside, .object, .dismiss, .hold, .note, .stateAsFiler, .stateAsRespondent,
        .signAsFiler, .signAsRespondent, .reopen, .applyForConfirmation, .enterConfirmation, .enterRejection,
        .forgoConfirmation, .lapseConfirmation, .callBack, .withdraw:
        nil
      }
    }
  }
}
