public import Kernel
public import Matters

extension Mediation {
  public enum Stage: String, ProcedureStage {
    case filed, correction, asked, consented, mediating, replacing, signing, signedByFiler, signedByRespondent, signed
    case effective, confirming, confirmed, unconfirmed, concluded, refused, noConsent, noAgreement, withdrawn

    public var phrase: Phrase {
      switch self {
      case .filed: Phrase(zh: "待审查", en: "To be examined")
      case .correction: Phrase(zh: "待补正", en: "Correction asked for")
      case .asked: Phrase(zh: "征询对方意见", en: "Other side asked")
      case .consented: Phrase(zh: "双方同意，待选调解员", en: "Both consent; mediator to be named")
      case .mediating: Phrase(zh: "调解中", en: "In mediation")
      case .replacing: Phrase(zh: "待更换调解员", en: "Another mediator to be named")
      case .signing: Phrase(zh: "协议待双方签字", en: "Agreement to be signed")
      case .signedByFiler: Phrase(zh: "申请人已签字", en: "Signed by the applicant")
      case .signedByRespondent: Phrase(zh: "被申请人已签字", en: "Signed by the other side")
      case .signed: Phrase(zh: "双方已签字，待盖章", en: "Signed by both; to be sealed")
      case .effective: Phrase(zh: "协议已生效", en: "Agreement in effect")
      case .confirming: Phrase(zh: "司法确认中", en: "Before the court")
      case .confirmed: Phrase(zh: "已司法确认，待回访", en: "Confirmed; call back")
      case .unconfirmed: Phrase(zh: "未经司法确认，待回访", en: "Not confirmed; call back")
      case .concluded: Phrase(zh: "达成协议并已回访", en: "Agreement, called back")
      case .refused: Phrase(zh: "不予受理", en: "Not accepted")
      case .noConsent: Phrase(zh: "对方不同意调解", en: "No consent")
      case .noAgreement: Phrase(zh: "未达成协议", en: "No agreement")
      case .withdrawn: Phrase(zh: "已撤回", en: "Withdrawn")
      }
    }

    public var status: Phrase {
      switch self {
      case .filed: Phrase(zh: "已收到申请，正在审查", en: "Received and being examined")
      case .correction: Phrase(zh: "请补正材料", en: "Please correct the application")
      case .asked: Phrase(zh: "正在征询对方意见", en: "The other side is being asked")
      case .consented, .replacing: Phrase(zh: "正在选定调解员", en: "A mediator is being named")
      case .mediating: Phrase(zh: "正在调解", en: "In mediation")
      case .signing, .signedByFiler, .signedByRespondent, .signed: Phrase(zh: "调解协议签署中", en: "Agreement being signed")
      case .effective: Phrase(zh: "调解协议已生效", en: "The agreement is in effect")
      case .confirming: Phrase(zh: "已申请司法确认", en: "Confirmation was applied for")
      case .confirmed: Phrase(zh: "调解协议已获司法确认", en: "The agreement was confirmed in court")
      case .unconfirmed: Phrase(zh: "调解协议有效，未申请司法确认", en: "The agreement holds without confirmation")
      case .concluded: Phrase(zh: "已办结：达成调解协议", en: "Closed with an agreement")
      case .refused: Phrase(zh: "不予受理", en: "Not accepted")
      case .noConsent: Phrase(zh: "已结束：对方未同意调解", en: "Closed: the other side did not consent")
      case .noAgreement: Phrase(zh: "已结束：未达成协议", en: "Closed without agreement")
      case .withdrawn: Phrase(zh: "申请人已撤回", en: "Withdrawn by the applicant")
      }
    }

    public var end: MatterEnd? {
      switch self {
      case .concluded: .granted
      case .refused: .refused
      case .noConsent, .noAgreement: .ended
      case .withdrawn: .withdrawn
      case .filed, .correction, .asked, .consented, .mediating, .replacing, .signing, .signedByFiler,
        .signedByRespondent, .signed, .effective, .confirming, .confirmed, .unconfirmed:
        nil
      }
    }
  }

  public static func after(_ step: Step, at stage: Stage) -> Stage? {
    switch step {
    case .requestCorrection: stage == .filed ? .correction : nil
    case .correct: stage == .correction ? .filed : nil
    case .refuse: [.filed, .correction].contains(stage) ? .refused : nil
    case .ask: stage == .filed ? .asked : nil
    case .consent: stage == .asked ? .consented : nil
    case .decline, .lapseAnswer: stage == .asked ? .noConsent : nil
    case .appoint: [.consented, .replacing].contains(stage) ? .mediating : nil
    case .standAside, .dismiss: stage == .mediating ? .replacing : nil
    case .object, .hold, .note, .stateAsFiler, .stateAsRespondent: stage == .mediating ? .mediating : nil
    case .propose: stage == .mediating ? .signing : nil
    case .signAsFiler: stage == .signing ? .signedByFiler : stage == .signedByRespondent ? .signed : nil
    case .signAsRespondent: stage == .signing ? .signedByRespondent : stage == .signedByFiler ? .signed : nil
    case .reopen: [.signing, .signedByFiler, .signedByRespondent].contains(stage) ? .mediating : nil
    case .seal: stage == .signed ? .effective : nil
    case .applyForConfirmation: stage == .effective ? .confirming : nil
    case .enterConfirmation: stage == .confirming ? .confirmed : nil
    case .enterRejection: stage == .confirming ? .unconfirmed : nil
    case .forgoConfirmation, .lapseConfirmation: stage == .effective ? .unconfirmed : nil
    case .callBack: [.confirmed, .unconfirmed].contains(stage) ? .concluded : nil
    case .end, .quit: beforeAgreement.contains(stage) ? .noAgreement : nil
    case .withdraw:
      [.filed, .correction, .asked].contains(stage) || beforeAgreement.contains(stage) ? .withdrawn : nil
    }
  }

  private static let beforeAgreement: Set<Stage> = [
    .consented, .mediating, .replacing, .signing, .signedByFiler, .signedByRespondent,
  ]
}
