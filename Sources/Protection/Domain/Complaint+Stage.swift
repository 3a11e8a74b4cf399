public import Kernel
public import Matters

extension Complaint {
  public enum Stage: String, ProcedureStage {
    case filed, correction, mediating, settled, unsettled, verifying, supplementing, decided, answered, reviewing
    case refused, referred, closedSettled, closedUnsettled, closed, withdrawn

    public var phrase: Phrase {
      switch self {
      case .filed: Phrase(zh: "待受理", en: "To be accepted")
      case .correction: Phrase(zh: "待补正", en: "Correction asked for")
      case .mediating: Phrase(zh: "调解中", en: "In mediation")
      case .settled: Phrase(zh: "已达成调解", en: "Settled")
      case .unsettled: Phrase(zh: "调解终止，待告知双方", en: "Mediation ended; both to be told")
      case .verifying: Phrase(zh: "核查中", en: "Being verified")
      case .supplementing: Phrase(zh: "待举报人补充", en: "Reporter asked for more")
      case .decided: Phrase(zh: "已决定，待告知", en: "Decided; reporter to be told")
      case .answered: Phrase(zh: "已答复", en: "Answered")
      case .reviewing: Phrase(zh: "异议复核中", en: "Objection under review")
      case .refused: Phrase(zh: "不予受理", en: "Not accepted")
      case .referred: Phrase(zh: "已移送", en: "Passed on")
      case .closedSettled: Phrase(zh: "调解成功办结", en: "Closed, settled")
      case .closedUnsettled: Phrase(zh: "调解终止办结", en: "Closed without settlement")
      case .closed: Phrase(zh: "办结", en: "Closed")
      case .withdrawn: Phrase(zh: "已撤回", en: "Withdrawn")
      }
    }

    public var status: Phrase {
      switch self {
      case .filed: Phrase(zh: "已收到，正在审查是否受理", en: "Received; acceptance is being decided")
      case .correction, .supplementing: Phrase(zh: "请补充材料", en: "Please add what was asked for")
      case .mediating: Phrase(zh: "已受理，正在调解", en: "Accepted and in mediation")
      case .settled: Phrase(zh: "双方已达成调解协议", en: "Both sides have settled")
      case .unsettled: Phrase(zh: "调解已终止", en: "The mediation has ended")
      case .verifying: Phrase(zh: "已受理，正在核查", en: "Accepted and being verified")
      case .decided: Phrase(zh: "核查已结束，即将答复", en: "Verified; the answer is on its way")
      case .answered: Phrase(zh: "已答复，可以提出异议", en: "Answered; you may object")
      case .reviewing: Phrase(zh: "正在复核您的异议", en: "Your objection is under review")
      case .refused: Phrase(zh: "不予受理，理由见下", en: "Not accepted, for the reason below")
      case .referred: Phrase(zh: "已移送有权处理的部门", en: "Passed on to the body in charge")
      case .closedSettled: Phrase(zh: "已办结：达成调解", en: "Closed with a settlement")
      case .closedUnsettled: Phrase(zh: "已办结：未达成调解", en: "Closed without a settlement")
      case .closed: Phrase(zh: "已办结", en: "Closed")
      case .withdrawn: Phrase(zh: "已撤回", en: "Withdrawn")
      }
    }

    public var end: MatterEnd? {
      switch self {
      case .refused: .refused
      case .referred: .referred
      case .closedSettled, .closed: .granted
      case .closedUnsettled: .ended
      case .withdrawn: .withdrawn
      case .filed, .correction, .mediating, .settled, .unsettled, .verifying, .supplementing, .decided, .answered,
        .reviewing:
        nil
      }
    }
  }

  public static func after(_ step: Step, at stage: Stage) -> Stage? {
    switch step {
    case .requestCorrection: stage == .filed ? .correction : nil
    case .correct: stage == .correction ? .filed : nil
    case .refuse, .referOn: [.filed, .correction].contains(stage) ? (step == .refuse ? .refused : .referred) : nil
    case .acceptToMediate: stage == .filed ? .mediating : nil
    case .acceptToVerify: stage == .filed ? .verifying : nil
    case .respond, .confide: stage == .mediating ? .mediating : nil
    case .settle: stage == .mediating ? .settled : nil
    case .end, .lapseMediation: stage == .mediating ? .unsettled : nil
    case .tellBoth: stage == .unsettled ? .closedUnsettled : nil
    case .requestMore: stage == .verifying ? .supplementing : nil
    case .supplement: stage == .supplementing ? .verifying : nil
    case .resume: stage == .supplementing ? .verifying : nil
    case .decide: stage == .verifying ? .decided : nil
    case .answer: stage == .decided ? .answered : nil
    case .object: stage == .answered ? .reviewing : nil
    case .uphold: stage == .reviewing ? .closed : nil
    case .reopen: stage == .reviewing ? .verifying : nil
    case .rate, .close: stage == .answered ? .closed : stage == .settled ? .closedSettled : nil
    case .lapseObjection: stage == .answered ? .closed : nil
    case .withdraw: [.filed, .correction, .mediating].contains(stage) ? .withdrawn : nil
    }
  }
}
