public import Kernel
public import Ledgers
public import Matters

extension Complaint {
  public enum Step: String, ProcedureStep {
    case requestCorrection = "request-correction"
    case correct, refuse
    case referOn = "refer"
    case acceptToMediate = "accept-to-mediate"
    case acceptToVerify = "accept-to-verify"
    case respond, confide, settle, end
    case lapseMediation = "lapse-mediation"
    case tellBoth = "tell-both"
    case requestMore = "request-more"
    case supplement, resume, decide, answer, object, uphold, reopen, rate, close
    case lapseObjection = "lapse-objection"
    case withdraw

    public var phrase: Phrase {
      switch self {
      case .requestCorrection: Phrase(zh: "要求补正", en: "Ask for correction")
      case .correct: Phrase(zh: "提交补正", en: "Hand in the correction")
      case .refuse: Phrase(zh: "不予受理", en: "Do not accept")
      case .referOn: Phrase(zh: "移送有权部门", en: "Pass on")
      case .acceptToMediate: Phrase(zh: "受理并组织调解", en: "Accept for mediation")
      case .acceptToVerify: Phrase(zh: "受理并核查", en: "Accept for verification")
      case .respond: Phrase(zh: "答复投诉", en: "Answer the complaint")
      case .confide: Phrase(zh: "向工作人员保密说明", en: "Tell the staff in confidence")
      case .settle: Phrase(zh: "登记调解协议", en: "Enter the settlement")
      case .end: Phrase(zh: "终止调解", en: "End the mediation")
      case .lapseMediation: Phrase(zh: "调解期限届满", en: "Time for mediation ended")
      case .tellBoth: Phrase(zh: "告知双方并办结", en: "Tell both sides and close")
      case .requestMore: Phrase(zh: "请举报人补充线索", en: "Ask the reporter for more")
      case .supplement: Phrase(zh: "补充线索", en: "Add what was asked for")
      case .resume: Phrase(zh: "继续核查", en: "Go on verifying")
      case .decide: Phrase(zh: "核查结束并决定", en: "Decide")
      case .answer: Phrase(zh: "答复", en: "Answer")
      case .object: Phrase(zh: "提出异议", en: "Object")
      case .uphold: Phrase(zh: "维持答复", en: "Uphold the answer")
      case .reopen: Phrase(zh: "重新核查", en: "Verify anew")
      case .rate: Phrase(zh: "评价", en: "Rate")
      case .close: Phrase(zh: "办结", en: "Close")
      case .lapseObjection: Phrase(zh: "异议期届满", en: "Time for objections ended")
      case .withdraw: Phrase(zh: "撤回", en: "Withdraw")
      }
    }

    public var takers: Set<Taker> {
      switch self {
      case .requestCorrection, .refuse, .referOn, .acceptToMediate, .acceptToVerify, .settle, .end, .tellBoth,
        .requestMore, .resume, .decide, .answer, .close:
        [.staff(.handleComplaints)]
      // Not by those alone whose answer is objected to.
      case .uphold, .reopen: [.staff(.superviseComplaints)]
      case .correct, .supplement, .object, .rate, .withdraw: [.filer]
      case .respond, .confide: [.party(Complaint.respondent)]
      case .lapseMediation, .lapseObjection: [.zone]
      }
    }

    public var fields: [LedgerField] {
      switch self {
      case .correct: [Complaint.correction.field]
      case .refuse: [Complaint.ground.field, Complaint.address.field]
      case .referOn: [Complaint.body.field, Complaint.address.field]
      case .acceptToMediate: [Complaint.respondentCode.field]
      case .respond: [Complaint.response.field]
      case .confide: [Complaint.confidence.field]
      case .settle: [Complaint.settlement.field]
      case .supplement: [Complaint.addition.field]
      case .decide: [Complaint.finding.field, Complaint.file.field]
      case .answer: [Complaint.outcome.field]
      case .rate: [Complaint.rating.field, Complaint.comment.field]
      case .requestCorrection, .acceptToVerify, .end, .lapseMediation, .tellBoth, .requestMore, .resume, .object,
        .uphold, .reopen, .close, .lapseObjection, .withdraw:
        []
      }
    }

    public var needsReason: Bool {
      switch self {
      case .requestCorrection, .refuse, .referOn, .end, .requestMore, .answer, .object, .uphold, .reopen: true
      case .correct, .acceptToMediate, .acceptToVerify, .respond, .confide, .settle, .lapseMediation, .tellBoth,
        .supplement, .resume, .decide, .rate, .close, .lapseObjection, .withdraw:
        false
      }
    }

    public var readers: Set<Side> {
      switch self {
      case .requestCorrection, .correct, .refuse, .referOn, .acceptToVerify, .requestMore, .supplement, .resume,
        .answer, .object, .uphold, .reopen, .lapseObjection, .withdraw:
        [.filer]
      case .confide, .decide, .rate, .close: []
      // Said by the other side for the complainant.
      case .respond: [.filer]
      case .acceptToMediate, .settle, .end, .lapseMediation, .tellBoth: [.filer, .parties]
      }
    }

    public var letter: Letter? {
      switch self {
      case .requestCorrection, .requestMore: Complaint.correctionLetter
      case .refuse: Complaint.refusalLetter
      case .referOn: Complaint.referralLetter
      case .acceptToMediate: Complaint.mediationLetter
      case .acceptToVerify: Complaint.acceptanceLetter
      case .settle: Complaint.settlementLetter
      case .tellBoth: Complaint.endLetter
      case .answer, .uphold: Complaint.answerLetter
      case .correct, .respond, .confide, .end, .lapseMediation, .supplement, .resume, .decide, .object, .reopen,
        .rate, .close, .lapseObjection, .withdraw:
        nil
      }
    }
  }
}
